/** The formats of files that we publish or read back, each with its schema. */
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
export { EditionInputs, EditionSummary, type Hashes, readEditionRecord } from "./edition-record.ts";
export { jsonSchemas } from "./json-schema.ts";
export { LogLine } from "./log-line.ts";
export type { RebuildReason } from "./rebuild-reason.ts";
export {
  type KindCounts,
  type MoneySum,
  Rollup,
  type RollupDepartment,
  type RollupMoney,
} from "./rollup-record.ts";
export {
  type DepartmentRecord,
  type PublishedFile,
  type RemovedDraft,
  type RunOptions,
  RunRecord,
  type Shard,
} from "./run-record.ts";
export {
  Snapshot,
  type SnapshotAmount,
  type SnapshotBudget,
  type SnapshotIndicator,
  type SnapshotProject,
  type SnapshotSubGoal,
} from "./snapshot.ts";
export {
  type ReadSnapshot,
  readSnapshot,
  type SnapshotOptions,
  snapshotOf,
  writeSnapshot,
} from "./snapshot-of.ts";
