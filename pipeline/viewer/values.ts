/** Values by their keys → where each was given, as a sheet or an editor names it, and how it came to be printed. */
import type { ColumnData, OwnerData, ValuesGroup } from "../write/review/index.ts";
import { rowKey } from "./draw-sheet.ts";
import type { ReviewFile } from "./read-file.ts";

export type GivenValue = {
  readonly path: string;
  /** Absent if it is printed as given, and too long to be carried twice. */
  readonly given: string | undefined;
  readonly place: GivenPlace;
  /** `above`: said in a row above for this one, too; `joined`: put together of `from`; `derived`: computed of `from`. */
  readonly how: "given" | "above" | "joined" | "derived";
  readonly formula?: string;
  readonly from: readonly { readonly given: string | undefined; readonly place: GivenPlace }[];
};

export type GivenPlace = ColumnData & {
  readonly row: number;
  /** Of a JSON file, of which `row` is the line. */
  readonly at?: number | undefined;
  readonly pointer?: string | undefined;
};

/** Undefined of a value that nobody gave: a blank, or what the program counted. */
export function givenValue(file: ReviewFile, key: string): GivenValue | undefined {
  const [, project, own] = /^(\d*) (.*)$/u.exec(key) ?? [];
  const path = own ?? key;
  const found = file.values(Number(project ?? 0));
  return found && valueIn(found.owner, path, found.columns);
}

function valueIn(owner: OwnerData, path: string, columns: ValuesGroup["columns"]): GivenValue | undefined {
  const index = owner.paths.indexOf(path);
  const place = placeAt(owner, index, columns);
  if (place === undefined) return undefined;
  const given = owner.given[index] ?? undefined;
  const derived = owner.derived[index];
  if (derived !== undefined) {
    const from = derived.from.flatMap(([text, column, row]) => {
      const one = columns[column];
      return one === undefined ? [] : [{ given: text, place: { ...one, row } }];
    });
    return { path, given, place, how: "derived", formula: derived.formula, from };
  }
  const beside = (name: string) => {
    const value = valueIn(owner, `${rowKey(path)}.${name}`, columns);
    return value === undefined ? [] : [value];
  };
  if (path.endsWith(".printedValue")) {
    const from = ["operator", "value", "unit"].flatMap(beside);
    return {
      path,
      given,
      place,
      how: from.length > 1 ? "joined" : "given",
      from: from.length > 1 ? from : [],
    };
  }
  const isAbove = /\.level[12]$/u.test(path) && beside("level3").some((one) => isBelow(one.place, place));
  return { path, given, place, how: isAbove ? "above" : "given", from: [] };
}

function isBelow(one: GivenPlace, other: GivenPlace): boolean {
  return (
    one.pointer === undefined && one.file === other.file && one.sheet === other.sheet && one.row > other.row
  );
}

function placeAt(
  { columns: numbers, rows, pointers }: OwnerData,
  index: number,
  columns: ValuesGroup["columns"],
): GivenPlace | undefined {
  const column = columns[numbers[index] ?? -1];
  if (index < 0 || column === undefined) return undefined;
  const row = rows.slice(0, index + 1).reduce((sum, step) => sum + step, 0);
  const [at, pointer] = pointers[index] ?? [];
  return { ...column, row, at, pointer };
}

/** A cell of a workbook as a formula in another one names it; a line of a file as editors do. */
export function referenceOf({ file, sheet, column, row, at, pointer }: GivenPlace): string {
  const cell = column === undefined ? `${row}:${row}` : `${lettersOf(column)}${row}`;
  if (sheet !== undefined) return `'[${file}]${sheet.replaceAll("'", "''")}'!${cell}`;
  if (pointer !== undefined) return `${file}:${row}:${at ?? 1} ${pointer}`;
  return column === undefined ? `${file}:${row}` : `${file}:${row}:${lettersOf(column)}`;
}

/** 1 → A, 27 → AA. */
export function lettersOf(column: number): string {
  const [rest, last] = [Math.floor((column - 1) / 26), (column - 1) % 26];
  return (rest > 0 ? lettersOf(rest) : "") + String.fromCharCode(65 + last);
}
