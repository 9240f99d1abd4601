/** The content → objects of docx, as its documentation shows them, with formatting in named styles. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IParagraphStyleOptions,
  type ISectionOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { NamedTextStyle } from "../../pipeline/resolve/index.ts";
import type { Content, ContentBlock, ContentCell, ContentTable } from "./content.ts";

const twips = (points: number): number => Math.round(points * 20);

const eastAsian = {
  title: "方正小标宋简体",
  hei: "黑体",
  kai: "楷体",
  fangsong: "仿宋",
  song: "宋体",
} as const;

export function paragraphStyles({ styles }: Content): IParagraphStyleOptions[] {
  return Object.values(styles).map(styleOf);
}

function styleOf(style: NamedTextStyle): IParagraphStyleOptions {
  const { name, face, size, bold, align, pitch, firstLineIndent, tracking, before, after } = style;
  const { LEFT, CENTER, RIGHT, JUSTIFIED } = AlignmentType;
  const spacing = { before: twips(before), after: twips(after), line: twips(pitch) };
  return {
    id: name,
    name,
    run: {
      font: { eastAsia: eastAsian[face], ascii: "Times New Roman", hAnsi: "Times New Roman" },
      size: size * 2,
      bold,
      characterSpacing: twips(tracking),
    },
    paragraph: {
      alignment: { start: LEFT, center: CENTER, end: RIGHT, justify: JUSTIFIED }[align],
      spacing: { ...spacing, lineRule: LineRuleType.EXACT },
      indent: { firstLine: twips(firstLineIndent * size) },
    },
  };
}

export function pageProperties({ page }: Content): NonNullable<ISectionOptions["properties"]> {
  const { width, height, top, bottom, left, right } = page;
  return {
    page: {
      size: { width: twips(width), height: twips(height) },
      margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
    },
  };
}

export function blockOf(block: ContentBlock): FileChild {
  switch (block.kind) {
    case "text": {
      const { text, style, newPage, level } = block;
      const outline = level === 0 ? {} : { outlineLevel: level - 1 };
      return new Paragraph({ style, pageBreakBefore: newPage, ...outline, children: runsOf(text) });
    }
    case "contents":
      return new TableOfContents("目录", { hyperlink: true, useAppliedParagraphOutlineLevel: true });
    case "table":
      return tableOf(block);
  }
}

export function tableOf({ widths, headerRows, rows, border, paddingX, paddingY }: ContentTable): Table {
  const line = { style: BorderStyle.SINGLE, size: border * 8 };
  const none = { style: BorderStyle.NONE, size: 0 };
  const edge = border > 0 ? line : none;
  const [sides, ends] = [twips(paddingX), twips(paddingY)];
  return new Table({
    columnWidths: widths.map(twips),
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: sides, right: sides, top: ends, bottom: ends },
    borders: {
      ...{ top: edge, bottom: edge, left: edge, right: edge },
      ...{ insideHorizontal: edge, insideVertical: edge },
    },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index < headerRows,
          cantSplit: true,
          children: cells.map((cell) => cellOf(cell, widths)),
        }),
    ),
  });
}

function cellOf(
  { style, text, rowSpan, colSpan, column }: ContentCell,
  widths: readonly number[],
): TableCell {
  const width = widths.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0);
  return new TableCell({
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split("\n").map((line) => new Paragraph({ style, children: runsOf(line) })),
  });
}

function runsOf(text: string): TextRun[] {
  return text === "" ? [] : [new TextRun(text)];
}
