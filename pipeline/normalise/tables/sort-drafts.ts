/** The objects of a JSON list → those that are projects, and what the others state as their sums. */
import { type FieldName, isFieldName } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import type { DraftProject } from "../drafts/draft.ts";
import { coveringsOf } from "./covered-rows.ts";
import type { Sheet } from "./sheet.ts";
import { sortRows } from "./sort-rows.ts";
import type { StatedRow } from "./stated-totals.ts";

type Sorted = { readonly drafts: readonly DraftProject[]; readonly totals: readonly StatedRow[] };

export function sortDrafts(file: string, drafts: readonly DraftProject[], context: Context): Sorted {
  const fields: FieldName[] = [...new Set(drafts.flatMap(({ values }) => [...values.keys()]))];
  const columns = [...fields, "indicator.level3"].filter(isFieldName);
  const sheet: Sheet = {
    columns: columns.map((field) => ({ header: field, field, kind: context.kindOf(field) })),
    rows: drafts.map(({ values, indicators }) => [
      ...fields.map((field) => values.get(field)?.text.text ?? ""),
      indicators.length > 0 ? "指标" : "",
    ]),
    repeats: () => undefined,
    isKept: (row, name) => context.keeps({ file, row: row + 1, name }),
  };
  const rowPlace = (row: number) => drafts[row]?.at ?? ({ kind: "file", file } as const);
  const place = (row: number, column: number) => {
    const field = columns[column];
    return (field && drafts[row]?.values.get(field)?.text.at) ?? rowPlace(row);
  };
  const verdicts = sortRows(sheet, { place, rowPlace }, context.report);
  const totals = drafts.flatMap((draft, row): StatedRow[] => {
    const verdict = verdicts[row];
    const states =
      verdict?.kind === "skipped" && (verdict.reason === "subtotal" || verdict.total !== undefined);
    if (!states) return [];
    const label = sheet.rows[row]?.[verdict.cell]?.trim() ?? "";
    const covers = () => coveringsOf(sheet, verdicts, row).map((rows) => rows.map(rowPlace));
    return [{ label, draft, covers }];
  });
  return { drafts: drafts.filter((_, row) => verdicts[row]?.kind === "project"), totals };
}
