/** Editions of departments below an output folder: the folder held by one run, files replaced as a set, their history. */
export {
  editionFolder,
  editionsWithRecords,
  hasRecords,
  historyFolder,
  historyPath,
  listEditions,
  type PastEdition,
  readEdition,
  readHistory,
  readManifest,
} from "./history.ts";
export {
  type HoldOptions,
  holdOutput,
  isMarkedStarted,
  markEnded,
  markStarted,
  type RunPlace,
  settleOutputs,
} from "./hold-output.ts";
export { folderOf, type OutputPlace } from "./journal.ts";
export type { RunningProcess } from "./lock.ts";
export { findOldDrafts, type OldDraft, removeOldDrafts } from "./old-drafts.ts";
export {
  describeDocument,
  type Edition,
  inPublic,
  publicFolder,
  publicRecord,
  publishEdition,
} from "./publish.ts";
export { isRefusedForLink, replaceFiles } from "./replace-files.ts";
