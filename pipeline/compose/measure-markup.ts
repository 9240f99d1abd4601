/**
 * A project's printed markup → how much text each of its blocks has: what widths and type size follow from, read off
 * in one pass, before any block is made. Faults of the markup are found when its blocks are.
 */
import type { BlockExtent, CellExtent, TableExtent } from "../model/index.ts";
import { type ColumnWidth, columnWidthOf, kindOfTable } from "./columns.ts";
import { lineBreak } from "./printing.ts";
import type { RenderedProject } from "./rendered.ts";
import { withoutSources } from "./value-source.ts";
import { isElementName, vocabulary } from "./vocabulary.ts";

const decoder = new TextDecoder();

export function measureProject({ markup }: Pick<RenderedProject, "markup">): readonly BlockExtent[] {
  const reading: Reading = { blocks: [], table: undefined, text: undefined };
  for (const [piece = ""] of withoutSources(decoder.decode(markup)).matchAll(pieces))
    if (piece.startsWith("<")) readTag(piece, reading);
    else if (reading.text !== undefined) addText(piece, reading.text);
  return reading.blocks;
}

/** Comments, tags with their quoted values, and text between them. */
const pieces = /<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/gu;

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

function readTag(tag: string, reading: Reading): void {
  const name = /^<\/?[a-z0-9]+/u.exec(tag)?.[0];
  const { table, text } = reading;
  switch (name) {
    case "<h1":
    case "<h2":
    case "<h3":
    case "<p":
      if (table === undefined) reading.text = { style: styleOf(tag, name), ems: [0], word: 0 };
      // A cell's first paragraph is the one that the cell began.
      else if (text !== undefined && (text.ems.length > 1 || text.ems[0] !== 0)) text.ems.push(0);
      break;
    case "</h1":
    case "</h2":
    case "</h3":
    case "</p":
      if (table !== undefined || text === undefined) break;
      for (const ems of text.ems) reading.blocks.push({ kind: "paragraph", style: text.style, ems });
      reading.text = undefined;
      break;
    case "<br":
      text?.ems.push(0);
      break;
    case "<table":
      reading.table = openTable(styleOf(tag, name));
      break;
    case "</table":
      if (table !== undefined) closeTable(table, reading);
      break;
    default:
      if (table !== undefined && name !== undefined) readTableTag(tag, name, { reading, table });
  }
}

function readTableTag(
  tag: string,
  name: string,
  { reading, table }: { readonly reading: Reading; readonly table: OpenTable },
): void {
  switch (name) {
    case "<col":
      table.columns.push(columnWidthOf((attribute) => attributeOf(tag, attribute)));
      table.covered.push(0);
      break;
    case "<tr":
      table.minHeights.push(Number(attributeOf(tag, "data-min-height") ?? 0));
      break;
    case "</tr":
      for (const [column, rows] of table.covered.entries()) table.covered[column] = Math.max(0, rows - 1);
      break;
    case "</thead":
      table.headerRows = table.minHeights.length;
      break;
    case "<th":
    case "<td":
      reading.text = addCell(tag, { table, style: styleOf(tag, name) });
      break;
    case "</th":
    case "</td":
      reading.text = undefined;
      break;
  }
}

function openTable(style: string): OpenTable {
  return { kind: "table", style, columns: [], headerRows: 0, minHeights: [], cells: [], covered: [] };
}

function addCell(
  tag: string,
  { table, style }: { readonly table: OpenTable; readonly style: string },
): Text | undefined {
  const column = table.covered.indexOf(0);
  if (column < 0) return undefined;
  const rowSpan = Number(attributeOf(tag, "rowspan") ?? 1);
  const colSpan = Number(attributeOf(tag, "colspan") ?? 1);
  table.covered.fill(rowSpan, column, column + colSpan);
  const row = table.minHeights.length - 1;
  const cell: OpenCell = { row, column, rowSpan, colSpan, style, ems: [0], word: 0 };
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
  let entity = false;
  let word = 0;
  let sinceWord = 0;
  const end = () => {
    // A single character after a word would be alone on the last line.
    if (sinceWord === 1) text.word = Math.max(text.word, word + han);
  };
  for (const character of piece) {
    // &lt; is one character.
    if (entity) {
      entity = character !== ";";
      continue;
    }
    if (character === lineBreak) {
      end();
      ems.push(0);
      last += 1;
      word = 0;
      sinceWord = 0;
      continue;
    }
    entity = character === "&";
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

function styleOf(tag: string, name: string): string {
  const element = name.slice(1);
  const own = isElementName(element) ? vocabulary[element].style : undefined;
  return attributeOf(tag, "class") ?? own ?? "";
}

function attributeOf(tag: string, attribute: string): string | undefined {
  const at = tag.indexOf(` ${attribute}=`);
  if (at < 0) return undefined;
  const from = at + attribute.length + 3;
  return tag.slice(from, tag.indexOf(tag.charAt(from - 1), from));
}
