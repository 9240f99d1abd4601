/** An OLE file → the XLS that is in it, or what else it is. */
import type { Limits, OpenedSheet } from "../read/index.ts";
import { DamagedContainer } from "./damaged.ts";
import { cellKey, openOle, readXls } from "./read-xls.ts";

export type OleContent =
  | { readonly kind: "sheets"; readonly sheets: readonly OpenedSheet[] }
  | { readonly kind: "encrypted" }
  | { readonly kind: "unread"; readonly container: "doc" | "xls95" | "office" };

export function openXls(bytes: Uint8Array, limits: Limits): OleContent {
  const ole = openOle(bytes);
  if (ole.has("EncryptedPackage") || ole.has("EncryptionInfo")) return { kind: "encrypted" };
  if (ole.has("WordDocument")) return { kind: "unread", container: "doc" };
  const stream = ole.stream("Workbook") ?? ole.stream("Book");
  if (stream === undefined) return { kind: "unread", container: "office" };
  const { version, encrypted, filtered, struck, cells, rows } = surveyRecords(stream);
  if (encrypted) return { kind: "encrypted" };
  // Its texts are in a code page that the library does not know.
  if (version < biff8) return { kind: "unread", container: "xls95" };
  const rowsAPortion = Math.max(1, Math.floor((rows * cellsAPortion) / Math.max(1, cells)));
  const portions = portionsOf(stream, { rows, rowsAPortion });
  return { kind: "sheets", sheets: readXls({ portions, filtered, struck }, limits) };
}

const cellsAPortion = 80_000;

/** Records of a BIFF stream, by number. */
const record = {
  ...{ boundSheet: 0x85, filterMode: 0x9b, filePass: 0x2f, begin: 0x809, result: 0x207 },
  ...{ font: 0x31, format: 0xe0, numbers: 0xbd, blanks: 0xbe },
} as const;

/** Each holds one or several cells of a row, whose number comes first: formulas, texts, numbers, blanks, errors. */
const cellRecords = new Set([
  ...[0x006, 0x0bd, 0x0be, 0x0d6, 0x0fd, 0x201, 0x203, 0x204, 0x205, 0x27e],
  ...[0x002, 0x003, 0x004, 0x005],
]);

type BiffRecord = { readonly id: number; readonly at: number; readonly data: Uint8Array };

function* recordsOf(stream: Uint8Array): Iterable<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = view.getUint16(at + 2, true);
    const data = stream.subarray(at + 4, at + 4 + length);
    if (data.length < length) throw new DamagedContainer("structure", "BIFF");
    yield { id: view.getUint16(at, true), at, data };
    at += 4 + length;
  }
}

const biff8 = 0x0600;
/** Of the flags of a font. */
const strikeOut = 8;

type Survey = {
  /** Of the first part of the stream, which is about the workbook. */
  readonly version: number;
  readonly encrypted: boolean;
  /** The sheets in which a filter hides rows, which the library does not tell. */
  readonly filtered: ReadonlySet<string>;
  /** Cells that their font strikes out, by sheet. */
  readonly struck: ReadonlyMap<string, ReadonlySet<number>>;
  /** The last row with a cell, of all sheets. */
  readonly rows: number;
  readonly cells: number;
};

function surveyRecords(stream: Uint8Array): Survey {
  const names = new Map<number, string>();
  const filtered = new Set<string>();
  const fonts: boolean[] = [];
  /** For each format of cells whether its font strikes out. */
  const strikes: boolean[] = [];
  const struck = new Map<string, Set<number>>();
  const noteStruck = (row: number, column: number, format: number): void => {
    if (sheet === undefined || strikes[format] !== true) return;
    struck.set(sheet, (struck.get(sheet) ?? new Set()).add(cellKey(row, column)));
  };
  let [encrypted, rows, cells] = [false, 0, 0];
  let sheet: string | undefined;
  let version: number | undefined;
  for (const { id, at, data } of recordsOf(stream)) {
    if (id === record.begin) {
      version ??= uint16(data);
      sheet = names.get(at) ?? sheet;
    } else if (id === record.filePass) encrypted = true;
    else if (id === record.boundSheet) names.set(uint32(data), sheetName(data));
    else if (id === record.filterMode && sheet !== undefined) filtered.add(sheet);
    else if (id === record.font) fonts.push((uint16(data.subarray(2)) & strikeOut) !== 0);
    else if (id === record.format) {
      const font = uint16(data);
      // No font has the number 4.
      strikes.push(fonts[font > 4 ? font - 1 : font] === true);
    } else if (cellRecords.has(id)) {
      const [row, first] = [uint16(data), uint16(data.subarray(2))];
      rows = Math.max(rows, row + 1);
      // A record of several numbers has six bytes for each: its format, and the number.
      const count = id === record.numbers ? Math.floor((data.length - 6) / 6) : 1;
      cells += count;
      if (id !== record.blanks)
        for (let at = 0; at < count; at += 1) noteStruck(row, first + at, uint16(data.subarray(4 + at * 6)));
    }
  }
  return { version: version ?? 0, encrypted, filtered, struck, rows, cells };
}

/** The stream once for each run of rows, without the cells of other rows. */
function* portionsOf(
  stream: Uint8Array,
  { rows, rowsAPortion }: { readonly rows: number; readonly rowsAPortion: number },
): Iterable<Uint8Array> {
  if (rowsAPortion >= rows) yield stream;
  else
    for (let first = 0; first < rows; first += rowsAPortion)
      yield rowsOf(stream, { first, end: first + rowsAPortion });
}

function rowsOf(
  stream: Uint8Array,
  { first, end }: { readonly first: number; readonly end: number },
): Uint8Array {
  const kept: Uint8Array[] = [];
  /** Where each run of records that is kept begins, there and here: sheets are found by the place that they begin at. */
  const moved: { readonly from: number; readonly to: number }[] = [];
  let [begin, length, outside] = [0, 0, false];
  const keepUntil = (at: number): void => {
    moved.push({ from: begin, to: length });
    kept.push(stream.subarray(begin, at));
    length += at - begin;
  };
  for (const { id, at, data } of recordsOf(stream)) {
    const isCell = cellRecords.has(id);
    // The text that a formula results in follows it.
    const goes = (isCell || id === record.result) && (isCell ? !isWithin(uint16(data), first, end) : outside);
    if (isCell) outside = goes;
    if (!goes) continue;
    if (at > begin) keepUntil(at);
    begin = at + 4 + data.length;
  }
  keepUntil(stream.length);
  const portion = Buffer.concat(kept);
  for (const { id, at, data } of recordsOf(portion)) {
    if (id !== record.boundSheet) continue;
    const from = uint32(data);
    const run = moved.findLast((one) => one.from <= from);
    if (run !== undefined) portion.writeUInt32LE(from - run.from + run.to, at + 4);
  }
  return portion;
}

function isWithin(row: number, first: number, end: number): boolean {
  return row >= first && row < end;
}

/** After four bytes of offset and two of flags: the length, whether characters have two bytes, and the characters. */
function sheetName(data: Uint8Array): string {
  const wide = (data[7] ?? 0) & 1;
  const length = (data[6] ?? 0) * (wide === 1 ? 2 : 1);
  return new TextDecoder(wide === 1 ? "utf-16le" : "latin1").decode(data.subarray(8, 8 + length));
}

function uint16(data: Uint8Array): number {
  return (data[0] ?? 0) | ((data[1] ?? 0) << 8);
}

function uint32(data: Uint8Array): number {
  return (uint16(data) | (uint16(data.subarray(2)) << 16)) >>> 0;
}
