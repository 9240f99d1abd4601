/** A table in which nothing is known → whether it looks like an export all the same, so that whoever put it there is to be asked. */
import type { RawRow, RawTable } from "../../read/index.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";

/** Headers are looked for in so many rows, and a list by what so many rows below them hold. */
const searched = 30;
/** Fewer may be rows of any small table, such as that of a letter. */
const leastRows = 5;

/** A header that only lists of projects or indicators have; or a list with a column of amounts or target values, and one that says of what. */
export function mayBeExport({ rows }: RawTable, vocabulary: Vocabulary): boolean {
  const filled = rows.slice(0, searched * 2).filter(({ cells }) => cells.some(isFilled));
  return filled.slice(0, searched).some((header, index) => {
    const columns = [...header.cells.entries()].filter(([, cell]) => isFilled(cell));
    const below = filled.slice(index + 1, index + 1 + searched);
    if (columns.length < 2 || below.length === 0 || columns.some(([, cell]) => isNumber(cell))) return false;
    if (columns.some(([, cell]) => isTelling(cell, vocabulary))) return true;
    if (columns.length < 3) return false;
    const body = below.filter(
      ({ cells }) => columns.filter(([at]) => isFilled(cells[at])).length * 2 >= columns.length,
    );
    return (
      body.length >= leastRows &&
      columns.some(([at]) => isMeasured(at, body)) &&
      columns.some(([at]) => isNamed(at, body))
    );
  });
}

/** Also lists of people and of meetings have these. */
const ofAnyList: ReadonlySet<string> = new Set([
  ...["project.order", "project.unit", "project.lead", "project.year"],
]);

/** A header that only lists of projects or indicators have. */
export function isTelling(header: string, vocabulary: Vocabulary): boolean {
  const field = matchHeader(header, vocabulary)?.field;
  return field !== undefined && !ofAnyList.has(field);
}

/** Mostly numbers, which do not only count the rows. */
function isMeasured(column: number, rows: readonly RawRow[]): boolean {
  const texts = rows.map(({ cells }) => (cells[column] ?? "").trim()).filter(isFilled);
  const numbers = texts.filter(isNumber);
  const counts = texts.every((text, index) => index === 0 || Number(text) === Number(texts[index - 1]) + 1);
  return numbers.length >= leastRows && numbers.length * 2 > texts.length && !counts;
}

/** Mostly words, which are not the same in all rows. */
function isNamed(column: number, rows: readonly RawRow[]): boolean {
  const texts = rows.map(({ cells }) => (cells[column] ?? "").trim()).filter((text) => /\p{L}/u.test(text));
  return texts.length * 2 > rows.length && new Set(texts).size > 1;
}

/** An amount or a target value. With eight digits or more it is a telephone number, or a code. */
function isNumber(text: string): boolean {
  return /^[≥≤><＞＜=]*\s*[-+]?(?:\d{1,7}|\d{1,3}(?:,\d{3})+)(?:\.\d+)?\s*[%％]?$/u.test(text.trim());
}

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}
