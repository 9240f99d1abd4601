/** The canonical fields: the one list that headers are matched to, forms require, and templates print. */

export const projectTextFields = [
  "code",
  "name",
  "unit",
  "unitCode",
  "department",
  "year",
  "annex",
  "order",
  "purpose",
  "attribute",
  "period",
  "lead",
  "midTermRange",
] as const;
export const moneyFields = ["total", "fiscal", "other"] as const;
export const scheduleFields = ["march", "june", "october", "december"] as const;
export const indicatorFields = [
  "level1",
  "level2",
  "level3",
  "description",
  "operator",
  "value",
  "unit",
  "basis",
  "weight",
  "scoringRule",
  "lastYear",
  "evidence",
] as const;

export type ProjectTextField = (typeof projectTextFields)[number];
export type MoneyField = (typeof moneyFields)[number];
export type ScheduleField = (typeof scheduleFields)[number];
export type IndicatorField = (typeof indicatorFields)[number];

/** `own` fields are named by the form: `project.own.region`, `budget.own.bond`, `indicator.own.task`. */
export type FieldName =
  | `project.${ProjectTextField}`
  | `budget.${MoneyField}`
  | `midTermBudget.${MoneyField}`
  | `schedule.${ScheduleField}`
  | "goals.annual"
  | "goals.midTerm"
  | `indicator.${IndicatorField}`
  | "indicator.horizon"
  | `project.own.${string}`
  | `budget.own.${string}`
  | `midTermBudget.own.${string}`
  | `indicator.own.${string}`;

/** Every canonical field that is not a form's own. */
export const fieldNames: readonly FieldName[] = [
  ...projectTextFields.map((name) => `project.${name}` as const),
  ...moneyFields.map((name) => `budget.${name}` as const),
  ...moneyFields.map((name) => `midTermBudget.${name}` as const),
  ...scheduleFields.map((name) => `schedule.${name}` as const),
  "goals.annual",
  "goals.midTerm",
  ...indicatorFields.map((name) => `indicator.${name}` as const),
  "indicator.horizon",
];

const ownField = /^(?:project|budget|midTermBudget|indicator)\.own\.[a-z][A-Za-z0-9]*$/u;

export function isFieldName(text: string): text is FieldName {
  return (fieldNames as readonly string[]).includes(text) || ownField.test(text);
}
