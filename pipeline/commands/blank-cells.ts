/** A field that a project leaves blank → cells that print nothing, each with the place where it should be filled in. */
import type { placeBlanks } from "../check/index.ts";
import type { Place } from "../diagnostics/index.ts";
import { isFieldName, type Project } from "../records/index.ts";
import type { PrintedCell } from "./printed-cells.ts";

/** Blank in the project itself, or in one of its indicators. */
export type BlankCell = Pick<PrintedCell, "field" | "indicator"> & { readonly at?: Place };

type Known = {
  /** What the project does print. */
  readonly cells: readonly PrintedCell[];
  /** Where a blank lies, told from a place beside it. */
  readonly blankAt: ReturnType<typeof placeBlanks>;
};

export function blankCells(field: string, project: Project, { cells, blankAt }: Known): readonly BlankCell[] {
  const filled = cells.filter((cell) => cell.field === field);
  const place = (near: Place | undefined) =>
    near === undefined || !isFieldName(field) ? {} : { at: blankAt(near, field) };
  if (!field.startsWith("indicator.")) return filled.length > 0 ? [] : [{ field, ...place(project.at) }];
  return project.indicators.flatMap((_, index) => {
    const indicator = index + 1;
    if (filled.some((cell) => cell.indicator === indicator)) return [];
    return [{ field, indicator, ...place(cells.find((cell) => cell.indicator === indicator)?.at) }];
  });
}
