/** Columns of several indicators in one row (指标1, 指标值1, 指标2, 指标值2 …) → the columns of a list of indicators, with a row for each. */
import type { Report } from "../../diagnostics/index.ts";
import type { Vocabulary } from "../headers/match-header.ts";
import { measuresIn } from "../headers/named-measures.ts";
import { type NumberedGroup, numberedIn } from "../headers/numbered.ts";
import { type Grid, type Header, ownText } from "./grid.ts";
import { type Line, type Said, type SpreadColumns, spreadLines } from "./spread-lines.ts";

type Group = NumberedGroup<Header>;

/** Undefined if no columns are numbered. */
export function numberedColumns(
  headers: readonly Header[],
  vocabulary: Vocabulary,
): SpreadColumns | undefined {
  const numbered = numberedIn(headers.map(asNumbered), vocabulary);
  if (numbered.kind === "none") return undefined;
  if (numbered.kind === "unclear") {
    const { owners } = numbered;
    return {
      headers: headers.filter((header) => !owners.includes(header)),
      sources: (index) => [index],
      columnOf: () => undefined,
      spread: (grid, report) => tellUnclear(grid, owners, report),
    };
  }
  const { groups } = numbered;
  const bases = new Map(groups.flatMap((group) => [...group].map(([meaning, { base }]) => [meaning, base])));
  const named = [...bases.values()].find(({ field }) => field === "indicator.level3");
  // 指标1: 培训人数≥100人
  if (bases.size === 1 && named !== undefined)
    bases.set("指标值", { ...named, meaning: "指标值", field: "indicator.value" });
  const taken = new Map(
    groups.flatMap((group) => [...group.values()].map(({ owner, base }) => [owner.index, base])),
  );
  const others = headers.filter(({ index }) => !taken.has(index));
  const width = Math.max(...headers.map(({ index }) => index)) + 1;
  const stated = new Map([...bases.keys()].map((meaning, order) => [width + order, meaning]));
  const indexesOf = (meaning: string | undefined) =>
    groups.flatMap((group) => group.get(meaning ?? "")?.owner.index ?? []);
  const ofStated = [...stated].flatMap(([index, meaning]): readonly Header[] => {
    const first = headers.find((header) => indexesOf(meaning).includes(header.index)) ?? headers[0];
    return first === undefined ? [] : [{ index, text: meaning, meaning, under: "绩效指标", at: first.at }];
  });
  return {
    headers: [...others, ...ofStated],
    sources: (index) => (stated.has(index) ? indexesOf(stated.get(index)) : [index]),
    columnOf: (index) => taken.get(index),
    spread: (grid) => spreadLines(grid, stated, linesOf(grid, groups)),
  };
}

/** How many of the cells of a row head such columns. */
export function numberedAmong(
  headers: readonly Pick<Header, "text" | "under">[],
  vocabulary: Vocabulary,
): number {
  const numbered = numberedIn(
    headers.map((header) => ({ ...asNumbered(header), owner: undefined })),
    vocabulary,
  );
  if (numbered.kind === "none") return 0;
  return numbered.kind === "unclear"
    ? numbered.owners.length
    : numbered.groups.reduce((sum, group) => sum + group.size, 0);
}

function asNumbered<One extends Pick<Header, "text" | "under">>(header: One) {
  return { text: ownText(header), under: header.under, owner: header };
}

function tellUnclear(grid: Grid, columns: readonly Header[], report: Report): Grid {
  const [first, ...others] = columns;
  if (first !== undefined && grid.rowCount > 0) {
    const args = { headers: columns.map(({ text }) => text.trim()) };
    report({ code: "numbered-columns-unclear", at: first.at, also: others.map(({ at }) => at), args });
  }
  return grid;
}

/** A row for each indicator that a row says, and one for a row that says none. */
function linesOf(grid: Grid, groups: readonly Group[]): readonly Line[] {
  return Array.from({ length: grid.rowCount }, (_, row) => row).flatMap((row) => {
    const lines = groups.flatMap((group): readonly Line[] => {
      const said = saidIn(grid, row, group);
      return said.size === 0 ? [] : [{ row, said }];
    });
    return lines.length === 0 ? [{ row }] : lines;
  });
}

function saidIn(grid: Grid, row: number, group: Group): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const [meaning, { owner }] of group) {
    const text = grid.source(row, owner.index);
    if (text.trim() !== "") said.set(meaning, { text, column: owner.index });
  }
  const [[meaning, name] = []] = said;
  if (group.size > 1 || name === undefined || meaning === undefined) return said;
  const [measure, ...others] = measuresIn(name.text);
  if (measure === undefined || others.length > 0 || measure.value === "") return said;
  return new Map([
    [meaning, { ...name, text: measure.name }],
    ["指标值", { ...name, text: measure.value }],
  ]);
}
