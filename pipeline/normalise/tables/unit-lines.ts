/** Compares the lines that state a unit of money for a whole table with each other, its headers and department.json. */
import type { Place } from "../../diagnostics/index.ts";
import { cellPlace, type RawTable } from "../../read/index.ts";
import type { Context } from "../drafts/context.ts";
import { type StatedUnit, statedUnit } from "../headers/header-key.ts";
import type { Grid } from "./grid.ts";

type Stated = { readonly unit: StatedUnit; readonly at: Place };

/** One finding at the first line; what is used is told, and where something else is said. */
export function compareUnitLines(
  table: RawTable,
  { columns, headers }: Pick<Grid, "columns"> & { readonly headers: readonly { readonly at: Place }[] },
  { statedUnit, report }: Context,
): void {
  const [line, ...furtherLines] = unitLines(table);
  if (line === undefined) return;
  const inOrder = columns.toSorted((one, other) => (one.field < other.field ? -1 : 1));
  const ofColumns = inOrder.flatMap(({ kind, unit, index }): readonly Stated[] => {
    const at = headers[index]?.at;
    return kind === "money" && unit !== undefined && at !== undefined ? [{ unit, at }] : [];
  });
  const others = [...ofColumns, statedUnit ?? [], furtherLines]
    .flat()
    .filter(({ unit }) => unit !== line.unit);
  const [first] = others;
  if (first === undefined) return;
  const used = ofColumns[0]?.unit ?? statedUnit?.unit ?? line.unit;
  const units = new Set([line, ...others].map(({ unit }) => unit).filter((unit) => unit !== used));
  report({
    code: "money-unit-contradicts",
    at: line.at,
    also: others.map(({ at }) => at),
    args: { used, others: [...units] },
  });
}

/** Cells that say a unit and nothing else, or say it at the end of a line: 单位：万元. */
function unitLines(table: RawTable): readonly Stated[] {
  const lines = table.rows.filter(({ cells }) => cells.some((cell) => cell.includes("单位")));
  return lines.flatMap(({ row, cells }) =>
    cells.flatMap((cell, column): readonly Stated[] => {
      const word = /^[(（【\s]*(?:金额)?(?:计量)?单位\s*[:：]\s*([^\s,，;；)）】]+)/u.exec(cell)?.[1];
      const unit = word === undefined ? undefined : statedUnit(word);
      return unit === undefined || unit === "unknown" ? [] : [{ unit, at: cellPlace(table, row, column) }];
    }),
  );
}
