/** A place of a finding → the value that is printed there, or the blank that is. */
import type { Finding } from "../catalogue/index.ts";
import { columnKey, type Place, sheetOf, tableOf } from "../diagnostics/index.ts";
import {
  type Department,
  type FieldName,
  type Project,
  type ValueAtPath,
  valuesOfDepartment,
  valuesOfProject,
} from "../records/index.ts";
import type { ValuesOf } from "./kept-values.ts";
import { byRow, fileOf, isSameCell, rowIn } from "./rows-of-findings.ts";

/** A printed value: `project` is its ordinal in the report, from 1; absent of the department's own. */
export type Printed = {
  readonly project?: number | undefined;
  readonly path: string;
  /** Of a blank: a value in its row, for a form that does not print the blank. */
  readonly beside?: string | undefined;
};

/**
 * The value that stands at a place of a finding (that very object), or the blank that does, by its column; of a whole
 * row, the name of the project that begins in it, or of its indicator, or else a value that stands in it. Undefined of a
 * place that is not printed.
 */
export type PrintedBy = (at: Place) => Printed | undefined;

/** Finds them, at every place of each finding, while the records are there; they are not kept. */
export function findPrinted(
  findings: readonly Finding[],
  department: Department,
  valuesOf: ValuesOf = valuesOfProject,
): PrintedBy {
  const places = findings.flatMap(({ at, also = [] }) => [at, ...also]);
  const found = valuesAt(places, department, valuesOf);
  const blanks = blanksAt(
    places.filter((at) => found.get(at)?.exact === undefined),
    { department, found, valuesOf },
  );
  return (at) => blanks.get(at) ?? found.get(at)?.exact ?? ofRow(at, found.get(at));
}

function ofRow(at: Place, row: InRow | undefined): Printed | undefined {
  const isWhole = at.kind === "cell" && at.column === undefined;
  return (isWhole ? (row?.project ?? row?.indicator) : undefined) ?? row?.first;
}

/** By which the reader knows whose row it is: labels of levels 1 and 2 are printed once for many. */
export function isNameOf(path: string): "project" | "indicator" | undefined {
  if (path === "project.name") return "project";
  return /^indicators\.\d+\.level3$/u.test(path) ? "indicator" : undefined;
}

type InRow = {
  /** At the place itself. */
  exact?: Printed;
  readonly first: Printed;
  /** Their names, where they begin in it. */
  project?: Printed;
  indicator?: Printed;
  /** Those of indicators, each with its column: two horizons may be side by side. */
  readonly ofIndicators: { readonly path: string; readonly column: number }[];
};

function valuesAt(places: readonly Place[], { projects, ...department }: Department, valuesOf: ValuesOf) {
  const wanted = byRow(places.map((at) => ({ at })));
  const found = new Map<Place, InRow>();
  const look = (printed: Printed, at: Place) => {
    for (const { at: sought } of wanted.get(fileOf(at))?.get(rowIn(at)) ?? []) {
      if (sheetOf(sought) !== sheetOf(at)) continue;
      const row: InRow = found.get(sought) ?? { first: printed, ofIndicators: [] };
      found.set(sought, row);
      if (isSameCell(sought, at)) row.exact ??= printed;
      const { path } = printed;
      const named = isNameOf(path);
      if (named !== undefined) row[named] ??= printed;
      if (path.startsWith("indicators.")) row.ofIndicators.push({ path, column: columnOf(at) });
    }
  };
  // Goals that Part 1 has from the projects are the projects' first.
  for (const [index, project] of projects.entries())
    for (const { path, value } of valuesOf(project)) look({ project: index + 1, path }, value.at);
  for (const { path, value } of valuesOfDepartment({ ...department, projects })) look({ path }, value.at);
  return found;
}

function columnOf(at: Place): number {
  return at.kind === "cell" ? (at.column ?? 0) : 0;
}

/** The indicator in whose columns a place is. */
function nearestIndicator(row: InRow | undefined, at: Place): string | undefined {
  const distance = ({ column }: { readonly column: number }) => Math.abs(column - columnOf(at));
  return row?.ofIndicators.toSorted((one, other) => distance(one) - distance(other))[0]?.path;
}

type Known = {
  readonly department: Department;
  readonly found: ReadonlyMap<Place, InRow>;
  readonly valuesOf: ValuesOf;
};

/** What would be printed at places where nothing stands: the field of their column, in the project of their row. */
function blanksAt(
  places: readonly Place[],
  { department, found, valuesOf }: Known,
): ReadonlyMap<Place, Printed> {
  const blanks = new Map<Place, Printed>();
  const fields = fieldsAt(new Set(places.flatMap((at) => columnKey(at) ?? [])), department, valuesOf);
  for (const at of places) {
    const field = fields.get(columnKey(at) ?? "");
    const row = found.get(at);
    const path = field && blankPath(field, nearestIndicator(row, at));
    if (path === undefined) continue;
    const project = row === undefined ? projectAbove(at, department.projects) : row.first.project;
    if (project !== undefined) blanks.set(at, { project, path, beside: row?.first.path });
  }
  return blanks;
}

/** By the key of the column: what the export was read as, and for a JSON key that a record lacks, what others have. */
function fieldsAt(
  wanted: ReadonlySet<string>,
  { source, projects }: Department,
  valuesOf: ValuesOf,
): ReadonlyMap<string, FieldName | ValueAtPath["path"]> {
  const fields = new Map<string, FieldName | ValueAtPath["path"]>();
  if (wanted.size === 0) return fields;
  const note = (at: Place, field: FieldName | ValueAtPath["path"]) => {
    const key = columnKey(at) ?? "";
    if (wanted.has(key) && !fields.has(key)) fields.set(key, field);
  };
  for (const { field, at } of source?.blanks ?? []) note(at, field);
  if (fields.size === wanted.size) return fields;
  for (const project of projects) for (const { path, value } of valuesOf(project)) note(value.at, path);
  return fields;
}

/** `indicator.unit`, or another row's `indicators.2.unit` → `indicators.4.unit`; `goals.annual` → its first line. */
function blankPath(field: string, inRow: string | undefined): string | undefined {
  const name = /^indicators?\.(?:\d+\.)?(?<name>.+)$/u.exec(field)?.groups?.name;
  if (name !== undefined) {
    const row = /^indicators\.\d+/u.exec(inRow ?? "")?.[0];
    return row && `${row}.${name}`;
  }
  return field.startsWith("goals.") && !/\.\d+$/u.test(field) ? `${field}.0` : field;
}

/** In a form filled in for one project a blank may be alone in its row; several forms may be in one table. */
function projectAbove(at: Place, projects: readonly Project[]): number | undefined {
  if (at.kind !== "cell") return undefined;
  const index = projects.findLastIndex(
    ({ at: begin }) => begin.kind === "cell" && tableOf(begin) === tableOf(at) && begin.row <= at.row,
  );
  return index < 0 ? undefined : index + 1;
}
