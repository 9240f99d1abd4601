/** A printed cell → its file, row and column, the text that stands there, and what normalising made of it. */
import { readFolders } from "../batch/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { placeBlanks } from "../check/index.ts";
import {
  asRead,
  type Examination,
  type FileReading,
  hasFailure,
  joinedPath,
  type Records,
} from "../department/index.ts";
import type { Diagnostic, Place, SourceLine } from "../diagnostics/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { findSourceLines } from "../read/index.ts";
import { type FormSpec, nearestName, type Project, withoutSelectors } from "../records/index.ts";
import {
  departmentFields,
  type FieldLabel,
  findFields,
  type NamedField,
  nearestField,
  projectFields,
} from "./named-fields.ts";
import { type PageCells, pageCells } from "./page-cells.ts";
import { blankCells, departmentCells, type PrintedCell, printedCells } from "./printed-cells.ts";

export type ExplainOptions = {
  readonly folder: string;
  /** A project's code, number in the report, or part of its name; or the department: its name, or 部门. */
  readonly project: string;
  /** A field by any of its names, or part of a printed text. */
  readonly wanted: string;
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits?: string | undefined;
  readonly signal: AbortSignal;
};

export type ExplainedCell = Omit<PrintedCell, "at"> & {
  readonly project: string;
  /** As the form prints it. */
  readonly label?: string | undefined;
  /** Absent if the cell is blank and no other row has the column. */
  readonly at?: Place;
  /** Nothing is printed there. */
  readonly blank?: true;
  /** What the paragraphs and cells of the report say that print it; none if it is not printed by itself. */
  readonly shown?: readonly string[];
  /** How its file was read. */
  readonly reading?: FileReading | undefined;
  readonly source?: SourceLine | undefined;
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
      readonly of: "project" | "department";
      readonly wanted: string;
      readonly nearest: string;
      readonly fields: readonly FieldLabel[];
    };

export type Explanation =
  /** 130: cancelled. */
  | { readonly kind: "refused"; readonly exitCode: 2 | 130; readonly problems: readonly Finding[] }
  | {
      readonly kind: "done";
      /** 1 where nothing fits, or the department cannot be read. */
      readonly exitCode: 0 | 1;
      readonly cells: readonly ExplainedCell[];
      readonly failures: readonly Finding[];
      /** Only where no cell was found. */
      readonly notFound?: NotFound | undefined;
    };

export async function explain({ folder, project, wanted, ...options }: ExplainOptions): Promise<Explanation> {
  const read = await readFolders([folder], {
    ...options,
    refuse: (departments) => (departments.length > 1 ? [severalDepartments(folder, departments)] : []),
    take: (records, examination) => explainIn(records, examination, { project, wanted }),
  });
  if (read.kind === "refused") return read;
  if (options.signal.aborted) return { kind: "refused", exitCode: 130, problems: [] };
  const cells = read.departments.flatMap(({ value }) => value?.cells ?? []);
  const misses = read.departments.flatMap(({ value }) => value?.notFound ?? []);
  const failures = read.departments.flatMap(({ result }) =>
    result.findings.filter((finding) => hasFailure([finding])),
  );
  return {
    kind: "done",
    exitCode: cells.length === 0 || failures.length > 0 ? 1 : 0,
    cells,
    failures,
    // A department where the project is known says more than one where it is not.
    notFound: cells.length > 0 ? undefined : (misses.find(({ kind }) => kind === "cell") ?? misses[0]),
  };
}

const mostNamed = 8;

function severalDepartments(folder: string, departments: readonly DepartmentFolder[]): Diagnostic {
  const below = departments.slice(0, mostNamed).map((one) => one.folder);
  const args = { folder, below: departments.length > mostNamed ? [...below, "…"] : below };
  return { code: "several-departments", at: { kind: "option", option: folder }, args };
}

type Explained = { readonly cells?: readonly ExplainedCell[]; readonly notFound?: NotFound };

function explainIn(
  records: Records,
  examination: Examination,
  { project: whose, wanted }: Pick<ExplainOptions, "project" | "wanted">,
): Explained {
  const { department, form } = records;
  if (
    withoutSelectors(whose) === withoutSelectors(department.name.text) ||
    whose === "部门" ||
    whose === "department"
  )
    return explainDepartment(records, { examination, wanted });
  const projects = department.projects.map((project, index) => ({ project, number: index + 1 }));
  const meant = findProjects(projects, whose);
  if (meant.length === 0) {
    const names = projectNames(projects);
    const nearest = nearestProject(names, whose);
    return { notFound: { kind: "project", wanted: whose, nearest, projects: names } };
  }
  const blankAt = placeBlanks(department);
  const fields = projectFields(form.spec.fields);
  const page = pageCells(records, new Set(meant.map(({ number }) => number)));
  const cells = meant.flatMap((one) => cellsOf(one, { fields, wanted, spec: form.spec, blankAt, page }));
  if (cells.length > 0)
    return { cells: cells.map((cell) => ({ ...cell, ...sourceOf(cell.at, examination) })) };
  return { notFound: noCell("project", wanted, fields) };
}

function explainDepartment(
  records: Records,
  { examination, wanted }: { readonly examination: Examination; readonly wanted: string },
): Explained {
  const { department, form } = records;
  const fields = departmentFields(form.spec);
  const page = pageCells(records, new Set());
  const cells = [...departmentCells(department, form.spec)].map((cell) => onPage(cell, page, undefined));
  const { meant, filled } = chosenCells(cells, { fields, wanted });
  const blank = [...meant]
    .filter((field) => cells.every((cell) => cell.field !== field))
    .map((field) => ({ field, printed: "", blank: true as const }));
  const found = [...filled, ...blank].map((cell): ExplainedCell => {
    const named = labelled({ project: department.name.text, ...cell }, fields);
    return "at" in cell ? { ...named, ...sourceOf(cell.at, examination) } : named;
  });
  return found.length > 0 ? { cells: found } : { notFound: noCell("department", wanted, fields) };
}

