/** Keys of department.json that a form declares as fields of its own (`department.own.staff`) → their values, each read as its type. */
import type { Report } from "../../diagnostics/index.ts";
import type { RawEntry } from "../../read/index.ts";
import type { Amount, FieldName, FormSpec, Text } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { readAmount } from "../drafts/read-money.ts";
import { readTyped } from "../drafts/read-typed.ts";
import type { DepartmentUnit } from "../facts/department-facts.ts";
import { ownCalled, ownLabels } from "../headers/department-labels.ts";
import { headerKey, type StatedUnit } from "../headers/header-key.ts";
import { amountSource, nodeSource, toText } from "../headers/source-text.ts";
import type { OwnCell } from "./around-lists.ts";
import { nearestAsked } from "./nearest-asked.ts";

/** A field of a form's own, and what messages call it. */
type Labelled = { readonly field: FieldName; readonly label: string };

/** Whether one of the forms may have a field of that name; which form it is comes to light later. */
export function departmentOwnKeys(specs: readonly FormSpec[]): (key: string) => boolean {
  const labels = specs.flatMap(ownLabels);
  return (key) => ownCalled(key, labels) !== undefined;
}

/** By the names that form.json gives them. A key that only other forms have is an unknown one. */
export function readDepartmentOwn(
  {
    entries,
    cells,
  }: {
    readonly entries: readonly RawEntry[];
    /** What the sheet of a whole department says, which department.json goes before. */
    readonly cells: readonly OwnCell[];
  },
  { spec, unit }: { readonly spec: FormSpec; readonly unit: DepartmentUnit | undefined },
  context: Context,
): Readonly<Record<string, Amount>> {
  const fields = ownLabels(spec);
  const own: Record<string, Amount> = {};
  for (const entry of entries) {
    const one = ownCalled(entry.key, fields);
    if (one === undefined) reportUnknownKey(entry, spec, context.report);
    const value = one && readOwnEntry(entry, one, { unit, context });
    if (one !== undefined && value !== undefined) own[nameOf(one)] ??= value;
  }
  for (const cell of cells) {
    const stated = headerKey(cell.key).unit;
    const value = readOwnText(cell.value, cell, { unit, context, stated });
    const given = own[nameOf(cell)];
    if (given !== undefined && given.text !== value.text)
      context.report({
        code: "title-differs",
        at: value.at,
        also: [given.at],
        found: value.text,
        args: { label: cell.label, here: value.text, there: given.text, used: given.text },
      });
    own[nameOf(cell)] ??= value;
  }
  return own;
}

type Reading = { readonly unit: DepartmentUnit | undefined; readonly context: Context };

/** A value in department.json; undefined if it is blank. */
export function readOwnEntry({ value, key }: RawEntry, one: Labelled, reading: Reading): Amount | undefined {
  const { kindOf, report } = reading.context;
  const source = nodeSource(value, report);
  const given = kindOf(one.field) === "money" ? amountSource(value, source) : source;
  const text = toText(given, value.at, report);
  return text && readOwnText(text, one, { ...reading, stated: headerKey(key).unit });
}

/** As the type of its field; money in the unit that its key or header states, or else in the department's. */
export function readOwnText(
  text: Text,
  { field, label }: Labelled,
  { stated, unit, context }: Reading & { readonly stated: StatedUnit | undefined },
): Amount {
  const kind = context.kindOf(field);
  if (kind !== "money") return readTyped(text, { kind, label }, context);
  return readAmount(text, stated === undefined || stated === "unknown" ? unit?.unit : stated, context);
}

function nameOf({ field }: Labelled): string {
  return field.slice("department.own.".length);
}

/** A key that is another form's. */
export function reportUnknownKey(entry: RawEntry, spec: FormSpec, report: Report): void {
  const { key, at } = entry;
  report({ code: "department-key-unknown", at, args: { key, nearest: nearestAsked(entry, [spec]) } });
}
