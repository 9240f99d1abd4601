/** Pages → their printed numbers and the places of these (GB/T 9704-2012, 7.5). */
import { type NamedTextStyle, type PageGeometry, type SectionFrame, typeArea } from "../resolve/index.ts";
import type { LaidLine } from "./laid.ts";
import { lineOf, measureParagraph, type TextContext } from "./measure-text.ts";
import { placeLine } from "./place-line.ts";

/** Distance of the number's line from the type area: 7 mm. */
const belowTypeArea = (7 * 72) / 25.4;

/** A cover is counted with what is before it, as in Word: it restarts nothing. */
export function beginsCount({ numbering, continues }: SectionFrame): boolean {
  return numbering !== "none" && !continues;
}

/** The number printed on the page that is the `ordinal`-th of its count, from 1. */
export function printedNumber(numbering: SectionFrame["numbering"], ordinal: number): string | undefined {
  if (numbering === "none") return undefined;
  return numbering === "roman" ? toRoman(ordinal) : String(ordinal);
}

type NumberPlace = {
  /** The outer edge of the sheet; sheets printed on one side have it at the right. */
  readonly side: "left" | "right";
  readonly geometry: PageGeometry;
  readonly style: NamedTextStyle;
  readonly context: TextContext;
};

/** `— 3 —`, one character in from the type area's edge. */
export function layPageNumber(number: string, { side, geometry, style, context }: NumberPlace): LaidLine {
  const content = [{ kind: "text", text: `— ${number} —`, bold: false }] as const;
  const { clusters } = measureParagraph(content, style, { width: geometry.width, context });
  const top = geometry.height - geometry.bottom + belowTypeArea;
  const x = geometry.left + style.size;
  const width = typeArea(geometry).width - 2 * style.size;
  const align = side === "right" ? "end" : "start";
  const frame = { x, width, align, size: style.size, tracking: 0, ends: true } as const;
  const runs = placeLine(clusters, { from: 0, to: clusters.length }, frame);
  return lineOf(style, top, runs);
}

const romanDigits = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function toRoman(value: number): string {
  let rest = value;
  let roman = "";
  for (const [worth, sign] of romanDigits) {
    while (rest >= worth) {
      roman += sign;
      rest -= worth;
    }
  }
  return roman;
}
