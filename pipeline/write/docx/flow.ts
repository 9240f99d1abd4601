/** The items of a part's pages → the blocks of its body, with the breaks and spacers that keep them on their pages. */
import type { LaidContentsEntry, LaidPart, LaidTable, LaidText, PageItem } from "../../layout/index.ts";
import type { SectionFrame } from "../../resolve/index.ts";
import { writeContents } from "./contents.ts";
import { type Body, openCellParagraphs, writeSpacer, writeText } from "./paragraph.ts";
import { writeTable } from "./table.ts";

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
export const sectionEndMark = "\u0000";

type Contents = { readonly kind: "contents"; readonly entries: readonly LaidContentsEntry[] };
type Block = LaidText | LaidTable | Contents;
type BlockWriters = {
  readonly [K in Block["kind"]]: (block: Extract<Block, { kind: K }>, at: Position) => Iterable<string>;
};

/** The blocks of one part, piece by piece. One that ends in text has `sectionEndMark` in its last paragraph. */
export function* writeFlow({ section, pages, opensSection }: LaidPart, body: Body): Generator<string> {
  const writers = blockWriters(section, body);
  const blocks = gatherBlocks(
    pages.flatMap(({ items }, index) => placeItems(items, index > 0 || !opensSection)),
  );
  const endsInText = blocks.at(-1)?.block.kind === "text";
  for (const [index, { block, opensPage }] of blocks.entries()) {
    const begins = index === 0 && opensSection && section.centred;
    yield* writeBlock(writers, block, {
      opensPage,
      afterTable: blocks[index - 1]?.block.kind === "table",
      before: begins ? spaceAbove(block, section) : undefined,
      sectionEnd: endsInText && index === blocks.length - 1 ? sectionEndMark : "",
    });
  }
}

function blockWriters({ page }: SectionFrame, body: Body): BlockWriters {
  const { styles } = body;
  const paragraphs = openCellParagraphs(styles);
  return {
    text: (text, at) => [writeText(text, body, at)],
    table: function* (table, { opensPage, afterTable }) {
      if (opensPage || afterTable) yield writeSpacer({ opensPage, sectionEnd: "" });
      const joined = afterTable && !opensPage && table.source.attached;
      yield* writeTable(table, { styles, paragraphs, joined });
    },
    contents: ({ entries }) => {
      const [first] = entries;
      if (first !== undefined)
        styles.contents({ styles: first.styles, width: page.width - page.left - page.right });
      return writeContents(entries);
    },
  };
}

function writeBlock(writers: BlockWriters, block: Block, at: Position): Iterable<string> {
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

function placeItems(items: readonly PageItem[], later: boolean): Placed<PageItem>[] {
  return items.map((block, index) => ({ block, opensPage: later && index === 0 }));
}

/**
 * The blocks that are written: a paragraph where it begins, and not again where it goes on; the contents once,
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
