/** What a person calls a cell → the fields of the form that are meant; or the name that was probably meant. */
import type { Place } from "../diagnostics/index.ts";
import { type FormSpec, nearestName, rowOf } from "../records/index.ts";

/** A field with its label in the form. */
export type FieldLabel = { readonly field: string; readonly label: string };

type NamedField = FieldLabel & {
  /** Every other name that officers know it by, and the form's own headers. */
  readonly names: readonly string[];
};

/** What the form prints. */
export function namedFields(fields: FormSpec["fields"]): readonly NamedField[] {
  return Object.entries(fields).flatMap(([field, settings]) => {
    // An indicator's horizon decides where it is printed, and is no cell.
    if (settings === undefined || field === "indicator.horizon") return [];
    const row = rowOf(field);
    const canonical = row === undefined ? [] : [row.label.zh, row.label.en, row.key, ...row.spellings];
    return [{ field, label: settings.label, names: [...settings.aliases, ...canonical] }];
  });
}

/** The first way of naming that fits decides: a label of this form is meant before the word of another province. */
export function findFields(
  fields: readonly NamedField[],
  wanted: string,
  /** Printed cells, whose columns the export names in its own words. */
  cells: readonly { readonly field: string; readonly at: Place }[],
): ReadonlySet<string> {
  const key = nameKey(wanted);
  const headers = cells.filter(({ at }) => at.kind === "cell" && nameKey(at.header ?? "") === key);
  const ways = [
    [...fields, ...cells].filter(({ field }) => field === wanted),
    fields.filter(({ label }) => nameKey(label) === key),
    key === "" ? [] : headers,
    fields.filter(({ names }) => names.some((name) => nameKey(name) === key)),
  ];
  return new Set(ways.find((found) => found.length > 0)?.map(({ field }) => field));
}

/** A name that differs in one character, or in one of three if it is long; "" if there is none. */
export function nearestField(fields: readonly NamedField[], wanted: string): string {
  const known = fields.flatMap(({ field, label, names }) => [label, field, ...names]);
  return nearestName(wanted, known, Math.max(1, Math.floor(wanted.length / 3)));
}

/** Without what is written to it and does not name it: 其中：财政资金（元） is known as 财政资金. */
function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s*:]+/gu, "")
    .replace(/\((?:元|万元|亿元|%)\)$/u, "")
    .replace(/^其中/u, "")
    .toLowerCase();
}
