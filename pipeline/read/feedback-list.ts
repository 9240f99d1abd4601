/** Rows of a table → whose list of findings it is, if it is one, and what the unit has answered: a hidden column says so, wherever the list was moved to. */
import {
  answerKey,
  type FeedbackMark,
  feedbackAnswer,
  feedbackEarlier,
  feedbackMark,
  placeKey,
  readFeedbackMark,
} from "../contracts/index.ts";
import type { Merge } from "./opened.ts";
import type { RawRow } from "./raw.ts";

export type FeedbackList = Pick<FeedbackMark, "department" | "year" | "edition"> & {
  /** The column of answers was removed, or has another header. */
  readonly lacksAnswers?: true;
  /** How many rows were answered whose mark is gone, so that nobody knows to what. */
  readonly unmarked?: number;
  /** By `answerKey`. */
  readonly answers: Readonly<Record<string, string>>;
  /** The same by `placeKey`, for when another value stands there. */
  readonly places: Readonly<Record<string, string>>;
};

/** Somebody may have put a title above. */
const searchedRows = 40;
const answerHeaders: readonly string[] = Object.values(feedbackAnswer);

/** 整改情况, or what somebody made of it: 整改情况（单位填写）. */
function answerColumn(headers: readonly string[]): number {
  const bare = headers.map((header) => header.replace(/\s+/gu, ""));
  const words = answerHeaders.map((header) => header.replace(/\s+/gu, ""));
  const exact = bare.findIndex((header) => words.includes(header));
  return exact >= 0 ? exact : bare.findIndex((header) => words.some((word) => header.includes(word)));
}

/** `merges`: one answer to several findings is given in a merged cell, and counts for its rows. */
export function feedbackIn(rows: readonly RawRow[], merges: readonly Merge[] = []): FeedbackList | undefined {
  for (const [index, { cells }] of rows.slice(0, searchedRows).entries()) {
    const column = cells.indexOf(feedbackMark);
    if (column < 0) continue;
    const answers = answerColumn(cells);
    const read = withMergedCells(rows.slice(index + 1), answers, merges).map(({ cells, text }) => ({
      mark: readFeedbackMark(cells[column] ?? ""),
      answer: text.trim(),
    }));
    const marked = read.flatMap(({ mark, answer }) => (mark === undefined ? [] : { ...mark, answer }));
    const unmarked = read.filter(({ mark, answer }) => mark === undefined && answer !== "").length;
    const [first] = marked;
    if (first === undefined) continue;
    const given = marked.filter(({ answer }) => answer !== "").map(said);
    return {
      ...{ department: first.department, year: first.year, edition: first.edition },
      ...(answers < 0 ? { lacksAnswers: true as const } : {}),
      ...(unmarked > 0 ? { unmarked } : {}),
      answers: Object.fromEntries(
        given.flatMap(({ mark, answer, isEarlier }) => (isEarlier ? [] : [[answerKey(mark), answer]])),
      ),
      places: Object.fromEntries(
        given.flatMap(({ mark, answer }) => {
          const key = placeKey(mark);
          return key === undefined ? [] : [[key, answer]];
        }),
      ),
    };
  }
  return undefined;
}

/** Rows from the top, each with its text in a column, or that of the merged cell that covers it there. */
function withMergedCells(
  rows: readonly RawRow[],
  column: number,
  merges: readonly Merge[],
): readonly (RawRow & { readonly text: string })[] {
  const begun = new Map(
    merges.flatMap((merge) => (merge.column === column + 1 && merge.rows > 1 ? [[merge.row, merge]] : [])),
  );
  let above = { end: 0, text: "" };
  return rows.map((row) => {
    const own = row.cells[column] ?? "";
    const merge = begun.get(row.row);
    if (merge !== undefined) above = { end: merge.row + merge.rows, text: own };
    return { ...row, text: row.row < above.end ? above.text : own };
  });
}

/** An answer that we only showed again, as one about what stood there before, is none to what stands there now. */
function said({ answer, ...mark }: FeedbackMark & { readonly answer: string }) {
  const earlier = Object.values(feedbackEarlier).find((words) => answer.startsWith(words.trim()));
  if (earlier === undefined) return { mark, answer, isEarlier: false };
  return { mark, answer: answer.slice(earlier.trim().length).trim(), isEarlier: true };
}
