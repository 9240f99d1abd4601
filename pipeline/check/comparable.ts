/** A text as it is compared with another: no spaces, no numbering, no variation selectors, no punctuation, brackets and letters of one width. */
import { withoutSelectors } from "../records/index.ts";

const numbering = /^(?:目标)?[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）、：:]|[.．](?!\d))/u;

export function comparable(text: string): string {
  return foldWidth(withoutSelectors(text))
    .replace(/\s+/gu, "")
    .replace(numbering, "")
    .replace(/[\p{P}\p{Z}]/gu, "")
    .toLowerCase();
}

/** Full-width letters, digits and signs → half-width. Never NFKC, which would make ㎡ into m2. */
export function foldWidth(text: string): string {
  return text.replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** The same, but full-width commas become pauses of another kind: half-width ones may be part of a number. */
export function foldSentence(text: string): string {
  return foldWidth(text.replaceAll("，", "、")).replace(/[^\S\n]+/gu, "");
}
