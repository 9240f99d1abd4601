/** A row of headers → the columns whose fields are known; what is ambiguous is settled, what is unknown is listed. */
import type { FieldName, Horizon } from "../records/index.ts";
import type { Context } from "./context.ts";
import {
  type FieldColumn,
  type Header,
  type HeaderRow,
  hasIndicators,
  type MatchedColumn,
  onceKey,
  type RowKind,
} from "./grid.ts";
import { matchHeader, midTermField, nearestHeader } from "./match-header.ts";
import { isIndicator, matchByContent, settleAmbiguous } from "./settle-ambiguous.ts";

export type MatchedColumns = { readonly columns: readonly FieldColumn[]; readonly unitColumn?: number };

export function matchColumns(row: HeaderRow, context: Context & { readonly kind: RowKind }): MatchedColumns {
  const { matched, unknown } = matchAll(row, context);
  const settled = settleAmbiguous(matched, row, context);
  const placed = splitMoney(settled.columns);
  const [columns, misplaced] = partition(placed, context.kind);
  for (const header of [...unknown, ...misplaced.map((column) => column.header)]) {
    const isUnit = settled.unitColumn === header.index;
    if (!isUnit && !header.hollow && (header.text.trim() !== "" || hasContent(row, header.index)))
      reportUnknown(header, context);
  }
  const chosen = settleDuplicates(assignSides(columns), row, context);
  for (const { field, side, header } of chosen) {
    const { at, text } = header;
    if (hasContent(row, header.index)) context.noteUse({ field, side, at, header: text.trim() });
  }
  return {
    columns: chosen.map(({ header, field, side, unit }) => ({
      index: header.index,
      header: header.text,
      field,
      side,
      unit,
    })),
    unitColumn: settled.unitColumn,
  };
}

function matchAll(row: HeaderRow, context: Context) {
  const matched: MatchedColumn[] = [];
  const unknown: Header[] = [];
  for (const header of row.headers) {
    const match = matchHeader(header.meaning, context.vocabulary) ?? matchByContent(header, row, context);
    if (match === undefined) unknown.push(header);
    else matched.push({ ...match, header });
  }
  return { matched, unknown };
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

/** 财政拨款 after 中期资金总额 belongs to it, until another total begins. */
function splitMoney(columns: readonly MatchedColumn[]): MatchedColumn[] {
  let midTerm = false;
  return columns.map((column) => {
    if (column.field === "midTermBudget.total") midTerm = true;
    if (column.field === "budget.total") midTerm = false;
    return midTerm && column.field.startsWith("budget.")
      ? { ...column, field: midTermField(column.field) }
      : column;
  });
}

function hasContent(row: HeaderRow, index: number): boolean {
  for (const value of row.values(index)) if (value.trim() !== "") return true;
  return false;
}

function reportUnknown(header: Header, context: Context): void {
  const name = header.text.trim();
  context.reportOnce(`unknown ${onceKey(header)}`, {
    code: "column-unknown",
    at: header.at,
    args: { header: name, nearest: nearestHeader(name, context.vocabulary) },
  });
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

/** If level 3 occurs twice, the index of the first header that is repeated. */
function secondSet(indicators: readonly MatchedColumn[]): number | undefined {
  if (indicators.filter(({ field }) => field === "indicator.level3").length < 2) return undefined;
  const seen = new Set<FieldName>();
  for (const { field, header } of indicators) {
    if (seen.has(field)) return header.index;
    seen.add(field);
  }
  return undefined;
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
    context.reportOnce(`duplicate ${onceKey(column.header)}`, {
      code: "column-repeated",
      at: column.header.at,
      also: [winner.header.at],
      args: { header: column.header.text.trim() },
    });
  }
  return [...chosen.values()];
}

/** Two columns that say the same in every row leave nothing unread. */
function sameValues(left: SidedColumn, right: SidedColumn, row: HeaderRow): boolean {
  const others = row.values(right.header.index)[Symbol.iterator]();
  for (const value of row.values(left.header.index)) if (value !== others.next().value) return false;
  return true;
}
