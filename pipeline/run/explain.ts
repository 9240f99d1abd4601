/** A printed cell → its file, row and column, the text that stands there, and what normalising made of it. */
import type { Diagnostic, Place, Report, SourceLine } from "../diagnostics/index.ts";
import { findSourceLines } from "../read/index.ts";
import type { Project } from "../records/index.ts";
import { findDepartments } from "./find-departments.ts";
import { loadForms } from "./load-forms.ts";
import { asRead } from "./locate-findings.ts";
import { type PrintedCell, printedCells } from "./printed-cells.ts";
import {
  type DepartmentInput,
  type FileReading,
  hasFailure,
  type Reading,
  readDepartment,
} from "./read-department.ts";
import { runDepartments } from "./run-departments.ts";

export type ExplainOptions = {
  readonly folder: string;
  /** A project's code, number in the report, or part of its name. */
  readonly project: string;
  /** A field's name or label, or part of a printed text. */
  readonly wanted: string;
  readonly templates: string | undefined;
  readonly signal: AbortSignal;
};

export type ExplainedCell = PrintedCell & {
  readonly project: string;
  /** As the form prints it. */
  readonly label?: string;
  /** How the file was read that it stands in. */
  readonly reading?: FileReading;
  readonly source?: SourceLine;
};

export type Explanation =
  | { readonly kind: "refused"; readonly exitCode: 2; readonly problems: readonly Diagnostic[] }
  | {
      readonly kind: "done";
      /** 1 where nothing fits, or the department cannot be read. */
      readonly exitCode: 0 | 1;
      readonly cells: readonly ExplainedCell[];
      readonly failures: readonly Diagnostic[];
    };

export async function explain(options: ExplainOptions): Promise<Explanation> {
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const search = await findDepartments([options.folder], { report });
  const library = await loadForms(options.templates, report);
  if (library === undefined || search.refusals.length > 0)
    return { kind: "refused", exitCode: 2, problems: [...search.refusals, ...problems] };

  const cells: ExplainedCell[] = [];
  const results = await runDepartments(search.departments, {
    jobs: 1,
    signal: options.signal,
    onEvent: () => undefined,
    work: async (input, _department, findings) => {
      const readings: FileReading[] = [];
      const reading = readDepartment(input, { library, findings, readings, time: (_, stage) => stage() });
      if (reading !== undefined) cells.push(...explainIn(reading, { input, readings, options }));
      return { built: { findings, readings, milliseconds: {} }, state: "checked", files: [] };
    },
  });
  const failures = results.flatMap(({ findings }) => findings.filter((finding) => hasFailure([finding])));
  return { kind: "done", exitCode: cells.length === 0 || failures.length > 0 ? 1 : 0, cells, failures };
}

type Material = {
  readonly input: DepartmentInput;
  readonly readings: readonly FileReading[];
  readonly options: ExplainOptions;
};

function explainIn({ department, form }: Reading, material: Material): ExplainedCell[] {
  const { project: whose, wanted } = material.options;
  const labelOf = (field: string): string | undefined =>
    Object.entries(form.spec.fields).find(([name]) => name === field)?.[1]?.label;
  return department.projects.flatMap((project, index) => {
    if (!isMeant(project, whose, index + 1)) return [];
    return [...printedCells(project)].flatMap((cell) => {
      const label = labelOf(cell.field);
      if (cell.field !== wanted && label !== wanted && !cell.printed.includes(wanted)) return [];
      const name = project.name?.text ?? project.key;
      return [{ project: name, ...cell, ...(label && { label }), ...standing(cell.at, material) }];
    });
  });
}

function isMeant({ code, name }: Project, wanted: string, number: number): boolean {
  return code?.text === wanted || String(number) === wanted || (name?.text.includes(wanted) ?? false);
}

function standing(
  at: Place,
  { input, readings }: Material,
): { readonly reading?: FileReading; readonly source?: SourceLine } {
  if (at.kind !== "cell" && at.kind !== "json") return {};
  const reading = readings.find(({ file }) => file === at.file);
  const file = input.files.find(({ name }) => name === at.file);
  const [source] = file === undefined ? [] : findSourceLines(asRead(file, readings), [{ at, quoted: [] }]);
  return { ...(reading && { reading }), ...(source && { source }) };
}
