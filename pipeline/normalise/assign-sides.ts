/** Tells in a table with both horizons side by side which columns are mid-term and which annual. */
import type { FieldName, Horizon } from "../records/index.ts";
import type { MatchedColumn } from "./header-row.ts";

export type SidedColumn = MatchedColumn & { readonly side?: Horizon };

/** Repeated headers: the first set is mid-term, the second annual. A header's own 中期 or 年度 goes before that. */
export function assignSides(columns: readonly MatchedColumn[]): SidedColumn[] {
  const indicators = columns.filter(({ field }) => field.startsWith("indicator."));
  const second = secondSet(indicators);
  const named = indicators.some(({ horizon }) => horizon === "midTerm");
  if (second === undefined && !named) return [...columns];
  return columns.map((column) => {
    const side = indicators.includes(column) ? sideOf(column, { indicators, second }) : undefined;
    return side === undefined ? column : { ...column, side };
  });
}

/** Where level 3 stands twice, the index of the first header that is repeated. */
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
