/** How single values are printed: blank where absent, and marked as a hole in a draft where the form requires them. */
import type { FieldName, FormSpec, Text } from "../records/index.ts";
import { lineBreak } from "./line-break.ts";

/** What decides how values are printed. */
export type Printing = { readonly spec: FormSpec; readonly draft: boolean };

/** A value as it is printed; `field` names it where it is missing. */
export function printText(value: Text | undefined, field: FieldName, printing: Printing): string {
  return value === undefined ? printHole(field, printing) : printLines(value.text);
}

/** 【缺：…】 in a draft for what the form requires, else nothing. */
export function printHole(field: FieldName, { spec, draft }: Printing): string {
  const rule = spec.fields[field];
  return draft && rule?.required === true ? hole(rule.label) : "";
}

export function hole(label: string): string {
  return `【缺：${label}】`;
}

/** Line breaks inside a value are marked, so that they cannot be taken for the template's own. */
export function printLines(text: string): string {
  return text.replace(/\r\n|[\r\n]/gu, lineBreak);
}

/** What a form lists, also where the rest of its form.json is wrong. */
export type Fields = { readonly fields: object };

/** The names that form.json gives to fields of its own: `own("budget")` reads `budget.own.bond` as `bond`. */
export function ownNames(spec: Fields, group: string): readonly string[] {
  const prefix = `${group}.own.`;
  return Object.keys(spec.fields).flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
}
