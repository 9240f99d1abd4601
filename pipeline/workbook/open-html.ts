/** An HTML page, which many systems write and call .xls → its tables, one sheet each. */
import { Parser } from "htmlparser2";
import { decodeText, type EncodingVerdict, type Limits, type OpenedSheet } from "../read/index.ts";
import { collectSheet, type SheetCollector } from "./collect-sheet.ts";
import { DamagedContainer } from "./damaged.ts";
import { shownText } from "./shown-text.ts";

type Table = {
  readonly collector: SheetCollector;
  row: number;
  column: number;
  /** The last row that a cell from further up reaches into, by column. */
  readonly reaching: Map<number, number>;
};

type Cell = { readonly attributes: Readonly<Record<string, string>>; text: string };

const hiddenStyle = /display\s*:\s*none/iu;

export function openHtml(
  bytes: Uint8Array,
  limits: Limits,
): { readonly encoding: EncodingVerdict; readonly sheets: readonly OpenedSheet[] } {
  const decoded = decodeText(bytes);
  if (decoded.kind !== "text") throw new DamagedContainer("structure", decoded.encoding);
  const tables: Table[] = [];
  // The innermost table that is open comes last.
  const around: { readonly table: Table; cell: Cell | undefined }[] = [];
  let silent = 0;

  const endCell = (): void => {
    const inner = around.at(-1);
    if (inner?.cell === undefined) return;
    addCell(inner.table, inner.cell);
    inner.cell = undefined;
  };

  const parser = new Parser({
    onopentag: (name, attributes) => {
      const inner = around.at(-1);
      if (name === "script" || name === "style") silent += 1;
      else if (name === "table") {
        const table = { collector: newSheet(tables.length, limits), row: 0, column: 0, reaching: new Map() };
        tables.push(table);
        around.push({ table, cell: undefined });
      } else if (inner === undefined) return;
      else if (name === "tr") {
        endCell();
        inner.table.row += 1;
        inner.table.column = 0;
        if (hiddenStyle.test(attributes.style ?? "")) inner.table.collector.hideRow(inner.table.row, "hand");
      } else if (name === "td" || name === "th") {
        endCell();
        if (inner.table.row === 0) inner.table.row = 1;
        inner.cell = { attributes, text: "" };
      } else if (
        /^(?:br|p|div|li)$/u.test(name) &&
        inner.cell !== undefined &&
        (name === "br" || inner.cell.text !== "")
      )
        inner.cell.text += "\n";
    },
    ontext: (text) => {
      const cell = around.at(-1)?.cell;
      if (cell !== undefined && silent === 0) cell.text += text.replace(/[\t\n\r ]+/gu, " ");
    },
    onclosetag: (name) => {
      if (name === "script" || name === "style") silent -= 1;
      else if (name === "td" || name === "th" || name === "tr") endCell();
      else if (name === "table") {
        endCell();
        around.pop();
      }
    },
  });
  parser.write(decoded.text);
  parser.end();
  return { encoding: decoded.encoding, sheets: tables.map(({ collector }) => collector.finish()) };
}

/** Excel makes one sheet of a page; a number tells tables apart. */
function newSheet(before: number, limits: Limits): SheetCollector {
  return collectSheet({ name: `表${before + 1}`, hidden: false }, limits);
}

/** In the next column that no cell from further up reaches into. */
function addCell(table: Table, { attributes, text }: Cell): void {
  const { row, reaching, collector } = table;
  let column = table.column + 1;
  while ((reaching.get(column) ?? 0) >= row) column += 1;
  const [rows, columns] = [span(attributes.rowspan), span(attributes.colspan)];
  const lines = text.split("\n").map((line) => line.replace(/\u00A0/gu, " ").trim());
  const shown = lines.join("\n").trim();
  const held = Number(attributes["x:num"] || Number.NaN);
  const { text: value, note } = Number.isNaN(held) ? { text: shown } : shownText(shown, held);
  collector.add(row, column, value, note);
  if (rows > 1 || columns > 1) collector.merge({ row, column, rows, columns });
  if (rows > 1) for (let at = column; at < column + columns; at += 1) reaching.set(at, row + rows - 1);
  table.column = column + columns - 1;
}

/** The most that browsers take. */
function span(value: string | undefined): number {
  return Math.min(1000, Math.max(1, Number.parseInt(value ?? "1", 10) || 1));
}
