/** Cells as a reader meets them → a sheet: bounded while it grows, without what merged cells cover, with notes by column. */

import type {
  HiddenBy,
  Limits,
  Merge,
  OpenedRow,
  OpenedSheet,
  SheetNote,
  SheetNoteKind,
} from "../read/index.ts";
import { LimitExceeded } from "./limits.ts";

/** Cells named in a note. */
const mostNamed = 100;

export type CellNote = { readonly kind: SheetNoteKind; readonly shown: string; readonly held: string };

/** Rows and columns count from 1. */
export type SheetCollector = {
  /** A blank text is no cell. */
  readonly add: (row: number, column: number, text: string, note?: CellNote) => void;
  /** What is noted of a column, or of the sheet as a whole. */
  readonly note: (row: number, column: number, note: CellNote) => void;
  /** That a cell, or some of its text, is struck out; "" is nothing. */
  readonly strike: (row: number, column: number, struck: string) => void;
  readonly hideRow: (row: number, by: HiddenBy) => void;
  readonly hideColumns: (first: number, last: number) => void;
  readonly merge: (merge: Merge) => void;
  readonly finish: () => OpenedSheet;
};

export function collectSheet(
  { name, hidden }: Pick<OpenedSheet, "name" | "hidden">,
  limits: Limits,
): SheetCollector {
  const rows = new Map<number, string[]>();
  const hiddenRows = new Map<number, HiddenBy>();
  const hiddenColumns: (readonly [first: number, last: number])[] = [];
  const merges: Merge[] = [];
  const notes = new Map<string, SheetNote>();
  /** The last one of each column: rows of a project say the same of it. */
  const texts: string[] = [];
  const used = { row: 0, column: 0 };
  const cell = (row: number, column: number) => ({ sheet: name, row, column });

  const note = (row: number, column: number, { kind, shown, held }: CellNote): void => {
    const key = kind === "struck" ? kind : `${kind} ${column}`;
    const { count, cells, ...first } = notes.get(key) ?? { kind, cells: [], count: 0, shown, held };
    const named = count < mostNamed ? [...cells, [row, column] as const] : cells;
    notes.set(key, { ...first, cells: named, count: count + 1 });
  };

  const add = (row: number, column: number, text: string, about?: CellNote): void => {
    if (about !== undefined) note(row, column, about);
    if (text.trim() === "") return;
    if (row > limits.rows) throw new LimitExceeded("rows", cell(row, column));
    if (column > limits.columns) throw new LimitExceeded("columns", cell(row, column));
    if (text.length > limits.text) throw new LimitExceeded("text", cell(row, column));
    const cells = rows.get(row) ?? [];
    while (cells.length < column) cells.push("");
    if (texts[column] !== text) texts[column] = copyOf(text);
    cells[column - 1] = texts[column] ?? text;
    rows.set(row, cells);
    used.row = Math.max(used.row, row);
    used.column = Math.max(used.column, column);
    if (rows.size * used.column > limits.cells) throw new LimitExceeded("cells", cell(row, column));
  };

  /** What lies below a merged cell is not shown, and would be read as a value of its own. */
  const cover = (): readonly Merge[] => {
    const taken = new Map<number, Set<number>>();
    let covered = 0;
    return merges.filter((merge) => {
      const cells = [...cellsOf(merge)];
      covered += cells.length;
      if (covered > limits.cells) throw new LimitExceeded("cells", cell(merge.row, merge.column));
      // Excel refuses a file in which merged cells overlap: the first one counts.
      if (cells.some(([row, column]) => taken.get(row)?.has(column))) return false;
      for (const [row, column] of cells) {
        taken.set(row, (taken.get(row) ?? new Set()).add(column));
        if (row !== merge.row || column !== merge.column) uncover(row, column);
      }
      return true;
    });
  };

  /** As far as cells are filled. */
  function* cellsOf(merge: Merge): Iterable<readonly [row: number, column: number]> {
    const lastRow = Math.min(used.row, merge.row + merge.rows - 1);
    const lastColumn = Math.min(used.column, merge.column + merge.columns - 1);
    for (let row = merge.row; row <= lastRow; row += 1)
      for (let column = merge.column; column <= lastColumn; column += 1) yield [row, column];
  }

  const uncover = (row: number, column: number): void => {
    const cells = rows.get(row);
    const text = cells?.[column - 1] ?? "";
    if (cells === undefined || text === "") return;
    note(row, column, { kind: "covered", shown: "", held: text });
    cells[column - 1] = "";
  };

  const finish = (): OpenedSheet => {
    const kept = cover();
    const filled = [...rows].toSorted(([one], [other]) => one - other);
    const isFilled = (column: number) => filled.some(([, cells]) => (cells[column - 1] ?? "") !== "");
    const columns = Array.from({ length: used.column }, (_, index) => index + 1);
    return {
      name,
      hidden,
      rows: filled.map(([row, cells]): OpenedRow => {
        const by = hiddenRows.get(row);
        return by === undefined ? { row, cells } : { row, cells, hidden: by };
      }),
      merges: kept.filter(({ rows: height, columns: width }) => height > 1 || width > 1),
      hiddenColumns: columns.filter(
        (column) =>
          hiddenColumns.some(([first, last]) => column >= first && column <= last) && isFilled(column),
      ),
      notes: [...notes.values()],
    };
  };

  return {
    add,
    note,
    strike: (row, column, struck) => {
      if (struck.trim() !== "") note(row, column, { kind: "struck", shown: struck.trim(), held: "" });
    },
    hideRow: (row, by) => void hiddenRows.set(row, by),
    hideColumns: (first, last) => void hiddenColumns.push([first, last]),
    merge: (merge) => {
      merges.push(merge);
      if (merges.length > limits.merges) throw new LimitExceeded("merges", cell(merge.row, merge.column));
    },
    finish,
  };
}

/** A piece of the text that a parser reads would keep all of that in memory. */
function copyOf(text: string): string {
  return text.length < shortest ? text : Buffer.from(text, "utf16le").toString("utf16le");
}

/** Shorter pieces are copies anyway. */
const shortest = 13;
