/** Rows of cells → lines whose columns stand below one another, Chinese or not. */
import { displayWidth, padEnd, padStart } from "./display-width.ts";

export type Column = { readonly title: string; readonly align: "start" | "end" };

/** The header first. The last column is not padded, so that no line ends in blanks. */
export function alignTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const lines = [columns.map((column) => column.title), ...rows];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((cells) => displayWidth(cells[index] ?? ""))),
  );
  return lines.map((cells) =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? "";
        return align === "end" ? padStart(cell, widths[index] ?? 0) : padEnd(cell, widths[index] ?? 0);
      })
      .join("  ")
      .trimEnd(),
  );
}
