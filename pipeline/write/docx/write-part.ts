/** A laid part → its stretch of `word/document.xml`, deflated: its blocks, as Word breaks them over pages. */
import { type FlowBlock, type LaidPart, openComments } from "../../layout/index.ts";
import { type DocumentFrame, type SectionFrame, typeArea } from "../../resolve/index.ts";
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
import { writeTable } from "./table.ts";
import { deflateStretch } from "./zip.ts";

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
  return (part) => {
    const styles = trackStyles(document);
    const { inRange, written } = openCommentRanges(part, openComments(part));
    const text = [...writeFlow(part, { styles, bookmarkOf: openBookmarks(part), inRange })].join("");
    const end = text.lastIndexOf(sectionEndMark);
    const { bytes, crc, size } = deflateStretch(end < 0 ? text : text.slice(0, end));
    const after = end < 0 ? undefined : text.slice(end + sectionEndMark.length);
    const about: AboutDocxPart = { crc, size, styles: styles.soFar(), after, comments: written() };
    return { about: JSON.stringify(about), bytes };
  };
}

/** Marks the place of a section's `w:sectPr` in the output of `writeFlow`; it occurs in no text. */
const sectionEndMark = "\u0000";

/** What a block must know of its neighbours. */
type Position = {
  readonly opensPage: boolean;
  readonly previous: FlowBlock | undefined;
  readonly next: FlowBlock | undefined;
  /** In the part's last paragraph, where the section may end. */
  readonly sectionEnd: string;
};

type PartTools = {
  readonly section: SectionFrame;
  readonly body: Body;
  readonly paragraphs: CellParagraphs;
};

/** The blocks of one part, piece by piece. One that ends in text has `sectionEndMark` in its last paragraph. */
function* writeFlow({ section, flow, opensSection }: LaidPart, body: Body): Generator<string> {
  const tools = { section, body, paragraphs: openCellParagraphs(body.styles) };
  const endsInText = flow.at(-1)?.kind === "text";
  for (const [index, block] of flow.entries()) {
    // The section's own break opens its first page.
    const opensPage = index === 0 ? !opensSection : block.kind === "text" && block.source.pageBreakBefore;
    const sectionEnd = endsInText && index === flow.length - 1 ? sectionEndMark : "";
    const at = { opensPage, previous: flow[index - 1], next: flow[index + 1], sectionEnd };
    yield* writeBlock(block, tools, at);
  }
}

function* writeBlock(block: FlowBlock, tools: PartTools, at: Position): Generator<string> {
  const { section, body, paragraphs } = tools;
  const { opensPage, previous, next } = at;
  switch (block.kind) {
    case "text":
      yield writeText(block, body, at);
      break;
    case "table": {
      if (isJoined(previous, block)) yield writeSeam();
      else if (opensPage || previous?.kind === "table") yield writeSpacer({ opensPage, sectionEnd: "" });
      const { styles, inRange } = body;
      yield* writeTable(block, { styles, paragraphs, inRange, joined: isJoined(block, next) });
      break;
    }
    case "contents": {
      const { page } = section;
      body.styles.contents({ styles: block.styles, width: typeArea(page).width });
      yield* writeContents(block.entries);
    }
  }
}

/** Two tables that are one to the reader, the line between them being the lower one's top. */
function isJoined(upper: FlowBlock | undefined, lower: FlowBlock | undefined): boolean {
  return upper?.kind === "table" && lower?.kind === "table" && lower.source.attached;
}
