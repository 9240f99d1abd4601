/** The headers of a table → how its columns are read, if a row says several indicators: columns of kinds, or numbered ones. */
import type { Vocabulary } from "../headers/match-header.ts";
import type { Header } from "./grid.ts";
import { kindColumns } from "./kind-columns.ts";
import { numberedColumns } from "./numbered-columns.ts";
import type { SpreadColumns } from "./spread-lines.ts";

/** In most tables each column is read from itself, and each row is one. */
export function spreadColumns(headers: readonly Header[], vocabulary: Vocabulary): SpreadColumns {
  return (
    kindColumns(headers, vocabulary) ??
    numberedColumns(headers, vocabulary) ?? {
      headers,
      sources: (index) => [index],
      columnOf: () => undefined,
      spread: (grid) => grid,
    }
  );
}
