/** Reads the files of a report back, by code that shares nothing with what wrote them, and compares them with the report. */
export type { Fault } from "./fault.ts";
export {
  type ExpectedPart,
  type ExpectedReport,
  type Readback,
  type Sample,
  verifyReport,
  type WrittenFile,
} from "./verify-report.ts";
