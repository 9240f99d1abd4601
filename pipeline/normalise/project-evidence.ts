/** Files, before it is known whose they are → whether they hold projects, may do so, or certainly do not. */
import type { RawFile, RawRow, RawTable } from "../read/index.ts";
import { findExports } from "./find-exports.ts";
import { namesProjects } from "./find-in-tables.ts";
import { matchHeader, type Vocabulary, vocabularyOf } from "./match-header.ts";

/**
 * `list`: something that looks like an export whose headers are not known, or like half of a form, so that whoever put
 * it there is to be asked; `none`: a letter, a timetable, a list of people, pictures.
 */
export type ProjectEvidence = "projects" | "list" | "none";

export function projectEvidence(files: readonly RawFile[]): ProjectEvidence {
  const vocabulary = vocabularyOf([]);
  let hasHalf = false;
  const exports = findExports({ folder: "", files, own: undefined }, vocabulary, ({ code }) => {
    hasHalf ||= code === "card-without-name" || code === "card-without-indicators";
  });
  if (exports !== undefined) {
    const { tables, cards, trees } = exports;
    const isNamed = tables.some((table) => namesProjects(table, vocabulary));
    if (isNamed || cards.length + trees.length > 0) return "projects";
  }
  const mayBe = hasHalf || files.some((file) => file.kind === "table" && mayBeExport(file, vocabulary));
  return mayBe ? "list" : "none";
}

/** Headers are looked for in so many rows, and a list by what so many rows below them hold. */
const searched = 30;
/** Fewer may be rows of any small table, such as that of a letter. */
const leastRows = 5;

/** A header that only lists of projects or indicators have; or a list with a column of amounts or target values. */
function mayBeExport({ rows }: RawTable, vocabulary: Vocabulary): boolean {
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
    return body.length >= leastRows && columns.some(([at]) => isMeasured(at, body));
  });
}

/** Also lists of people and of meetings have these. */
const ofAnyList: ReadonlySet<string> = new Set([
  ...["project.order", "project.unit", "project.lead", "project.year"],
]);

function isTelling(header: string, vocabulary: Vocabulary): boolean {
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

/** An amount or a target value. With eight digits or more it is a telephone number, or a code. */
function isNumber(text: string): boolean {
  return /^[≥≤><＞＜=]*\s*[-+]?(?:\d{1,7}|\d{1,3}(?:,\d{3})+)(?:\.\d+)?\s*[%％]?$/u.test(text.trim());
}

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}
