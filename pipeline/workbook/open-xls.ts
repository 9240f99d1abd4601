/** An OLE file → the XLS that is in it, or what else it is. */
import type { Limits, OpenedSheet } from "../read/index.ts";
import { recordIds, recordsOf, uint16, uint32 } from "./biff-records.ts";
import { readBiffTexts } from "./biff-texts.ts";
import { DamagedContainer } from "./damaged.ts";
import { boundSheets } from "./limits.ts";
import { cellKey, openOle, readXls, type XlsTextCell } from "./read-xls.ts";

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
  const survey = surveyRecords(stream);
  if (survey.encrypted) return { kind: "encrypted" };
  // Its texts are in a code page that the library does not know.
  if (survey.version < biff8) return { kind: "unread", container: "xls95" };
  boundSheets(survey.names.size, limits);
  const { filtered, struck } = survey;
  const [portions, texts] = [portionsOf(stream, survey), textCellsOf(stream, survey)];
  return { kind: "sheets", sheets: readXls({ portions, texts, filtered, struck }, limits) };
}

const cellsAPortion = 80_000;

/** Each holds one or several cells of a row, whose number comes first: formulas, texts, numbers, blanks, errors. */
const cellRecords = new Set<number>([
  ...[0x006, 0x0bd, 0x0be, 0x0d6, recordIds.sharedText, 0x201, 0x203, 0x204, 0x205, 0x27e],
  ...[0x002, 0x003, 0x004, 0x005],
]);

const biff8 = 0x0600;
/** Of the flags of a font. */
const strikeOut = 8;

type Survey = {
  /** Of the first part of the stream, which is about the workbook. */
  readonly version: number;
  readonly encrypted: boolean;
  /** The place at which each sheet begins, and its name. */
  readonly names: ReadonlyMap<number, string>;
  /** Whether a font strikes out, by its number in the file. */
  readonly isStruckFont: (font: number) => boolean;
  /** Of what the texts that cells share are made. */
  readonly sharedTexts: readonly Uint8Array[];
  /** The sheets in which a filter hides rows, which the library does not tell. */
  readonly filtered: ReadonlySet<string>;
  /** Cells that their font strikes out, by sheet. */
  readonly struck: ReadonlyMap<string, ReadonlySet<number>>;
  /** The last row with a cell that the library reads, of all sheets, and how many such cells there are. */
  readonly rows: number;
  readonly cells: number;
};

function surveyRecords(stream: Uint8Array): Survey {
  const names = new Map<number, string>();
  const filtered = new Set<string>();
  const fonts: boolean[] = [];
  // No font has the number 4.
  const isStruckFont = (font: number): boolean => fonts[font > 4 ? font - 1 : font] === true;
  const sharedTexts: Uint8Array[] = [];
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
  let before: number | undefined;
  for (const { id, at, data } of recordsOf(stream)) {
    // What goes on from record to record does so until another one comes.
    const what = id === recordIds.continued ? before : id;
    if (what === recordIds.sharedTexts) sharedTexts.push(data);
    before = what;
    if (id === recordIds.begin) {
      version ??= uint16(data);
      sheet = names.get(at) ?? sheet;
    } else if (id === recordIds.filePass) encrypted = true;
    else if (id === recordIds.boundSheet) names.set(uint32(data), sheetName(data));
    else if (id === recordIds.filterMode && sheet !== undefined) filtered.add(sheet);
    else if (id === recordIds.font) fonts.push((uint16(data.subarray(2)) & strikeOut) !== 0);
    else if (id === recordIds.format) strikes.push(isStruckFont(uint16(data)));
    else if (cellRecords.has(id)) {
      const [row, first] = [uint16(data), uint16(data.subarray(2))];
      // A record of several numbers has six bytes for each: its format, and the number.
      const count = id === recordIds.numbers ? Math.floor((data.length - 6) / 6) : 1;
      if (id !== recordIds.sharedText) [rows, cells] = [Math.max(rows, row + 1), cells + count];
      if (id !== recordIds.blanks)
        for (let at = 0; at < count; at += 1) noteStruck(row, first + at, uint16(data.subarray(4 + at * 6)));
    }
  }
  return {
    ...{ version: version ?? 0, encrypted, names, isStruckFont, sharedTexts },
    ...{ filtered, struck, rows, cells },
  };
}

/** The cells with texts that they share. The library would make all of these texts anew for each portion. */
function* textCellsOf(
  stream: Uint8Array,
  { names, isStruckFont, sharedTexts }: Survey,
): Iterable<XlsTextCell> {
  const texts = [...readBiffTexts(sharedTexts, isStruckFont)];
  let sheet: string | undefined;
  for (const { id, at, data } of recordsOf(stream)) {
    if (id === recordIds.begin) sheet = names.get(at) ?? sheet;
    if (id !== recordIds.sharedText || sheet === undefined) continue;
    const text = texts[uint32(data.subarray(6))];
    if (text === undefined) throw new DamagedContainer("structure", "SST");
    yield { sheet, row: uint16(data), column: uint16(data.subarray(2)), ...text };
  }
}

/** The stream once for each run of rows, without the cells of other rows and those with shared texts. */
function* portionsOf(stream: Uint8Array, { rows, cells }: Survey): Iterable<Uint8Array> {
  const rowsAPortion = Math.max(1, Math.floor((rows * cellsAPortion) / Math.max(1, cells)));
  // A stream without such cells has sheets, too.
  for (let first = 0; first === 0 || first < rows; first += rowsAPortion)
    yield rowsOf(stream, { first, end: first + rowsAPortion });
}

function rowsOf(
  stream: Uint8Array,
  { first, end }: { readonly first: number; readonly end: number },
): Uint8Array {
  const kept: Uint8Array[] = [];
  /** Where each run of records that is kept begins, there and here: sheets are found by the place that they begin at. */
  const moved: { readonly from: number; readonly to: number }[] = [];
  let [begin, length, outside, leftOut] = [0, 0, false, false];
  const keepUntil = (at: number): void => {
    moved.push({ from: begin, to: length });
    kept.push(stream.subarray(begin, at));
    length += at - begin;
  };
  for (const { id, at, data } of recordsOf(stream)) {
    const isCell = cellRecords.has(id);
    if (isCell) outside = id === recordIds.sharedText || !isWithin(uint16(data), first, end);
    // The text that a formula results in follows it; what continues a record goes with that.
    if (id !== recordIds.continued)
      leftOut = id === recordIds.sharedTexts || (outside && (isCell || id === recordIds.result));
    if (!leftOut) continue;
    if (at > begin) keepUntil(at);
    begin = at + 4 + data.length;
  }
  keepUntil(stream.length);
  const portion = Buffer.concat(kept);
  for (const { id, at, data } of recordsOf(portion)) {
    if (id !== recordIds.boundSheet) continue;
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
