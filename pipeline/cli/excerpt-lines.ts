/** A line of a file → two lines for a screen: its text around what is meant, and a mark below that. */
import type { SourceLine } from "../diagnostics/index.ts";
import { displayWidth, shorten } from "./display-width.ts";
import { type Colour, type Paint, printable } from "./terminal.ts";

/** In columns of the screen; a Han character takes two. */
const widest = { before: 24, meant: 48, all: 88 };

export function excerptLines(
  { line, text, from, to }: SourceLine,
  { paint, colour }: { readonly paint: Paint; readonly colour: Colour },
): readonly string[] {
  const before = shortenStart(printable(text.slice(0, from)), widest.before);
  const meant = shorten(printable(text.slice(from, to)), widest.meant);
  const used = displayWidth(before) + displayWidth(meant);
  const after = shorten(printable(text.slice(to)), widest.all - used);
  const gutter = `${line} │ `;
  const mark = "^".repeat(Math.max(1, displayWidth(meant)));
  return [
    `${paint("dim", gutter)}${before}${paint(colour, meant)}${after}`,
    `${paint("dim", `${" ".repeat(displayWidth(gutter) - 2)}│ `)}${" ".repeat(displayWidth(before))}${paint(colour, mark)}`,
  ];
}

/** Cuts what does not fit from the beginning. */
function shortenStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const characters = [...text];
  while (displayWidth(characters.join("")) > width - 1) characters.shift();
  return `…${characters.join("")}`;
}
