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

export type PrintedValues = {
  /** Takes the blocks of a part; `ordinals` are those of its projects. */
  readonly note: (blocks: readonly Block[], ordinals: readonly number[]) => void;
  /**
   * Takes the values that a part made before prints, by their paths; those of an indicator go by one. `compose` gives its
   * blocks, which are looked at if something is required that no other part was seen to print.
   */
  readonly noteReused: (
    values: readonly string[],
    ordinals: readonly number[],
    compose: () => readonly Block[],
  ) => void;
  /** What is nowhere among them, told once of all projects that lack the same. */
  readonly leftOut: (wanted: readonly ValuesToPrint[], file: string) => readonly Diagnostic[];
};

export function openPrintedValues(): PrintedValues {
  const printed = new Map<number, Set<string>>();
  const note = (ordinal: number, path: string) => {
    const own = printed.get(ordinal) ?? new Set();
    printed.set(ordinal, own);
    for (const field of fieldsAt(path)) own.add(field);
    const [indicator] = /^indicators\.\d+/u.exec(path) ?? [];
    if (indicator !== undefined) own.add(indicator);
  };
  const noteAll = (sources: readonly string[], [only, ...others]: readonly number[]) => {
    for (const source of sources) {
      const listed = projectInList(source);
      if (listed !== undefined) note(listed.project, listed.path);
      else if (only !== undefined && others.length === 0) note(only, source);
    }
  };
  // Of indicators' fields, those that a template was seen to print.
  const seen = new Set<string>();
  const noteBlocks = (blocks: readonly Block[], ordinals: readonly number[]) => {
    const sources = blocks.flatMap(sourcesOfBlock);
    noteAll(sources, ordinals);
    for (const source of sources)
      for (const field of fieldsAt(projectInList(source)?.path ?? source)) seen.add(field);
  };
  const reused = new Map<number, () => void>();
  return {
    note: noteBlocks,
    noteReused: (values, ordinals, compose) => {
      noteAll(values, ordinals);
      const look = () => {
        noteBlocks(compose(), ordinals);
        for (const ordinal of ordinals) reused.delete(ordinal);
      };
      for (const ordinal of ordinals) reused.set(ordinal, look);
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
