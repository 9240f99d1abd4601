/** What the three departments' reports must say, written from their exports without any of this project's code. */
import beidaihe from "./expected/beidaihe.json" with { type: "json" };
import korla from "./expected/korla.json" with { type: "json" };
import suzhou from "./expected/suzhou.json" with { type: "json" };

/** Cells from left to right; squares that a merge from above covers are left out, blank cells are "". */
type ExpectedRow = readonly string[];

export type ExpectedProject = {
  readonly heading: string;
  /** The texts between heading and table. */
  readonly above: readonly string[];
  readonly rows: readonly ExpectedRow[];
};

export type ExpectedReport = {
  readonly title: string;
  /** Entries of the table of contents, in order. */
  readonly contents: readonly string[];
  /** A section each: its heading, then its paragraphs. */
  readonly partOne: readonly (readonly string[])[];
  readonly projects: readonly ExpectedProject[];
};

/** By the department's folder below `data/`. */
export const expectedReports: readonly (readonly [folder: string, report: ExpectedReport])[] = [
  ["beidaihe", beidaihe],
  ["suzhou", suzhou],
  ["korla", korla],
];

/** Stands in the header row of every indicator table, and in no other row. */
export const headerLabel = "三级指标";
