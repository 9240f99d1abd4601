/** Where the program prints to, as a value: the process's own streams, or a test's. */
import { styleText } from "node:util";

export type Terminal = {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and problems. */
  readonly err: (text: string) => void;
  /** Standard error is a screen that can be written over. */
  readonly interactive: boolean;
  /** Colours are wanted on standard output. */
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

/** What a file or folder is called may hold codes that a terminal would obey: they are shown, not sent. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u{2028}\u{2029}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, (sign) => {
    if (sign === "\n" || sign === "\r" || sign === "\t") return " ";
    return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}
