/** A printed cell → its file, row and column, the text that stands there, and what normalising made of it. */
import { loadForms } from "../assets/forms/index.ts";
import { runDepartments } from "../batch/run-departments.ts";
import { placeBlanks } from "../check/index.ts";
import { asRead } from "../department/locate-findings.ts";
import {
  type DepartmentInput,
  type FileReading,
  hasFailure,
  type Reading,
  readDepartment,
} from "../department/read-department.ts";
import type { Diagnostic, Place, Report, SourceLine } from "../diagnostics/index.ts";
import { findDepartments } from "../find/index.ts";
import { findSourceLines } from "../read/index.ts";
import { type FormSpec, nearestName, type Project } from "../records/index.ts";
import { blankCells } from "./blank-cells.ts";
import { findProjects, nearestProject, type ProjectName, projectNames } from "./find-project.ts";
import { type PrintedCell, printedCells } from "./printed-cells.ts";

export type ExplainOptions = {
  readonly folder: string;
  /** A project's code, number in the report, or part of its name. */
  readonly project: string;
  /** A field's name or label, or part of a printed text. */
  readonly wanted: string;
  readonly templates: string | undefined;
  readonly signal: AbortSignal;
};

export type ExplainedCell = Omit<PrintedCell, "at"> & {
  readonly project: string;
  /** As the form prints it. */
  readonly label?: string;
  /** Absent where nothing stands there and no other row tells the column. */
  readonly at?: Place;
  /** Nothing stands there. */
  readonly blank?: true;
  /** How the file was read that it stands in. */
  readonly reading?: FileReading;
  readonly source?: SourceLine;
};

/** Why nothing was found, with what could be asked for instead. */
export type NotFound =
  | {
      readonly kind: "project";
      readonly wanted: string;
      readonly nearest: string;
      readonly projects: readonly ProjectName[];
    }
  | {
      readonly kind: "cell";
      readonly wanted: string;
      readonly nearest: string;
      readonly fields: readonly FieldLabel[];
    };

export type FieldLabel = { readonly field: string; readonly label: string };

export type Explanation =
  | { readonly kind: "refused"; readonly exitCode: 2; readonly problems: readonly Diagnostic[] }
  | {
      readonly kind: "done";
      /** 1 where nothing fits, or the department cannot be read. */
      readonly exitCode: 0 | 1;
      readonly cells: readonly ExplainedCell[];
      readonly failures: readonly Diagnostic[];
      /** Only where no cell was found. */
      readonly notFound?: NotFound;
    };

export async function explain(options: ExplainOptions): Promise<Explanation> {
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const search = await findDepartments([options.folder], { report });
  const library = await loadForms(options.templates, report);
  if (library === undefined || search.refusals.length > 0)
    return { kind: "refused", exitCode: 2, problems: [...search.refusals, ...problems] };

  const cells: ExplainedCell[] = [];
  const misses: NotFound[] = [];
  const results = await runDepartments(search.departments, {
    jobs: 1,
    signal: options.signal,
    onEvent: () => undefined,
    work: async (input, _department, findings) => {
      const readings: FileReading[] = [];
      const reading = readDepartment(input, { library, findings, readings, time: (_, stage) => stage() });
      if (reading !== undefined) {
        const found = explainIn(reading, { input, readings, options });
        if ("kind" in found) misses.push(found);
        else cells.push(...found);
      }
      return { built: { findings, readings, milliseconds: {} }, state: "checked", files: [] };
    },
  });
  const failures = results.flatMap(({ findings }) => findings.filter((finding) => hasFailure([finding])));
  // A department where the project is known says more than one where it is not.
  const notFound = misses.find(({ kind }) => kind === "cell") ?? misses[0];
  return {
    kind: "done",
    exitCode: cells.length === 0 || failures.length > 0 ? 1 : 0,
    cells,
    failures,
    ...(cells.length === 0 && notFound && { notFound }),
  };
}

type Material = {
  readonly input: DepartmentInput;
  readonly readings: readonly FileReading[];
  readonly options: ExplainOptions;
};

function explainIn({ department, form }: Reading, material: Material): readonly ExplainedCell[] | NotFound {
  const { project: whose, wanted } = material.options;
  const projects = department.projects.map((project, index) => ({ project, number: index + 1 }));
  const meant = findProjects(projects, whose);
  if (meant.length === 0) {
    const names = projectNames(projects);
    return { kind: "project", wanted: whose, nearest: nearestProject(names, whose), projects: names };
  }
  const { money } = form.spec;
  const blankAt = placeBlanks(department);
  const fields = fieldLabels(form.spec.fields);
  const cells = meant.flatMap(({ project }) => cellsOf(project, { fields, wanted, money, blankAt }));
  if (cells.length > 0) return cells.map((cell) => ({ ...cell, ...standing(cell.at, material) }));
  const nearest = nearestName(
    wanted,
    fields.flatMap(({ field, label }) => [label, field]),
  );
  return { kind: "cell", wanted, nearest, fields };
}

/** What the form prints, by the names a person can ask for. */
function fieldLabels(fields: FormSpec["fields"]): readonly FieldLabel[] {
  return Object.entries(fields).flatMap(([field, settings]) =>
    // An indicator's horizon decides where it is printed, and is no cell.
    settings === undefined || field === "indicator.horizon" ? [] : [{ field, label: settings.label }],
  );
}

type Asked = {
  readonly fields: readonly FieldLabel[];
  readonly wanted: string;
  readonly money: FormSpec["money"];
  readonly blankAt: ReturnType<typeof placeBlanks>;
};

/** The cells of the fields asked for, blank ones too, and those that say what was asked for. */
function cellsOf(project: Project, { fields, wanted, money, blankAt }: Asked): readonly ExplainedCell[] {
  const isMeant = ({ field, label }: FieldLabel) => field === wanted || label === wanted;
  const labelOf = (field: string) => fields.find((one) => one.field === field);
  const cells = [...printedCells(project, money)];
  const filled = cells.filter(
    (cell) =>
      isMeant(labelOf(cell.field) ?? { field: cell.field, label: cell.field }) ||
      (wanted !== "" && [cell.printed, cell.amount?.text ?? ""].some((text) => text.includes(wanted))),
  );
  const blank = fields
    .filter(isMeant)
    .flatMap(({ field }) => blankCells(field, project, { cells, blankAt }))
    .map((cell) => ({ ...cell, printed: "", blank: true as const }));
  return [...filled, ...blank].map((cell) => {
    const label = labelOf(cell.field)?.label;
    return { project: project.name?.text ?? project.key, ...cell, ...(label && { label }) };
  });
}

function standing(
  at: Place | undefined,
  { input, readings }: Material,
): { readonly reading?: FileReading; readonly source?: SourceLine } {
  if (at?.kind !== "cell" && at?.kind !== "json") return {};
  const reading = readings.find(({ file }) => file === at.file);
  const file = input.files.find(({ name }) => name === at.file);
  const [source] = file === undefined ? [] : findSourceLines(asRead(file, readings), [{ at, quoted: [] }]);
  return { ...(reading && { reading }), ...(source && { source }) };
}
