/** The batch: folders → files on disk. The only stage with a disk, a clock and more than one thing at a time. */
export {
  type Outline,
  type OutlineItem,
  type OutlineTable,
  outlineChanges,
} from "../compare/index.ts";
export type { Changes } from "../records/index.ts";
export { type BuildOptions, build, forecast } from "./build.ts";
export { type Comparison, type DiffOptions, diff, type WantedEditions } from "./changes/diff.ts";
export { type CheckOptions, check } from "./check.ts";
export { type Clock, setClock } from "./clock.ts";
export { sumOfTotals } from "./department-totals.ts";
export { type ExplainedCell, type Explanation, explain } from "./explain/explain.ts";
export { isRunFile } from "./find/classify-file.ts";
export type { FileReading } from "./find/read-department.ts";
export { projectLabel, severityNames } from "./findings/findings-csv.ts";
export { type FindingRecord, findingRecord } from "./findings/findings-json.ts";
export { type FormList, type ListedField, type ListedForm, listForms } from "./list-forms.ts";
export { type ListedRule, listRules } from "./list-rules.ts";
export type { OnFinish } from "./log/on-finish.ts";
export { runUnattended } from "./log/unattended.ts";
export { type Merged, type MergeOptions, mergeRuns } from "./merge-runs.ts";
export { readVersion } from "./package-root.ts";
export type { PlannedDepartment } from "./plan/preview-build.ts";
export type { BrokenForm } from "./print/load-forms.ts";
export { isOutputFormat, type OutputFormat, outputFormats } from "./print/writers.ts";
export type { RunningProcess } from "./publish/lock-owner.ts";
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
