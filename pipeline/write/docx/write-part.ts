/** A laid part → its stretch of `word/document.xml`, deflated: its blocks, with the breaks and spacers between them. */
import type { LaidContentsEntry, LaidPart, LaidTable, LaidText, PageItem } from "../../layout/index.ts";
import type { DocumentFrame, SectionFrame } from "../../resolve/index.ts";
import { writeContents } from "./contents.ts";
import {
  type Body,
  type CellParagraphs,
  openBookmarks,
  openCellParagraphs,
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
};

/** Equal parts give equal bytes in any document. */
export function openDocxParts(document: DocumentFrame): (part: LaidPart) => WrittenDocxPart {
  return (part) => {
    const styles = trackStyles(document);
    const text = [...writeFlow(part, { styles, bookmarkOf: openBookmarks(part) })].join("");
    const end = text.lastIndexOf(sectionEndMark);
    const { bytes, crc, size } = deflateStretch(end < 0 ? text : text.slice(0, end));
    const after = end < 0 ? undefined : text.slice(end + sectionEndMark.length);
    const about: AboutDocxPart = { crc, size, styles: styles.soFar(), after };
    return { about: JSON.stringify(about), bytes };
  };
}

/** What a block must know of its neighbours. */
type Position = {
  /** First on a page that is not the section's first: the section's own break opens that one. */
  readonly opensPage: boolean;
  readonly afterTable: boolean;
  /** pt; if the section's blocks begin below the type area's top. */
  readonly before?: number;
  /** In the part's last paragraph, where the section may end. */
  readonly sectionEnd: string;
};

/** Marks the place of a section's `w:sectPr` in the output of `writeFlow`; it occurs in no text. */
const sectionEndMark = "\u0000";

type Contents = { readonly kind: "contents"; readonly entries: readonly LaidContentsEntry[] };
type Block = LaidText | LaidTable | Contents;

/** The blocks of one part, piece by piece. One that ends in text has `sectionEndMark` in its last paragraph. */
function* writeFlow({ section, pages, opensSection }: LaidPart, body: Body): Generator<string> {
  const paragraphs = openCellParagraphs(body.styles);
  const blocks = gatherBlocks(
    pages.flatMap(({ items }, index) => placeItems(items, index > 0 || !opensSection)),
  );
  const endsInText = blocks.at(-1)?.block.kind === "text";
  for (const [index, { block, opensPage }] of blocks.entries()) {
    const begins = index === 0 && opensSection && section.centred;
    yield* writeBlock(
      block,
      { section, body, paragraphs },
      {
        opensPage,
        afterTable: blocks[index - 1]?.block.kind === "table",
        before: begins ? spaceAbove(block, section) : undefined,
        sectionEnd: endsInText && index === blocks.length - 1 ? sectionEndMark : "",
      },
    );
  }
}

type PartTools = {
  readonly section: SectionFrame;
  readonly body: Body;
  readonly paragraphs: CellParagraphs;
};

function* writeBlock(
  block: Block,
  { section: { page }, body, paragraphs }: PartTools,
  at: Position,
): Generator<string> {
  const { styles } = body;
  const { opensPage, afterTable } = at;
  switch (block.kind) {
    case "text":
      yield writeText(block, body, at);
      break;
    case "table": {
      if (opensPage || afterTable) yield writeSpacer({ opensPage, sectionEnd: "" });
      const joined = afterTable && !opensPage && block.source.attached;
      yield* writeTable(block, { styles, paragraphs, joined });
      break;
    }
    case "contents": {
      const [first] = block.entries;
      const width = page.width - page.left - page.right;
      if (first !== undefined) styles.contents({ styles: first.styles, width });
      yield* writeContents(block.entries);
    }
  }
}

type Placed<Of> = { readonly block: Of; readonly opensPage: boolean };

function placeItems(items: readonly PageItem[], later: boolean): Placed<PageItem>[] {
  return items.map((block, index) => ({ block, opensPage: later && index === 0 }));
}

/**
 * The blocks that are written: a paragraph where it begins, not again where it goes on; the contents once,
 * their lines being items of their own, over however many pages.
 */
function gatherBlocks(items: readonly Placed<PageItem>[]): Placed<Block>[] {
  const gathered: Placed<Block>[] = [];
  let open: LaidContentsEntry[] | undefined;
  for (const { block, opensPage } of items) {
    if (block.kind !== "contents-entry") {
      open = undefined;
      if (block.kind !== "text" || block.part.first) gathered.push({ block, opensPage });
    } else if (open === undefined) {
      open = [block];
      gathered.push({ block: { kind: "contents", entries: open }, opensPage });
    } else open.push(block);
  }
  return gathered;
}

// LibreOffice ignores a section's vertical alignment, so the distance that layout found is written as space.
function spaceAbove(block: Block, { page }: SectionFrame): number | undefined {
  const top = block.kind === "text" ? block.part.lines[0]?.top : undefined;
  return top === undefined ? undefined : Math.max(0, top - page.top);
}
