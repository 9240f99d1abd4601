/** A paragraph and a width → its lines, before they have a place on a page. */
import { charactersOf, type Inline } from "../model/index.ts";
import type { NamedTextStyle } from "../resolve/index.ts";
import type { LineRange, Widths } from "./break-lines.ts";
import { type Cluster, type MissingGlyph, openTypesetter, type Typesetter } from "./clusters.ts";
import type { FontBook } from "./font-book.ts";
import type { Guide } from "./guide-lines.ts";
import type { FlowParagraph, LaidLine, LaidParagraph, LaidRun } from "./laid.ts";
import { placeLine } from "./place-line.ts";
import { fillBody, hangsForSome, settleLines } from "./settle-lines.ts";
import { type FindWords, openWords } from "./words.ts";

export type TextContext = {
  readonly fonts: FontBook;
  readonly typeset: Typesetter;
  readonly words: FindWords;
  readonly shortTexts: ShortTexts;
  readonly missing: MissingGlyph;
  /** Called with a text that must be printed whole, and with its beginning and …, for which alone there is room. */
  readonly cut: (text: string, shown: string) => void;
  /** What was measured before, if text is measured more than once. */
  readonly measured?: Map<readonly Inline[], MeasuredBefore[]>;
};

/** A document's short texts in cells, by all that decides their lines. */
type ShortTexts = Map<NamedTextStyle, TextsOfWidth[]>;

type TextsOfWidth = {
  readonly width: number;
  readonly label: boolean;
  readonly texts: Map<string, MeasuredParagraph>;
};

/** No label of any form is longer. */
const mostCharacters = 24;

/** Of a style and width: more than all labels and units of the largest department. */
const mostRemembered = 2000;

type MeasuredBefore = { readonly width: number; readonly paragraph: MeasuredParagraph };

/** What all texts of a document share. */
export function openTexts(fonts: FontBook): Omit<TextContext, "missing" | "cut"> {
  return { fonts, typeset: openTypesetter(fonts), words: openWords(), shortTexts: new Map() };
}

/** For one page group, which is laid several times. */
export function remembering(context: TextContext): TextContext {
  return { ...context, measured: new Map() };
}

export type MeasuredParagraph = {
  readonly style: NamedTextStyle;
  /** Of the whole paragraph, as are the clusters, where it is split. */
  readonly content: readonly Inline[];
  readonly clusters: readonly Cluster[];
  readonly lines: readonly LineRange[];
  readonly guide: Guide;
  /** Added to the style's tracking, pt. */
  readonly looser: number;
  /** False for the part that was carried over from the page before. */
  readonly first: boolean;
  readonly last: boolean;
};

type Measure = {
  readonly width: number;
  readonly context: TextContext;
  /** Of the first line, pt; the style's own if not given. Less than 0: the other lines are that far in. */
  readonly indent?: number;
  /** A title, an entry of the contents or a cell's label: lines end between words. Those of centred text do if it costs none. */
  readonly label?: boolean;
};

/** Text of a cell: labels, units and the like are printed thousands of times in a document, and measured once. */
export function measureCellText(
  content: readonly Inline[],
  style: NamedTextStyle,
  measure: Omit<Measure, "indent">,
): MeasuredParagraph {
  const key = shortText(content);
  if (key === undefined) return measureParagraph(content, style, measure);
  const { context } = measure;
  const texts = textsFor(context.shortTexts, style, measure);
  const known = texts.get(key);
  if (known !== undefined) return known;
  let whole = true;
  const missing: MissingGlyph = (glyph) => {
    whole = false;
    context.missing(glyph);
  };
  const paragraph = breakParagraph(content, style, { ...measure, context: { ...context, missing } });
  // What lacks a character is reported by every part that prints it.
  if (whole && texts.size < mostRemembered) texts.set(key, paragraph);
  return paragraph;
}