function noCell(of: "project" | "department", wanted: string, fields: Asked["fields"]): NotFound {
  const labels = fields.map(({ field, label }) => ({ field, label }));
  return { kind: "cell", of, wanted, nearest: nearestField(fields, wanted), fields: labels };
}

type Asked = {
  readonly fields: readonly NamedField[];
  readonly wanted: string;
  readonly spec: FormSpec;
  readonly blankAt: ReturnType<typeof placeBlanks>;
  readonly page: PageCells;
};

type OnPage = PrintedCell & Pick<ExplainedCell, "shown">;

/** With what is printed of it; a figure says itself what it prints. */
function onPage(cell: PrintedCell, page: PageCells, project: number | undefined): OnPage {
  if (cell.path === undefined) return cell;
  const [own, ...others] = [cell.path, ...printedWith(cell.path)].map((path) => page(project, path));
  const isLabel = /\.level[12]$/u.test(cell.path);
  const shown = [own ?? [], ...others.filter((texts) => !isLabel || texts.includes(cell.printed))];
  return { ...cell, shown: shown.find((texts) => texts.length > 0) ?? [] };
}

/** Sign and unit are printed with the value, a label once for the rows below it. */
function printedWith(path: string): readonly string[] {
  const joined = joinedPath(path);
  if (joined !== path) return [joined];
  const [, row = "0", name = ""] = /^indicators\.(\d+)\.(level[12])$/u.exec(path) ?? [];
  return Array.from({ length: Number(row) }, (_, back) => `indicators.${Number(row) - back - 1}.${name}`);
}

/** The cells of the fields asked for, blank ones too, and those that say what was asked for. */
function cellsOf(
  { project, number }: NumberedProject,
  { fields, wanted, spec, blankAt, page }: Asked,
): readonly ExplainedCell[] {
  const isPrinted = (path: string) => page(number, path).length > 0;
  const cells = [...printedCells(project, spec, isPrinted)].map((cell) => onPage(cell, page, number));
  const { meant, filled } = chosenCells(cells, { fields, wanted });
  const blank = fields
    .filter(({ field }) => meant.has(field))
    .flatMap(({ field }) => blankCells(field, project, { cells, blankAt }))
    .map((cell) => ({ ...cell, printed: "", blank: true as const }));
  return [...filled, ...blank].map((cell) =>
    labelled({ project: project.name?.text ?? project.key, ...cell }, fields),
  );
}

/** The fields that are meant, and the cells that are of them or say what is wanted. */
function chosenCells(cells: readonly OnPage[], { fields, wanted }: Pick<Asked, "fields" | "wanted">) {
  const meant = findFields(fields, wanted, cells);
  // Where a field is meant, the headings that have its name are not.
  const text = withoutSelectors(wanted);
  const says = ({ printed, amount, shown = [] }: OnPage) =>
    text !== "" &&
    [printed, amount?.text ?? "", ...(meant.size > 0 ? [] : shown)].some((one) =>
      withoutSelectors(one).includes(text),
    );
  return { meant, filled: cells.filter((cell) => meant.has(cell.field) || says(cell)) };
}

function labelled<Cell extends { readonly field: string }>(cell: Cell, fields: Asked["fields"]) {
  return { ...cell, label: fields.find(({ field }) => field === cell.field)?.label };
}

function sourceOf(
  at: Place | undefined,
  { sources, readings }: Examination,
): Pick<ExplainedCell, "reading" | "source"> {
  if (at?.kind !== "cell" && at?.kind !== "json") return {};
  const reading = readings.find(({ file }) => file === at.file);
  const file = sources.files.find(({ name }) => name === at.file);
  const [source] = file === undefined ? [] : findSourceLines(asRead(file, readings), [{ at, quoted: [] }]);
  return { reading, source };
}

/** A project with its number in the report. */
type NumberedProject = { readonly number: number; readonly project: Project };

/** How a project can be asked for. */
export type ProjectName = { readonly number: number; readonly code?: string; readonly name?: string };

/** The first way of naming that fits decides: `12` is a number before it is part of a name. */
function findProjects(projects: readonly NumberedProject[], whose: string): readonly NumberedProject[] {
  const wanted = withoutSelectors(whose);
  const nameOf = ({ name }: Project) => withoutSelectors(name?.text ?? "");
  const ways: readonly ((one: NumberedProject) => boolean)[] = [
    ({ project }) => project.code?.text === wanted,
    ({ number }) => String(number) === wanted,
    ({ project }) => wanted !== "" && nameOf(project) === wanted,
    ({ project }) => wanted !== "" && nameOf(project).includes(wanted),
  ];
  const found = ways.map((fits) => projects.filter(fits));
  return found.find((some) => some.length > 0) ?? [];
}

function projectNames(projects: readonly NumberedProject[]): readonly ProjectName[] {
  return projects.map(({ number, project: { code, name } }) => ({
    number,
    ...(code && { code: code.text }),
    ...(name && { name: name.text }),
  }));
}

/** The name or code that was probably meant, "" where none is near. */
function nearestProject(projects: readonly ProjectName[], wanted: string): string {
  const known = projects.flatMap(({ code, name }) => [code, name]).filter((word) => word !== undefined);
  return nearestName(wanted, known);
}
