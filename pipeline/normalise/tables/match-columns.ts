/** A row of headers → the columns whose fields are known; what is ambiguous is settled, what is unknown is listed. */
import { columnKey } from "../../diagnostics/index.ts";
import type { FieldName, Horizon } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { headerKey } from "../headers/header-key.ts";
import { decides } from "../headers/left-out.ts";
import {
  type HeaderMatch,
  isIdentity,
  matchesOf,
  midTermField,
  nearestHeader,
  spellingOf,
  type Vocabulary,
} from "../headers/match-header.ts";
import {
  type FieldColumn,
  type Header,
  type HeaderRow,
  hasIndicators,
  type MatchedColumn,
  type RowKind,
} from "./grid.ts";
import { isIndicator, matchByContent, settleAmbiguous } from "./settle-ambiguous.ts";
import { soleColumns } from "./sole-columns.ts";

export type MatchedColumns = { readonly columns: readonly FieldColumn[]; readonly unitColumn?: number };

export function matchColumns(row: HeaderRow, context: Context & { readonly kind: RowKind }): MatchedColumns {
  const { matched, unspelled, undecided } = matchAll(row, context);
  const sole = context.kind === "rows" ? soleColumns(unspelled, matched, { row, context }) : [];
  const unknown = unspelled.filter((header) => !sole.some((column) => column.header === header));
  const settled = settleAmbiguous(inOrder([...matched, ...sole]), row, context);
  const { placed, sideless } = splitMoney(settled.columns);
  const [columns, misplaced] = partition(placed, context.kind);
  for (const header of [...unknown, ...misplaced.map((column) => column.header)]) {
    const isUnit = settled.unitColumn === header.index;
    if (decides(header.text, context)) continue;
    if (!isUnit && !header.hollow && (header.text.trim() !== "" || hasContent(row, header.index)))
      reportUnknown(header, context);
  }
  for (const { header, names } of [...undecided, ...sideless]) reportUndecided(header, names, context);
  const chosen = settleDuplicates(
    assignSides(explainLevel3(nameLevel3(columns, context.kind))),
    row,
    context,
  );
  for (const { field, side, header } of chosen) {
    const { at, text } = header;
    if (hasContent(row, header.index)) context.noteUse({ field, side, at, header: text.trim() });
  }
  return {
    columns: chosen.map(({ header, field, kind, side, unit }) => ({
      index: header.index,
      header: header.text,
      field,
      kind,
      side,
      unit,
      meanings: context.meaningsOf(header.meaning, field),
    })),
    unitColumn: settled.unitColumn,
  };
}

function inOrder(columns: readonly MatchedColumn[]): readonly MatchedColumn[] {
  return columns.toSorted((one, other) => one.header.index - other.header.index);
}

/** A header that can mean several fields, with a name for each that means this one alone. */
type Undecided = { readonly header: Header; readonly names: readonly string[] };

function matchAll(row: HeaderRow, context: Context & { readonly kind: RowKind }) {
  const matched: MatchedColumn[] = [];
  const unspelled: Header[] = [];
  const undecided: Undecided[] = [];
  const possible = row.headers.map((header) => ({
    header,
    matches: matchesOf(header.meaning, context.vocabulary),
  }));
  const sideAt = sidesAround(possible, context.kind);
  for (const { header, matches } of possible) {
    const fitting = fittingMatches(matches, { side: sideAt(header.index), under: header.under });
    const [match = matchByContent(header, row, context), ...others] = fitting;
    if (match === undefined) unspelled.push(header);
    else if (others.length === 0) matched.push({ ...match, header });
    else undecided.push({ header, names: fitting.map(({ field }) => nameOf(field, context.vocabulary)) });
  }
  return { matched, unspelled, undecided };
}

type Side = "indicator" | "project";
type Possible = { readonly header: Header; readonly matches: readonly HeaderMatch[] };

const sideOfField = ({ field }: HeaderMatch): Side => (isIndicator(field) ? "indicator" : "project");

/**
 * Whether a header that can mean a field of the project and one of its indicators stands among those of the one or the
 * other: before the first header that is certainly an indicator's it is the project's, after it its neighbours decide.
 */
function sidesAround(possible: readonly Possible[], kind: RowKind): (index: number) => Side | undefined {
  const certain = possible.flatMap(({ header, matches }) => {
    const [side, ...others] = new Set(matches.map(sideOfField));
    return side === undefined || others.length > 0 ? [] : [{ index: header.index, side, matches }];
  });
  if (kind === "indicators") return () => "indicator";
  if (!hasIndicators(certain.flatMap(({ matches }) => matches))) return () => "project";
  const first = certain.find(({ side }) => side === "indicator")?.index ?? 0;
  return (index) => {
    if (index < first) return "project";
    const before = certain.findLast((one) => one.index < index)?.side;
    const after = certain.find((one) => one.index > index)?.side;
    return before === undefined || after === undefined || before === after ? (before ?? after) : undefined;
  };
}

