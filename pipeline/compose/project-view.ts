/** A project record → the strings, lists and flags that a form's project.hbs prints. */
import {
  type Budget,
  type Department,
  type FieldName,
  fields,
  type Goal,
  type MoneyField,
  moneyFields,
  type Project,
  type ProjectTextField,
  projectTextFields,
  type ScheduleField,
  scheduleFields,
  type Text,
} from "../records/index.ts";
import { type DepartmentView, departmentShape, departmentView } from "./department-view.ts";
import { type IndicatorsView, indicatorsShape, indicatorsView } from "./indicator-view.ts";
import {
  type Fields,
  ownNames,
  type Printing,
  printEach,
  printHole,
  printLines,
  printValue,
} from "./printing.ts";
import { flag, list, number, record, type ShapeOf, text, texts, textsWithOwn } from "./shape.ts";

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
    schedule: printEach(scheduleFields, (name) =>
      printValue(project.schedule[name], `schedule.${name}`, printing),
    ),
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
  const print = (value: Text | undefined, field: FieldName) => printValue(value, field, printing);
  return {
    ...printEach(projectTextFields, (name) => {
      const { blank } = fields[`project.${name}`];
      return print(project[name] ?? (blank && department[blank]), `project.${name}`);
    }),
    own: printEach(ownNames(printing.spec, "project"), (name) =>
      print(project.own[name], `project.own.${name}`),
    ),
  };
}

function budgetView(budget: Budget, scope: "budget" | "midTermBudget", printing: Printing): BudgetView {
  return {
    ...printEach(moneyFields, (name) => printValue(budget[name], `${scope}.${name}`, printing)),
    own: printEach(ownNames(printing.spec, scope), (name) =>
      printValue(budget.own[name], `${scope}.own.${name}`, printing),
    ),
  };
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
  return record({
    ordinal: number,
    first: flag,
    draft: flag,
    moneyUnit: text,
    department: departmentShape,
    project: textsWithOwn(projectTextFields, ownNames(spec, "project")),
    budget: textsWithOwn(moneyFields, ownNames(spec, "budget")),
    midTermBudget: textsWithOwn(moneyFields, ownNames(spec, "midTermBudget")),
    schedule: texts(scheduleFields),
    goals: record({ annual: list(text), midTerm: list(text) }),
    indicators: indicatorsShape(ownNames(spec, "indicator")),
  });
}
