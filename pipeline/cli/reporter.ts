/** What every style of output must be able to say. */

import type { RunEvent, RunPlan, RunResult } from "../batch/index.ts";
import type { Finding } from "../catalogue/index.ts";
import type { Comparison } from "../commands/diff.ts";
import type { Explanation } from "../commands/explain.ts";
import type { FixedDepartment } from "../commands/fix.ts";
import type { FormList } from "../commands/forms.ts";
import type { Initialised } from "../commands/init.ts";
import type { Merged } from "../commands/merge-runs.ts";
import type { NewForm } from "../commands/new-form.ts";
import type { ServedPreview } from "../commands/preview.ts";
import type { ExplainedRule, ListedRule } from "../commands/rules.ts";
import type { Verified } from "../commands/verify.ts";
import type { Changes } from "../contracts/index.ts";

export type Reporter = {
  readonly event: (event: RunEvent) => void;
  readonly done: (run: RunResult) => void;
  /** Of a dry run. */
  readonly plan: (plan: RunPlan) => void;
  /** Nothing was done: wrong usage or configuration, or cancelled before it began. */
  readonly refused: (problems: readonly Finding[], exitCode: 2 | 130) => void;
  readonly forms: (list: Extract<FormList, { kind: "done" }>) => void;
  readonly newForm: (form: NewForm) => void;
  readonly explanation: (explanation: Extract<Explanation, { kind: "done" }>) => void;
  readonly changes: (changes: Changes) => void;
  /** One of the sides is missing or cannot be read. */
  readonly notCompared: (comparison: Extract<Comparison, { kind: "failed" }>) => void;
  readonly merged: (merged: Extract<Merged, { kind: "done" }>) => void;
  /** A preview is there, and stays until the user ends it. */
  readonly previewing: (preview: ServedPreview) => void;
  readonly initialised: (result: Initialised) => void;
  readonly fixed: (departments: readonly FixedDepartment[]) => void;
  readonly verified: (verified: Extract<Verified, { kind: "done" }>) => void;
  readonly rules: (rules: readonly ListedRule[]) => void;
  readonly explainedRules: (rules: readonly ExplainedRule[]) => void;
};
