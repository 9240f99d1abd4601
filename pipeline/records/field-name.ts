/** What a form can list by name: the fields of the table, and fields of its own, of which form.json says what they hold. */
import { type FieldKind, fields, isSharedField, rowOf, type SharedField } from "./fields.ts";

/** What a form can list. Its `own` fields it names itself: `project.own.region`, `budget.own.bond`. */
export type FieldName =
  | SharedField
  | `project.own.${string}`
  | `budget.own.${string}`
  | `midTermBudget.own.${string}`
  | `goals.own.${string}`
  | `indicator.own.${string}`
  | `department.own.${string}`
  | ListField;

/** A column of a list of the department's that a form declares: `tasks.amount`. */
type ListField = string & { readonly ofList: true };

/** Every field that forms share, by its full name. */
export const fieldNames: readonly FieldName[] = Object.keys(fields).filter(isSharedField);

const ownField = /^(?:project|budget|midTermBudget|goals|indicator|department)\.own\.(.*)$/u;
const inList = /^([^.]*)\.([^.]*)$/u;
/** What cannot be the name of a list, as it is that of something else. */
const taken: ReadonlySet<string> = new Set([
  ...["project", "budget", "midTermBudget", "goals", "indicator", "indicators"],
  ...["department", "subGoal", "own", "totals", "partOne", "label"],
]);

export function isFieldName(text: string): text is FieldName {
  return isSharedField(text) || isOwnField(text);
}

function isListField(text: string): text is ListField {
  return listOfField(text) !== undefined;
}

/** The list that a field is a column of; undefined if it is none of a list. */
export function listOfField(field: string): string | undefined {
  const [, list = "", column = ""] = inList.exec(field) ?? [];
  return isListName(list) && isOwnName(column) ? list : undefined;
}

/** Whether a form names it itself. */
export function isOwnField(field: string): boolean {
  return isListField(field) || isOwnName(ownField.exec(field)?.[1] ?? "");
}

/** Whether it stands where a form names its fields itself, however it names them: `project.own.Town`. */
export function isMeantAsOwn(field: string): boolean {
  return ownField.test(field);
}

export function isListName(name: string): boolean {
  return isOwnName(name) && !taken.has(name);
}

/** Whether a form may call a field so. What every object has, such as `constructor`, can be no field of a record. */
function isOwnName(name: string): boolean {
  return /^[a-z][A-Za-z0-9]*$/u.test(name) && !(name in {});
}

/** What form.json can say that a field of its own holds, and what kind of field that is. */
export const fieldTypes = {
  text: "text",
  lines: "lines",
  number: "number",
  percent: "share",
  money: "money",
  date: "date",
} as const satisfies Readonly<Record<string, FieldKind>>;
export type FieldType = keyof typeof fieldTypes;

/** What forms say of the fields that they list, as far as it decides what those hold. */
export type ListedFields = Readonly<Partial<Record<FieldName, { readonly type?: FieldType | undefined }>>>;

/** A form's own field holds what form.json says. Without a type those of a budget are money, and of goals lines. */
export function kindOf(field: FieldName, listed: ListedFields): FieldKind {
  const shared = rowOf(field)?.kind;
  if (shared !== undefined) return shared;
  const type = listed[field]?.type ?? typeUnsaid[field.split(".")[0] ?? ""] ?? "text";
  return fieldTypes[type];
}

const typeUnsaid: Readonly<Record<string, FieldType>> = {
  budget: "money",
  midTermBudget: "money",
  goals: "lines",
};
