/** A project record → the strings, lists and flags that a form's project.hbs prints. */
import {
  type Amount,
  type Budget,
  type Department,
  type FieldName,
  fields,
  type Goal,
  moneyFields,
  type Project,
  projectTextFields,
} from "../records/index.ts";
import { departmentShape, departmentView } from "./department-view.ts";
import { indicatorsShape, indicatorsView } from "./indicator-view.ts";
import {
  type Fields,
  ordinalMark,
  ownNames,
  type Printing,
  printEach,
  printHole,
  printLines,
  printValue,
} from "./printing.ts";
import { flag, list, number, record, text, textOf, textsWithOwn, type ViewOf } from "./shape.ts";
import { sourced, sourcedEach } from "./value-source.ts";

/** What project.hbs may name. Its names are those of form.json's fields: `project.code` there is `project.code` here. */
export function projectShape(spec: Fields) {
  return record({
    /** From 1, in the report's order. */
    ordinal: number,
    /** Between the ordinal and the project's name. */
    ordinalMark: text,
    first: flag,
    draft: flag,
    moneyUnit: text,
    department: departmentShape(spec),
    project: textsWithOwn({ scope: "project" }, projectTextFields, ownNames(spec, "project")),
    budget: textsWithOwn({ scope: "budget" }, moneyFields, ownNames(spec, "budget")),
    midTermBudget: textsWithOwn({ scope: "midTermBudget" }, moneyFields, ownNames(spec, "midTermBudget")),
    /** One text a line. */
    goals: record({
      annual: list(textOf("goals.annual")),
      midTerm: list(textOf("goals.midTerm")),
      own: record(
        Object.fromEntries(
          ownNames(spec, "goals").map((name) => [name, list(textOf(`goals.own.${name}`))] as const),
        ),
      ),
    }),
    indicators: indicatorsShape(spec),
  });
}
export type ProjectView = ViewOf<ReturnType<typeof projectShape>>;

/** What every project prints of its department. */
export type Surroundings = {
  readonly department: ProjectView["department"];
  /** The fact that is printed where a project's own field is blank. */
  readonly lent: Readonly<Partial<Record<TextField, { readonly fact: string; readonly text: string }>>>;
};

type TextField = (typeof projectTextFields)[number];

export function surroundingsOf(department: Department, printing: Printing): Surroundings {
  const lent = projectTextFields.flatMap((name) => {
    const { blank: fact } = fields[`project.${name}`];
    const value = fact && department[fact];
    return value === undefined
      ? []
      : [
          [
            name,
            { fact: `department.${fact}`, text: printValue(value, `project.${name}`, printing) },
          ] as const,
        ];
  });
  return { department: departmentView(department, printing), lent: Object.fromEntries(lent) };
}

export type ProjectInReport = {
  readonly surroundings: Surroundings;
  readonly project: Project;
  readonly ordinal: number;
};

export function projectView(
  { surroundings, project, ordinal }: ProjectInReport,
  printing: Printing,
): ProjectView {
  const { spec, draft } = printing;
  const projectFields = projectTexts({ surroundings, project }, printing);
  return {
    ordinal,
    ordinalMark: ordinalMark(projectFields.name),
    first: ordinal === 1,
    draft,
    moneyUnit: spec.money.unit,
    department: surroundings.department,
    project: projectFields,
    budget: budgetView(project.budget, "budget", printing),
    midTermBudget: budgetView(project.midTermBudget, "midTermBudget", printing),
    goals: sourced("goals", {
      annual: goalLines(project.goals.annual, "goals.annual", printing),
      midTerm: goalLines(project.goals.midTerm, "goals.midTerm", printing),
      own: sourced(
        "goals.own",
        Object.fromEntries(
          ownNames(spec, "goals").map((name) => [
            name,
            goalLines(project.goals.own?.[name], `goals.own.${name}`, printing),
          ]),
        ),
      ),
    }),
    indicators: indicatorsView(project, printing),
  };
}

function projectTexts(
  { surroundings, project }: Pick<ProjectInReport, "surroundings" | "project">,
  printing: Printing,
): ProjectView["project"] {
  const print = (value: Amount | undefined, field: FieldName) => printValue(value, field, printing);
  const lent = (name: TextField) => (project[name] === undefined ? surroundings.lent[name] : undefined);
  const texts = printEach(
    projectTextFields,
    (name) => lent(name)?.text ?? print(project[name], `project.${name}`),
    "project",
  );
  const paths = projectTextFields.map((name) => [name, lent(name)?.fact ?? `project.${name}`] as const);
  return {
    ...sourcedEach(texts, Object.fromEntries(paths)),
    own: printEach(
      ownNames(printing.spec, "project"),
      (name) => print(project.own[name], `project.own.${name}`),
      "project.own",
    ),
  };
}

function budgetView(
  budget: Budget,
  scope: "budget" | "midTermBudget",
  printing: Printing,
): ProjectView["budget"] {
  return {
    ...printEach(moneyFields, (name) => printValue(budget[name], `${scope}.${name}`, printing), scope),
    own: printEach(
      ownNames(printing.spec, scope),
      (name) => printValue(budget.own[name], `${scope}.own.${name}`, printing),
      `${scope}.own`,
    ),
  };
}

function goalLines(goal: Goal | undefined, field: FieldName, printing: Printing): readonly string[] {
  if (goal !== undefined && goal.lines.length > 0) return goal.lines.map((line) => printLines(line.text));
  const missing = printHole(field, printing);
  return missing === "" ? [] : [missing];
}
