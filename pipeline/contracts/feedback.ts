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

export type FeedbackMark = {
  readonly department: string;
  readonly edition: number;
  readonly fingerprint: string;
};

/** The name comes last, as it may have anything in it. */
export function writeFeedbackMark({ department, edition, fingerprint }: FeedbackMark): string {
  return `${fingerprint} ${edition} ${department}`;
}

/** Of two departments each may have a finding with the same fingerprint. */
export function answerKey({ department, fingerprint }: Omit<FeedbackMark, "edition">): string {
  return `${fingerprint} ${department}`;
}

/** Undefined of what is none, or was changed by hand. */
export function readFeedbackMark(text: string): FeedbackMark | undefined {
  const [, fingerprint, edition, department] = /^([0-9a-f]{16}) (\d{1,9}) (.*)$/su.exec(text) ?? [];
  if (fingerprint === undefined || edition === undefined || department === undefined) return undefined;
  return { department, edition: Number(edition), fingerprint };
}
