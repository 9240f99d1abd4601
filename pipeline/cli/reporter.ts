/** What every style of output must be able to say. */
import type { Diagnostic } from "../diagnostics/index.ts";
import type {
  BrokenForm,
  Explanation,
  ListedForm,
  ListedRule,
  RunEvent,
  RunPlan,
  RunResult,
} from "../run/index.ts";

export type Reporter = {
  readonly event: (event: RunEvent) => void;
  readonly done: (run: RunResult) => void;
  /** Of a dry run. */
  readonly plan: (plan: RunPlan) => void;
  /** Nothing was done: wrong usage or configuration. */
  readonly refused: (problems: readonly Diagnostic[]) => void;
  readonly forms: (forms: readonly ListedForm[], broken: readonly BrokenForm[]) => void;
  readonly explanation: (explanation: Extract<Explanation, { kind: "done" }>) => void;
  readonly rules: (rules: readonly ListedRule[]) => void;
};
