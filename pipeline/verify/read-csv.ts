/** The bytes of a CSV file → its rows (RFC 4180, in UTF-8 with its mark). */

export class CsvFault extends Error {}

export function readCsv(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = decoded(bytes);
  if (!text.startsWith("\ufeff")) throw new CsvFault("UTF-8");
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 1; at < text.length; ) {
    const [, quoted, bare = "", end] = cellAt(text, at);
    if (end === undefined) throw new CsvFault(text.slice(at, at + 40));
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    at = cell.lastIndex;
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new CsvFault(row.join());
  return rows;
}

/** A cell, and what ends it; the last row has an end, too. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;

function cellAt(text: string, at: number): readonly (string | undefined)[] {
  cell.lastIndex = at;
  return cell.exec(text) ?? [];
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CsvFault("UTF-8");
  }
}
