/** A department's records → where each of their values was given, packed, for who asks a printed cell where it comes from. */
import type { Place } from "../diagnostics/index.ts";
import {
  type Amount,
  type Department,
  givenParts,
  perProject,
  type ValueAtPath,
  valuesOfDepartment,
  valuesOfProject,
} from "../records/index.ts";
import {
  type ColumnData,
  type GivenData,
  joinGroups,
  type OwnerData,
  packGroup,
  projectsAGroup,
  type ReviewValues,
  type ValuesGroup,
} from "../write/review/index.ts";

export type PackValues = (department: Department) => ReviewValues;

/** Projects that were packed together before, and are what they were, are not packed again. */
export function openPacker(): PackValues {
  const kept = perProject<Uint8Array>();
  return (department) => {
    const { projects } = department;
    const packed = [packGroup(groupOf([valuesOfDepartment(department)]))];
    // Some at a time, each let go when it is packed: the values of a thousand are many.
    for (let from = 0; from < projects.length; from += projectsAGroup) {
      const [first, ...others] = projects.slice(from, from + projectsAGroup);
      if (first === undefined) break;
      const pack = () => packGroup(groupOf([first, ...others].map(valuesOfProject)));
      packed.push(kept.find(first, others) ?? kept.keep(first, others, pack()));
    }
    return joinGroups(packed);
  };
}

/** Of one department, of which nothing is kept. */
export const packValues: PackValues = (department) => openPacker()(department);

function groupOf(owners: readonly Iterable<ValueAtPath>[]): ValuesGroup {
  const { columns, numberOf } = openColumns();
  const all = owners.map((values) => ownerData(values, numberOf));
  const lists = <List extends keyof OwnerData>(name: List) => all.map((owner) => owner[name]);
  return {
    columns,
    owners: {
      ...{ paths: lists("paths"), given: lists("given"), columns: lists("columns"), rows: lists("rows") },
      ...{ pointers: lists("pointers"), derived: lists("derived") },
    },
  };
}

function ownerData(values: Iterable<ValueAtPath>, numberOf: NumberOf): OwnerData {
  const [paths, given, columns, rows]: [string[], (string | null)[], number[], number[]] = [[], [], [], []];
  const pointers: Record<number, readonly [at: number, pointer: string]> = {};
  const derived: Record<number, OwnerData["derived"][number]> = {};
  let before = 0;
  for (const { path, value } of values) {
    const { at } = value;
    const column = numberOf(at);
    if (column === undefined) continue;
    const row = rowOf(at);
    if (at.kind === "json") pointers[paths.length] = [at.column, at.pointer];
    if (value.derived !== undefined) {
      const { formula, from } = value.derived;
      const cells = givenParts(from);
      derived[paths.length] = { formula, from: cells.flatMap((one) => givenData(one, numberOf)) };
    }
    paths.push(path);
    given.push(isPrintedAsGiven(value) ? null : givenText(value));
    columns.push(column);
    rows.push(row - before);
    before = row;
  }
  return { paths, given, columns, rows, pointers, derived };
}

/** Up to this length, in UTF-16 code units, a text is short enough to be carried twice. */
const mostTwice = 12;

/** Amounts and numbers may be printed in another unit, or rounded; texts are printed as normalised. */
function isPrintedAsGiven({ raw, value, text }: Amount): boolean {
  return raw === undefined && value === undefined && text.length > mostTwice;
}

function givenText({ raw, text }: Amount): string {
  return raw ?? text;
}

function givenData(value: Amount, numberOf: NumberOf): readonly GivenData[] {
  const column = numberOf(value.at);
  return column === undefined ? [] : [[givenText(value), column, rowOf(value.at)]];
}

/** The line of a JSON file. */
function rowOf(at: Place): number {
  if (at.kind === "cell") return at.row;
  return at.kind === "json" ? at.line : 0;
}

/** Undefined of what is no value of a file. */
type NumberOf = (place: Place) => number | undefined;

/** Columns by number, as many values stand in each. */
function openColumns(): { readonly columns: readonly ColumnData[]; readonly numberOf: NumberOf } {
  const columns: ColumnData[] = [];
  const known = new Map<string, number>();
  const numberOf: NumberOf = (place) => {
    if (place.kind !== "cell" && place.kind !== "json") return undefined;
    const { file, header } = place;
    const sheet = place.kind === "cell" ? place.sheet : undefined;
    const column = place.kind === "cell" ? place.column : undefined;
    const key = `${column ?? ""}\n${header ?? ""}\n${sheet ?? ""}\n${file}`;
    const number = known.get(key) ?? columns.push({ file, sheet, column, header }) - 1;
    known.set(key, number);
    return number;
  };
  return { columns, numberOf };
}
