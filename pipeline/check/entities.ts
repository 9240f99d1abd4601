/** Entities that a web page left in a text → the characters that they mean. */

/**
 * Once: what is an entity of an entity (`&amp;lt;`) may be meant as it stands, so it stays. A space that does not break
 * is one between words of letters, and none in Chinese.
 */
export function withoutEntities(text: string): string {
  return text
    .replace(/(?<=[A-Za-z\d])(?:&nbsp;)+(?=[A-Za-z\d])/giu, " ")
    .replace(/&lt;=/giu, "≤")
    .replace(/&gt;=/giu, "≥")
    .replace(entity, (whole, name: string) => meant.get(name.toLowerCase()) ?? whole);
}

const entity = /&([lg]e|ne|[lg]t|nbsp|amp(?!;(?:[a-z]{2,8}\d?|#x?[\da-f]{2,6});));/giu;

/** Those of which nobody doubts what they mean. */
const meant: ReadonlyMap<string, string> = new Map([
  ["ge", "≥"],
  ["le", "≤"],
  ["ne", "≠"],
  ["lt", "＜"],
  ["gt", "＞"],
  ["nbsp", ""],
  ["amp", "&"],
]);
