/** One row of a table → whether it stands around the records, whatever these are of: numbers of columns, units, notes, pages. */
import type { SkippedAs } from "../../diagnostics/index.ts";
import type { SheetCell } from "../drafts/kept-rows.ts";
import {
  columnNumber,
  columnWord,
  flatten,
  isColumnType,
  isExportLabel,
  isLabelled,
  isNote,
  isPageNumber,
  isPageOfPages,
  isRule,
  isSignature,
  isTime,
  mayStandOutside,
  unitCell,
  unitInLine,
} from "./row-words.ts";
import { isMoney } from "./sheet.ts";

/** What the first cell of a row may be. A row that begins like none of these is part of the table, whatever else is in it. */
export type Beginning = {
  readonly isNumbering: boolean;
  readonly isType: boolean;
  readonly isOutside: boolean;
};

export function rowBeginning(cell: string): Beginning {
  return {
    isNumbering: columnWord.test(flatten(cell)) || columnNumber(cell) !== undefined,
    isType: isColumnType(cell),
    isOutside: mayStandOutside(cell),
  };
}

type Around = {
  readonly beginning: (cell: string) => Beginning;
  /** What the row above was taken for, if it is no record. */
  readonly above: SkippedAs | undefined;
};

/** Of the filled cells of a row; undefined if it is part of the table. */
export function outsideTable(
  cells: readonly SheetCell[],
  { beginning, above }: Around,
): SkippedAs | undefined {
  const [first] = cells;
  if (first === undefined) return undefined;
  const { isNumbering, isType, isOutside } = beginning(first.text);
  if (isRule(first.text) && cells.every(({ text }) => isRule(text))) return "rule";
  if (isNumbering && isColumnNumbers(cells)) return "column-numbers";
  if (isUnits(cells)) return "units";
  if (isType && cells.length >= 3 && cells.every(({ text }) => isColumnType(text))) return "column-types";
  return cells.length === 1 || isOutside ? marginOf(cells, above) : undefined;
}

/** 1 2 3 …, (1) (2) …, 甲 乙 1 2 …, A B C …: nothing else stands in the row but the word 栏次. */
function isColumnNumbers(cells: readonly SheetCell[]): boolean {
  const [first] = cells;
  const worded = first !== undefined && columnWord.test(flatten(first.text));
  const numbers = worded ? cells.slice(1) : cells;
  if (numbers.length < 3) return false;
  let last: ReturnType<typeof columnNumber>;
  for (const { text } of numbers) {
    const number = columnNumber(text);
    if (number === undefined) return false;
    const follows =
      last === undefined || (number.kind === last.kind ? number.order === last.order + 1 : number.order <= 1);
    if (!follows) return false;
    last = number;
  }
  return true;
}

/** 元 or % below the headers, and no amount or text beside them. */
function isUnits(cells: readonly SheetCell[]): boolean {
  const inMoney = (cell: SheetCell) => isMoney(cell) && (unitCell(cell.text) ?? "") !== "";
  return cells.some(inMoney) && cells.every(({ text }) => unitCell(text) !== undefined);
}

/** What stands around a table and not in it. */
function marginOf(cells: readonly SheetCell[], above: SkippedAs | undefined): SkippedAs | undefined {
  const texts = cells.map(({ text }) => text);
  const [first = ""] = texts;
  const alone = cells.length === 1;
  const measured = cells.some(({ field }) => field?.startsWith("indicator.") ?? false);
  if (texts.every(isPageNumber) && (!measured || !texts.every(isTime))) return "page";
  if (alone && isPageOfPages(first)) return "page";
  if (texts.every((text) => isExportLabel(text) || (!alone && isTime(text)))) return "exported";
  if (alone && isTime(first) && !measured) return above === "note" ? "note" : "exported";
  if (alone && unitInLine(first) !== undefined) return isNote(first) ? "note" : "money-unit";
  if (isSigned(texts)) return "note";
  if (alone && isNote(first)) return "note";
  // The later lines of a numbered note.
  return alone && above === "note" && /^\s*\(?\d{1,2}[.、)．]/u.test(first) ? "note" : undefined;
}

/** Labels such as 审核人：, with what belongs to them behind the colon or in the cell to the right. */
function isSigned(texts: readonly string[]): boolean {
  const [first = ""] = texts;
  if (!isSignature(first) && !isNote(first) && !isExportLabel(first)) return false;
  return texts.every((text, index) => {
    const before = texts[index - 1];
    return (
      isSignature(text) ||
      isLabelled(text) ||
      isTime(text) ||
      (before !== undefined && /[:：]$/u.test(flatten(before)))
    );
  });
}
