/** Columns that are kinds of indicators (数量指标, 质量指标 …) → the columns of a list of indicators, with a row for each that their cells name. */
import type { Place, Report } from "../../diagnostics/index.ts";
import { bareLevel, type FieldName, rankOfLevel, rowOf } from "../../records/index.ts";
import { headerKey } from "../headers/header-key.ts";
import {
  isKind,
  type KindName,
  labelsOfKind,
  measureBeside,
  namedKind,
  ownMeasureOf,
} from "../headers/indicator-kinds.ts";
import { matchesOf, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { measuresIn, partsOf } from "../headers/named-measures.ts";
import { type Grid, type Header, hasIndicators, identityColumns, ownText } from "./grid.ts";
import { type Said, type SpreadColumns, spreadLines } from "./spread-lines.ts";

type KindColumn = {
  readonly header: Header;
  readonly level1: string;
  readonly level2: string;
  /** Columns beside it that say more of what it names: a field of the indicator, and the column's index. */
  readonly beside: ReadonlyMap<FieldName, number>;
};

type Labels = Pick<KindColumn, "level1" | "level2"> & { readonly kind: KindName };

/** Undefined if fewer than two columns are of kinds, or others say what a list of indicators says. */
export function kindColumns(headers: readonly Header[], vocabulary: Vocabulary): SpreadColumns | undefined {
  const kinds = headers.flatMap((header, at): readonly (KindColumn & Labels)[] => {
    const labels = labelsOf(header, vocabulary);
    if (labels === undefined) return [];
    return [{ header, ...labels, beside: besideOf(headers, { at, kind: labels.kind }, vocabulary) }];
  });
  if (new Set(kinds.map(({ kind }) => `${kind.bare} ${kind.number}`)).size < 2) return undefined;
  const taken = new Set(kinds.flatMap(({ header, beside }) => [header.index, ...beside.values()]));
  const others = headers.filter(({ index }) => !taken.has(index));
  const known = others.flatMap(({ meaning }) => matchHeader(meaning, vocabulary) ?? []);
  const [first] = kinds;
  if (first === undefined || hasIndicators(known)) return undefined;
  const width = Math.max(...headers.map(({ index }) => index)) + 1;
  const fields = new Set<FieldName>([...listed, ...kinds.flatMap(({ beside }) => [...beside.keys()])]);
  const stated = new Map([...fields].map((field, order) => [width + order, field] as const));
  const headersOfStated = [...stated].map(([index, field]): Header => {
    const text = rowOf(field)?.spellings[0] ?? field;
    return { index, text, meaning: field, at: first.header.at };
  });
  const indexes = kinds.map(({ header }) => header.index);
  return {
    headers: [...others, ...headersOfStated],
    sources: (index) => (stated.has(index) ? indexes : [index]),
    columnOf: (index) => (indexes.includes(index) ? { field: "indicator.level3", kind: "text" } : undefined),
    spread: (grid, report) => spreadKinds(grid, { kinds, stated }, report),
  };
}

const listed = ["indicator.level1", "indicator.level2", "indicator.level3", "indicator.value"] as const;

/** With its number, and a hint in brackets. */
const longestKind = 40;

/** The cells of a row that head columns of kinds, if more than one does. */
export function kindsAmong(texts: readonly string[]): readonly string[] {
  const kinds = texts.filter(
    (text) => text.length <= longestKind && text.includes("指标") && namedKind(text) !== undefined,
  );
  // 满意度指标 and its 服务对象满意度指标 side by side are the two levels of one indicator.
  const bare = new Set(kinds.map(bareLevel));
  const outer = [...bare].filter((one) => [...bare].some((other) => other !== one && other.endsWith(one)));
  return bare.size - outer.length < 2 ? [] : kinds;
}

function labelsOf(header: Header, vocabulary: Vocabulary): Labels | undefined {
  const banners = header.under?.split("/") ?? [];
  const own = ownText(header);
  const above = banners.at(-1);
  const isOwn = isKind(own) && banners.some((banner) => /指标$/u.test(banner));
  const named = isOwn ? own : isNamesOf(above, own, vocabulary) ? above : undefined;
  const plain = (name: string) => ({ bare: bareLevel(headerKey(name).bare), number: "" });
  const kind = namedKind(own) ?? (named === undefined ? undefined : (namedKind(named) ?? plain(named)));
  if (kind === undefined) return undefined;
  const stated = banners.find((banner) => rankOfLevel(banner) === 1 && bareLevel(banner) !== kind.bare);
  const { level1, level2 } = labelsOfKind(kind.bare);
  return { level1: stated ?? level1, level2, kind };
}

/** 三级指标 or 指标名称 below 数量指标, or below 产出指标 beside another level 1. */
function isNamesOf(banner: string | undefined, own: string, vocabulary: Vocabulary): banner is string {
  return (
    banner !== undefined &&
    (isKind(banner) || namedKind(banner) !== undefined || rankOfLevel(banner) !== undefined) &&
    matchesOf(own, vocabulary).some(({ field }) => field === "indicator.level3")
  );
}

/** 指标值, 数量指标值 to the right of a kind, up to the next column that is anything else; those with its number anywhere. */
function besideOf(
  headers: readonly Header[],
  { at, kind }: { readonly at: number; readonly kind: KindName },
  vocabulary: Vocabulary,
): ReadonlyMap<FieldName, number> {
  const beside = new Map<FieldName, number>();
  for (const header of headers.slice(at + 1)) {
    const field = measureBeside(ownText(header), kind, vocabulary);
    if (field === undefined || beside.has(field)) break;
    beside.set(field, header.index);
  }
  const [before, own] = [headers[at - 1], headers[at]];
  const isOfBanner = before?.under !== undefined && before.under === own?.under;
  if (isOfBanner && matchesOf(ownText(before), vocabulary).some(({ field }) => field === "indicator.level2"))
    beside.set("indicator.level2", before.index);
  for (const header of kind.number === "" ? [] : headers) {
    const field = ownMeasureOf(ownText(header), kind, vocabulary);
    if (field !== undefined && !beside.has(field)) beside.set(field, header.index);
  }
  return beside;
}

/** An indicator that a cell names. */
type Named = {
  readonly row: number;
  readonly kind: KindColumn;
  /** What it says, each with its column. */
  readonly said: ReadonlyMap<FieldName, Said>;
  readonly unclear: boolean;
};
type Kinds = {
  readonly kinds: readonly KindColumn[];
  /** The columns that a list of indicators has in place of them, by index. */
  readonly stated: ReadonlyMap<number, FieldName>;
};

/**
 * The rows of a grid with one for each indicator that their cells name, those of a project in the order of its kinds.
 * Of what is not certain the whole text is the name, and it is told.
 */
function spreadKinds(grid: Grid, { kinds, stated }: Kinds, report: Report): Grid {
  const lines = projectsOf(grid).flatMap((rows) => linesOf(grid, rows, kinds));
  tell(
    grid,
    { kinds, unclear: lines.flatMap(({ named }) => (named?.unclear === true ? [named] : [])) },
    report,
  );
  return spreadLines(
    grid,
    stated,
    lines.map(({ row, named }) => ({ row, said: named?.said, column: named?.kind.header.index })),
  );
}

/** The rows of each project: one that says nothing else of whose it is goes on with the project above. */
function projectsOf(grid: Grid): readonly (readonly number[])[] {
  const identity = identityColumns(grid);
  const projects: number[][] = [];
  for (let row = 0; row < grid.rowCount; row += 1) {
    const begins = identity.some(({ index }) => !isBlankOrAbove(grid, row, index));
    const last = projects.at(-1);
    if (last === undefined || begins) projects.push([row]);
    else last.push(row);
  }
  return projects;
}

function isBlankOrAbove(grid: Grid, row: number, column: number): boolean {
  const text = grid.source(row, column).trim();
  return text === "" || (row > 0 && text === grid.source(row - 1, column).trim());
}

type KindLine = { readonly row: number; readonly named?: Named };

function linesOf(grid: Grid, rows: readonly number[], kinds: readonly KindColumn[]): readonly KindLine[] {
  const all = kinds.flatMap((kind) =>
    rows.flatMap((row, order) =>
      order > 0 && isMergedInto(grid, row, kind) ? [] : namedIn(grid, row, kind),
    ),
  );
  const [first] = rows;
  const naming = new Set(all.map(({ row }) => row));
  // A project begins with its own row, and what else its rows say is not lost.
  const begin = all[0]?.row === first ? [] : rows.slice(0, 1);
  const rest = rows.slice(1).filter((row) => !naming.has(row));
  return [
    ...begin.map((row) => ({ row })),
    ...all.map((named) => ({ row: named.row, named })),
    ...rest.map((row) => ({ row })),
  ];
}

function textIn(grid: Grid, row: number, column: number): string {
  return grid.source(row, column).replace(/\r\n?/gu, "\n").trim();
}

/** A merged cell is there in each of the rows that it covers. */
function isMergedInto(grid: Grid, row: number, { header: { index } }: KindColumn): boolean {
  return grid.merged?.has(index) === true && isBlankOrAbove(grid, row, index);
}

function namedIn(grid: Grid, row: number, kind: KindColumn): readonly Named[] {
  const { header, level1, level2, beside } = kind;
  const labels: readonly (readonly [FieldName, Said])[] = [
    ["indicator.level1", { text: level1, column: header.index }],
    ...(level2 === "" ? [] : [["indicator.level2", { text: level2, column: header.index }] as const]),
  ];
  const text = textIn(grid, row, header.index);
  const values = [...beside].flatMap(([field, column]): readonly (readonly [FieldName, Said])[] => {
    const said = textIn(grid, row, column);
    return said === "" ? [] : [[field, { text: said, column }]];
  });
  const one = (name: string, said: typeof values, unclear: boolean): Named => ({
    ...{ row, kind, unclear },
    said: new Map([...labels, ["indicator.level3", { text: name, column: header.index }], ...said]),
  });
  if (values.length === 0)
    return measuresIn(text).map(({ name, value, unclear }) =>
      one(name, value === "" ? [] : [["indicator.value", { text: value, column: header.index }]], unclear),
    );
  const names = partsOf(text);
  if (names.length < 2) return [one(text, values, false)];
  const parts = values.map(([field, { text: said, column }]) => ({ field, column, texts: partsOf(said) }));
  if (parts.some(({ texts }) => texts.length !== names.length)) return [one(text, values, true)];
  return names.map((name, index) =>
    one(
      name,
      parts.map(({ field, column, texts }) => [field, { text: texts[index] ?? "", column }]),
      false,
    ),
  );
}

function tell(
  grid: Grid,
  { kinds, unclear }: { readonly kinds: readonly KindColumn[]; readonly unclear: readonly Named[] },
  report: Report,
): void {
  const [first, ...others] = kinds.map(({ header }) => header.at);
  if (first === undefined) return;
  const labels = kinds.map(({ level1, level2 }) => (level2 === "" ? level1 : `${level1}/${level2}`));
  report({ code: "kinds-as-columns", at: first, also: some(others), args: { kinds: [...new Set(labels)] } });
  const places = new Map(
    unclear.map(({ row, kind }) => [`${row} ${kind.header.index}`, grid.place(row, kind.header.index)]),
  );
  const [at, ...also] = places.values();
  if (at === undefined) return;
  const found = unclear[0]?.said.get("indicator.level3")?.text;
  report({ code: "kind-cell-unclear", at, also: some(also), found, args: { cells: places.size } });
}

function some(places: readonly Place[]): readonly Place[] | undefined {
  return places.length === 0 ? undefined : places;
}
