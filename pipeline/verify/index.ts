/** Reads the files of a report back, by code that shares nothing with what wrote them, and compares them with the report. */
export type { CutText } from "./alike.ts";
export { saidBy } from "./expected-blocks.ts";
export type { Fault } from "./fault.ts";
export { type PackedSaid, packSaid, unpackSaid } from "./pack-said.ts";
export { textsIn } from "./read-texts.ts";
export type { SaidPart } from "./said.ts";
export {
  type ExpectedPart,
  type ExpectedReport,
  type Readback,
  type Sample,
  verifyReport,
  type WrittenFile,
} from "./verify-report.ts";
export {
  type ExpectedColumn,
  type ExpectedTable,
  exactSum,
  verifyTables,
} from "./verify-tables.ts";
