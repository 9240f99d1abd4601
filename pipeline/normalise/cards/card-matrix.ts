/** Amounts with a label to the left and one above (当年财政拨款 × 全年执行数) → fields that are called by both. */
import type { CellPlace } from "../../diagnostics/index.ts";
import { cellPlace } from "../../read/index.ts";
import type { ReadHeader } from "../headers/match-header.ts";
import { meaningBelow } from "../tables/join-headers.ts";
import { isFigure, withoutFullMark } from "../tables/row-words.ts";
import type { CardCell, CardLine } from "./card-lines.ts";
import { type CardField, labelledPlace } from "./card-slots.ts";

export type MatrixFields = {
  readonly fields: readonly CardField[];
  /** Amounts of which no field is called by both labels. */
  readonly unread: readonly CellPlace[];
};

type Heads = { readonly cells: readonly CardCell[]; readonly group: string | undefined };

/** The matrix that begins with the first of the lines, and how many of them it takes; undefined if none does. */
export function matrixAt(
  lines: readonly CardLine[],
  match: ReadHeader,
): (MatrixFields & { readonly lines: number }) | undefined {
  const [header, ...below] = lines;
  const [label] = below[0]?.cells ?? [];
  if (header === undefined || label === undefined) return undefined;
  const cells = header.cells.filter(({ column }) => column > label.column);
  const group = header.cells.find(({ column }) => column <= label.column)?.text;
  if (cells.length < 2 || cells.some(({ text }) => isFigure(text))) return undefined;
  const end = below.findIndex((line) => !isMatrixRow(line, { cells, group }, match));
  const rows = end < 0 ? below : below.slice(0, end);
  const read = matrixFields(rows, { cells, group }, match);
  return read.fields.length < 2 ? undefined : { ...read, lines: rows.length + 1 };
}

/** Rows below headers: each amount is called by its header and the label of its row. */
export function matrixFields(
  rows: readonly CardLine[],
  { cells: heads, group }: Heads,
  match: ReadHeader,
): MatrixFields {
  const fields: CardField[] = [];
  const unread: CellPlace[] = [];
  for (const line of rows) {
    const [label, ...values] = withoutRepeats(line);
    if (label === undefined) continue;
    for (const { column, text: value } of values) {
      if (dash.test(value)) continue;
      const head = heads.find((one) => one.column === column);
      const meaning = head === undefined ? "" : meaningOf(head, label);
      const text = `${head?.text ?? ""}/${label.text}`;
      const placeIn = (square: number) =>
        labelledPlace(cellPlace(line.table, line.row.row, square), text, label.column);
      const valueAt = placeIn(column);
      const full = group === undefined ? meaning : meaningBelow(group, meaning, match);
      if (match(full) === undefined) unread.push(valueAt);
      else fields.push({ text, meaning: full, under: group, at: placeIn(label.column), value, valueAt });
    }
  }
  return { fields, unread };
}

/** A label, and amounts below the headers, at least one of which is called by both. */
export function isMatrixRow(line: CardLine, { cells: heads }: Heads, match: ReadHeader): boolean {
  const [label, ...values] = withoutRepeats(line);
  if (label === undefined || values.length === 0) return false;
  const known = values.filter(({ column, text }) => {
    const head = heads.find((one) => one.column === column);
    return (
      head !== undefined && (isFigure(text) || dash.test(text)) && match(meaningOf(head, label)) !== undefined
    );
  });
  return known.length > 0 && values.every(({ text }) => isFigure(text) || dash.test(text));
}

/** A container without merged cells may repeat a label in each cell that it covers. */
function withoutRepeats({ cells }: CardLine): readonly CardCell[] {
  const [label] = cells;
  return cells.filter((cell) => cell === label || cell.text !== label?.text);
}

const dash = /^[-—–/]+$/u;

/** 全年执行数（B） and 其中：当年财政拨款 are called 全年执行数当年财政拨款. */
function meaningOf(head: CardCell, label: CardCell): string {
  const above = head.text.replace(/\s+|[(（][A-Z\d/÷×%*\s]+[)）]/gu, "");
  return `${above}${withoutFullMark(label.text).replace(/\s+|^其中[:：]?|[:：]$/gu, "")}`;
}
