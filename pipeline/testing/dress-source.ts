/** The same export in another dress: line ends, encoding, separator, order of columns. */

import { encodeGb18030 } from "../read/encode-gb18030.ts";
import { readSource, type Source } from "../read/index.ts";
import { writeTable } from "./write-table.ts";

type Dress = (source: Source) => Source;

/** Dresses that leave every value in its row and column. */
export const dresses: readonly (readonly [name: string, dress: Dress])[] = [
  ["CRLF", ofText((text) => utf8(text.replace(/\r\n|[\r\n]/gu, "\r\n")))],
  ["byte order mark", ofText((text) => utf8(`\uFEFF${text}`))],
  ["GB18030", ofText(encodeGb18030)],
  ["TSV", ofTable((rows) => writeTable(rows, "\t"))],
];

/** Every row's cells the other way round; JSON stays as it is. */
export const shuffleColumns: Dress = ofTable((rows) => {
  const width = Math.max(...rows.map((cells) => cells.length));
  return writeTable(
    rows.map((cells) => Array.from({ length: width }, (_, column) => cells[width - 1 - column] ?? "")),
    ",",
  );
});

function ofText(encode: (text: string) => Uint8Array): Dress {
  return (source) => ({ ...source, bytes: encode(new TextDecoder().decode(source.bytes)) });
}

function ofTable(write: (rows: readonly (readonly string[])[]) => string): Dress {
  return (source) => {
    const [raw] = readSource(source, () => {});
    if (raw?.kind !== "table") return source;
    return { name: source.name, bytes: utf8(write(raw.rows.map(({ cells }) => cells))) };
  };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
