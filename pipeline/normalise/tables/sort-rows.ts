/** A grid of all rows of an export → the grid of its projects, with what the other rows state; each of those is reported. */
import type { Report } from "../../diagnostics/index.ts";
import { type Context, quiet } from "../drafts/context.ts";
import { classifyRows } from "./classify-rows.ts";
import { coveringsOf } from "./covered-rows.ts";
import type { FieldColumn, Grid } from "./grid.ts";
import { rowValues } from "./project-rows.ts";
import { isMoney, type Sheet, type Verdict } from "./sheet.ts";
import type { StatedRow } from "./stated-totals.ts";

type Places = Pick<Grid, "place" | "rowPlace">;

/** What each row is. Whatever is left out of the report is listed. */
export function sortRows(sheet: Sheet, places: Places, report: Report): readonly Verdict[] {
  const verdicts = classifyRows(sheet);
  const orphans = verdicts.flatMap(({ kind }, row) => (kind === "orphan" ? [row] : []));
  for (const [row, verdict] of verdicts.entries()) {
    if (verdict.kind === "skipped") {
      const { reason, cell } = verdict;
      const repeats = reason === "header" || reason === "title";
      const found = repeats ? undefined : sheet.rows[row]?.[cell]?.trim();
      report({ code: "row-skipped", at: places.rowPlace(row), found, args: { reason } });
    } else if (verdict.kind === "doubtful") {
      const { cell, total, project } = verdict;
      const name = sheet.rows[row]?.[cell]?.trim() ?? "";
      const at = places.place(row, cell);
      report({ code: "row-doubtful", at, found: name, args: { name, total, project } });
    } else if (verdict.kind === "orphan" && row === orphans[0]) {
      const also = orphans.slice(1).map(places.rowPlace);
      const at = places.rowPlace(row);
      report({
        code: "rows-before-project",
        at,
        also: also.length > 0 ? also : undefined,
        args: { rows: orphans.length },
      });
    }
  }
  return verdicts;
}

/** The rows of a grid that are projects; what the others sum up is kept beside them. */
export function projectGrid(
  all: Grid,
  { sheet, verdicts, kept }: { sheet: Sheet; verdicts: readonly Verdict[]; kept: readonly number[] },
  context: Context,
): Grid {
  const from = (row: number): number => kept[row] ?? 0;
  return {
    ...all,
    totals: statedRows(all, { sheet, verdicts }, context),
    rowCount: kept.length,
    source: (row, column) => (row < kept.length ? all.source(from(row), column) : ""),
    rawRow: (row) => (row < kept.length ? all.rawRow?.(from(row)) : undefined),
    place: (row, column) => all.place(from(row), column),
    rowPlace: (row) => all.rowPlace(from(row)),
  };
}

function statedRows(
  all: Grid,
  { sheet, verdicts }: { sheet: Sheet; verdicts: readonly Verdict[] },
  context: Context,
): StatedRow[] {
  const columns: FieldColumn[] = all.columns.filter(isMoney);
  const unheard = quiet(context);
  return verdicts.flatMap((verdict, row) => {
    if (verdict.kind !== "skipped" || !(verdict.reason === "subtotal" || verdict.total !== undefined))
      return [];
    const draft = rowValues(all, { row, columns }, unheard);
    if (draft.values.size === 0) return [];
    const covers = () =>
      coveringsOf(sheet, verdicts, row).map((rows) => rows.map((covered) => all.rowPlace(covered)));
    const label = sheet.rows[row]?.[verdict.cell]?.trim() ?? "";
    return [{ label, draft, covers }];
  });
}