/** Of what a header can mean, what fits where it stands; of that, what its most trusted source says. */
function fittingMatches(
  matches: readonly HeaderMatch[],
  { side, under = "" }: { readonly side: Side | undefined; readonly under: string | undefined },
): readonly HeaderMatch[] {
  const narrow = (fits: (match: HeaderMatch) => boolean, from: readonly HeaderMatch[]) => {
    const fitting = from.filter(fits);
    return fitting.length > 0 ? fitting : from;
  };
  const ofSide = side === undefined ? matches : narrow((match) => sideOfField(match) === side, matches);
  const ofBanner = /资金|预算|金额|经费/u.test(under)
    ? narrow(({ kind }) => kind === "money", ofSide)
    : /指标/u.test(under)
      ? narrow((match) => sideOfField(match) === "indicator", ofSide)
      : ofSide;
  const most = Math.max(...ofBanner.map(({ trust }) => trust));
  return ofBanner.filter(({ trust }) => trust === most);
}

/** Columns that this kind of rows has no place for: indicators' without a 三级指标, projects' inside an indicator. */
function partition(
  columns: readonly MatchedColumn[],
  kind: RowKind,
): [kept: MatchedColumn[], misplaced: MatchedColumn[]] {
  const rowsHaveIndicators = kind === "indicators" || hasIndicators(columns);
  const fits = ({ field }: MatchedColumn): boolean => {
    if (isIndicator(field)) return rowsHaveIndicators;
    // An indicator that repeats which project it is of says nothing new.
    return kind === "rows" || /^project\.(?:code|name|order)$/u.test(field);
  };
  return [columns.filter(fits), columns.filter((column) => !fits(column))];
}

/**
 * 财政拨款 after 中期资金总额 belongs to it, until another total begins. If the form has such a label for both horizons,
 * nothing tells whose it is before the totals, or after two of them side by side.
 */
function splitMoney(columns: readonly MatchedColumn[]) {
  const totals = columns.filter(({ field }) => field === "budget.total" || field === "midTermBudget.total");
  const two = new Set(totals.map(({ field }) => field)).size > 1;
  const placed: MatchedColumn[] = [];
  const sideless: Undecided[] = [];
  let total: MatchedColumn | undefined;
  let sideBySide = false;
  for (const column of columns) {
    if (totals.includes(column)) {
      sideBySide = total !== undefined && total.field !== column.field && placed.at(-1) === total;
      total = column;
    }
    const isPart = column.kind === "money" && !totals.includes(column);
    const unsaid = isPart && column.horizon === undefined;
    if (unsaid && column.sideUnsaid === true && two && (total === undefined || sideBySide)) {
      const name = headerKey(column.header.meaning).bare;
      sideless.push({ header: column.header, names: [`年度${name}`, `中期${name}`] });
    } else if (unsaid && total?.field === "midTermBudget.total")
      placed.push({ ...column, field: midTermField(column.field) });
    else placed.push(column);
  }
  return { placed, sideless };
}

/** A column that is only called name is level 3 if no other is and another column says which project it is of. */
function nameLevel3(columns: readonly MatchedColumn[], kind: RowKind): readonly MatchedColumn[] {
  const isName = ({ field, header }: MatchedColumn) =>
    field === "project.name" && bareNames.has(headerKey(header.meaning).bare);
  const isOwned = columns.some((column) => !isName(column) && isIdentity(column.field));
  const isMeasured = columns.some(
    ({ field }) => field === "indicator.level1" || field === "indicator.level2",
  );
  const isNamed = columns.some((column) => column.field === "indicator.level3" && !isContent(column));
  if (isNamed || !(kind === "indicators" || (isOwned && isMeasured))) return columns;
  return columns.map((column) => (isName(column) ? { ...column, field: "indicator.level3" } : column));
}

const bareNames = new Set(["name", "名称"]);

/** 指标内容 is level 3 if no other column is, and otherwise what explains it. */
function explainLevel3(columns: readonly MatchedColumn[]): MatchedColumn[] {
  const named = columns.some((column) => column.field === "indicator.level3" && !isContent(column));
  return columns.map((column) =>
    named && isContent(column) ? { ...column, field: "indicator.description", rank: 50 } : column,
  );
}

