/** Records → findings. Knows the field's rules; knows nothing of files, templates or output formats. */
export { type Aspect, aspectOf, aspects } from "./aspect.ts";
export { type CheckDepartment, checkDepartment, openCheck } from "./check-department.ts";
export {
  type CheckDescription,
  describeChecks,
  describeRules,
  type RuleDescription,
  type RuleWords,
} from "./describe-rules.ts";
export {
  isLevelHeader,
  keepsBack,
  markingIn,
  saysNoLevel,
} from "./disclosure.ts";
export { withoutEntities } from "./entities.ts";
export {
  type CheckCode,
  type CheckFinding,
  checkCodes,
  type FormOfChecks,
  isCheckFinding,
} from "./form-checks.ts";
export {
  claimsOnAllIndicators,
  type FormulaProblem,
  fieldsInFormulas,
  formulaProblems,
} from "./formula-problems.ts";
export { differ, ownSourceNames } from "./money.ts";
export {
  digitsOf,
  numberWord,
  type PersonalNumber,
  personalNumbers,
  withoutGaps,
} from "./personal-numbers.ts";
export { placeBlanks } from "./place-blanks.ts";
export type { Rule } from "./rule.ts";
export {
  type ExampleCells,
  type ExampleData,
  type ExampleProject,
  type RuleExample,
  ruleExamples,
} from "./rule-examples.ts";
export { type RuleCode, type RuleFinding, ruleCodes, rules, rulesOfUnprinted } from "./rules.ts";
export { standBack } from "./stand-back.ts";
