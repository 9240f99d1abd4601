/** What a workbook or a text may hold and cost: every limit counts what comes out, while it comes. */
import type { LimitName } from "../diagnostics/index.ts";
import type { Limits, OpenedCell } from "../read/index.ts";

/**
 * Four times the largest export that we know of (25,000 rows by 17 columns), but for what it costs. `time` and `heap`
 * are a department's: seconds for each megabyte of its files that is begun, twenty times what sound ones take, and
 * megabytes in a thread of its own.
 */
export const defaultLimits: Limits = {
  file: 100,
  rows: 200_000,
  columns: 1000,
  cells: 3_000_000,
  merges: 100_000,
  sheets: 5000,
  text: 32_767,
  depth: 200,
  keys: 10_000,
  projects: 20_000,
  characters: 20_000_000,
  unpacked: 200,
  memory: 300,
  seconds: 8,
  wait: 80,
  time: 300,
  heap: 4096,
};

/** Ends the reading of a container; caught where that began. */
export class LimitExceeded extends Error {
  readonly limit: LimitName;
  readonly cell: OpenedCell | undefined;

  constructor(limit: LimitName, cell?: OpenedCell) {
    super(`more ${limit} than allowed`);
    this.limit = limit;
    this.cell = cell;
  }
}

/** To be called while they are found. */
export function boundSheets(count: number, limits: Limits): void {
  if (count > limits.sheets) throw new LimitExceeded("sheets");
}
