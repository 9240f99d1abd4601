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

/** Whose list it is. An answer of last year is none to the same finding of this year. */
export type FeedbackOwner = { readonly department: string; readonly year?: string | undefined };

export type FeedbackMark = FeedbackOwner & {
  readonly edition: number;
  readonly fingerprint: string;
  /** The same whatever is written in the cell; absent from lists of older programs. */
  readonly place?: string | undefined;
};

/** The name comes last, as it may have anything in it. */
export function writeFeedbackMark({ edition, fingerprint, place, ...owner }: FeedbackMark): string {
  const marks = place === undefined ? fingerprint : `${fingerprint}.${place}`;
  return `${marks} ${edition} ${ownerName(owner)}`;
}

/** 2026年 县卫健局 */
export function ownerName({ department, year }: FeedbackOwner): string {
  return year === undefined ? department : `${year}年 ${department}`;
}

/** Of two departments each may have a finding with the same fingerprint. */
export function answerKey({ fingerprint, ...owner }: Keyed<"fingerprint">): string {
  return `${fingerprint} ${ownerName(owner)}`;
}

type Keyed<Mark extends "fingerprint" | "place"> = FeedbackOwner & Pick<FeedbackMark, Mark>;

/** The key of the same answer if its department had another name. */
export function keyOfOwner(key: string, names: ReadonlyMap<string, string>): string {
  const [mark = "", ...owner] = key.split(" ");
  return `${mark} ${names.get(owner.join(" ")) ?? owner.join(" ")}`;
}

/** The key of an answer about a cell, whatever was written there. */
export function placeKey({ place, ...owner }: Keyed<"place">): string | undefined {
  return place === undefined ? undefined : `@${place} ${ownerName(owner)}`;
}

/** Undefined of what is none, or was changed by hand. */
export function readFeedbackMark(text: string): FeedbackMark | undefined {
  const found =
    /^(?<fingerprint>[0-9a-f]{16})(?:\.(?<place>[0-9a-f]{16}))? (?<edition>\d{1,9}) (?:(?<year>\d{4})年 )?(?<department>.*)$/su;
  const { fingerprint, place, edition, year, department } = found.exec(text)?.groups ?? {};
  if (fingerprint === undefined || edition === undefined || department === undefined) return undefined;
  return { department, year, edition: Number(edition), fingerprint, place };
}
