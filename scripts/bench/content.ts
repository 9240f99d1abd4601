/** A resolved document → the plain content that peers are given: the same text, styles, widths and spans, as JSON. */
import type {
  NamedTextStyle,
  PageGeometry,
  ResolvedBlock,
  ResolvedCell,
  ResolvedTable,
} from "../../pipeline/resolve/index.ts";
import type { ResolvedDocument } from "../../pipeline/testing/whole-document.ts";

export type Content = {
  readonly title: string;
  readonly page: PageGeometry;
  /** By name. */
  readonly styles: Readonly<Record<string, NamedTextStyle>>;
  readonly blocks: readonly ContentBlock[];
};

export type ContentText = {
  readonly kind: "text";
  readonly style: string;
  readonly text: string;
  readonly newPage: boolean;
  /** Of a heading; 0 of a paragraph. */
  readonly level: 0 | 1 | 2 | 3;
};

export type ContentCell = {
  readonly style: string;
  /** Paragraphs are parted by line breaks. */
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly column: number;
};

export type ContentTable = {
  readonly kind: "table";
  readonly widths: readonly number[];
  readonly headerRows: number;
  readonly border: number;
  readonly paddingX: number;
  readonly paddingY: number;
  /** Row by row the cells that begin there. */
  readonly rows: readonly (readonly ContentCell[])[];
};

export type ContentBlock =
  | ContentText
  | ContentTable
  | { readonly kind: "contents"; readonly style: string; readonly newPage: boolean };

export function contentOf(document: ResolvedDocument): Content {
  const { title, sections, styles } = document;
  const page = sections.at(-1)?.page;
  if (page === undefined) throw new Error("the document is empty");
  return {
    title,
    page,
    styles: Object.fromEntries(styles.map((style) => [style.name, style])),
    blocks: sections.flatMap((section) => {
      // A section starts a page, as in ours.
      return section.blocks.map((block, index) => blockOf(block, index === 0 && section !== sections[0]));
    }),
  };
}

function blockOf(block: ResolvedBlock, opensSection: boolean): ContentBlock {
  switch (block.kind) {
    case "paragraph": {
      const { style, content, pageBreakBefore, heading } = block;
      const newPage = opensSection || pageBreakBefore;
      return {
        kind: "text",
        style: style.name,
        text: textOf([content]),
        newPage,
        level: heading?.level ?? 0,
      };
    }
    case "contents":
      return { kind: "contents", style: block.styles[1].name, newPage: opensSection };
    case "table":
      return tableOf(block);
  }
}

function tableOf({ widths, headerRows, style, minHeights, cells }: ResolvedTable): ContentTable {
  const rows = minHeights.map((): ContentCell[] => []);
  for (const cell of cells) rows[cell.row]?.push(cellOf(cell));
  const { border, paddingX, paddingY } = style;
  return { kind: "table", widths, headerRows, border, paddingX, paddingY, rows };
}

function cellOf({ style, paragraphs, rowSpan, colSpan, column }: ResolvedCell): ContentCell {
  return { style: style.name, text: textOf(paragraphs), rowSpan, colSpan, column };
}

function textOf(paragraphs: ResolvedCell["paragraphs"]): string {
  const inlines = (content: ResolvedCell["paragraphs"][number]) =>
    content.map((inline) => (inline.kind === "text" ? inline.text : "\n")).join("");
  return paragraphs.map(inlines).join("\n");
}
