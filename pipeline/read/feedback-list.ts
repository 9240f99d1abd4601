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

export type FeedbackList = Pick<FeedbackMark, "department" | "edition"> & {
  /** By `answerKey`. */
  readonly answers: Readonly<Record<string, string>>;
  /** The same by `placeKey`, for when another value stands there. */
  readonly places: Readonly<Record<string, string>>;
};

/** Somebody may have put a title above. */
const searchedRows = 10;
const answerHeaders: readonly string[] = Object.values(feedbackAnswer);

export function feedbackIn(rows: readonly { readonly cells: readonly string[] }[]): FeedbackList | undefined {
  for (const [index, { cells }] of rows.slice(0, searchedRows).entries()) {
    const column = cells.indexOf(feedbackMark);
    if (column < 0) continue;
    const answers = cells.findIndex((header) => answerHeaders.includes(header.trim()));
    const marked = rows.slice(index + 1).flatMap((row) => {
      const mark = readFeedbackMark(row.cells[column] ?? "");
      return mark === undefined ? [] : [{ ...mark, answer: (row.cells[answers] ?? "").trim() }];
    });
    const [first] = marked;
    if (first === undefined) continue;
    const given = marked.filter(({ answer }) => answer !== "").map(said);
    return {
      ...{ department: first.department, edition: first.edition },
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

/** An answer that we only showed again, as one about what stood there before, is none to what stands there now. */
function said({ answer, ...mark }: FeedbackMark & { readonly answer: string }) {
  const earlier = Object.values(feedbackEarlier).find((words) => answer.startsWith(words.trim()));
  if (earlier === undefined) return { mark, answer, isEarlier: false };
  return { mark, answer: answer.slice(earlier.trim().length).trim(), isEarlier: true };
}
