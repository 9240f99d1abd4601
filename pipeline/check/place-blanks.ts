/** Where a blank is: its own JSON value or column if the export has one, else where another record of the file has the field. */
import { type CellPlace, type JsonPlace, type Place, sheetOf, tableOf } from "../diagnostics/index.ts";
import {
  type BlankPlace,
  type Department,
  type FieldName,
  fieldsOfIndicator,
  fieldsOfProject,
} from "../records/index.ts";
import type { RuleContext } from "./rule.ts";

/** Indexes the department at the first question, and only then: sound data have no blanks to place. */
export function placeBlanks(department: Department): RuleContext["blankAt"] {
  let known: Known | undefined;
  return (near, field) => {
    if (near.kind !== "cell" && near.kind !== "json") return near;
    known ??= lookOver(department);
    const key = keyOf(near, field);
    const example = known.examples.get(tableOf(near))?.get(field);
    if (near.kind === "json") {
      const isRecord = known.records.has(`${near.file}${near.pointer}`);
      const record = isRecord ? near.pointer : parentOf(near.pointer);
      return known.blanks.get(`${key}${record}`) ?? { ...near, pointer: blankPointer(record, example) };
    }
    const columns = known.columns.get(key) ?? [];
    // In a form filled in for one project a blank has a cell of its own; several forms may be in one table.
    const labelled = field.startsWith("indicator.") ? [] : columns.filter(isLabelled);
    if (labelled.length > 0) return nearestRow(labelled, near) ?? near;
    const column = nearestColumn(columns, near) ?? example;
    if (column?.kind === "cell" && column.column !== undefined) return { ...column, row: near.row };
    const { column: _, header: __, ...row } = near;
    return row;
  };
}

/** The file or sheet that a place is in, for findings that are about no single cell. */
export function wholeTable(place: Place): Place {
  if (!("file" in place)) return place;
  const { file } = place;
  const sheet = sheetOf(place);
  return sheet === undefined ? { kind: "file", file } : { kind: "file", file, sheet };
}

type Known = {
  /** A place of each field in each table. */
  readonly examples: ReadonlyMap<string, ReadonlyMap<FieldName, Place>>;
  /** The columns of each field in each table; one with two horizons side by side has two. */
  readonly columns: ReadonlyMap<string, readonly CellPlace[]>;
  /** JSON values that hold nothing, by field, file and the record that they are in. */
  readonly blanks: ReadonlyMap<string, JsonPlace>;
  /** The JSON objects that are projects, by file and pointer. */
  readonly records: ReadonlySet<string>;
};

function lookOver(department: Department): Known {
  const examples = new Map<string, Map<FieldName, Place>>();
  for (const [field, at] of placesOf(department)) {
    if (!("file" in at)) continue;
    const table = tableOf(at);
    const known = examples.get(table) ?? new Map<FieldName, Place>();
    if (known.size === 0) examples.set(table, known);
    if (!known.has(field)) known.set(field, at);
  }
  const places = department.projects.map(({ at }) => at);
  return {
    examples,
    ...indexBlanks(department.source?.blanks ?? []),
    records: new Set(places.flatMap((at) => (at.kind === "json" ? `${at.file}${at.pointer}` : []))),
  };
}

function indexBlanks(places: readonly BlankPlace[]): Pick<Known, "columns" | "blanks"> {
  const columns = new Map<string, CellPlace[]>();
  const blanks = new Map<string, JsonPlace>();
  for (const { field, at } of places) {
    const key = keyOf(at, field);
    if (at.kind === "cell") columns.set(key, [...(columns.get(key) ?? []), at]);
    else {
      // A record may keep its money in an object of its own.
      const parent = parentOf(at.pointer);
      for (const record of [parent, parentOf(parent)]) {
        if (!blanks.has(`${key}${record}`)) blanks.set(`${key}${record}`, at);
      }
    }
  }
  return { columns, blanks };
}

/** Of two horizons side by side: what is said of an indicator stands to the right of its name. */
function nearestColumn(columns: readonly CellPlace[], near: CellPlace): CellPlace | undefined {
  const distance = ({ column = 0 }: CellPlace) => {
    const further = column - (near.column ?? 0);
    return further < 0 ? 0.5 - further : further;
  };
  return columns.toSorted((left, right) => distance(left) - distance(right))[0];
}

function isLabelled({ labelColumn }: CellPlace): boolean {
  return labelColumn !== undefined;
}

function nearestRow(places: readonly CellPlace[], near: CellPlace): CellPlace | undefined {
  const distance = ({ row }: CellPlace) => Math.abs(row - near.row);
  return places.toSorted((left, right) => distance(left) - distance(right))[0];
}

/** The key that other records use, if they have it at the same depth; else the record itself. */
function blankPointer(record: string, example: Place | undefined): JsonPlace["pointer"] {
  if (example?.kind !== "json") return record;
  const sameDepth = parentOf(example.pointer).split("/").length === record.split("/").length;
  return sameDepth ? `${record}${example.pointer.slice(parentOf(example.pointer).length)}` : record;
}

function parentOf(pointer: string): string {
  return pointer.replace(/\/[^/]*$/u, "");
}

function keyOf(at: Place, field: FieldName): string {
  return `${field}\n${tableOf(at)}`;
}

function* placesOf(department: Department): Iterable<readonly [FieldName, Place]> {
  for (const project of department.projects) {
    for (const { field, values } of fieldsOfProject(project)) yield [field, values[0].at];
    for (const indicator of project.indicators) {
      for (const { field, values } of fieldsOfIndicator(indicator)) yield [field, values[0].at];
    }
  }
}