/** Undefined if it is long or blank, or not all of one weight; inlines do not run into each other. */
function shortText(content: readonly Inline[]): string | undefined {
  let text: string | undefined;
  for (const inline of content) {
    const own = inline.kind === "break" ? "\n" : inline.text;
    text = text === undefined ? own : `${text}\u0000${own}`;
    const tells = own !== "" && !(inline.kind === "text" && inline.bold);
    if (!tells || text.length > mostCharacters) return undefined;
  }
  return text;
}

function textsFor(
  known: ShortTexts,
  style: NamedTextStyle,
  { width, label = false }: Pick<Measure, "width" | "label">,
): TextsOfWidth["texts"] {
  const ofStyle = known.get(style) ?? [];
  if (ofStyle.length === 0) known.set(style, ofStyle);
  const before = ofStyle.find((one) => one.width === width && one.label === label);
  if (before !== undefined) return before.texts;
  const texts: TextsOfWidth["texts"] = new Map();
  ofStyle.push({ width, label, texts });
  return texts;
}

export function measureParagraph(
  content: readonly Inline[],
  style: NamedTextStyle,
  measure: Measure,
): MeasuredParagraph {
  const { width } = measure;
  const { measured } = measure.context;
  if (measured === undefined) return breakParagraph(content, style, measure);
  const before = measured.get(content) ?? [];
  const known = before.find((one) => one.width === width && breaksAlike(one.paragraph.style, style));
  if (known?.paragraph.style === style) return known.paragraph;
  const paragraph = known ? { ...known.paragraph, style } : breakParagraph(content, style, measure);
  measured.set(content, [...before, { width, paragraph }]);
  return paragraph;
}

/** Whether text has the same lines in two styles, as in one and its tight variant. */
function breaksAlike(one: NamedTextStyle, other: NamedTextStyle): boolean {
  return one === other || whatBreaksLines.every((property) => one[property] === other[property]);
}

const whatBreaksLines = ["face", "bold", "size", "tracking", "latinGap", "align", "firstLineIndent"] as const;

function breakParagraph(
  content: readonly Inline[],
  style: NamedTextStyle,
  { width, context, indent = style.firstLineIndent * style.size, label = false }: Measure,
): MeasuredParagraph {
  const { align, tracking, size } = style;
  const rest = Math.max(width, size);
  const first = Math.max(width - indent, size);
  const widths = { first, rest, tracking, hanging: align === "justify" };
  const clusters = context.typeset(content, style, context.missing);
  const words = label || align === "center" ? context.words : undefined;
  const settled = settleLines(clusters, widths, { align, words, label });
  const plain: MeasuredParagraph = {
    style,
    content,
    clusters,
    ...settled,
    looser: 0,
    first: true,
    last: true,
  };
  const needsLoosening = align === "justify" && fillBody(clusters, widths) === undefined;
  return needsLoosening ? loosened(plain, widths, context) : plain;
}

/** Tried in turn, pt after every character: of 28 characters a line gives up one at about half a point. */
const looserBy = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/**
 * Justified text that every engine ends alike, and well: set a little looser, a line gives a character to the next, which
 * nobody sees as its edges stay where they are. It takes a line more only if some engine does so whatever we do. As it
 * was if nothing helps.
 */
function loosened(
  plain: MeasuredParagraph,
  widths: Widths,
  { typeset, missing }: TextContext,
): MeasuredParagraph {
  const { style, content } = plain;
  const most = plain.lines.length + (plain.lines.some((line) => hangsForSome(plain.clusters, line)) ? 1 : 0);
  let longer: MeasuredParagraph | undefined;
  for (const looser of looserBy) {
    const tracking = style.tracking + looser;
    const clusters = typeset(content, { ...style, tracking }, missing);
    const lines = fillBody(clusters, { ...widths, tracking });
    if (lines === undefined || lines.length > most) continue;
    const found = { ...plain, clusters, lines, looser };
    if (lines.length === plain.lines.length) return found;
    longer ??= found;
  }
  return longer ?? plain;
}

/** Splits before line `at`. */
export function splitParagraph(
  paragraph: MeasuredParagraph,
  at: number,
): readonly [MeasuredParagraph, MeasuredParagraph] {
  const { lines } = paragraph;
  return [
    { ...paragraph, lines: lines.slice(0, at), last: false },
    { ...paragraph, lines: lines.slice(at), first: false },
  ];
}

