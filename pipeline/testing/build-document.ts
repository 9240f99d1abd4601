/** Short ways to write documents for tests: the house style and one-word blocks. */
import { readFileSync } from "node:fs";
import type {
  Block,
  Cell,
  Document,
  Heading,
  Inline,
  Paragraph,
  Row,
  Section,
  Table,
  Theme,
} from "../model/index.ts";

export const houseStyle: Theme = JSON.parse(
  readFileSync(new URL("../../templates/shared/house-style.json", import.meta.url), "utf8"),
);

/** `\n` makes a line break. */
export function inlines(text: string): readonly Inline[] {
  return text
    .split("\n")
    .flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ kind: "break" } as const]),
      ...(line === "" ? [] : [{ kind: "text", text: line, bold: false } as const]),
    ]);
}

export function paragraph(text: string, more: Partial<Paragraph> = {}): Paragraph {
  return {
    kind: "paragraph",
    style: "body",
    content: inlines(text),
    sources: [],
    pageBreakBefore: false,
    keepWithNext: false,
    ...more,
  };
}

export function heading(id: string, text: string, more: Partial<Heading> = {}): Heading {
  return {
    kind: "heading",
    id,
    level: 2,
    style: "heading-1",
    content: inlines(text),
    sources: [],
    pageBreakBefore: false,
    ...more,
  };
}

export function cell(text: string, more: Partial<Cell> = {}): Cell {
  return {
    style: "cell",
    paragraphs: [inlines(text)],
    sources: [],
    rowSpan: 1,
    colSpan: 1,
    repeats: false,
    header: false,
    ...more,
  };
}

export function row(...cells: readonly (Cell | string)[]): Row {
  return {
    minHeight: 0,
    cells: cells.map((content) => (typeof content === "string" ? cell(content) : content)),
  };
}

export function table(
  columns: Table["columns"],
  body: readonly [Row, ...Row[]],
  more: Partial<Table> = {},
): Table {
  return { kind: "table", style: "grid", columns, header: [], body, attached: false, caption: "表", ...more };
}

export function section(blocks: readonly Block[], more: Partial<Section> = {}): Section {
  return {
    numbering: "decimal",
    continues: false,
    orientation: "portrait",
    centred: false,
    blocks,
    ...more,
  };
}

export function documentOf(...sections: readonly [Section, ...Section[]]): Document {
  return { title: "标题", author: "部门", subject: "主题", theme: houseStyle, sections };
}
