/** Text → the columns it takes on a terminal, where a Han character takes two. */

// East Asian Wide and Fullwidth of Unicode's EastAsianWidth.txt, in ranges that cover what is in use.
const wideRanges = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
] as const;
const unseen = /^[\p{Cc}\p{Cf}\p{Mn}\p{Me}]$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
const colour = /\u{1B}\[[0-9;]*m/gu;

/** What a zero-width joiner adds is drawn inside the sign before it. */
const joined = /\u{200D}./gu;

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replaceAll(colour, "").replaceAll(joined, ""))
    width += characterWidth(character);
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Cuts what does not fit and ends it with …; a wide character is never halved. */
export function shorten(text: string, width: number): string {
  let kept = "";
  let used = 0;
  let fitting = "";
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) return `${fitting}…`;
    kept += character;
    if (used <= width - 1) fitting = kept;
  }
  return text;
}

/** Cuts what does not fit from the beginning, and begins with …. */
export function shortenStart(text: string, width: number): string {
  let used = 0;
  let fitting = 0;
  let taken = 0;
  for (const character of Array.from(text).reverse()) {
    used += characterWidth(character);
    if (used > width) return `…${text.slice(text.length - fitting)}`;
    taken += character.length;
    if (used <= width - 1) fitting = taken;
  }
  return text;
}

function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint >= 0x20 && codePoint < 0x7f) return 1;
  if (wideRanges.some(([from, to]) => codePoint >= from && codePoint <= to)) return 2;
  return unseen.test(character) ? 0 : 1;
}
