/** The one cell of a column that is blank, where all others of the department are filled. */
import { type FieldName, type FormSpec, kindOf, type Project } from "../../records/index.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import { placeOfIndicator } from "../place-of-indicator.ts";
import { type Found, type RuleContext, rule } from "../rule.ts";

type Blank = { readonly label: string; readonly name: string; readonly count: number };

export const cellBlankHereAlone = rule("cell-blank-here-alone", {
  number: 47,
  severity: "warning",
  about: {
    zh: "只有一格空白，同一列的其他各格都填了（佐证资料、评分标准、指标符号）",
    en: "the one blank cell of a column in which all others are filled",
  },
  says: {
    zh: "“{name}”没有填写“{label}”，其他 {count:number} 处都填了",
    en: "“{name}” has no “{label}”; the {count:number} others have one",
  },
  todo: { zh: "请补填。", en: "Fill it in." },
  *department(context) {
    const { spec } = context;
    for (const field of fieldsLookedAt(spec)) {
      const found = field.startsWith("indicator.")
        ? blankIndicator(field, context)
        : blankProject(field, context);
      if (found !== undefined) yield found;
    }
  },
});

/** Of fewer the one is no exception. */
const fewestIndicators = 15;
const fewestProjects = 5;

/** What has a rule of its own, or may be blank for a reason: nothing was done last year, a date has no sign. */
const withOwnRule: ReadonlySet<string> = new Set([
  ...["indicator.level1", "indicator.level2", "indicator.level3", "indicator.value", "indicator.unit"],
  ...["indicator.basis", "indicator.weight", "indicator.lastYear", "project.annex"],
]);

function fieldsLookedAt({ fields }: FormSpec): readonly FieldName[] {
  const printed = Object.keys(fields) as FieldName[];
  return printed.filter(
    (field) =>
      /^(?:indicator|project)\./u.test(field) &&
      !withOwnRule.has(field) &&
      fields[field]?.required !== true &&
      (field === "indicator.operator" || kindOf(field, fields) === "text"),
  );
}

function blankIndicator(field: FieldName, { blocks, spec, blankAt }: RuleContext): Found<Blank> | undefined {
  let count = 0;
  let blank: { readonly indicator: PrintedIndicator; readonly project: Project } | undefined;
  for (const { project, indicators } of blocks) {
    for (const indicator of indicators) {
      if (!isExpected(field, indicator)) continue;
      if (cellOf(indicator, field) !== undefined) count += 1;
      else if (blank !== undefined) return undefined;
      else blank = { indicator, project };
    }
  }
  if (blank === undefined || count < fewestIndicators) return undefined;
  const { indicator, project } = blank;
  const args = { label: labelOf(field, spec), name: indicator.level3?.text ?? "", count };
  return { at: blankAt(placeOfIndicator(indicator, project), field), project, args };
}

function blankProject(
  field: FieldName,
  { department: { projects }, spec, blankAt }: RuleContext,
): Found<Blank> | undefined {
  const [project, ...others] = projects.filter((one) => cellOf(one, field) === undefined);
  const count = projects.length - 1;
  if (project === undefined || others.length > 0 || count < fewestProjects) return undefined;
  const args = { label: labelOf(field, spec), name: project.name?.text ?? project.key, count };
  return { at: blankAt(project.name?.at ?? project.at, field), project, args };
}

/** A sign belongs to a number. */
function isExpected(field: FieldName, indicator: PrintedIndicator): boolean {
  if (indicator.level3 === undefined || indicator.value === undefined || indicatorNotApplicable(indicator))
    return false;
  return field !== "indicator.operator" || /^\d[\d,.]*$/u.test(indicator.value.text.trim());
}

function cellOf(record: PrintedIndicator | Project, field: FieldName): unknown {
  const name = field.slice(field.indexOf(".") + 1);
  return name.startsWith("own.")
    ? record.own[name.slice("own.".length)]
    : (record as Readonly<Record<string, unknown>>)[name];
}

function labelOf(field: FieldName, { fields }: FormSpec): string {
  return fields[field]?.label ?? field;
}
