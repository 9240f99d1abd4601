/** Turns a text with separators (CSV, TSV, "Unicode text") into rows of text cells. */
import { CsvError, parse } from "csv-parse/sync";
import type { Report } from "../diagnostics/index.ts";
import type { CellsOfRecords, TakeApart } from "./kept-pieces.ts";
import type { RawTable } from "./raw.ts";
import { type Separator, separateText, unreadSeparator } from "./separator.ts";
import type { DecodedSource } from "./source.ts";

/**
 * Undefined if the quoting is broken, or if the cells are separated by a sign that is not read; both are reported.
 * `takeApart`: `parseRecords`, or one that keeps what it made.
 */
export function readDelimited(
  source: DecodedSource,
  report: Report,
  takeApart: TakeApart = parseRecords,
): RawTable | undefined {
  const { name, text, encoding } = source;
  const { separator, body } = separateText(text, source.separator);
  const unread = separator.evidence.by === "forced" ? undefined : unreadSeparator(body);
  if (unread !== undefined) {
    report({ code: "separator-not-read", at: { kind: "file", file: name }, args: { sign: unread } });
    return undefined;
  }
  try {
    const records = takeApart(body, separator.character);
    // Excel shows blank rows, so they count; a quoted line break does not begin a row.
    const rows = records.map((cells, index) => ({ row: index + 1, cells }));
    return { kind: "table", file: name, readAs: { encoding, separator }, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    reportQuote(error, name, report);
    return undefined;
  }
}

/** The cells of each record; throws CsvError. */
export function parseRecords(text: string, separator: Separator): CellsOfRecords {
  return parse(quoteFormulas(text, separator), {
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
  });
}

/**
 * ="0130" in a cell of its own is how systems keep Excel from reading a number. Its quotes are the formula's and not the
 * cell's, so the cell is quoted here as a writer of CSV would have done.
 */
function quoteFormulas(text: string, separator: Separator): string {
  if (!text.includes('="')) return text;
  const edge = separator === "|" ? "\\|" : separator;
  const blanks = separator === "\t" ? " *" : "[\\t ]*";
  const cell = new RegExp(`(?<=^|${edge})="([^"\\r\\n${edge}]+)"${blanks}(?=${edge}|$)`, "gmu");
  return text.replace(cell, '"=""$1"""');
}

/** The error counts the records and cells before its own. */
function reportQuote({ code, records, column }: CsvError, file: string, report: Report): void {
  const at = (before: unknown) => (typeof before === "number" ? before + 1 : undefined);
  report({
    code: "quote-broken",
    at: { kind: "cell", file, row: at(records) ?? 1, column: at(column) },
    args: { problem: code === "CSV_QUOTE_NOT_CLOSED" ? "not-closed" : "misplaced" },
  });
}
