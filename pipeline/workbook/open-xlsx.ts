/** A ZIP → the XLSX that is in it: its parts counted, their sizes put right, and what the library does not tell of them. */
import { posix } from "node:path";
import type { Limits, OpenedSheet } from "../read/index.ts";
import { DamagedContainer } from "./damaged.ts";
import { chineseFormats, readExcel, type SheetFacts } from "./read-excel.ts";
import { inflateEntry, type PackedEntry, type StoredEntry, type UnpackedBytes, writeZip } from "./zip.ts";

/** What sheets are not read from, and may be large: macros, pictures, embedded files, print settings. */
const leftOut =
  /\.bin$|(?:^|\/)(?:media|embeddings|activeX|ctrlProps|printerSettings|vbaProject[^/]*|docProps)(?:\/|$)/u;
/** Small parts that say which sheet is which, and what is filtered. */
const wiring = /(?:^|\/)(?:workbook\d*\.xml|workbook\d*\.xml\.rels|sheet\d+\.xml\.rels|table\d+\.xml)$/iu;
const sheetPart = /(?:^|\/)worksheets\/[^/]+\.xml$/iu;
/** Parts of which a piece that is missing would be missed. */
const wholeParts =
  /(?:^|\/)(?:workbook\d*\.xml|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml|[^/]+\.rels)$/iu;

export function openXlsx(
  { workbook, entries }: { readonly workbook: string; readonly entries: readonly PackedEntry[] },
  counter: UnpackedBytes,
  limits: Limits,
): readonly OpenedSheet[] {
  const parts = new Map<string, Part>();
  const kept: StoredEntry[] = [];
  for (const entry of entries) {
    if (leftOut.test(entry.name) || entry.name.endsWith("/")) continue;
    const part = inspect(entry, counter);
    parts.set(entry.name.toLowerCase(), part);
    kept.push(/(?:^|\/)styles\.xml$/iu.test(entry.name) ? withChineseFormats(entry.name, part.text) : entry);
  }
  const filters = filtersBySheet(parts, workbook.toLowerCase());
  const factsOf = (sheet: string): SheetFacts => ({
    isFiltered: (row) => (filters.get(sheet) ?? []).some(({ first, last }) => row >= first && row <= last),
  });
  return readExcel({ portions: [writeZip(kept)], factsOf }, limits);
}

type Part = {
  /** Of a small part that is looked into; "" of the others. */
  readonly text: string;
  /** Of a sheet: the ranges of filters with a criterion. */
  readonly filtered: readonly string[];
};

const doctype = Buffer.from("<!DOCTYPE");
/** More than any mark that is looked for, so that none is lost between two pieces. */
const overlap = 4096;

/** One walk through a part as it is unpacked: it is counted, and nothing but what is looked for is kept. */
function inspect(entry: PackedEntry, counter: UnpackedBytes): Part {
  const { name } = entry;
  const keeps = wiring.test(name) || /styles\.xml$/iu.test(name);
  const pieces: Uint8Array[] = [];
  const filtered = new Set<string>();
  let before = Buffer.alloc(0);
  let start = Buffer.alloc(0);
  inflateEntry(entry, counter, (piece) => {
    if (keeps) pieces.push(piece);
    if (start.length < overlap) start = Buffer.concat([start, piece.subarray(0, overlap)]);
    const window = Buffer.concat([before, piece]);
    if (window.includes(doctype)) throw new DamagedContainer("entities", name);
    if (sheetPart.test(name) && window.includes("<filterColumn")) {
      const [ref] = filterRanges(window.toString("latin1"));
      if (ref !== undefined) filtered.add(ref);
    }
    before = window.subarray(Math.max(0, window.length - overlap));
  });
  if (wholeParts.test(name)) expectWhole({ name, start, end: before });
  return { text: keeps ? Buffer.concat(pieces).toString("utf8") : "", filtered: [...filtered] };
}

