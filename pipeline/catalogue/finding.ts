/** Whatever can be found: a diagnostic of a stage, or a finding of a rule or of a form's check. */
import type { CheckFinding, RuleFinding } from "../check/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";

export type Finding = Diagnostic | RuleFinding | CheckFinding;
