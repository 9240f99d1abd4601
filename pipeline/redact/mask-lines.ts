/** Lines of a text, and what is found in them → the same with marks in its place. */

export type Masked = {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  readonly mark: string;
};

/** As many whatever they stand for, so that they do not say how long it is. */
export const stars = "****";

/** `find` is given all lines in one, and tells places in their order that do not overlap. */
export function maskLines(
  lines: readonly string[],
  find: (text: string) => readonly Masked[],
): readonly string[] {
  const text = lines.join("\n");
  const found = find(text);
  if (found.length === 0) return lines;
  let masked = "";
  let from = 0;
  for (const { start, end, mark } of found) {
    // A line that it ends in stays one.
    masked += text.slice(from, start) + mark + text.slice(start, end).replace(/[^\n]/gu, "");
    from = end;
  }
  masked += text.slice(from);
  // A text of several lines is itself one of the lines.
  const pieces = masked.split("\n");
  return lines.map((line) => {
    const own = pieces.splice(0, line.split("\n").length).join("\n");
    // A text is never blank.
    return own.trim() === "" && line.trim() !== "" ? stars : own;
  });
}
