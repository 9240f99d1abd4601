/** Rows of a table → whose list of findings it is, if it is one: a hidden column says so, wherever the list was moved to. */
import { type FeedbackMark, feedbackMark, readFeedbackMark } from "../contracts/index.ts";

/** Somebody may have put a title above. */
const searchedRows = 10;

export function feedbackIn(
  rows: readonly { readonly cells: readonly string[] }[],
): Pick<FeedbackMark, "department" | "edition"> | undefined {
  for (const [index, { cells }] of rows.slice(0, searchedRows).entries()) {
    const column = cells.indexOf(feedbackMark);
    if (column < 0) continue;
    const marks = rows.slice(index + 1).flatMap((row) => readFeedbackMark(row.cells[column] ?? "") ?? []);
    const [mark] = marks;
    if (mark !== undefined) return { department: mark.department, edition: mark.edition };
  }
  return undefined;
}
