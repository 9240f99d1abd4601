/** A heading's entry in the table of contents → its lines; the number follows when all pages are known. */
import { charactersOf, type Inline } from "../model/index.ts";
import type { ContentsEntry, NamedTextStyle, ResolvedContents } from "../resolve/index.ts";
import { fillersOf } from "./guide-lines.ts";
import type { FlowEntryLine, LaidContentsEntry, LaidRun } from "./laid.ts";
import { cutAfter, lineOf, measureParagraph, type TextContext } from "./measure-text.ts";
import { placeLine } from "./place-line.ts";

/** Kept free at the right for the number, in em: four digits and a space. */
const contentsNumberZone = 3;

type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly context: TextContext;
};

/** An entry with its text as a paragraph's content: what is measured twice is known by it. */
export type EntryText = { readonly entry: ContentsEntry; readonly content: readonly Inline[] };

export function entryText(entry: ContentsEntry): EntryText {
  return { entry, content: [{ kind: "text", text: entry.text, bold: false }] };
}

/** Further in than the first line are the others of an entry, em. */
export const contentsHang = 1;

/** Lays the entry's text, indented by its style on every line; no leader and no number yet. */
export function layContentsEntry(
  { entry, content }: EntryText,
  styles: ResolvedContents["styles"],
  { x, y, width, most, context }: Place & { readonly most: number },
): LaidContentsEntry {
  const style = contentsStyleOf(entry, styles);
  const { hang, indent, textWidth } = measuresOf(style, width);
  const measure = { width: textWidth, context, indent: -hang, label: true };
  const whole = measureParagraph(content, style, measure);
  const shown = cutAfter(whole, { most: Math.floor(most / style.pitch), context });
  const { clusters, lines } = shown === content ? whole : measureParagraph(shown, style, measure);
  const { size, tracking } = style;
  const frame = { width: textWidth, align: "start", size, tracking, ends: true } as const;
  const left = (line: number) => x + indent + (line === 0 ? 0 : hang);
  return {
    kind: "contents-entry",
    entry,
    style,
    pageNumber: "",
    lines: lines.map((range, index) =>
      lineOf(style, y + index * style.pitch, placeLine(clusters, range, { ...frame, x: left(index) })),
    ),
  };
}

/** Where the lines of an entry begin and how wide they are, pt. */
function measuresOf({ size, firstLineIndent }: NamedTextStyle, width: number) {
  const hang = contentsHang * size;
  const indent = firstLineIndent * size;
  return { hang, indent, textWidth: width - indent - hang - contentsNumberZone * size };
}

/** The entry's lines for a program that would fill them: nothing in it is kept free for the number. */
export function contentsLines(
  { entry, content }: EntryText,
  styles: ResolvedContents["styles"],
  { width, context }: Pick<Place, "width" | "context">,
): readonly FlowEntryLine[] {
  const style = contentsStyleOf(entry, styles);
  const { hang, indent, textWidth } = measuresOf(style, width);
  const measure = { width: textWidth, context, indent: -hang, label: true };
  const { clusters, lines } = measureParagraph(content, style, measure);
  const filled = { first: width - indent, rest: width - indent - hang, tracking: style.tracking };
  const fillers = fillersOf(lines, clusters, filled);
  // One for each cluster, as the typesetter makes them; a cluster may show 〓 in place of its character.
  const characters = charactersOf(entry.text);
  return lines.map(({ to }, index) => ({
    text: characters.slice(lines[index - 1]?.to ?? 0, to).join(""),
    filler: fillers[index] ?? 0,
  }));
}

export function contentsStyleOf(
  { level }: ContentsEntry,
  styles: ResolvedContents["styles"],
): NamedTextStyle {
  return styles[level - 1] ?? styles[2];
}

/** Adds the number, flush right at `right`, and the dots that lead to it. */
export function numberContentsEntry(
  laid: LaidContentsEntry,
  pageNumber: string,
  { right, context }: { readonly right: number; readonly context: TextContext },
): LaidContentsEntry {
  const last = laid.lines.at(-1);
  if (last === undefined) return laid;
  const { style } = laid;
  // With a space, which keeps it from the text for those to whom dots say nothing.
  const number = flushRight(` ${pageNumber}`, style, { right, context });
  const textEnd = Math.max(...last.runs.map(({ x, width }) => x + width));
  const from = textEnd + style.size / 4;
  const leader = leaderDots(style, { from, to: number[0]?.x ?? right, context });
  const lines = [...laid.lines.slice(0, -1), { ...last, runs: [...last.runs, ...leader, ...number] }];
  return { ...laid, pageNumber, lines };
}

function flushRight(
  text: string,
  style: NamedTextStyle,
  { right, context }: { readonly right: number; readonly context: TextContext },
): readonly LaidRun[] {
  const content = [{ kind: "text", text, bold: false }] as const;
  const { clusters } = measureParagraph(content, style, { width: 1e6, context });
  const width = clusters.reduce((sum, cluster) => sum + cluster.width, 0);
  const frame = {
    x: right - width,
    width,
    align: "start",
    size: style.size,
    tracking: 0,
    ends: true,
  } as const;
  return placeLine(clusters, { from: 0, to: clusters.length }, frame);
}

function leaderDots(
  style: NamedTextStyle,
  { from, to, context }: { readonly from: number; readonly to: number; readonly context: TextContext },
): readonly LaidRun[] {
  const font = context.fonts.pick(style.face, style.bold, 0x2e);
  const dot = (font?.advance(0x2e) ?? 0.25) * style.size;
  const step = style.size * 0.32;
  const count = Math.floor((to - from) / step);
  if (font === undefined || count < 2) return [];
  const x = to - count * step;
  const spacing = step - dot;
  const width = count * step - spacing;
  const { bold, size } = style;
  return [{ text: ".".repeat(count), font: font.key, bold, size, x, width, spacing, leader: true }];
}
