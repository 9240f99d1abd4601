/** The values of a record under their canonical field names, for rules that treat fields alike. */
import type { Place } from "../diagnostics/index.ts";
import {
  type Budget,
  type FieldName,
  type Indicator,
  indicatorFields,
  moneyFields,
  type Project,
  projectTextFields,
  scheduleFields,
  type Text,
} from "../records/index.ts";

type Field = readonly [FieldName, Text];

/** Every filled field of a project; its indicators' fields are not among them. */
export function* projectFieldsOf(project: Project): Iterable<Field> {
  for (const name of projectTextFields) yield* filled(`project.${name}`, project[name]);
  yield* budgetFieldsOf("budget", project.budget);
  yield* budgetFieldsOf("midTermBudget", project.midTermBudget);
  for (const name of scheduleFields) yield* filled(`schedule.${name}`, project.schedule[name]);
  yield* filled("goals.annual", project.goals.annual?.lines[0]);
  yield* filled("goals.midTerm", project.goals.midTerm?.lines[0]);
  for (const [name, text] of Object.entries(project.own)) yield [`project.own.${name}`, text];
}

/** Every filled field of an indicator. */
export function* indicatorFieldsOf(indicator: Indicator): Iterable<Field> {
  for (const name of indicatorFields) yield* filled(`indicator.${name}`, indicator[name]);
  for (const [name, text] of Object.entries(indicator.own)) yield [`indicator.own.${name}`, text];
}

// Level labels come last: in exports made from merged cells they may be in a row above the indicator's own.
const ownRowFirst = [
  ...indicatorFields.filter((name) => !/^level[12]$/u.test(name)),
  "level2",
  "level1",
] as const;

/** A place in the indicator's own row. */
export function placeOfIndicator(indicator: Indicator, project: Project): Place {
  for (const name of ownRowFirst) {
    const text = indicator[name];
    if (text !== undefined) return text.at;
  }
  return Object.values(indicator.own)[0]?.at ?? project.at;
}

function* budgetFieldsOf(horizon: "budget" | "midTermBudget", budget: Budget): Iterable<Field> {
  for (const name of moneyFields) yield* filled(`${horizon}.${name}`, budget[name]);
  for (const [name, amount] of Object.entries(budget.own)) yield [`${horizon}.own.${name}`, amount];
}

function* filled(field: FieldName, text: Text | undefined): Iterable<Field> {
  if (text !== undefined) yield [field, text];
}
