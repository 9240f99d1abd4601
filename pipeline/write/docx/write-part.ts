/** A laid part → its stretch of `word/document.xml`, deflated: its blocks, as Word breaks them over pages. */
import type { FlowBlock, LaidPart } from "../../layout/index.ts";
import { openComments } from "../../model/index.ts";
import { type DocumentFrame, type SectionFrame, typeArea } from "../../resolve/index.ts";
import { deflateStretch } from "../zip/index.ts";
import { type NumberedComment, openCommentRanges } from "./comments.ts";
import { writeContents } from "./contents.ts";
import {
  type Body,
  type CellParagraphs,
  openBookmarks,
  openCellParagraphs,
  writeSeam,
  writeSpacer,
  writeText,
} from "./paragraph.ts";
import { type PartStyles, trackStyles } from "./style-sheet.ts";
import { openTables, type WriteTable } from "./table.ts";
import { openLooks } from "./text-look.ts";
import { openUtf8Stream, writtenText, type XmlSink } from "./utf8-stream.ts";

export type WrittenDocxPart = {
  /** JSON, for `joinDocx` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutDocxPart = {
  readonly crc: number;
  readonly size: number;
  readonly styles: PartStyles;
  /** The text after the place where the section may end; absent if the part ends in a table. */
  readonly after?: string;
  readonly comments?: readonly NumberedComment[] | undefined;
};

/** Equal parts give equal bytes in any document. */
export function openDocxParts(document: DocumentFrame): (part: LaidPart) => WrittenDocxPart {
  const stream = openUtf8Stream();
  const [writeTable, looks] = [openTables(), openLooks(document.fonts)];
  return (part) => {
    const styles = trackStyles(document);
    const { inRange, written } = openCommentRanges(part, openComments(part));
    const body = { styles, looks, bookmarkOf: openBookmarks(part), inRange };
    const after = writeFlow(part, { body, writeTable }, stream);
    const { bytes, crc, size } = deflateStretch(stream.take());
    const about: AboutDocxPart = { crc, size, styles: styles.soFar(), after, comments: written() };
    return { about: JSON.stringify(about), bytes };
  };
}

/** Marks the place of a section's `w:sectPr` in the part's last paragraph; it occurs in no text. */
const sectionEndMark = "\u0000";

/** What a block must know of its neighbours. */
type Position = {
  readonly opensPage: boolean;
  readonly previous: FlowBlock | undefined;
  /** In the part's last paragraph, where the section may end. */
  readonly sectionEnd: string;
};

type PartTools = {
  readonly section: SectionFrame;
  readonly body: Body;
  readonly writeTable: WriteTable;
  readonly paragraphs: CellParagraphs;
};

/** Writes the blocks of one part; gives what stands after the place where the section may end, if the part ends in text. */
function writeFlow(
  { section, flow, opensSection }: LaidPart,
  { body, writeTable }: Pick<PartTools, "body" | "writeTable">,
  xml: XmlSink,
): string | undefined {
  const tools = { section, body, writeTable, paragraphs: openCellParagraphs(body) };
  for (const [index, block] of flow.entries()) {
    // The section's own break opens its first page.
    const opensPage = index === 0 ? !opensSection : block.kind === "text" && block.source.pageBreakBefore;
    const at = { opensPage, previous: flow[index - 1], sectionEnd: "" };
    if (block.kind === "text" && index === flow.length - 1) {
      const placed = { ...at, sectionEnd: sectionEndMark };
      const last = writtenText((inside) => writeText(block, body, placed, inside));
      const end = last.indexOf(sectionEndMark);
      xml.put(last.slice(0, end));
      return last.slice(end + sectionEndMark.length);
    }
    writeBlock(block, tools, at, xml);
  }
  return undefined;
}

function writeBlock(block: FlowBlock, tools: PartTools, at: Position, xml: XmlSink): void {
  const { section, body, writeTable, paragraphs } = tools;
  const { opensPage, previous } = at;
  switch (block.kind) {
    case "text":
      writeText(block, body, at, xml);
      break;
    case "table": {
      if (isJoined(previous, block)) xml.put(writeSeam());
      else if (opensPage || previous?.kind === "table") xml.put(writeSpacer({ opensPage, sectionEnd: "" }));
      const { styles, inRange } = body;
      writeTable(block, { styles, paragraphs, inRange }, xml);
      break;
    }
    case "contents": {
      const { page } = section;
      body.styles.contents({ styles: block.styles, width: typeArea(page).width });
      for (const entry of writeContents(block.entries)) xml.put(entry);
    }
  }
}

/** Two tables that are one to the reader. */
function isJoined(upper: FlowBlock | undefined, lower: FlowBlock | undefined): boolean {
  return upper?.kind === "table" && lower?.kind === "table" && lower.source.attached;
}
