/** A form → which fields and places of the exports it leaves out: those are listed, and nothing else is said of them. */
import type { Place } from "../diagnostics/index.ts";
import type { FieldName, FormSpec, Horizon } from "../records/index.ts";

/** What puts a project together is used in every form: which one it is, whose, in what order; the parts of a value. */
const alwaysUsed: ReadonlySet<FieldName> = new Set([
  "project.code",
  "project.name",
  "project.unit",
  "project.unitCode",
  "project.year",
  "project.order",
  "indicator.horizon",
  "indicator.operator",
  "indicator.unit",
]);

export type Column = { readonly field: FieldName; readonly side?: Horizon };

/** A form prints the fields that it lists, of the horizons that it has. */
export function isPrinted(
  { field, side }: Column,
  { fields, horizons }: Pick<FormSpec, "fields" | "horizons">,
): boolean {
  if (side !== undefined && !horizons.includes(side)) return false;
  return alwaysUsed.has(field) || fields[field] !== undefined;
}

/** The same for all cells of a column, and for a key in all objects of a list. */
export function columnOf(at: Place): string | undefined {
  if (at.kind === "cell" && at.column !== undefined) return `${at.file} ${at.column} ${at.header ?? ""}`;
  return at.kind === "json" ? `${at.file} ${at.pointer.replace(/\/\d+(?=\/|$)/gu, "/#")}` : undefined;
}
