/** The page of all departments in an output folder, and what it knows of the runs before. */
import { z } from "zod";
import { FindingCounts } from "./findings.ts";

export const overviewName = "index.html";

/** Beside the page, hidden: what the next one is compared with. */
export const overviewRecordName = ".index.json";

/** How a department stood after a run. */
const Standing = z
  .object({
    /** Nothing could be published. */
    failed: z.boolean(),
    findings: FindingCounts,
    /** Of the edition that stands: its number, its records by their hash, and its figures. */
    edition: z.number().int().exactOptional(),
    records: z.string().exactOptional(),
    pages: z.number().int().exactOptional(),
    budgetTotal: z.string().exactOptional(),
  })
  .readonly();
export type Standing = z.infer<typeof Standing>;

/** The last run that was about it, and how it stood after the one before. */
const LastRun = z
  .object({
    at: z.string(),
    now: Standing,
    before: Standing.exactOptional(),
    /** Nothing was known of any department then: what is new cannot be told. */
    unknown: z.literal(true).exactOptional(),
  })
  .readonly();
export type DepartmentLastRun = z.infer<typeof LastRun>;

const LastRuns = z.object({ final: LastRun.exactOptional(), draft: LastRun.exactOptional() }).readonly();
export type DepartmentLastRuns = z.infer<typeof LastRuns>;

/** A list, and no object by the way to the folder, which may be called `__proto__`. */
export const OverviewRecord = z
  .object({
    schema: z.literal(2),
    departments: z
      .array(
        z
          .object({
            /** Within its output folder. */
            folder: z.string(),
            /** The way to that folder, if it is another one: that of a shard whose record was joined here. */
            within: z.string().exactOptional(),
            runs: LastRuns,
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type OverviewRecord = z.infer<typeof OverviewRecord>;
