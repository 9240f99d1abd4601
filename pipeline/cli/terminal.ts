/** Where the program prints to, as a value, and texts that fit there: in columns, a Han character takes two. */
import type { Readable, Writable } from "node:stream";
import { stripVTControlCharacters, styleText } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";

/** Where questions are asked and answered. */
export type Streams = { readonly input: Readable; readonly output: Writable };

/** The process's own streams, or a test's. */
export type Terminal = {
  /** Absent if nobody is there to answer. */
  readonly questions?: Streams | undefined;
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and problems. */
  readonly err: (text: string) => void;
  /** Standard error is a screen that can be written over. */
  readonly interactive: boolean;
  /** Standard output takes colours. */
  readonly coloured: boolean;
  readonly columns: number;
  /** The most memory that the process has held, MB. */
  readonly peakMegabytes: () => number;
};

export type Colour = "red" | "yellow" | "green" | "cyan" | "dim" | "bold";
export type Paint = (colour: Colour, text: string) => string;

export function paintFor(terminal: Terminal): Paint {
  return (colour, text) => (terminal.coloured ? styleText(colour, text, { validateStream: false }) : text);
}

/** Names of files and folders may hold codes that a terminal would obey: they are shown, not sent. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u{2028}\u{2029}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, (sign) => {
    if (sign === "\n" || sign === "\r" || sign === "\t") return " ";
    return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}

/** Marks, which are drawn on the sign before them, and codes. */
const unseen = /^[\p{Cc}\p{Cf}\p{Mn}\p{Me}]$/u;
/** What a zero-width joiner adds is drawn inside the sign before it. */
const joined = /\u{200D}./gu;

/** The columns it takes; colours take none. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of stripVTControlCharacters(text).replaceAll(joined, "")) width += signWidth(sign);
  return width;
}

function signWidth(sign: string): number {
  return unseen.test(sign) ? 0 : eastAsianWidth(sign.codePointAt(0) ?? 0);
}

/** Cuts the end that does not fit, and ends with …; a wide character is never halved. */
export function shorten(text: string, width: number): string {
  const kept = fitting(Array.from(text), width);
  return kept === undefined ? text : `${kept.join("")}…`;
}

/** Cuts the beginning that does not fit, and begins with …. */
export function shortenStart(text: string, width: number): string {
  const kept = fitting(Array.from(text).reverse(), width);
  return kept === undefined ? text : `…${kept.toReversed().join("")}`;
}

/** The signs that fit together with …; undefined if all fit. */
function fitting(signs: readonly string[], width: number): readonly string[] | undefined {
  let [used, count] = [0, 0];
  for (const sign of signs) {
    used += signWidth(sign);
    if (used > width) return signs.slice(0, count);
    if (used < width) count += 1;
  }
  return undefined;
}

export type TableColumn = { readonly title: string; readonly align: "start" | "end" };

/** The header first. The last column is not padded, so that no line ends in blanks. */
export function alignTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const lines = [columns.map((column) => column.title), ...rows];
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => textWidth(cells[at] ?? ""))));
  return lines.map((cells) =>
    columns
      .map(({ align }, at) => {
        const cell = cells[at] ?? "";
        const blanks = " ".repeat((widths[at] ?? 0) - textWidth(cell));
        return align === "end" ? blanks + cell : cell + blanks;
      })
      .join("  ")
      .trimEnd(),
  );
}
