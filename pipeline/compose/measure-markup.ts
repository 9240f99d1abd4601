/**
 * A project's printed markup → how much text each of its blocks has: what widths and type size follow from, read off
 * in one pass, before any block is made. Faults of the markup are found when its blocks are.
 */

import { type BlockExtent, type CellExtent, charactersOf, type TableExtent } from "../model/index.ts";
import { type ColumnWidth, columnWidthOf, kindOfTable } from "./columns.ts";
import { unpackMarkup } from "./pack-markup.ts";
import { lineBreak } from "./printing.ts";
import type { RenderedProject } from "./rendered.ts";
import { type Tag, tokenise } from "./tokenise.ts";
import { withoutSources } from "./value-source.ts";
import { isElementName, vocabulary } from "./vocabulary.ts";

export function measureProject({ markup }: Pick<RenderedProject, "markup">): readonly BlockExtent[] {
  const reading: Reading = { blocks: [], table: undefined, text: undefined };
  for (const token of tokenise(withoutSources(unpackMarkup(markup))))
    if (token.kind === "open") openTag(token, reading);
    else if (token.kind === "close") closeTag(token.name, reading);
    else if (reading.text !== undefined) addText(token.text, reading.text);
  return reading.blocks;
}

/** Text in the making: em, one a paragraph. */
type Text = { readonly style: string; readonly ems: number[]; word: number };

/** A cell whose text is still being read. */
type OpenCell = Omit<CellExtent, "word"> & Text;

type OpenTable = Omit<TableExtent, "columns"> & {
  readonly columns: ColumnWidth[];
  readonly minHeights: number[];
  readonly cells: OpenCell[];
  headerRows: number;
  /** For each column, how many rows from here on a cell from above still covers. */
  readonly covered: number[];
};

type Reading = {
  readonly blocks: BlockExtent[];
  table: OpenTable | undefined;
  text: Text | undefined;
};

function openTag(tag: Tag, reading: Reading): void {
  const { table, text } = reading;
  switch (tag.name) {
    case "h1":
    case "h2":
    case "h3":
    case "p":
      if (table === undefined) reading.text = { style: styleOf(tag), ems: [0], word: 0 };
      // A cell's first paragraph is the one that the cell began.
      else if (text !== undefined && (text.ems.length > 1 || text.ems[0] !== 0)) text.ems.push(0);
      break;
    case "br":
      text?.ems.push(0);
      break;
    case "table":
      reading.table = openTable(styleOf(tag));
      break;
    case "col":
      table?.columns.push(columnWidthOf((name) => tag.attributes.get(name)));
      table?.covered.push(0);
      break;
    case "tr":
      table?.minHeights.push(Number(tag.attributes.get("data-min-height") ?? 0));
      break;
    case "th":
    case "td":
      if (table !== undefined) reading.text = addCell(tag, table);
      break;
  }
}

function closeTag(name: string, reading: Reading): void {
  const { table, text } = reading;
  switch (name) {
    case "h1":
    case "h2":
    case "h3":
    case "p":
      if (table !== undefined || text === undefined) break;
      for (const ems of text.ems) reading.blocks.push({ kind: "paragraph", style: text.style, ems });
      reading.text = undefined;
      break;
    case "table":
      if (table !== undefined) closeTable(table, reading);
      break;
    case "thead":
      if (table !== undefined) table.headerRows = table.minHeights.length;
      break;
    case "tr":
      table?.covered.forEach((rows, column, covered) => {
        covered[column] = Math.max(0, rows - 1);
      });
      break;
    case "th":
    case "td":
      if (table !== undefined) reading.text = undefined;
      break;
  }
}

function openTable(style: string): OpenTable {
  return { kind: "table", style, columns: [], headerRows: 0, minHeights: [], cells: [], covered: [] };
}

function addCell(tag: Tag, table: OpenTable): Text | undefined {
  const column = table.covered.indexOf(0);
  if (column < 0) return undefined;
  const rowSpan = Number(tag.attributes.get("rowspan") ?? 1);
  const colSpan = Number(tag.attributes.get("colspan") ?? 1);
  table.covered.fill(rowSpan, column, column + colSpan);
  const row = table.minHeights.length - 1;
  const cell: OpenCell = { row, column, rowSpan, colSpan, style: styleOf(tag), ems: [0], word: 0 };
  table.cells.push(cell);
  return cell;
}

function closeTable({ columns, covered: _, ...table }: OpenTable, reading: Reading): void {
  const kind = kindOfTable(columns);
  if (kind !== undefined) reading.blocks.push({ ...table, columns: kind });
  reading.table = undefined;
  reading.text = undefined;
}

/** Em of a Han character, and of any other, on the average. */
const han = 1;
const latin = 0.5;

/** A sign that a line does not end with: it is kept with the number after it. */
const prefixes = new Set("≥≤≧≦≈≠±＞＜￥");

function addText(piece: string, text: Text): void {
  const { ems } = text;
  let last = ems.length - 1;
  let word = 0;
  let sinceWord = 0;
  const end = () => {
    // A single character after a word would be alone on the last line.
    if (sinceWord === 1) text.word = Math.max(text.word, word + han);
  };
  for (const character of charactersOf(piece)) {
    if (character === lineBreak) {
      end();
      ems.push(0);
      last += 1;
      word = 0;
      sinceWord = 0;
      continue;
    }
    const isPrefix = prefixes.has(character);
    const width = isPrefix || (character.codePointAt(0) ?? 0) >= 0x250 ? han : latin;
    ems[last] = (ems[last] ?? 0) + width;
    if (width === han && !isPrefix) sinceWord = word > 0 ? sinceWord + 1 : 0;
    else if (character === " ") word = 0;
    else {
      word = isPrefix || sinceWord > 0 ? width : word + width;
      sinceWord = 0;
      text.word = Math.max(text.word, word);
    }
  }
  end();
}

function styleOf({ name, attributes }: Tag): string {
  const own = isElementName(name) ? vocabulary[name].style : undefined;
  return attributes.get("class") ?? own ?? "";
}
