/** A paragraph and a width → its lines, before they have a place on a page. */
import type { Inline } from "../model/index.ts";
import type { NamedTextStyle } from "../resolve/index.ts";
import { breakLines, type LineRange } from "./break-lines.ts";
import type { Cluster, MissingGlyph, Typesetter } from "./clusters.ts";
import type { FontBook } from "./font-book.ts";
import type { LaidLine, LaidParagraph, LaidRun } from "./laid.ts";
import { placeLine } from "./place-line.ts";

export type TextContext = {
  readonly fonts: FontBook;
  readonly typeset: Typesetter;
  readonly missing: MissingGlyph;
  /** Called with a text that must be printed whole, and of which only the beginning fits. */
  readonly cut: (text: string) => void;
  /** What was measured before, if text is measured more than once. */
  readonly measured?: Map<readonly Inline[], MeasuredBefore[]>;
};

type MeasuredBefore = { readonly width: number; readonly paragraph: MeasuredParagraph };

/** For one page group, which is laid several times. */
export function remembering(context: TextContext): TextContext {
  return { ...context, measured: new Map() };
}

export type MeasuredParagraph = {
  readonly style: NamedTextStyle;
  readonly content: readonly Inline[];
  readonly clusters: readonly Cluster[];
  readonly lines: readonly LineRange[];
  /** False for the part that was carried over from the page before. */
  readonly first: boolean;
  readonly last: boolean;
};

type Measure = {
  readonly width: number;
  readonly context: TextContext;
  /** Without the style's indent of the first line. */
  readonly flush?: boolean;
};

export function measureParagraph(
  content: readonly Inline[],
  style: NamedTextStyle,
  measure: Measure,
): MeasuredParagraph {
  const { width } = measure;
  const { measured } = measure.context;
  if (measured === undefined) return breakParagraph(content, style, measure);
  const before = measured.get(content) ?? [];
  const known = before.find((one) => one.paragraph.style === style && one.width === width);
  if (known !== undefined) return known.paragraph;
  const paragraph = breakParagraph(content, style, measure);
  measured.set(content, [...before, { width, paragraph }]);
  return paragraph;
}

function breakParagraph(
  content: readonly Inline[],
  style: NamedTextStyle,
  { width, context, flush = false }: Measure,
): MeasuredParagraph {
  const clusters = context.typeset(content, style, context.missing);
  const rest = Math.max(width, style.size);
  const indent = flush ? 0 : style.firstLineIndent * style.size;
  const first = Math.max(width - indent, style.size);
  const lines = breakLines(clusters, {
    first,
    rest,
    tracking: style.tracking,
    hanging: style.align === "justify",
  });
  return { style, content, clusters, lines, first: true, last: true };
}

/** Splits before line `at`; both parts keep their own text. */
export function splitParagraph(
  paragraph: MeasuredParagraph,
  at: number,
): readonly [MeasuredParagraph, MeasuredParagraph] {
  const { clusters, lines } = paragraph;
  const head = lines.slice(0, at);
  const tail = lines.slice(at);
  const part = (range: readonly LineRange[]): readonly Inline[] => {
    const text = clusters
      .slice(range[0]?.from ?? 0, range.at(-1)?.to ?? 0)
      .map((cluster) => (cluster.breakClass === "newline" ? "\n" : cluster.text))
      .join("");
    return text === "" ? [] : [{ kind: "text", text, bold: false }];
  };
  return [
    { ...paragraph, lines: head, content: part(head), last: false },
    { ...paragraph, lines: tail, content: part(tail), first: false },
  ];
}

/** The text of the first `most` lines, with … for the rest. */
export function beginningOf(
  { clusters, lines, content }: MeasuredParagraph,
  most: number,
): readonly Inline[] {
  const last = lines[most - 1];
  if (last === undefined || lines.length <= most) return content;
  // … takes the place of the last two characters: it is one wide, and a mark may not end before it.
  const kept = clusters.slice(0, Math.max(1, last.to - 2)).map(({ text }) => text);
  return [{ kind: "text", text: `${kept.join("")}…`, bold: false }];
}

export function heightOf(paragraphs: readonly MeasuredParagraph[]): number {
  let height = 0;
  for (const { lines, style } of paragraphs) height += lines.length * style.pitch;
  return height;
}

/**
 * Height to keep free for engines that cut elsewhere, pt: if nothing may break (〔2023〕10 in a narrow column) they
 * may need a line more than we do.
 */
export function reserveOf(paragraphs: readonly MeasuredParagraph[]): number {
  let reserve = 0;
  for (const { lines, style } of paragraphs) {
    let forced = 0;
    for (const line of lines) if (line.forced) forced += 1;
    reserve += forced * style.pitch;
  }
  return reserve;
}

/** Places a paragraph's lines below each other from `top`. */
export function placeParagraph(
  paragraph: MeasuredParagraph,
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
): LaidParagraph {
  const { style, clusters, content, first, last } = paragraph;
  const lines = paragraph.lines.map((range, index): LaidLine => {
    const indent = first && index === 0 ? style.firstLineIndent * style.size : 0;
    const { align, size, tracking } = style;
    const { ends, hangs } = range;
    const frame = { x: x + indent, width: width - indent, align, size, tracking, ends, hangs };
    return lineOf(style, top + index * style.pitch, placeLine(clusters, range, frame));
  });
  return { style, content, first, last, lines };
}

export function lineOf(style: NamedTextStyle, top: number, runs: readonly LaidRun[]): LaidLine {
  return { top, height: style.pitch, baseline: top + baselineInPitch(style), runs };
}

/**
 * The em box of Han type is centred in the pitch. It reaches 0.88 em above the baseline and 0.12 em
 * below in every Chinese font (OpenType `ideo` baseline), whatever its ascender says.
 */
function baselineInPitch(style: NamedTextStyle): number {
  return style.pitch / 2 + (0.88 - 0.5) * style.size;
}
