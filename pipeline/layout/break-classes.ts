/** A character → its line-breaking class (UAX 14, CLREQ 3.1). */

/**
 * han: breaks on either side; latin: breaks only against other classes; open, close: CLREQ's marks that may not
 * end, or not start, a line; prefix: ≥ and its like, kept with the number after it; pair: half of —— or ……;
 * space: a break opportunity that vanishes at a line's end.
 */
export type BreakClass = "han" | "latin" | "open" | "close" | "prefix" | "pair" | "space" | "newline";

const opening = new Set("（〔［｛《〈「『【“‘([{<〖〘〚");
const closing = new Set("）〕］｝》〉」』】”’〗〙〛、，。；：！？．％‰℃°′″·)]},.;:!?%>々〻ー");
const prefixes = new Set("≥≤≧≦≈≠±＞＜＝>=<￥¥＄$№＋－+-");
const pairs = new Set("—…");

export function breakClassOf(text: string, codePoint: number): BreakClass {
  if (text === " ") return "space";
  if (pairs.has(text)) return "pair";
  if (opening.has(text) && text !== "<") return "open";
  if (prefixes.has(text)) return "prefix";
  if (closing.has(text)) return "close";
  return isHan(codePoint) ? "han" : "latin";
}

// Everything from the CJK blocks on breaks like an ideograph; so do enclosed numbers and units such as ① and ㎡.
function isHan(codePoint: number): boolean {
  return codePoint >= 0x2460 && !(codePoint >= 0xa000 && codePoint < 0xf900);
}
