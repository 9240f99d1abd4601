/** The formats of files that are published or read back, each with its schema. */
export {
  Changes,
  type ComparedIndicator,
  type ComparedProject,
  type ComparedSide,
  type ComparedSubGoal,
  type ComparedTotals,
  type FieldChange,
  type IndicatorChange,
  type IndicatorsChange,
  type Label,
  type LineChange,
  type LinesChange,
  type ProjectChange,
  type Renumbered,
  type SubGoalChange,
  type SubGoalsChange,
} from "./changes.ts";
export {
  answerKey,
  type FeedbackMark,
  type FeedbackOwner,
  feedbackAnswer,
  feedbackEarlier,
  feedbackFolder,
  feedbackMark,
  feedbackOfAll,
  feedbackRecord,
  keyOfOwner,
  ownerName,
  placeKey,
  readFeedbackMark,
  writeFeedbackMark,
} from "./feedback.ts";
export {
  type FindingCounts,
  FindingRecord,
  FindingsFile,
  ignoredListName,
  listNames,
  reviewName,
} from "./findings.ts";
export { KnownFinding, KnownFindings, knownFindingsName, knownOfDraft } from "./known-findings.ts";
export { LogLine } from "./log-line.ts";
export {
  type ChangeFigures,
  type EditionInputs,
  type EditionSummary,
  type FileHash,
  type FormReason,
  type Hashes,
  Manifest,
  type ManifestFile,
  manifestName,
  mostEditions,
  type PublicRecord,
  readEditionRecord,
} from "./manifest.ts";
export {
  type DepartmentLastRun,
  type DepartmentLastRuns,
  OverviewRecord,
  overviewName,
  overviewRecordName,
  type Standing,
} from "./overview.ts";
export {
  columnOf,
  type FormFigure,
  type KindCounts,
  type MoneySum,
  type OwnSource,
  Rollup,
  type RollupDepartment,
  type RollupMoney,
} from "./rollup-record.ts";
export {
  type DepartmentRecord,
  type ExitCode,
  type PublishedFile,
  type RebuildReason,
  type RemovedDraft,
  type RunOptions,
  RunRecord,
  type Shard,
} from "./run-record.ts";
export {
  type ReadSnapshot,
  readSnapshot,
  recordsName,
  type Snapshot,
  type SnapshotAmount,
  type SnapshotBudget,
  type SnapshotIndicator,
  type SnapshotOwn,
  type SnapshotProject,
  type SnapshotSubGoal,
  writeSnapshot,
} from "./snapshot.ts";
export { type SnapshotOptions, snapshotOf } from "./snapshot-of.ts";
