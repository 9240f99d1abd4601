/** An HTML page, which many systems write and call .xls → its tables, one sheet each. */
import { Parser } from "htmlparser2";
import { decodeText, type EncodingVerdict, type Limits, type OpenedSheet } from "../read/index.ts";
import { collectSheet, type SheetCollector } from "./collect-sheet.ts";
import { DamagedContainer } from "./damaged.ts";
import { boundSheets } from "./limits.ts";
import { shownText } from "./shown-text.ts";

type Table = {
  readonly collector: SheetCollector;
  row: number;
  column: number;
  /** The last that a `<col>` was about. */
  layoutColumn: number;
  /** The last row that a cell from further up reaches into, by column. */
  readonly reaching: Map<number, number>;
};

type Attributes = Readonly<Record<string, string>>;

type Cell = { readonly attributes: Attributes; text: string; struck: string };

export type HtmlPage = {
  readonly encoding: EncodingVerdict;
  readonly sheets: readonly OpenedSheet[];
  /** How a page without a table begins: a system that asks to log in again sends one in place of the export. */
  readonly says: string;
};

/** Tags that are never closed add up, but not to this. */
const deepest = 5000;

export function openHtml(bytes: Uint8Array, limits: Limits): HtmlPage {
  const decoded = decodeText(bytes);
  if (decoded.kind !== "text") throw new DamagedContainer("structure", decoded.encoding);
  refuseOtherCharset(decoded.text);
  const tables: Table[] = [];
  // The innermost table that is open comes last.
  const around: Around[] = [];
  let [silent, struck] = [0, 0];
  let says = "";
  let breaksOff = false;
  let depth = 0;

  const endCell = (): void => {
    const inner = around.at(-1);
    if (inner?.cell === undefined) return;
    addCell(inner.table, inner.cell);
    inner.cell = undefined;
  };

  const openTable = (): Around => {
    const collector = collectSheet({ name: `表${tables.length + 1}`, hidden: false }, limits);
    const table: Table = { collector, row: 0, column: 0, layoutColumn: 0, reaching: new Map() };
    tables.push(table);
    boundSheets(tables.length, limits);
    const opened: Around = { table, cell: undefined };
    around.push(opened);
    return opened;
  };

  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (depth > deepest) throw new DamagedContainer("structure", "HTML");
      if (isSilent(name)) silent += 1;
      else if (strikesOut(name)) struck += 1;
      else if (name === "table") openTable();
      else if (name === "col") hideLayout(around.at(-1)?.table, attributes);
      else if (name === "tr" || name === "td" || name === "th") {
        // Some systems write rows and no table around them.
        const inner = around.at(-1) ?? openTable();
        endCell();
        if (name === "tr" || inner.table.row === 0) openRow(inner.table, name === "tr" ? attributes : {});
        if (name !== "tr") inner.cell = { attributes, text: "", struck: "" };
      } else if (breaksLine(name)) {
        const cell = around.at(-1)?.cell;
        if (cell !== undefined && (name === "br" || cell.text !== "")) cell.text += "\n";
      }
    },
    ontext: (text) => {
      if (silent > 0) return;
      const cell = around.at(-1)?.cell;
      const flat = text.replace(/[\t\n\r ]+/gu, " ");
      if (cell !== undefined) {
        cell.text += flat;
        if (struck > 0) cell.struck += flat;
      } else if (tables.length === 0 && says.length < 100) says += flat;
    },
    onclosetag: (name) => {
      depth -= 1;
      if (isSilent(name)) silent -= 1;
      else if (strikesOut(name)) struck -= 1;
      else if (name === "td" || name === "th" || name === "tr") endCell();
      else if (name === "table") {
        endCell();
        const ended = around.pop()?.table;
        // A page that breaks off has lost the rows after that, and nobody knows how many.
        if (breaksOff) ended?.collector.note(ended.row, 1, { kind: "cut-off", shown: "", held: "" });
      }
    },
  });
  parser.write(decoded.text);
  breaksOff = true;
  parser.end();
  endCell();
  const sheets = tables.map(({ collector }) => collector.finish());
  return { encoding: decoded.encoding, sheets, says: says.trim().slice(0, 100) };
}

type Around = { readonly table: Table; cell: Cell | undefined };

/** A page that says to be in an encoding that is not told by its bytes would be read as other characters. */
function refuseOtherCharset(text: string): void {
  const declared = /<meta\b[^>]*\bcharset\s*=\s*["']?([\w-]+)/iu.exec(text.slice(0, 4096))?.[1] ?? "utf-8";
  if (
    !/^(?:utf-?(?:8|16(?:le|be)?)|unicode|gb[-_]?(?:k|2312|18030)|gb2312-80|x-gbk|cp936|us-ascii|iso-8859-1|windows-125\d)$/iu.test(
      declared,
    )
  )
    throw new DamagedContainer("structure", declared);
}

function isSilent(name: string): boolean {
  return name === "script" || name === "style" || name === "title";
}

function strikesOut(name: string): boolean {
  return /^(?:s|strike|del)$/u.test(name);
}

function breaksLine(name: string): boolean {
  return /^(?:br|p|div|li)$/u.test(name);
}

function openRow(table: Table, attributes: Attributes): void {
  table.row += 1;
  table.column = 0;
  if (isHidden(attributes)) table.collector.hideRow(table.row, "hand");
}

/** `<col span=3 style="display:none">` */
function hideLayout(table: Table | undefined, attributes: Attributes): void {
  if (table === undefined) return;
  const first = table.layoutColumn + 1;
  table.layoutColumn += span(attributes.span, most.columns);
  if (isHidden(attributes)) table.collector.hideColumns(first, table.layoutColumn);
}

function isHidden({ style = "", hidden }: Attributes): boolean {
  return hidden !== undefined || /display\s*:\s*none|mso-hidden\s*:\s*all/iu.test(style);
}

function isStruck({ style = "" }: Attributes): boolean {
  return /text-decoration[^;]*:[^;]*line-through/iu.test(style);
}

/** In the next column that no cell from further up reaches into. */
function addCell(table: Table, { attributes, text, struck }: Cell): void {
  const { row, reaching, collector } = table;
  let column = table.column + 1;
  while ((reaching.get(column) ?? 0) >= row) column += 1;
  const [rows, columns] = [span(attributes.rowspan, most.rows), span(attributes.colspan, most.columns)];
  const lines = text.split("\n").map((line) => line.replace(/\u00A0/gu, " ").trim());
  const shown = lines.join("\n").trim();
  const held = Number(attributes["x:num"] || Number.NaN);
  const { text: value, note } = Number.isNaN(held) ? { text: shown } : shownText(shown, held);
  collector.add(row, column, value, note);
  collector.strike(row, column, isStruck(attributes) ? value : struck);
  if (isHidden(attributes)) collector.hideColumns(column, column + columns - 1);
  if (rows > 1 || columns > 1) collector.merge({ row, column, rows, columns });
  if (rows > 1) for (let at = column; at < column + columns; at += 1) reaching.set(at, row + rows - 1);
  table.column = column + columns - 1;
}

/** The most that browsers take. */
const most = { rows: 65_534, columns: 1000 };

function span(value: string | undefined, largest: number): number {
  return Math.min(largest, Math.max(1, Number.parseInt(value ?? "1", 10) || 1));
}
