/** A table in which one cell holds several indicators, as JSON or in words, or one of each horizon does → the same with a row for each of them and columns for what it says. */
import type { Diagnostic } from "../../diagnostics/index.ts";
import { cellPlace, type RawNode, type RawRow, type RawTable, readJsonText } from "../../read/index.ts";
import type { Horizon } from "../../records/index.ts";
import { horizonOf, namedHorizonOf } from "../headers/header-key.ts";
import { namesIndicators } from "../headers/indicator-kinds.ts";
import { levelledMeasuresIn } from "../headers/levelled-measures.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { openColumns } from "./opened-column.ts";

/** What a cell holds, by the names of columns. */
type Held = ReadonlyMap<string, string>;
/** A column whose cells hold indicators, and the row of its header. */
type Found = {
  readonly column: number;
  readonly header: number;
  readonly held: readonly (readonly Held[])[];
  readonly unclear: readonly number[];
};

/** As far as the header and the first cells are looked for. */
const searchedRows = 30;

/** The table itself if none of its columns holds such cells. */
export function withOpenCells(table: RawTable, vocabulary: Vocabulary): RawTable {
  if (table.merges?.some(({ rows }) => rows > 1) === true) return table;
  const json = columnOfJson(table);
  const found = json === undefined ? columnsOfWords(table, vocabulary) : [json];
  const [{ header } = { header: 0 }] = found;
  if (found.length === 0) return table;
  const { opened, wide } = openColumns(
    table,
    found.map(({ column, held }) => ({ column, names: [...new Set(held.flat().flatMap(namesIn))] })),
  );
  const rows = table.rows.flatMap((row, index): readonly RawRow[] => {
    if (index < header) return [row];
    if (index === header) return [wide(row, (name) => name)];
    const [first = new Map<string, string>(), ...others] = beside(
      found.map(({ held }) => held[index - header - 1] ?? []),
    );
    return [first, ...others].map((one) => wide(row, (name) => one.get(name) ?? ""));
  });
  const remarks = [...(table.remarks ?? []), ...found.flatMap((one) => unclearCells(table, one))];
  return { ...table, rows, remarks, opened };
}

function namesIn(held: Held): readonly string[] {
  return [...held.keys()];
}

/** What several columns hold, the first of each in one row, and so on: their names differ by the horizon. */
function beside(columns: readonly (readonly Held[])[]): readonly Held[] {
  const length = Math.max(...columns.map((held) => held.length));
  return Array.from({ length }, (_, index) => new Map(columns.flatMap((held) => [...(held[index] ?? [])])));
}

function unclearCells(table: RawTable, { column, header, unclear }: Found): readonly Diagnostic[] {
  const text = table.rows[header]?.cells[column]?.trim();
  const places = unclear.map((index) => cellPlace(table, table.rows[index]?.row ?? 0, column, text));
  const [at, ...also] = places;
  if (at === undefined) return [];
  const found = table.rows[unclear[0] ?? 0]?.cells[column]?.trim();
  return [
    {
      code: "kind-cell-unclear",
      at,
      also: also.length === 0 ? undefined : also,
      found,
      args: { cells: places.length },
    },
  ];
}

/** The one column below whose header each cell is JSON or blank. */
function columnOfJson(table: RawTable): Found | undefined {
  const first = table.rows.slice(0, searchedRows).findIndex(({ cells }) => cells.some(beginsAsJson));
  const columns = (table.rows[first]?.cells ?? []).flatMap((cell, index) =>
    beginsAsJson(cell) ? [index] : [],
  );
  const [column, ...others] = columns;
  if (column === undefined || others.length > 0) return undefined;
  const header = table.rows.slice(0, first).findLastIndex(({ cells }) => (cells[column] ?? "").trim() !== "");
  if (header < 0) return undefined;
  const held: (readonly Held[])[] = [];
  for (const { cells } of table.rows.slice(header + 1)) {
    const objects = objectsIn((cells[column] ?? "").trim());
    if (objects === undefined) return undefined;
    held.push(objects);
  }
  return { column, header, held, unclear: [] };
}

