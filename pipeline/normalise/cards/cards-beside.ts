/** A sheet with cards beside each other → a table for each of them, whose cells keep their places. */
import type { RawTable } from "../../read/index.ts";
import { isIdentity, type Vocabulary } from "../headers/match-header.ts";
import { labelReader } from "./card-labels.ts";
import { type CardCell, linesOf } from "./card-lines.ts";
import { isAnchor, isIndicatorHeader } from "./split-cards.ts";

/** They begin in one row, with titles above them. */
const searchedRows = 60;

/** A table that is alone, or only beside something else, is returned as it is. Titles above belong to all of them. */
export function cardsBeside(table: RawTable, vocabulary: Vocabulary): readonly RawTable[] {
  const reader = labelReader(vocabulary);
  const isNaming = ({ text }: CardCell) =>
    isIdentity(reader.labelOf(text)?.field) ||
    reader.inlinesOf(text).some(({ label }) => isIdentity(label.field));
  const first = linesOf({ ...table, rows: table.rows.slice(0, searchedRows) }).findIndex(
    (line) => isAnchor(line, reader) && line.cells.filter(isNaming).length > 1,
  );
  if (first < 0) return [table];
  const below = linesOf({ ...table, rows: table.rows.slice(first) });
  const holdsCard = (from: number, to: number) => {
    const part = below.map((line) => ({
      ...line,
      cells: line.cells.filter(({ column }) => column >= from && column < to),
    }));
    return (
      part.some((line) => isAnchor(line, reader)) && part.some((line) => isIndicatorHeader(line, reader))
    );
  };
  const filled = new Set(below.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const last = Math.max(...filled) + 1;
  const gap = Array.from({ length: last }, (_, column) => column).find(
    (column) =>
      !filled.has(column) && filled.has(column + 1) && holdsCard(0, column) && holdsCard(column + 1, last),
  );
  if (gap === undefined) return [table];
  const rows = table.rows.map((row, index) => ({
    left: { ...row, cells: index < first ? row.cells : row.cells.slice(0, gap) },
    right: { ...row, cells: row.cells.map((cell, column) => (index < first || column > gap ? cell : "")) },
  }));
  return [
    { ...table, rows: rows.map(({ left }) => left) },
    ...cardsBeside({ ...table, rows: rows.map(({ right }) => right) }, vocabulary),
  ];
}
