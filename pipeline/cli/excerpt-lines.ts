/** A line of a file → two lines for a screen: its text around what is meant, and a mark below that. */
import type { SourceLine } from "../diagnostics/index.ts";
import { displayWidth, shorten, shortenStart } from "./display-width.ts";
import { type Colour, type Paint, printable } from "./terminal.ts";

/** In columns of the screen; a Han character takes two. */
const widest = { before: 24, meant: 48, all: 88 };

export function excerptLines(
  { line, text, from, to }: SourceLine,
  { paint, colour }: { readonly paint: Paint; readonly colour: Colour },
): readonly string[] {
  // No more than the screen can take is looked at: a goal may have thousands of characters.
  const before = shortenStart(printable(text.slice(Math.max(0, from - 200), from)), widest.before);
  const meant = shorten(printable(text.slice(from, Math.min(to, from + 200))), widest.meant);
  const used = displayWidth(before) + displayWidth(meant);
  const after = shorten(printable(text.slice(to, to + 200)), widest.all - used);
  const gutter = `${line} │ `;
  const mark = "^".repeat(Math.max(1, displayWidth(meant)));
  return [
    `${paint("dim", gutter)}${before}${paint(colour, meant)}${after}`,
    `${paint("dim", `${" ".repeat(displayWidth(gutter) - 2)}│ `)}${" ".repeat(displayWidth(before))}${paint(colour, mark)}`,
  ];
}
