/** XLS → its sheets, through the library. */
import { type CellObject, CFB, read, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { HiddenBy, Limits, OpenedSheet } from "../read/index.ts";
import { collectSheet, type SheetCollector } from "./collect-sheet.ts";
import { DamagedContainer } from "./damaged.ts";
import { chineseFormats } from "./number-format.ts";
import type { TypedText } from "./rich-text.ts";
import { numberText, type ShownText, takenFromOutside } from "./shown-text.ts";

export type XlsFile = {
  /**
   * The file, or several that together have its cells: the library takes half a kilobyte a cell, which is let go with
   * the portion.
   */
  readonly portions: Iterable<Uint8Array>;
  /** Further cells of the sheets in them. */
  readonly texts: Iterable<XlsTextCell>;
  /** The sheets in which a filter hides rows, which the library does not tell. */
  readonly filtered: ReadonlySet<string>;
  /** Cells that are struck out as a whole, by sheet, which it does not tell either. */
  readonly struck: ReadonlyMap<string, ReadonlySet<number>>;
};

/** `struck`: what of its text is struck out. */
export type XlsTextCell = TypedText & {
  readonly sheet: string;
  /** They count from 0. */
  readonly row: number;
  readonly column: number;
};

/** A cell of a sheet, from row 0 and column 0: a sheet of this format has 256 columns. */
export function cellKey(row: number, column: number): number {
  return row * 256 + column;
}

export function readXls(
  { portions, texts, filtered, struck }: XlsFile,
  limits: Limits,
): readonly OpenedSheet[] {
  const collectors = new Map<string, SheetCollector>();
  const withoutCells = new Set<string>();
  const collect = (portion: Uint8Array): void => {
    const workbook = readPortion(portion);
    const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
    for (const [index, name] of workbook.SheetNames.entries()) {
      const sheet = workbook.Sheets[name];
      if (sheet === undefined) throw new DamagedContainer("sheet", name);
      const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      const known = collectors.get(name);
      const collector = known ?? collectSheet({ name, hidden }, limits);
      collectors.set(name, collector);
      // A chart has a sheet of its own, and no cells.
      if (sheet["!type"] !== undefined && sheet["!type"] !== "sheet") {
        withoutCells.add(name);
        continue;
      }
      collectCells(sheet, { collector, date1904, struck: struck.get(name) });
      if (known === undefined) collectLayout(sheet, collector, filtered.has(name) ? "filter" : "hand");
    }
  };
  for (const portion of portions) {
    collect(portion);
    // What is let go counts as memory until it is collected, which would be later. Only the process of workbooks has this.
    globalThis.gc?.();
  }
  for (const { sheet, row, column, text, struck: some } of texts) {
    const collector = collectors.get(sheet);
    if (collector === undefined) throw new DamagedContainer("sheet", sheet);
    if (withoutCells.has(sheet)) continue;
    collector.add(row + 1, column + 1, text);
    const isStruck = struck.get(sheet)?.has(cellKey(row, column)) === true;
    collector.strike(row + 1, column + 1, isStruck ? text : some);
  }
  return [...collectors.values()].map((collector) => collector.finish());
}

function readPortion(bytes: Uint8Array): WorkBook {
  for (const [id, format] of chineseFormats) SSF.load(format, id);
  return read(bytes, {
    type: "buffer",
    dense: true,
    cellFormula: true,
    cellHTML: false,
    cellNF: true,
    // Which rows and columns are hidden is told with the styles.
    cellStyles: true,
    sheetStubs: true,
  });
}

type Collecting = {
  readonly collector: SheetCollector;
  readonly date1904: boolean;
  readonly struck: ReadonlySet<number> | undefined;
};

type DenseSheet = WorkSheet & { readonly "!data"?: (CellObject[] | undefined)[] };

function collectCells(sheet: DenseSheet, { collector, date1904, struck }: Collecting): void {
  const data = sheet["!data"];
  if (data === undefined) throw new DamagedContainer("sheet");
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      const { text, note } = cellText(cell, date1904);
      collector.add(row + 1, column + 1, text, note);
      if (struck?.has(cellKey(row, column)) === true) collector.strike(row + 1, column + 1, text);
    });
  });
}

function cellText(cell: CellObject, date1904: boolean): ShownText {
  const value = textOf(cell, date1904);
  const external = cell.f !== undefined && /\[[^\]]+\]/u.test(cell.f);
  return external ? takenFromOutside(value, `=${cell.f}`) : value;
}

function textOf({ t, v, w, f, z }: CellObject, date1904: boolean): ShownText {
  switch (t) {
    case "e":
      return { text: w ?? "", note: { kind: "error", shown: w ?? "", held: f === undefined ? "" : `=${f}` } };
    case "z":
      return f === undefined
        ? { text: "" }
        : { text: "", note: { kind: "no-value", shown: "", held: `=${f}` } };
    case "b":
      return { text: v === true ? "TRUE" : "FALSE" };
    case "n":
      return typeof v === "number"
        ? numberText(v, { format: String(z ?? "General"), date1904 })
        : { text: "" };
    default:
      return { text: typeof v === "string" ? v : (w ?? "") };
  }
}

function collectLayout(sheet: WorkSheet, collector: SheetCollector, hiddenBy: HiddenBy): void {
  sheet["!rows"]?.forEach((row, index) => {
    if (row?.hidden === true || row?.hpt === 0) collector.hideRow(index + 1, hiddenBy);
  });
  sheet["!cols"]?.forEach((column, index) => {
    if (column?.hidden === true || column?.width === 0) collector.hideColumns(index + 1, index + 1);
  });
  for (const { s, e } of sheet["!merges"] ?? [])
    collector.merge({ row: s.r + 1, column: s.c + 1, rows: e.r - s.r + 1, columns: e.c - s.c + 1 });
}

/** The streams of an OLE file. */
export type OleFile = {
  readonly has: (name: string) => boolean;
  readonly stream: (name: string) => Uint8Array | undefined;
};

export function openOle(bytes: Uint8Array): OleFile {
  const file = openedOle(bytes);
  const find = (name: string) => CFB.find(file, `/${name}`) ?? undefined;
  return {
    has: (name) => find(name) !== undefined,
    stream: (name) => {
      const content = find(name)?.content;
      return content === undefined ? undefined : Uint8Array.from(content);
    },
  };
}

function openedOle(bytes: Uint8Array): ReturnType<typeof CFB.read> {
  try {
    return CFB.read(bytes, { type: "buffer" });
  } catch {
    throw new DamagedContainer("structure", "OLE");
  }
}
