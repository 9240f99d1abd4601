/** What every style of output must be able to say. */

import type { Finding } from "../catalogue/index.ts";
import type {
  BrokenForm,
  Changes,
  Comparison,
  Explanation,
  ListedForm,
  ListedRule,
  Merged,
  RunEvent,
  RunPlan,
  RunResult,
} from "../commands/index.ts";

export type Reporter = {
  readonly event: (event: RunEvent) => void;
  readonly done: (run: RunResult) => void;
  /** Of a dry run. */
  readonly plan: (plan: RunPlan) => void;
  /** Nothing was done: wrong usage or configuration, or cancelled before it began. */
  readonly refused: (problems: readonly Finding[], exitCode: 2 | 130) => void;
  readonly forms: (forms: readonly ListedForm[], broken: readonly BrokenForm[]) => void;
  readonly explanation: (explanation: Extract<Explanation, { kind: "done" }>) => void;
  readonly changes: (changes: Changes) => void;
  /** One of the sides is not there or cannot be read. */
  readonly notCompared: (comparison: Extract<Comparison, { kind: "failed" }>) => void;
  /** The records of shards, joined. */
  readonly merged: (merged: Extract<Merged, { kind: "done" }>) => void;
  readonly rules: (rules: readonly ListedRule[]) => void;
};