const contentNames = new Set(["指标内容", "kpicontent"]);

function isContent({ field, header }: MatchedColumn): boolean {
  return field === "indicator.level3" && contentNames.has(headerKey(header.meaning).bare);
}

function hasContent(row: HeaderRow, index: number): boolean {
  for (const value of row.values(index)) if (value.trim() !== "") return true;
  return false;
}

function reportUnknown(header: Header, context: Context): void {
  const name = header.text.trim();
  context.reportOnce(`unknown ${columnKey(header.at)}`, () => ({
    code: "column-unknown",
    at: header.at,
    args: { header: name, nearest: nearestHeader(name, context.vocabulary) },
  }));
}

function reportUndecided(header: Header, names: readonly string[], context: Context): void {
  context.reportOnce(`undecided ${columnKey(header.at)}`, () => ({
    code: "column-undecided",
    at: header.at,
    args: { header: header.text.trim(), names },
  }));
}

/** How a header or department.json can name a field and nothing else. */
function nameOf(field: FieldName, vocabulary: Vocabulary): string {
  return spellingOf(field, vocabulary) ?? field;
}

type SidedColumn = MatchedColumn & { readonly side?: Horizon };

/** Repeated headers: the first set is mid-term, the second annual. A header's own 中期 or 年度 takes precedence. */
function assignSides(columns: readonly MatchedColumn[]): SidedColumn[] {
  const indicators = columns.filter(({ field }) => field.startsWith("indicator."));
  const second = secondSet(indicators);
  const named = indicators.some(({ horizon }) => horizon === "midTerm");
  if (second === undefined && !named) return [...columns];
  return columns.map((column) => {
    const side = indicators.includes(column) ? sideOf(column, { indicators, second }) : undefined;
    return side === undefined ? column : { ...column, side };
  });
}

/**
 * Where the headers of a whole indicator begin again: the index of the first that is repeated. Another spelling of
 * level 3 is no second set, nor is one header that occurs twice.
 */
function secondSet(indicators: readonly MatchedColumn[]): number | undefined {
  const repeated = indicators.filter((column, index) =>
    indicators.slice(0, index).some((other) => sameHeader(other, column)),
  );
  const has = (field: FieldName): boolean => repeated.some((column) => column.field === field);
  return has("indicator.level3") && repeated.length > 1 ? repeated[0]?.header.index : undefined;
}

function sameHeader(left: MatchedColumn, right: MatchedColumn): boolean {
  if (left.field !== right.field) return false;
  const sided = left.horizon !== undefined && right.horizon !== undefined && left.horizon !== right.horizon;
  return sided || headerKey(left.header.meaning).bare === headerKey(right.header.meaning).bare;
}

function sideOf(
  column: MatchedColumn,
  { indicators, second }: { indicators: readonly MatchedColumn[]; second: number | undefined },
): Horizon | undefined {
  const alone = indicators.filter(({ field }) => field === column.field).length === 1;
  const isLevel = column.field === "indicator.level1" || column.field === "indicator.level2";
  if (column.field === "indicator.horizon" || (alone && isLevel)) return undefined;
  if (second !== undefined) return column.horizon ?? (column.header.index < second ? "midTerm" : "annual");
  return alone && column.horizon !== "midTerm" ? undefined : (column.horizon ?? "annual");
}

/** Of several columns for one field, reads the one with the most trusted spelling and lists the others. */
function settleDuplicates(columns: readonly SidedColumn[], row: HeaderRow, context: Context): SidedColumn[] {
  const chosen = new Map<string, SidedColumn>();
  const key = (column: SidedColumn): string => `${column.field} ${column.side ?? ""}`;
  for (const column of columns) {
    const rival = chosen.get(key(column));
    if (rival === undefined || column.rank < rival.rank) chosen.set(key(column), column);
  }
  for (const column of columns) {
    const winner = chosen.get(key(column));
    if (winner === undefined || winner === column || sameValues(winner, column, row)) continue;
    context.reportOnce(`duplicate ${columnKey(column.header.at)}`, () => ({
      code: "column-repeated",
      at: column.header.at,
      also: [winner.header.at],
      args: { header: column.header.text.trim() },
    }));
  }
  return [...chosen.values()];
}

/** Two columns that say the same in every row leave nothing unread. */
function sameValues(left: SidedColumn, right: SidedColumn, row: HeaderRow): boolean {
  const others = row.values(right.header.index)[Symbol.iterator]();
  for (const value of row.values(left.header.index)) if (value !== others.next().value) return false;
  return true;
}
