/** The items of a section's pages → the blocks of its body, with the breaks and spacers that keep them on their pages. */
import type { FileChild } from "docx";
import type { LaidContentsEntry, LaidTable, LaidText, Page, PageItem } from "../../layout/index.ts";
import type { SectionFrame } from "../../resolve/index.ts";
import type { Bookmark } from "../../write/docx/bookmarks.ts";
import { writeContents } from "./contents.ts";
import { writeSpacer, writeText } from "./paragraph.ts";
import { writeTable } from "./table.ts";

/** What a block must know of the ones around it. */
type Position = {
  /** First on a page that is not the section's first: the section's own break opens that one. */
  readonly opensPage: boolean;
  readonly afterTable: boolean;
  /** pt; where the section's blocks stand lower than the type area's top. */
  readonly before?: number;
};

type Contents = { readonly kind: "contents"; readonly entries: readonly LaidContentsEntry[] };
type Block = LaidText | LaidTable | Contents;
type BlockWriters = {
  readonly [K in Block["kind"]]: (block: Extract<Block, { kind: K }>, at: Position) => FileChild[];
};

/** The blocks of one section. */
export function writeFlow(
  section: SectionFrame,
  pages: readonly Page[],
  bookmarks: ReadonlyMap<string, Bookmark>,
): FileChild[] {
  const writers: BlockWriters = {
    text: (text, at) => (text.part.first ? [writeText(text, bookmarks, at)] : []),
    table: (table, { opensPage, afterTable }) => [
      ...(opensPage || afterTable ? [writeSpacer({ opensPage })] : []),
      writeTable(table, { joined: afterTable && !opensPage && table.source.attached }),
    ],
    contents: ({ entries }) => [writeContents(entries, bookmarks)],
  };
  const blocks = gatherContents(pages.flatMap((page, index) => placeItems(page, index > 0)));
  const written = blocks.map(({ block, opensPage }, index, all) => {
    const afterTable = all[index - 1]?.block.kind === "table";
    const before = index === 0 && section.centred ? spaceAbove(block, section) : undefined;
    return writeBlock(writers, block, { opensPage, afterTable, ...(before === undefined ? {} : { before }) });
  });
  // A section ends in a paragraph. docx would add one as high as a line, which can fall on a page of its own.
  const endsInText = blocks.at(-1)?.block.kind === "text";
  return [...written.flat(), ...(endsInText ? [] : [writeSpacer({ opensPage: false })])];
}

function writeBlock(writers: BlockWriters, block: Block, at: Position): FileChild[] {
  switch (block.kind) {
    case "text":
      return writers.text(block, at);
    case "table":
      return writers.table(block, at);
    case "contents":
      return writers.contents(block, at);
  }
}

type Placed<Of> = { readonly block: Of; readonly opensPage: boolean };

function placeItems(page: Page, later: boolean): Placed<PageItem>[] {
  return page.items.map((block, index) => ({ block, opensPage: later && index === 0 }));
}

/** The contents' lines are items of their own; one field holds them all, over however many pages. */
function gatherContents(items: readonly Placed<PageItem>[]): Placed<Block>[] {
  const gathered: Placed<Block>[] = [];
  let open: LaidContentsEntry[] | undefined;
  for (const { block, opensPage } of items) {
    if (block.kind !== "contents-entry") {
      open = undefined;
      gathered.push({ block, opensPage });
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
