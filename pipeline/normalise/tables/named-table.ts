/** The name of a sheet or a file → what it says of the indicators in it: 产出指标, 中期指标. */
import type { Report } from "../../diagnostics/index.ts";
import { type RawTable, tablePlace } from "../../read/index.ts";
import { rankOfLevel } from "../../records/index.ts";
import { horizonOf } from "../headers/header-key.ts";
import { type FieldColumn, hasIndicators, type NamedTable } from "./grid.ts";
import { flatten } from "./row-words.ts";

/** Undefined if it says nothing, or a column says it. What is taken from it is told. */
export function namedTable(
  table: RawTable,
  columns: readonly FieldColumn[],
  report: Report,
): NamedTable | undefined {
  const at = tablePlace(table);
  const name = flatten(table.sheet ?? table.file.replace(/^.*\/|\.[^.]*$/gu, "")).replace(/表$/u, "");
  const has = (field: string) => columns.some((column) => column.field === field);
  if (!hasIndicators(columns)) return undefined;
  const isSided = has("indicator.horizon") || columns.some(({ side }) => side !== undefined);
  const horizon = isSided ? undefined : horizonOf(name);
  const isLevel = !has("indicator.level1") && rankOfLevel(name) === 1;
  if (horizon === undefined && !isLevel) return undefined;
  const field = isLevel ? "一级指标" : "期限";
  report({ code: "table-name-used", at, found: name, args: { name, field } });
  return isLevel ? { level1: { text: name, at } } : { horizon };
}