function beginsAsJson(cell: string): boolean {
  return /^\s*\[?\s*\{\s*"/u.test(cell);
}

/** Undefined of what is no list of objects that have texts and numbers alone. */
function objectsIn(text: string): readonly Held[] | undefined {
  if (text === "") return [];
  const node = beginsAsJson(text) || text === "[]" ? readJsonText({ name: "", text }, () => {}) : undefined;
  const items = node?.kind === "list" ? node.items : node === undefined ? undefined : [node];
  const objects = items?.map(heldBy);
  return objects?.every((one) => one !== undefined) === true ? objects : undefined;
}

function heldBy(node: RawNode): Held | undefined {
  if (node.kind !== "object") return undefined;
  const texts = node.entries.map(({ key, value }) => [key, plainText(value)] as const);
  const known = texts.flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const]));
  return known.length < texts.length ? undefined : new Map(known);
}

function plainText(node: RawNode): string | undefined {
  if (node.kind === "text" || node.kind === "number") return node.text;
  if (node.kind === "boolean") return node.value ? "是" : "否";
  return node.kind === "null" ? "" : undefined;
}

/** 绩效指标, or 中期绩效指标 and 年度绩效指标, above cells that each name indicators with their values or their levels, in a table that has no other column for their names. */
function columnsOfWords(table: RawTable, vocabulary: Vocabulary): readonly Found[] {
  const header = table.rows
    .slice(0, searchedRows)
    .findIndex(
      ({ cells }) => cells.filter((cell) => matchHeader(cell, vocabulary) !== undefined).length >= 2,
    );
  const headers = table.rows[header]?.cells ?? [];
  const fields = new Set(headers.map((cell) => matchHeader(cell, vocabulary)?.field));
  const columns = headers.flatMap((cell, column) => {
    const horizon = horizonOfIndicators(cell);
    return horizon === undefined ? [] : [{ column, horizon }];
  });
  if (new Set(columns.map(({ horizon }) => horizon)).size < columns.length) return [];
  const below = table.rows[header + 1]?.cells ?? [];
  const isBanner = below.some((cell) => matchHeader(cell, vocabulary)?.field.startsWith("indicator."));
  if (isBanner || named.some((field) => fields.has(field))) return [];
  const isMeasured = fields.has("indicator.value");
  // Whose the values are that stand elsewhere cannot be told of two.
  if (isMeasured && columns.some(({ horizon }) => horizon === "midTerm")) return [];
  return columns.flatMap((one) => wordsBelow(table, { ...one, header, isMeasured }) ?? []);
}

function horizonOfIndicators(header: string): Horizon | undefined {
  if (namesIndicators(header)) return "annual";
  return /指标/u.test(header) ? (horizonOf(header) ?? namedHorizonOf(header)) : undefined;
}

type Column = Pick<Found, "column" | "header"> & {
  readonly horizon: Horizon;
  /** Whether the values stand in a column of their own. */
  readonly isMeasured: boolean;
};

/** Undefined if most cells of the column do not say indicators. */
function wordsBelow(table: RawTable, { column, header, horizon, isMeasured }: Column): Found | undefined {
  const read = table.rows
    .slice(header + 1)
    .map(({ cells }) => levelledMeasuresIn(cells[column] ?? "", isMeasured));
  const all = read.flat();
  const says = ({ unclear, level1 }: (typeof all)[number]) => (isMeasured ? level1 !== undefined : !unclear);
  if (all.length === 0 || all.filter(says).length * 2 < all.length) return undefined;
  if (isMeasured && all.some(({ value }) => value !== "")) return undefined;
  const ahead = horizon === "midTerm" ? "中期" : "";
  const held = read.map((measures) => measures.map((one) => new Map(namesOf(one, ahead))));
  const unclear = read.flatMap((measures, index) =>
    !isMeasured && measures.some((one) => one.unclear) ? [header + 1 + index] : [],
  );
  return { column, header, held, unclear };
}

const named = ["indicator.level1", "indicator.level2", "indicator.level3"] as const;

/** `ahead` says the horizon, which names of columns begin with if it is not that of the year. */
function namesOf(
  { level1 = "", level2 = "", name, value }: ReturnType<typeof levelledMeasuresIn>[number],
  ahead: string,
): readonly (readonly [string, string])[] {
  const said = [
    ["一级指标", level1],
    ["二级指标", level2],
    ["三级指标", name],
    ["指标值", value],
  ] as const;
  return said.flatMap(([key, text]) =>
    text !== "" || key === "三级指标" ? [[`${ahead}${key}`, text] as const] : [],
  );
}
