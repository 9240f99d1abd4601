/** What a form requires of each project, and what the composed report prints → the projects of which something is left out. */
import { projectInList, sourcesOfBlock } from "../compose/index.ts";
import type { Diagnostic, NotPrinted } from "../diagnostics/index.ts";
import type { Block } from "../model/index.ts";
import { printedIndicators, valuesOfProject } from "../records/index.ts";
import type { Records } from "./read-records.ts";

/** Plain data, as the records are released before pages are made. */
export type ValuesToPrint = {
  readonly name: string;
  /** The required fields that it has values of, and what the form calls them. */
  readonly fields: ReadonlyMap<string, string>;
  /** Its indicators of the horizons that the form prints, by their places among all; none if it has no field of them. */
  readonly indicators: readonly number[];
};

/** Of each project, in their order. */
export function valuesToPrint({
  department,
  form: { spec },
}: Pick<Records, "department" | "form">): readonly ValuesToPrint[] {
  const required = new Map<string, string>();
  for (const [field, about] of Object.entries(spec.fields))
    if (about?.required === true) required.set(field, about.label);
  const ofIndicators = Object.keys(spec.fields).some((field) => field.startsWith("indicator."));
  return department.projects.map((project) => {
    const fields = new Map<string, string>();
    for (const { path, value } of valuesOfProject(project)) {
      const [field = ""] = fieldsAt(path);
      const label = required.get(field);
      if (label !== undefined && value.text.trim() !== "") fields.set(field, label);
    }
    const printed = new Set(ofIndicators ? printedIndicators(project, spec) : []);
    const indicators = project.indicators.flatMap((one, index) => (printed.has(one) ? index : []));
    return { name: project.name?.text ?? project.key, fields, indicators };
  });
}

/** What a part prints of each of its projects, by their ordinals: fields, and indicators by their places. */
export type FieldsPrinted = ReadonlyMap<number, ReadonlySet<string>>;

export function printedIn(blocks: readonly Block[], ordinals: readonly number[]): FieldsPrinted {
  return fieldsOf(blocks.flatMap(sourcesOfBlock), ordinals);
}

function fieldsOf(sources: readonly string[], [only, ...others]: readonly number[]): FieldsPrinted {
  const printed = new Map<number, Set<string>>();
  for (const source of sources) {
    const { project, path } = projectInList(source) ?? {
      project: others.length === 0 ? only : undefined,
      path: source,
    };
    if (project === undefined) continue;
    const own = printed.get(project) ?? new Set();
    printed.set(project, own);
    for (const field of fieldsAt(path)) own.add(field);
    const [indicator] = /^indicators\.\d+/u.exec(path) ?? [];
    if (indicator !== undefined) own.add(indicator);
  }
  return printed;
}

export type PrintedValues = {
  readonly note: (fields: FieldsPrinted) => void;
  /**
   * Takes the values that a part made before prints, by their paths; those of an indicator go by one. `look` reads what
   * it prints, and is asked if something is required that no other part was seen to print.
   */
  readonly noteReused: (
    values: readonly string[],
    ordinals: readonly number[],
    look: () => FieldsPrinted,
  ) => void;
  /** What is nowhere among them, told once of all projects that lack the same. */
  readonly leftOut: (wanted: readonly ValuesToPrint[], file: string) => readonly Diagnostic[];
};

export function openPrintedValues(): PrintedValues {
  const printed = new Map<number, Set<string>>();
  const noteAll = (fields: FieldsPrinted) => {
    for (const [ordinal, names] of fields) {
      const own = printed.get(ordinal) ?? new Set();
      printed.set(ordinal, own);
      for (const name of names) own.add(name);
    }
  };
  // Of indicators' fields, those that a template was seen to print.
  const seen = new Set<string>();
  const note = (fields: FieldsPrinted) => {
    noteAll(fields);
    for (const names of fields.values()) for (const name of names) seen.add(name);
  };
  const reused = new Map<number, () => void>();
  return {
    note,
    noteReused: (values, ordinals, look) => {
      noteAll(fieldsOf(values, ordinals));
      const noteAllOfIt = () => {
        note(look());
        for (const ordinal of ordinals) reused.delete(ordinal);
      };
      for (const ordinal of ordinals) reused.set(ordinal, noteAllOfIt);
    },
    leftOut: (wanted, file) => {
      // A template leaves the same out of a thousand projects: that is told once.
      const told = new Map<string, NotPrinted>();
      for (const [index, { name, fields, indicators }] of wanted.entries()) {
        // A form may have come to require it since.
        const isUnseen = (field: string) => isOfIndicator(field) && !seen.has(field);
        if ([...fields.keys()].some(isUnseen)) reused.get(index + 1)?.();
        const own = printed.get(index + 1) ?? new Set();
        const lost = [...fields]
          .filter(([field]) => !own.has(field) && !(reused.has(index + 1) && isOfIndicator(field)))
          .map(([, label]) => label);
        const rows = indicators.filter((row) => !own.has(`indicators.${row}`)).length;
        if (lost.length === 0 && rows === 0) continue;
        const fault = JSON.stringify([lost, rows > 0]);
        const first = told.get(fault);
        told.set(fault, {
          project: first?.project ?? name,
          projects: (first?.projects ?? 0) + 1,
          fields: lost,
          rows: (first?.rows ?? 0) + rows,
        });
      }
      const at = { kind: "template", file, line: 1 } as const;
      return [...told.values()].map((args) => ({ code: "values-not-printed", at, args }));
    },
  };
}

function isOfIndicator(field: string): boolean {
  return field.startsWith("indicator.");
}

/** `indicators.4.level3` is of `indicator.level3`, `goals.annual.0` of `goals.annual`; sign, value and unit print as one. */
function fieldsAt(path: string): readonly string[] {
  if (path.startsWith("goals.")) return [path.replace(/\.\d+$/u, "")];
  const field = path.replace(/^indicators\.\d+/u, "indicator");
  if (field !== "indicator.printedValue") return [field];
  return ["indicator.value", "indicator.operator", "indicator.unit"];
}
