/** What a person calls a cell → the fields of the form that are meant; or the name that was probably meant. */
import type { Place } from "../diagnostics/index.ts";
import { figuresOfForm } from "../formula/index.ts";
import {
  type FormSpec,
  fields,
  listOfField,
  nearestName,
  rowOf,
  withoutSelectors,
} from "../records/index.ts";

/** A field with its label in the form. */
export type FieldLabel = { readonly field: string; readonly label: string };

export type NamedField = FieldLabel & {
  /** Every other name that officers know it by, and the form's own headers. */
  readonly names: readonly string[];
};

type Listed = FormSpec["fields"];

/** What the form prints of a project. */
export function projectFields(listed: Listed): readonly NamedField[] {
  return namedFields(listed).filter(({ field }) => !isOfDepartment(field));
}

/** What a report can say of the department itself: in every form, and in this form's own fields, lists and figures. */
export function departmentFields(spec: FormSpec): readonly NamedField[] {
  const own = namedFields(spec.fields).filter(({ field }) => isOfDepartment(field));
  return [
    ...departmentFacts,
    ...own,
    ...figuresOfForm(spec).map(({ name, figure: { label } }) => ({
      field: `figures.${name}`,
      label,
      names: [],
    })),
  ];
}

const departmentFacts: readonly NamedField[] = [
  ...(["name", "year", "unitCode", "unitName", "title", "overall", "safeguards"] as const).map((fact) => {
    const field = `department.${fact}` as const;
    return { field, label: fields[field].label.zh, names: namesOf(field) };
  }),
  ...(["name", "goals"] as const).map((part) => {
    const [field, list] = [`subGoal.${part}` as const, fields["department.subGoals"].label.zh];
    return {
      field,
      label: `${list}：${fields[field].label.zh}`,
      names: [list, "subGoals", ...namesOf(field)],
    };
  }),
];

function isOfDepartment(field: string): boolean {
  return field.startsWith("department.") || listOfField(field) !== undefined;
}

function namedFields(listed: Listed): readonly NamedField[] {
  return Object.entries(listed).flatMap(([field, settings]) => {
    // An indicator's horizon decides where it is printed, and is no cell.
    if (settings === undefined || field === "indicator.horizon") return [];
    return [{ field, label: settings.label, names: [...settings.aliases, ...namesOf(field)] }];
  });
}

function namesOf(field: string): readonly string[] {
  const row = rowOf(field);
  return row === undefined ? [] : [row.label.zh, row.label.en, row.key, ...row.spellings];
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
  return withoutSelectors(name)
    .normalize("NFKC")
    .replace(/[\s*:]+/gu, "")
    .replace(/\((?:元|万元|亿元|%)\)$/u, "")
    .replace(/^其中/u, "")
    .toLowerCase();
}
