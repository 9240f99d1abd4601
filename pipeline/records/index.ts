/** What a department, a project and an indicator are, and what a form is: schemas, and the types inferred from them. */
export { checkJson, type JsonProblem, valueAt } from "./check-json.ts";
export {
  compareDecimals,
  type Decimal,
  parseDecimal,
  roundDecimal,
  shiftDecimal,
  sumDecimals,
} from "./decimal.ts";
export type { DeepReadonly } from "./deep-readonly.ts";
export type { BlankPlace, Department, DepartmentSource, SubGoal } from "./department.ts";
export {
  checkDepartmentFile,
  DepartmentFile,
  type DepartmentFileProblem,
  type DepartmentKey,
  departmentKeys,
  encodingNames,
  separatorCharacters,
  sourceKeys,
  subGoalKeys,
} from "./department-file.ts";
export {
  type FieldName,
  fieldNames,
  type IndicatorField,
  indicatorFields,
  isFieldName,
  type MoneyField,
  moneyFields,
  type ProjectTextField,
  projectTextFields,
  type ScheduleField,
  scheduleFields,
} from "./fields.ts";
export { type FormField, FormSpec, formSpecFor, type MoneyFormat } from "./form.ts";
export type {
  AlignedRow,
  Horizon,
  Indicator,
  IndicatorTables,
  Level1Group,
  Level2Group,
} from "./indicator.ts";
export {
  type Amount,
  type Budget,
  convertMoney,
  type MoneyUnit,
  moneyUnits,
  type UnitOrigin,
} from "./money.ts";
export { nearestName } from "./nearest-name.ts";
export type { Goal, Project, Schedule } from "./project.ts";
export { isMangledCode } from "./project-code.ts";
export { RuleSetting, type RuleSettings } from "./rule-setting.ts";
export { HouseStyle, StyleSheet } from "./style-sheet.ts";
export type { Text } from "./text.ts";
