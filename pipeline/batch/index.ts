/** Many departments: what is built and why, where it is executed, and the run's result, record and log. */
export type { BuildOptions } from "./build-options.ts";
export { readEarlier } from "./department-edition.ts";
export { executePlan, verificationOf } from "./execute-plan.ts";
export { pauseUnless } from "./executor.ts";
export type { ReturnedList } from "./feedback-record.ts";
export { forecastSteps } from "./forecast.ts";
export { holdHeapGrowth } from "./heap-growth.ts";
export type { OnFinish } from "./on-finish.ts";
export { type SourceOpener, startOpener, withOpener } from "./open-source.ts";
export { askPermission, makeFile, refuseOutputs, refuseUnwritable } from "./output-folders.ts";
export { type BuildPlan, oldDraftsOf, planBuild } from "./plan-build.ts";
export { publishFeedback } from "./publish-feedback.ts";
export { joinedOverview, publishOverview } from "./publish-overview.ts";
export {
  findRequest,
  interrupted,
  isCutShort,
  type NothingToRetry,
  type Refused,
  type Request,
  readRequest,
  refused,
} from "./request.ts";
export { cacheFolder, openResources, type ResourceFolders, type Resources } from "./resources.ts";
export { reviewedFindings } from "./review-page.ts";
export {
  type DepartmentRun,
  internalError,
  located,
  readFolders,
  readSources,
  runDepartments,
  secondsSince,
} from "./run-departments.ts";
export {
  findLeftReports,
  goneSince,
  keptOf,
  readLastRun,
  runOptions,
  withAbsolutePaths,
  workingFolder,
  writeRunJson,
} from "./run-record.ts";
export {
  addCounts,
  countFindings,
  type DepartmentResult,
  exitCodeOf,
  type Forecast,
  findingsOf,
  ignoredOf,
  type Outcome,
  type PlannedDepartment,
  type RolledUp,
  type RunEvent,
  type RunPlan,
  type RunResult,
} from "./run-result.ts";
export { searchDepartments } from "./search-departments.ts";
export { openThreads, threadsFor } from "./threads.ts";
export { runUnattended } from "./unattended.ts";
