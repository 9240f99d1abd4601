/** The batch: folders → files on disk. The only stage with a disk, a clock and more than one thing at a time. */
export {
  type Outline,
  type OutlineItem,
  type OutlineTable,
  outlineChanges,
} from "../compare/index.ts";
export type { Changes } from "../records/index.ts";
export { type BuildOptions, build, forecast } from "./build.ts";
export { type CheckOptions, check } from "./check.ts";
export { isRunFile } from "./classify-file.ts";
export { type Clock, setClock } from "./clock.ts";
export { sumOfTotals } from "./department-totals.ts";
export { type Comparison, type DiffOptions, diff, type WantedEditions } from "./diff.ts";
export { type ExplainedCell, type Explanation, explain } from "./explain.ts";
export { projectLabel, severityNames } from "./findings-csv.ts";
export { type FindingRecord, findingRecord } from "./findings-json.ts";
export { type FormList, type ListedField, type ListedForm, listForms } from "./list-forms.ts";
export { type ListedRule, listRules } from "./list-rules.ts";
export type { BrokenForm } from "./load-forms.ts";
export type { RunningProcess } from "./lock-owner.ts";
export { type Merged, type MergeOptions, mergeRuns } from "./merge-runs.ts";
export type { OnFinish } from "./on-finish.ts";
export { readVersion } from "./package-root.ts";
export type { PlannedDepartment } from "./preview-build.ts";
export type { FileReading } from "./read-department.ts";
export { type RollupOptions, rollup } from "./rollup/rollup.ts";
export {
  type DepartmentResult,
  type ExitCode,
  type FindingCounts,
  type Forecast,
  findingsOf,
  type Outcome,
  type RolledUp,
  type RunEvent,
  type RunPlan,
  type RunResult,
} from "./run-result.ts";
export { runUnattended } from "./unattended.ts";
export { isOutputFormat, type OutputFormat, outputFormats } from "./writers.ts";
