/** A laid paragraph → its XML: a style's name, its runs, a heading's bookmark, and what differs between paragraphs. */
import type { LaidParagraph, LaidPart, LaidText } from "../../layout/index.ts";
import type { NamedTextStyle } from "../../resolve/index.ts";
import { type StyleUse, spacerStyleId } from "./style-sheet.ts";
import { type RunStyle, writeInlines } from "./text.ts";
import { escapeXml, twips } from "./xml.ts";

type Bookmark = { readonly name: string; readonly id: number };

/** What the writers of one part share. */
export type Body = {
  /** Asked once for each heading, in order. */
  readonly bookmarkOf: (headingId: string) => Bookmark;
  readonly styles: StyleUse;
};

type Placement = {
  readonly opensPage: boolean;
  /** pt above the first paragraph of a section whose blocks are centred on the page. */
  readonly before?: number;
  /** The `w:sectPr` of a section that ends in this paragraph. */
  readonly sectionEnd: string;
};

/** A paragraph with its style; `properties` are further elements of its `w:pPr`, in the order of the schema. */
export function paragraph(styleId: string, runs: string, properties = ""): string {
  return `${openParagraph(styleId, properties)}${runs}</w:p>`;
}

function openParagraph(styleId: string, properties = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${escapeXml(styleId)}"/>${properties}</w:pPr>`;
}

/** A paragraph of the text, whole: Word breaks it over lines and pages itself. */
export function writeText(
  { source, part }: LaidText,
  { bookmarkOf, styles }: Body,
  { opensPage, before, sectionEnd }: Placement,
): string {
  const { heading } = source;
  const runs = writeInlines(source.content, runStyle(part));
  const properties = [
    source.keepWithNext ? "<w:keepNext/>" : "",
    opensPage && source.pageBreakBefore ? "<w:pageBreakBefore/>" : "",
    before === undefined ? "" : `<w:spacing w:before="${twips(before)}"/>`,
    narrowing(part),
    sectionEnd,
  ].join("");
  if (heading === undefined) return paragraph(styles.text(part.style), runs, properties);
  const marked = inBookmark(runs, bookmarkOf(heading.id));
  return paragraph(styles.heading(part.style, heading.level), marked, properties);
}

export type CellParagraphs = {
  /** The part of a paragraph that is on this page. */
  readonly write: (laid: LaidParagraph) => string;
  readonly blank: (style: NamedTextStyle) => string;
};

/** Cells hold paragraphs by the hundred thousand, in a handful of styles: the beginning of each is made once. */
export function openCellParagraphs(styles: StyleUse): CellParagraphs {
  const openings = new Map<NamedTextStyle, string>();
  const open = (style: NamedTextStyle): string => {
    const known = openings.get(style);
    if (known !== undefined) return known;
    const opening = openParagraph(styles.text(style));
    openings.set(style, opening);
    return opening;
  };
  return {
    write: (laid) => {
      const { style, content, first, narrower } = laid;
      const runs = writeInlines(content, runStyle(laid));
      if (first && narrower === 0) return `${open(style)}${runs}</w:p>`;
      return paragraph(styles.text(style), runs, narrowing(laid));
    },
    blank: (style) => `${open(style)}</w:p>`,
  };
}

function runStyle({ style: { bold, tracking }, looser }: LaidParagraph): RunStyle {
  return looser === 0 ? { bold } : { bold, tracking: tracking + looser };
}

/**
 * The indents by which Word ends its lines where layout does: at the side that the text is ragged on. A part that goes
 * on from the page before has no first line to indent.
 */
function narrowing({ style: { align }, narrower, first }: LaidParagraph): string {
  const share = align === "center" ? narrower / 2 : narrower;
  const edges = [
    align === "start" || narrower === 0 ? "" : ` w:left="${twips(share)}"`,
    align === "end" || narrower === 0 ? "" : ` w:right="${twips(share)}"`,
    first ? "" : ' w:firstLine="0" w:firstLineChars="0"',
  ].join("");
  return edges === "" ? "" : `<w:ind${edges}/>`;
}

/** One point high: parts two tables that Word would join, ends a section, carries a page break before a table. */
export function writeSpacer({ opensPage, sectionEnd }: Placement): string {
  return paragraph(spacerStyleId, "", (opensPage ? "<w:pageBreakBefore/>" : "") + sectionEnd);
}

function inBookmark(runs: string, { name, id }: Bookmark): string {
  return `<w:bookmarkStart w:name="${name}" w:id="${id}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;
}

/**
 * The bookmark's name, by the heading's id alone, so that a contents entry can name a heading of any part. docx would
 * number bookmarks by a counter of the process. Word allows
 * 40 letters, digits and underscores; `_Toc` and digits is what it writes itself, and hides. Of 64 bits two alike are
 * not to be expected.
 */
export function bookmarkName(headingId: string): string {
  return `_Toc${hash(headingId).toString().padStart(20, "0")}`;
}

/** More headings than a part has; Word's numbers end at 2³¹, which leaves room for half a million parts. */
const mostInPart = 1 << 12;

/** Hands out the bookmarks of a part in order; the numbers of different parts never meet. */
export function openBookmarks({ ordinal }: Pick<LaidPart, "ordinal">): (headingId: string) => Bookmark {
  let id = ordinal * mostInPart;
  return (headingId) => {
    id += 1;
    if (id >= (ordinal + 1) * mostInPart) throw new Error(`a part has more than ${mostInPart} headings`);
    return { name: bookmarkName(headingId), id };
  };
}

/** FNV-1a, 64 bits. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value;
}
