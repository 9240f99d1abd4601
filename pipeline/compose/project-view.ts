/** A project record → the strings, lists and flags that a form's project.hbs prints. */
import {
  type Budget,
  type Department,
  type Goal,
  type MoneyField,
  moneyFields,
  type Project,
  type ProjectTextField,
  projectTextFields,
  type Schedule,
  type ScheduleField,
  scheduleFields,
} from "../records/index.ts";
import { type DepartmentView, departmentShape, departmentView } from "./department-view.ts";
import { type IndicatorsView, indicatorsShape, indicatorsView } from "./indicator-view.ts";
import { formatMoney } from "./money-format.ts";
import { type Fields, ownNames, type Printing, printHole, printLines, printText } from "./printing.ts";
import { bareYear } from "./report-title.ts";
import { flag, list, number, record, type ShapeOf, text, texts } from "./shape.ts";

type Own = { readonly own: Readonly<Record<string, string>> };
type BudgetView = Readonly<Record<MoneyField, string>> & Own;

/** The context of project.hbs. Its names are those of form.json's fields: `project.code` there is `project.code` here. */
export type ProjectView = {
  /** From 1, in the report's order. */
  readonly ordinal: number;
  readonly first: boolean;
  readonly draft: boolean;
  readonly moneyUnit: string;
  readonly department: DepartmentView;
  readonly project: Readonly<Record<ProjectTextField, string>> & Own;
  readonly budget: BudgetView;
  readonly midTermBudget: BudgetView;
  readonly schedule: Readonly<Record<ScheduleField, string>>;
  /** One text a line. */
  readonly goals: { readonly annual: readonly string[]; readonly midTerm: readonly string[] };
  readonly indicators: IndicatorsView;
};

export type ProjectInReport = {
  readonly department: Department;
  readonly project: Project;
  readonly ordinal: number;
};

export function projectView(
  { department, project, ordinal }: ProjectInReport,
  printing: Printing,
): ProjectView {
  const { spec, draft } = printing;
  return {
    ordinal,
    first: ordinal === 1,
    draft,
    moneyUnit: spec.money.unit,
    department: departmentView(department, printing),
    project: projectTexts({ department, project }, printing),
    budget: budgetView(project.budget, "budget", printing),
    midTermBudget: budgetView(project.midTermBudget, "midTermBudget", printing),
    schedule: scheduleView(project.schedule, printing),
    goals: {
      annual: goalLines(project.goals.annual, "goals.annual", printing),
      midTerm: goalLines(project.goals.midTerm, "goals.midTerm", printing),
    },
    indicators: indicatorsView(project.tables, printing),
  };
}

function projectTexts(
  { department, project }: Pick<ProjectInReport, "department" | "project">,
  printing: Printing,
): ProjectView["project"] {
  const fields = Object.fromEntries(
    projectTextFields.map((field) => [field, printText(project[field], `project.${field}`, printing)]),
  );
  const year = project.year ?? department.year;
  const own = ownNames(printing.spec, "project").map((name) => [
    name,
    printText(project.own[name], `project.own.${name}`, printing),
  ]);
  return {
    // One entry for each text field, which Object.fromEntries forgets.
    ...(fields as Record<ProjectTextField, string>),
    year: year === undefined ? printHole("project.year", printing) : bareYear(printLines(year.text)),
    own: Object.fromEntries(own),
  };
}

function budgetView(budget: Budget, horizon: "budget" | "midTermBudget", printing: Printing): BudgetView {
  const print = (amount: Budget[MoneyField], field: MoneyField | `own.${string}`) =>
    amount === undefined
      ? printHole(`${horizon}.${field}`, printing)
      : printLines(formatMoney(amount, printing.spec.money));
  return {
    total: print(budget.total, "total"),
    fiscal: print(budget.fiscal, "fiscal"),
    other: print(budget.other, "other"),
    own: Object.fromEntries(
      ownNames(printing.spec, horizon).map((name) => [name, print(budget.own[name], `own.${name}`)]),
    ),
  };
}

function scheduleView(schedule: Schedule, printing: Printing): ProjectView["schedule"] {
  const entries = scheduleFields.map((field) => [
    field,
    printText(schedule[field], `schedule.${field}`, printing),
  ]);
  // One entry for each month, which Object.fromEntries forgets.
  return Object.fromEntries(entries) as Record<ScheduleField, string>;
}

function goalLines(
  goal: Goal | undefined,
  field: "goals.annual" | "goals.midTerm",
  printing: Printing,
): readonly string[] {
  if (goal !== undefined && goal.lines.length > 0) return goal.lines.map((line) => printLines(line.text));
  const missing = printHole(field, printing);
  return missing === "" ? [] : [missing];
}

/** What project.hbs may name, for a form with fields of its own. */
export function projectShape(spec: Fields): ShapeOf<ProjectView> {
  const budget = (horizon: string) =>
    record({ ...texts(moneyFields).fields, own: texts(ownNames(spec, horizon)) });
  return record({
    ordinal: number,
    first: flag,
    draft: flag,
    moneyUnit: text,
    department: departmentShape,
    project: record({ ...texts(projectTextFields).fields, own: texts(ownNames(spec, "project")) }),
    budget: budget("budget"),
    midTermBudget: budget("midTermBudget"),
    schedule: texts(scheduleFields),
    goals: record({ annual: list(text), midTerm: list(text) }),
    indicators: indicatorsShape(ownNames(spec, "indicator")),
  });
}
