/** What a department, a project, an indicator and a form are: schemas, and the types inferred from them. */
export { checkJson, type DeepReadonly, type JsonProblem, valueAt } from "./check-json.ts";
export {
  compareDecimals,
  type Decimal,
  parseDecimal,
  percentOf,
  placesOf,
  roundDecimal,
  shiftDecimal,
  subtractDecimals,
  sumDecimals,
  withTwoPlaces,
} from "./decimal.ts";
export {
  type BlankPlace,
  type Department,
  type DepartmentLists,
  type DepartmentSource,
  type IgnoreEntry,
  type ListRow,
  namePlaceholder,
  type PublicSettings,
  type StatedTotal,
  type SubGoal,
} from "./department.ts";
export {
  checkDepartmentFile,
  DepartmentFile,
  type DepartmentFileProblem,
  type DepartmentKey,
  departmentKeys,
  encodingNames,
  hiddenSettings,
  ignoreKeys,
  keptRowKeys,
  publicKeys,
  separatorCharacters,
  sourceKeys,
  subGoalKeys,
} from "./department-file.ts";
export { isEqual } from "./equal-data.ts";
export {
  addExact,
  compareExact,
  decimalOf,
  divideExact,
  type Exact,
  exact,
  multiplyExact,
  negateExact,
  roundExact,
  roundToAtMost,
} from "./exact.ts";
export {
  type FieldName,
  type FieldType,
  fieldNames,
  isFieldName,
  isOwnField,
  kindOf,
  type ListedFields,
  listOfField,
} from "./field-name.ts";
export { type FieldHolder, fieldValue } from "./field-value.ts";
export {
  type Field,
  type FieldKind,
  fields,
  type IndicatorField,
  indicatorFields,
  keysIn,
  type MoneyField,
  moneyFields,
  type ProjectTextField,
  projectTextFields,
  rowOf,
  type SectionName,
  sectionKeys,
  sectionNames,
} from "./fields.ts";
export {
  type FormCheck,
  type FormField,
  FormSpec,
  formSpecFor,
  formulasOfCheck,
  type MoneyFormat,
  type NamedGroup,
  type RollupFigure,
  RuleSetting,
  type RuleSettings,
} from "./form.ts";
export { groupBy } from "./group-by.ts";
export { joinValue } from "./join-value.ts";
export { bareLevel, level1For, rankOfLevel } from "./levels.ts";
export { nearestFieldName } from "./nearest-field-name.ts";
export { nearestName } from "./nearest-name.ts";
export { callsForNoNumber, operatorSign } from "./operator.ts";
export { perObject } from "./per-object.ts";
export {
  areVerySame,
  type PerProject,
  type PerRecord,
  perProject,
  perRecord,
} from "./per-record.ts";
export { perText } from "./per-text.ts";
export {
  type AlignedRow,
  type FilledField,
  fieldsOfIndicator,
  fieldsOfProject,
  type Goal,
  type GoalItem,
  groupNames,
  type Horizon,
  type Indicator,
  type IndicatorTables,
  isMangledCode,
  type Level1Group,
  type Level2Group,
  outerGroup,
  type Project,
  plainName,
  printedIndicators,
  subjectOfProject,
} from "./project.ts";
export { withoutSelectors } from "./selectors.ts";
export { HouseStyle, StyleSheet } from "./style-sheet.ts";
export {
  type Amount,
  type Budget,
  convertMoney,
  givenParts,
  type MoneyUnit,
  moneyUnits,
  type Text,
  type UnitOrigin,
  withParts,
} from "./value.ts";
export { type ValueAtPath, valuesOfDepartment, valuesOfProject } from "./value-path.ts";
