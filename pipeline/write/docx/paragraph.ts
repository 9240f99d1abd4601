/** A paragraph → its XML: a style's name, its runs, a heading's bookmark, and what differs between paragraphs. */
import type { FlowParagraph, FlowText, LaidPart } from "../../layout/index.ts";
import type { HeadingMark } from "../../model/index.ts";
import type { NamedTextStyle } from "../../resolve/index.ts";
import type { InCommentRange } from "./comments.ts";
import { openIds } from "./ids.ts";
import { headingStyleId, type StyleUse, seamStyleId, spacerStyleId } from "./style-sheet.ts";
import { type RunStyle, writeInlines } from "./text.ts";
import { narrowing, type OwnLooks, runSpacing, sameRunLook } from "./text-look.ts";
import { type Piece, pieceOf, type XmlSink } from "./utf8-stream.ts";
import { escapeXml, twips, value, type WordAttributes, xml } from "./xml.ts";

type Bookmark = { readonly name: string; readonly id: number };

/** What the writers of one part share. */
export type Body = {
  /** Asked once for each heading, in order. */
  readonly bookmarkOf: (headingId: string) => Bookmark;
  readonly styles: StyleUse;
  readonly looks: OwnLooks;
  readonly inRange: InCommentRange;
};

type Placement = {
  readonly opensPage: boolean;
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

/** A paragraph of the text: Word breaks it over lines and pages itself. */
export function writeText(
  { source, paragraph: whole, above }: FlowText,
  { bookmarkOf, styles, looks, inRange }: Body,
  { opensPage, sectionEnd }: Placement,
  sink: XmlSink,
): void {
  const { heading, keepWithNext } = source;
  const { style } = whole;
  const { headings } = styles;
  // A heading is a paragraph of Word's own style, by which other programs know it, whatever it looks like here.
  const base = heading === undefined ? style : (headings[heading.level - 1] ?? headings[2]);
  const properties = [
    keepWithNext ? "<w:keepNext/>" : "",
    opensPage ? "<w:pageBreakBefore/>" : "",
    looks.paragraph(style, base, { above, share: narrowShare(style, whole.narrower) }),
    sectionEnd,
  ].join("");
  const written = (): string => {
    if (heading === undefined)
      return paragraph(styles.text(style), writeInlines(whole.content, runStyle(whole)), properties);
    const own = looks.run(style, base);
    const runs = writeInlines(whole.content, { bold: style.bold, own });
    return paragraph(headingStyleId(heading.level), inBookmark(runs, bookmarkOf(heading.id)), properties);
  };
  inRange(source.sources, ({ put }) => put(written()), sink);
}

export type CellParagraphs = {
  readonly write: (whole: FlowParagraph, xml: XmlSink) => void;
  /** One that is a heading as well: it keeps its own style, and has the outline level and the bookmark of one. */
  readonly writeHeading: (whole: FlowParagraph, heading: HeadingMark, xml: XmlSink) => void;
  readonly blank: (style: NamedTextStyle, xml: XmlSink) => void;
};

/** Cells hold paragraphs by the hundred thousand, in a handful of styles and indents: the beginning of each is made once. */
export function openCellParagraphs({
  styles,
  bookmarkOf,
}: Pick<Body, "styles" | "bookmarkOf">): CellParagraphs {
  const openings = new Map<NamedTextStyle, Map<number, Piece>>();
  const open = ({ style, narrower }: Pick<FlowParagraph, "style" | "narrower">): Piece => {
    const share = narrowShare(style, narrower);
    const inStyle = openings.get(style) ?? new Map<number, Piece>();
    openings.set(style, inStyle);
    const known = inStyle.get(share);
    if (known !== undefined) return known;
    const indent = narrowing(style, share);
    const opening = pieceOf(openParagraph(styles.text(style), indentOf(indent)));
    inStyle.set(share, opening);
    return opening;
  };
  return {
    write: (whole, { put, repeat }) => {
      repeat(open(whole));
      put(writeInlines(whole.content, runStyle(whole)));
      repeat(paragraphEnd);
    },
    writeHeading: (whole, { level, id }, { put }) => {
      const { style, narrower } = whole;
      const indent = indentOf(narrowing(style, narrowShare(style, narrower)));
      const runs = inBookmark(writeInlines(whole.content, runStyle(whole)), bookmarkOf(id));
      put(paragraph(styles.text(style), runs, indent + value("w:outlineLvl", level - 1)));
    },
    blank: (style, { repeat }) => {
      repeat(open({ style, narrower: 0 }));
      repeat(paragraphEnd);
    },
  };
}

const paragraphEnd = pieceOf("</w:p>");

function indentOf(indent: WordAttributes | undefined): string {
  return indent === undefined ? "" : xml("w:ind", indent);
}

function runStyle({ style: { bold, tracking }, looser }: FlowParagraph): RunStyle {
  return looser === 0 ? { bold } : { bold, own: { ...sameRunLook, spacing: runSpacing(tracking + looser) } };
}

/** How far each side that the text is ragged on is indented, in twips. */
function narrowShare({ align }: NamedTextStyle, narrower: number): number {
  return twips(align === "center" ? narrower / 2 : narrower);
}

/** A paragraph as high as a line is thick: ends a section, carries a page break before a table, parts two tables. */
export function writeSpacer({ opensPage, sectionEnd }: Placement): string {
  return paragraph(spacerStyleId, "", (opensPage ? "<w:pageBreakBefore/>" : "") + sectionEnd);
}

/** Parts two tables that Word would join; black, so that the lines above and below it are one. */
export function writeSeam(): string {
  return paragraph(seamStyleId, "");
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

/** Hands out the bookmarks of a part in order. */
export function openBookmarks({ ordinal }: Pick<LaidPart, "ordinal">): (headingId: string) => Bookmark {
  const nextId = openIds(ordinal, "headings");
  return (headingId) => ({ name: bookmarkName(headingId), id: nextId() });
}

/** FNV-1a, 64 bits. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value;
}
