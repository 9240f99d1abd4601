/** What reading the files of a department, or of a roll-up, back told. */
import type { Finding } from "../catalogue/index.ts";
import type { Readback } from "../department/index.ts";

export type VerifiedDepartment = {
  readonly folder: string;
  readonly name?: string | undefined;
  /** The files that were read back. */
  readonly files: readonly string[];
  /** Absent if none could be. */
  readonly readback?: Readback | undefined;
  /** Spent on reading back. */
  readonly seconds: number;
  /** What the files say otherwise, and what left nothing to compare. */
  readonly findings: readonly Finding[];
};
