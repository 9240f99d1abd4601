/** The batch: folders → files on disk. The only stage with a disk, a clock and more than one thing at a time. */
export type { BrokenForm } from "../assets/forms/index.ts";
export { sumOfTotals } from "../batch/department-totals.ts";
export type { OnFinish } from "../batch/on-finish.ts";
export type { PlannedDepartment } from "../batch/preview-build.ts";
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
} from "../batch/run-result.ts";
export { runUnattended } from "../batch/unattended.ts";
export {
  type Outline,
  type OutlineItem,
  type OutlineTable,
  outlineChanges,
} from "../compare/index.ts";
export type { Changes, FindingRecord } from "../contracts/index.ts";
export type { FileReading } from "../department/read-department.ts";
export { isOutputFormat, type OutputFormat, outputFormats } from "../department/writers.ts";
export type { RunningProcess } from "../editions/index.ts";
export { readVersion } from "../files/index.ts";
export { isRunFile } from "../find/index.ts";
export { findingRecord, projectLabel, severityNames } from "../lists/index.ts";
export { type RollupOptions, rollup } from "../rollup/rollup.ts";
export { type BuildOptions, build, forecast } from "./build.ts";
export { type CheckOptions, check } from "./check.ts";
export { type Clock, setClock } from "./clock.ts";
export { type Comparison, type DiffOptions, diff, type WantedEditions } from "./diff.ts";
export { type ExplainedCell, type Explanation, explain } from "./explain.ts";
export { type FormList, type ListedField, type ListedForm, listForms } from "./list-forms.ts";
export { type ListedRule, listRules } from "./list-rules.ts";
export { type Merged, type MergeOptions, mergeRuns } from "./merge-runs.ts";
