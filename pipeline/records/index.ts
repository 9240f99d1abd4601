/** What a department, a project and an indicator are, and what a form is: schemas, and the types inferred from them. */
export {
  Changes,
  type ComparedIndicator,
  type ComparedProject,
  type ComparedSide,
  type ComparedSubGoal,
  type ComparedTotals,
  type FieldChange,
  type IndicatorChange,
  type IndicatorsChange,
  type Label,
  type LineChange,
  type LinesChange,
  type ProjectChange,
  type Renumbered,
  type SubGoalChange,
  type SubGoalsChange,
} from "./changes.ts";
export { checkJson, type JsonProblem, valueAt } from "./check-json.ts";
export {
  compareDecimals,
  type Decimal,
  parseDecimal,
  roundDecimal,
  shiftDecimal,
  sumDecimals,
} from "./decimal.ts";
export type { BlankPlace, Department, DepartmentSource, SubGoal } from "./department.ts";
export {
  checkDepartmentFile,
  type DepartmentFileProblem,
  type DepartmentKey,
  departmentKeys,
  encodingNames,
  separatorCharacters,
  sourceKeys,
  subGoalKeys,
} from "./department-file.ts";
export { EditionInputs, EditionSummary, type Hashes, readEditionRecord } from "./edition-record.ts";
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
export { type FormField, FormSpec, type MoneyFormat } from "./form.ts";
export type {
  AlignedRow,
  Horizon,
  Indicator,
  IndicatorTables,
  Level1Group,
  Level2Group,
} from "./indicator.ts";
export { jsonSchemas } from "./json-schema.ts";
export { LogLine } from "./log-line.ts";
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
export type { RebuildReason } from "./rebuild-reason.ts";
export {
  type KindCounts,
  type MoneySum,
  Rollup,
  type RollupDepartment,
  type RollupMoney,
} from "./rollup-record.ts";
export { RuleSetting, type RuleSettings } from "./rule-setting.ts";
export {
  type DepartmentRecord,
  type PublishedFile,
  type RemovedDraft,
  type RunOptions,
  RunRecord,
  type Shard,
} from "./run-record.ts";
export {
  Snapshot,
  type SnapshotAmount,
  type SnapshotBudget,
  type SnapshotIndicator,
  type SnapshotProject,
  type SnapshotSubGoal,
} from "./snapshot.ts";
export {
  type ReadSnapshot,
  readSnapshot,
  type SnapshotOptions,
  snapshotOf,
  writeSnapshot,
} from "./snapshot-of.ts";
export { HouseStyle, StyleSheet } from "./style-sheet.ts";
export type { Text } from "./text.ts";