/** The library reads what there is of a part that breaks off, and takes any encoding for UTF-8. */
function expectWhole({
  name,
  start,
  end,
}: Readonly<Record<"start" | "end", Buffer>> & { name: string }): void {
  const text = (bytes: Buffer) => bytes.toString("latin1").replaceAll("\0", "");
  const encoding = /^[^<]*<\?xml[^>]*\bencoding=["']([^"']+)/u.exec(text(start))?.[1] ?? "UTF-8";
  if (!/^(?:utf-?(?:8|16)|us-ascii)/iu.test(encoding))
    throw new DamagedContainer("structure", `${name}, ${encoding}`);
  const root = /<([\w.:-]+)/u.exec(text(start).replace(/<!--[\s\S]*?-->/gu, ""))?.[1] ?? "";
  const ends = new RegExp(`(?:</${root}\\s*>|<${root}\\b[^<>]*/>)\\s*(?:<!--[\\s\\S]*?-->\\s*)*$`, "u");
  if (root === "" || !ends.test(text(end))) throw new DamagedContainer("structure", name);
}

/** The ranges of filters that have a criterion: without one, a filter hides nothing. */
function filterRanges(xml: string): readonly string[] {
  const filters = xml.matchAll(/<autoFilter\b[^>]*\bref="([^"]+)"[^>]*>\s*<filterColumn\b/gu);
  return [...filters].map(([, ref = ""]) => ref);
}

type Rows = { readonly first: number; readonly last: number };

/** The rows that filters may hide, by the name of their sheet. */
function filtersBySheet(
  parts: ReadonlyMap<string, Part>,
  workbook: string,
): ReadonlyMap<string, readonly Rows[]> {
  const targets = targetsOf(parts, workbook);
  const sheets = [...(parts.get(workbook)?.text ?? "").matchAll(/<sheet\b[^>]*>/gu)].map(([tag]) => {
    const path = targets.get(attribute(tag, "r:id")) ?? "";
    const tables = [...targetsOf(parts, path).values()].filter((target) => target.includes("tables/"));
    const inTables = tables.flatMap((table) => filterRanges(parts.get(table)?.text ?? ""));
    const ranges = [...(parts.get(path)?.filtered ?? []), ...inTables];
    return [attribute(tag, "name"), ranges.flatMap(rowsOf)] as const;
  });
  return new Map(sheets);
}

/** What a part refers to, by id: the paths of other parts. */
function targetsOf(parts: ReadonlyMap<string, Part>, path: string): ReadonlyMap<string, string> {
  const slash = path.lastIndexOf("/");
  const folder = path.slice(0, slash);
  const relations = parts.get(`${folder}/_rels/${path.slice(slash + 1)}.rels`)?.text ?? "";
  const tags = [...relations.matchAll(/<Relationship\b[^>]*>/gu)].map(([tag]) => tag);
  return new Map(
    tags.map((tag) => [attribute(tag, "Id"), resolvePath(folder, attribute(tag, "Target")).toLowerCase()]),
  );
}

/** What leads out of the file, as a link in a cell, may be anything, and is the path of no part. */
function resolvePath(folder: string, target: string): string {
  return posix.resolve(`/${folder}`, target).slice(1);
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "";
  const marks: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return value.replace(/&(lt|gt|amp|quot|apos);/gu, (_, mark: string) => marks[mark] ?? "");
}

function rowsOf(range: string): readonly Rows[] {
  const rows = /^[$A-Z]+(\d+):[$A-Z]+(\d+)$/u.exec(range.replaceAll("$", ""));
  return rows === null ? [] : [{ first: Number(rows[1]), last: Number(rows[2]) }];
}

/** Formats that each edition of Excel brings along in its own language, written out. */
function withChineseFormats(name: string, styles: string): StoredEntry {
  const missing = chineseFormats.filter(([id]) => !styles.includes(`numFmtId="${id}" formatCode`));
  const written = missing
    .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', "&quot;")}"/>`)
    .join("");
  const withList = /<numFmts\b[^>]*?\/>/u.test(styles)
    ? styles.replace(/<numFmts\b[^>]*?\/>/u, () => `<numFmts>${written}</numFmts>`)
    : /<numFmts\b[^>]*>/u.test(styles)
      ? styles.replace(/<numFmts\b[^>]*>/u, (list) => `${list}${written}`)
      : styles.replace(/<styleSheet\b[^>]*>/u, (root) => `${root}<numFmts>${written}</numFmts>`);
  const packed = Buffer.from(withList);
  return { name, method: 0, packed, size: packed.length };
}
