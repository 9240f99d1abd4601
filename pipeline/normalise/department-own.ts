/** Keys of department.json that a form declares as fields of its own (`department.own.staff`) → their values, each read as its type. */
import type { Report } from "../diagnostics/index.ts";
import type { RawEntry } from "../read/index.ts";
import {
  type Amount,
  type FieldName,
  type FormSpec,
  isFieldName,
  nearestName,
  type Text,
} from "../records/index.ts";
import type { Context } from "./context.ts";
import type { DepartmentUnit } from "./department-facts.ts";
import { headerKey, type StatedUnit } from "./header-key.ts";
import { readAmount } from "./read-money.ts";
import { readTyped } from "./read-typed.ts";
import { amountSource, nodeSource, toText } from "./source-text.ts";

/** A field of a form's own, and what messages call it. */
type Labelled = { readonly field: FieldName; readonly label: string };
type Spelled = Labelled & { readonly spellings: readonly string[] };

/** Whether one of the forms may have a field of that name; which form it is comes to light later. */
export function departmentOwnKeys(specs: readonly FormSpec[]): (key: string) => boolean {
  const keys = new Set(specs.flatMap(ownFields).flatMap(({ spellings }) => spellings.map(keyOf)));
  return (key) => keys.has(keyOf(key));
}

/** By the names that form.json gives them. A key that only other forms have is an unknown one. */
export function readDepartmentOwn(
  entries: readonly RawEntry[],
  { spec, unit }: { readonly spec: FormSpec; readonly unit: DepartmentUnit | undefined },
  context: Context,
): Readonly<Record<string, Amount>> {
  const fields = ownFields(spec);
  const own: Record<string, Amount> = {};
  for (const entry of entries) {
    const one = fields.find(({ spellings }) => spellings.some((name) => keyOf(name) === keyOf(entry.key)));
    if (one === undefined) reportUnknown(entry, fields, context.report);
    const value = one && readOwnEntry(entry, one, { unit, context });
    if (one !== undefined && value !== undefined) own[one.field.slice("department.own.".length)] ??= value;
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

function ownFields({ fields }: FormSpec): readonly Spelled[] {
  return Object.entries(fields).flatMap(([field, settings]) =>
    isFieldName(field) && field.startsWith("department.own.") && settings !== undefined
      ? [{ field, label: settings.label, spellings: [settings.label, ...settings.aliases, field] }]
      : [],
  );
}

function reportUnknown({ key, at }: RawEntry, fields: readonly Spelled[], report: Report): void {
  const known = fields.flatMap(({ spellings }) => spellings);
  report({ code: "department-key-unknown", at, args: { key, nearest: nearestName(key, known) } });
}

function keyOf(spelling: string): string {
  return headerKey(spelling).key;
}
