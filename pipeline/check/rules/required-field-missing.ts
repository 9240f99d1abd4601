/** A field that the form requires and a project or an indicator lacks. */
import {
  type FieldName,
  fieldValue,
  type Indicator,
  kindOf,
  listOfField,
  type Project,
} from "../../records/index.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import { wholeTable } from "../place-blanks.ts";
import { placeOfIndicator } from "../place-of-indicator.ts";
import { type Found, type RuleContext, rule } from "../rule.ts";

type Lacking = {
  readonly label: string;
  readonly everywhere: boolean;
  /** A column that only the first rows of a project fill may be one of merged cells, which the form does not say. */
  readonly group?: string | undefined;
};

/** Fields with rules of their own, which say more than that they are blank. */
const elsewhere: ReadonlySet<string> = new Set([
  "project.year",
  "goals.annual",
  "goals.midTerm",
  "indicator.level3",
  "indicator.operator",
  "indicator.value",
  "indicator.unit",
  "indicator.horizon",
]);

export const requiredFieldMissing = rule("required-field-missing", {
  number: 1,
  severity: "error",
  about: { zh: "表式要求的内容没有填写", en: "a field that the form requires is blank" },
  says: {
    zh: ({ label, everywhere }: Lacking) =>
      everywhere ? `所有项目都没有填写“${label}”` : `“${label}”没有填写`,
    en: ({ label, everywhere }: Lacking) =>
      everywhere ? `No project has “${label}”` : `“${label}” is blank`,
  },
  todo: {
    zh: ({ label, everywhere, group }: Lacking) => {
      if (everywhere) return `本表式要求填写“${label}”，请在导出数据中补上这一列。`;
      if (group === undefined) return "请补填。";
      return `请补填；如果留空的沿用上面一格，请在 form.json 里写 "groupBy": "${group}"。`;
    },
    en: ({ everywhere, group }: Lacking) => {
      if (everywhere) return "The form requires it: add the column to the export.";
      if (group === undefined) return "Fill it in.";
      return `Fill it in; if a blank repeats the cell above, write "groupBy": "${group}" in form.json.`;
    },
  },
  *department(context) {
    for (const [name, field] of Object.entries(context.spec.fields)) {
      if (field?.required !== true || elsewhere.has(name)) continue;
      yield* lacking({ field: name as FieldName, label: field.label, context });
    }
  },
});

type Wanted = { readonly field: FieldName; readonly label: string; readonly context: RuleContext };
type Holder = { readonly project: Project; readonly indicator?: Indicator };

function* lacking({ field, label, context }: Wanted): Iterable<Found<Lacking>> {
  if (field.startsWith("department.own.")) {
    const { source, name } = context.department;
    if (fieldValue(field, context) === undefined)
      yield { at: source?.at ?? name.at, args: { label, everywhere: false } };
    return;
  }
  const list = listOfField(field);
  if (list !== undefined) {
    yield* lackingInRows(list, { field, label, context });
    return;
  }
  const holders: readonly Holder[] = field.startsWith("indicator.")
    ? context.blocks.flatMap(({ project, indicators }) =>
        indicators.filter((one) => expectsMore(one, field)).map((indicator) => ({ project, indicator })),
      )
    : context.department.projects.map((project) => ({ project }));
  const without = holders.filter(
    (holder) => fieldValue(field, { department: context.department, ...holder }) === undefined,
  );
  const first = without[0];
  if (first !== undefined && without.length === holders.length) {
    const at = context.blankAt(placeOf(first), field);
    // With a single project, a blank cell and a missing column differ only in whether a header has the column.
    if (without.length > 1 || (at.kind === "cell" && at.column === undefined)) {
      yield { at: wholeTable(first.project.at), args: { label, everywhere: true } };
      return;
    }
  }
  for (const holder of without) {
    const at = context.blankAt(placeOf(holder), field);
    const group = isMergedIn(holder, { field, context }) ? field : undefined;
    yield { at, project: holder.project, args: { label, everywhere: false, group } };
  }
}

/** Whether only further indicators of the project lack a text of the form's own, in a form that groups by none. */
function isMergedIn({ project, indicator }: Holder, { field, context }: Omit<Wanted, "label">): boolean {
  const { spec, department } = context;
  const isText = field.startsWith("indicator.own.") && kindOf(field, spec.fields) === "text";
  const [first] = project.indicators;
  if (!isText || spec.groupBy !== undefined || indicator === undefined || first === undefined) return false;
  return fieldValue(field, { department, project, indicator: first }) !== undefined;
}

function* lackingInRows(list: string, { field, label, context }: Wanted): Iterable<Found<Lacking>> {
  const { lists = {}, source, name } = context.department;
  const rows = lists[list] ?? [];
  // A list that is not there is told once, by its first column.
  const first = Object.keys(context.spec.fields).find((one) => listOfField(one) === list);
  if (rows.length === 0 && first === field) {
    const { label: whole = list } = context.spec.lists[list] ?? {};
    yield { at: source?.at ?? name.at, args: { label: whole, everywhere: false } };
  }
  for (const row of rows) {
    if (fieldValue(field, { ...context, row }) !== undefined) continue;
    // A row of a table has its column; one of department.json is a place of its own.
    const at = row.at.kind === "json" ? row.at : context.blankAt(row.at, field);
    yield { at, args: { label, everywhere: false } };
  }
}

function placeOf({ project, indicator }: Holder) {
  return indicator === undefined ? project.at : placeOfIndicator(indicator, project);
}

/** A row that does not apply, or is blank and reported as such, needs only its place in the classification. */
function expectsMore(indicator: Indicator, field: FieldName): boolean {
  if (field === "indicator.level1" || field === "indicator.level2") return true;
  return indicator.level3 !== undefined && !indicatorNotApplicable(indicator);
}