/** The text as it was given, with a break behind each of these lines. */
function brokenContent(
  { content, lines }: MeasuredParagraph,
  behind: ReadonlySet<number>,
): readonly Inline[] {
  const stretches = stretchesOf(content);
  const broken: Inline[] = [];
  let from = 0;
  for (const [index, { to, ends }] of lines.entries()) {
    const next = lines[index + 1];
    if (next !== undefined && !ends && !behind.has(index)) continue;
    broken.push(...textsIn(stretches, { from, to }));
    if (next !== undefined) broken.push({ kind: "break" });
    from = next?.from ?? to;
  }
  return broken;
}

/** A text of a paragraph, and the cluster that its first character is: the typesetter makes one of each, 〓 included. */
type Stretch = {
  readonly from: number;
  readonly characters: readonly string[];
  readonly text: Text;
};

type Text = Extract<Inline, { kind: "text" }>;

function stretchesOf(content: readonly Inline[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const inline of content) {
    if (inline.kind === "break") {
      from += 1;
      continue;
    }
    const characters = charactersOf(inline.text);
    stretches.push({ from, characters, text: inline });
    from += characters.length;
  }
  return stretches;
}

/** What stands in a range of clusters, without breaks. */
function textsIn(
  stretches: readonly Stretch[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Text[] {
  const texts = stretches.map((stretch): Text => {
    const [start, end] = [Math.max(0, from - stretch.from), Math.max(0, to - stretch.from)];
    return { ...stretch.text, text: stretch.characters.slice(start, end).join("") };
  });
  return joined(texts);
}

/** Neighbours of one weight as one text. */
function joined(texts: readonly Text[]): readonly Text[] {
  const joint: Text[] = [];
  for (const one of texts) {
    if (one.text === "") continue;
    const last = joint.at(-1);
    if (last?.bold === one.bold) joint[joint.length - 1] = { ...last, text: last.text + one.text };
    else joint.push(one);
  }
  return joint;
}

/** The text of the first `most` lines, with … for the rest. */
export function beginningOf({ lines, content }: MeasuredParagraph, most: number): readonly Inline[] {
  const last = lines[most - 1];
  if (last === undefined || lines.length <= most) return content;
  // … takes the place of the last two characters: it is one wide, and a mark may not end before it.
  const kept = textsIn(stretchesOf(content), { from: 0, to: Math.max(1, last.to - 2) });
  const bold = kept.some((one) => one.bold);
  return joined([...kept, { kind: "text", text: "…", bold }]);
}

/** The same of a text that must be printed whole: that it is not, is told. */
export function cutAfter(
  measured: MeasuredParagraph,
  { most, context }: { readonly most: number; readonly context: TextContext },
): readonly Inline[] {
  const shown = beginningOf(measured, most);
  if (shown !== measured.content) context.cut(textOf(measured.content), textOf(shown));
  return shown;
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
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

/** The paragraph for a program that breaks its lines itself, and is led to the same ones. */
export function uncut(paragraph: MeasuredParagraph): FlowParagraph {
  const { style, guide, looser } = paragraph;
  const content = guide.kind === "breaks" ? brokenContent(paragraph, guide.behind) : paragraph.content;
  return { style, content, narrower: guide.kind === "narrower" ? guide.by : 0, looser };
}

/** Places a paragraph's lines below each other from `top`. */
export function placeParagraph(
  paragraph: MeasuredParagraph,
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
): LaidParagraph {
  const { style, clusters, looser, first, last } = paragraph;
  const lines = paragraph.lines.map((range, index): LaidLine => {
    const indent = first && index === 0 ? style.firstLineIndent * style.size : 0;
    const { align, size } = style;
    const { ends, hangs } = range;
    const tracking = style.tracking + looser;
    const frame = { x: x + indent, width: width - indent, align, size, tracking, ends, hangs };
    return lineOf(style, top + index * style.pitch, placeLine(clusters, range, frame));
  });
  return { first, last, lines };
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
