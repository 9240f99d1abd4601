/** What the lists are called that are sent to units, and by which hidden column one that comes back is known. */

/** Beside a department's reports. */
export const feedbackFolder = "反馈";
/** All departments in one list, in the output folder. */
export const feedbackOfAll = "反馈.xlsx";
/** Beside the lists, hidden: what was written, by which a list is known that somebody has filled in. */
export const feedbackRecord = ".feedback.json";

/** The header of the hidden column; a cell below says department, edition and finding. */
export const feedbackMark = "汇编反馈清单";

/** The headers of the column for what a unit answers. */
export const feedbackAnswer = { zh: "整改情况", en: "What was done" } as const;

/** Before an answer that was given when something else stood in the cell. */
export const feedbackEarlier = {
  zh: "（改前的答复）",
  en: "(answered before it was changed) ",
} as const;

export type FeedbackMark = {
  readonly department: string;
  readonly edition: number;
  readonly fingerprint: string;
  /** The same whatever is written in the cell; absent from lists of older programs. */
  readonly place?: string | undefined;
};

/** The name comes last, as it may have anything in it. */
export function writeFeedbackMark({ department, edition, fingerprint, place }: FeedbackMark): string {
  const marks = place === undefined ? fingerprint : `${fingerprint}.${place}`;
  return `${marks} ${edition} ${department}`;
}

/** Of two departments each may have a finding with the same fingerprint. */
export function answerKey({
  department,
  fingerprint,
}: Pick<FeedbackMark, "department" | "fingerprint">): string {
  return `${fingerprint} ${department}`;
}

/** The key of an answer about a cell, whatever was written there. */
export function placeKey({
  department,
  place,
}: Pick<FeedbackMark, "department" | "place">): string | undefined {
  return place === undefined ? undefined : `@${place} ${department}`;
}

/** Undefined of what is none, or was changed by hand. */
export function readFeedbackMark(text: string): FeedbackMark | undefined {
  const found =
    /^(?<fingerprint>[0-9a-f]{16})(?:\.(?<place>[0-9a-f]{16}))? (?<edition>\d{1,9}) (?<department>.*)$/su;
  const { fingerprint, place, edition, department } = found.exec(text)?.groups ?? {};
  if (fingerprint === undefined || edition === undefined || department === undefined) return undefined;
  return { department, edition: Number(edition), fingerprint, place };
}
