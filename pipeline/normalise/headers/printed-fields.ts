/** A form → which fields of the exports it prints: the others are listed, and nothing else is said of them. */
import type { FieldName, FormSpec, Horizon } from "../../records/index.ts";

/**
 * What puts a project together is used in every form: which one it is, whose, in what order; the parts of a value; and
 * whether it may be published.
 */
const alwaysUsed: ReadonlySet<FieldName> = new Set([
  "project.code",
  "project.name",
  "project.unit",
  "project.unitCode",
  "project.year",
  "project.order",
  "project.disclosure",
  "project.secrecy",
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
