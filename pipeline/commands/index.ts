/** What `cli` may know of the commands. */
export type { BrokenForm } from "../assets/forms/index.ts";
export {
  type DepartmentResult,
  type Forecast,
  findingsOf,
  type OnFinish,
  type Outcome,
  type PlannedDepartment,
  type RolledUp,
  type RunEvent,
  type RunPlan,
  type RunResult,
  runUnattended,
} from "../batch/index.ts";
export {
  type Outline,
  type OutlineItem,
  type OutlineTable,
  outlineChanges,
} from "../compare/index.ts";
export type { Changes, ExitCode, FindingCounts, FindingRecord } from "../contracts/index.ts";
export { type FileReading, sumOfTotals } from "../department/index.ts";
export type { RunningProcess } from "../editions/index.ts";
export { type Clock, readVersion, setClock } from "../files/index.ts";
export { isRunFile } from "../find/index.ts";
export { findingRecord, projectLabel, severityNames } from "../lists/index.ts";
export { isOutputFormat, type OutputFormat, outputFormats } from "../model/index.ts";
export { type BuildOptions, build } from "./build.ts";
export { type CheckOptions, check } from "./check.ts";
export { type Comparison, type DiffOptions, diff, type WantedEditions } from "./diff.ts";
export { type ExplainedCell, type Explanation, explain } from "./explain.ts";
export { forecast } from "./forecast.ts";
export { type FormList, type ListedField, type ListedForm, listForms } from "./forms.ts";
export { type Merged, type MergeOptions, mergeRuns } from "./merge-runs.ts";
export { type RollupOptions, rollup } from "./rollup.ts";
export { type ListedRule, listRules } from "./rules.ts";
