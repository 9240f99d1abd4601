/** Matches a row of headers to fields, settles what is ambiguous, and lists what is unknown. */
import { assignSides } from "./assign-sides.ts";
import type { Context } from "./context.ts";
import { type Column, hasIndicators } from "./grid.ts";
import { type Header, type HeaderRow, type MatchedColumn, onceKey, type RowKind } from "./header-row.ts";
import { matchHeader, midTermField, nearestHeader } from "./match-header.ts";
import { isIndicator, matchByContent, settleAmbiguous } from "./settle-ambiguous.ts";
import { settleDuplicates } from "./settle-duplicates.ts";

export type MatchedColumns = { readonly columns: readonly Column[]; readonly unitColumn?: number };

export function matchColumns(row: HeaderRow, context: Context & { readonly kind: RowKind }): MatchedColumns {
  const { matched, unknown } = matchAll(row, context);
  const settled = settleAmbiguous(matched, row, context);
  const placed = splitMoney(settled.columns);
  const [columns, misplaced] = partition(placed, context.kind);
  for (const header of [...unknown, ...misplaced.map((column) => column.header)]) {
    const isUnit = settled.unitColumn === header.index;
    if (!isUnit && (header.text.trim() !== "" || hasContent(row, header.index)))
      reportUnknown(header, context);
  }
  return {
    columns: settleDuplicates(assignSides(columns), row, context),
    ...(settled.unitColumn === undefined ? {} : { unitColumn: settled.unitColumn }),
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
