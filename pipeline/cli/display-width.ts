/** Text → the columns it takes on a terminal, where a Han character takes two. */

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });

// East Asian Wide and Fullwidth of Unicode's EastAsianWidth.txt, in ranges that cover what is in use.
const wide =
  /[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const unseen = /^[\p{Cc}\p{Cf}\p{Mn}\p{Me}]+$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
const colour = /\u{1B}\[[0-9;]*m/gu;

export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text.replaceAll(colour, "")))
    width += unseen.test(segment) ? 0 : wide.test(segment) ? 2 : 1;
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
  if (displayWidth(text) <= width) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (displayWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
