/** Records → findings. Knows the field's rules; knows nothing of files, templates or output formats. */
export { checkDepartment } from "./check-department.ts";
export { describeRules, type RuleDescription, type RuleWords } from "./describe-rules.ts";
export { differ } from "./money.ts";
export { placeBlanks } from "./place-blanks.ts";
export { type RuleCode, type RuleFinding, ruleCodes, rules, rulesOfUnprinted } from "./rules.ts";
