/** The `col` tags of a table → its relative widths, and how far they may follow from what its tables say. */
import type { ColumnRange, TableKind } from "../model/index.ts";

export type ColumnWidth = ColumnRange & { readonly width: number };

/** A column that gives no range keeps its width. */
export function columnWidthOf(attribute: (name: string) => string | undefined): ColumnWidth {
  const width = Number(attribute("data-width") ?? 1);
  return {
    width,
    least: Number(attribute("data-least") ?? width),
    most: Number(attribute("data-most") ?? width),
  };
}

/** Undefined without columns. */
export function kindOfTable(columns: readonly ColumnWidth[]): TableKind | undefined {
  const [first, ...others] = columns;
  if (first === undefined) return undefined;
  const widths = { columns: [first.width, ...others.map(({ width }) => width)] } as const;
  if (columns.every(({ least, most }) => least === most)) return widths;
  return { ...widths, ranges: columns.map(({ least, most }) => ({ least, most })) };
}
