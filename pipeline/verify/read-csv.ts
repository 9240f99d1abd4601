/** The bytes of a CSV file → its rows (RFC 4180, in UTF-8 with its mark). */
import { CsvError, parse } from "csv-parse/sync";

export class CsvFault extends Error {}

const end = "\r\n";

/** @throws CsvFault of what is no such file; the last row has an end, too. */
export function readCsv(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = decoded(bytes);
  if (!text.startsWith("\ufeff")) throw new CsvFault("UTF-8");
  if (text.length > 1 && !text.endsWith(end)) throw new CsvFault(text.slice(-40));
  try {
    return parse(text.slice(1), { record_delimiter: end, relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError) throw new CsvFault(`${error.code} ${Number(error.records) + 1}`);
    throw error;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CsvFault("UTF-8");
  }
}
