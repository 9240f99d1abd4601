/** `word/document.xml` → a sheet for each table of a Word file, and one for the paragraphs above it: nothing that is deleted or hidden. */
import type { Limits, OpenedSheet, OpenedWorkbook } from "../read/index.ts";
import { collectSheet, type SheetCollector } from "./collect-sheet.ts";
import type { OpcPackage } from "./opc-package.ts";
import { seekReportSigns } from "./report-signs.ts";
import type { Attributes, XmlHandler } from "./xml-text.ts";

type Cell = {
  columns: number;
  /** Goes on with the cell above it, or begins one that goes on below; else it stands alone. */
  vertical: "begins" | "continues" | undefined;
  horizontal: boolean;
  readonly paragraphs: string[];
  struck: string;
};

/** A merged cell that is still open below. */
type OpenMerge = { readonly row: number; readonly columns: number; last: number };

/** A table that has begun. */
type OpenTable = {
  readonly sheet: SheetCollector;
  row: number;
  column: number;
  rowDeleted: boolean;
  cell: Cell | undefined;
  readonly merges: Map<number, OpenMerge>;
  /** Of one inside a cell: what it says, line by line, and how many cells its widest row has. */
  readonly lines: string[];
  widest: number;
};

/** What a reader of one text remembers between two tags. */
type State = {
  /** The tables around what is read, the innermost last. */
  readonly open: OpenTable[];
  tables: number;
  /** Tables inside the cells of one that is open, which come behind it. */
  inner: OpenedSheet[];
  /** Paragraphs since the last table. */
  above: string[];
  paragraph: string | undefined;
  /** A paragraph that goes on in the next, as the mark between them was deleted. */
  carried: string;
  /** In the properties of a paragraph, where what is deleted is its mark. */
  inMark: boolean;
  markDeleted: boolean;
  inText: boolean;
  runHidden: boolean;
  runStruck: boolean;
  skipping: number;
  box: { isDefault: boolean; isChecked: boolean | undefined } | undefined;
  /** For each control around what is read, whether it only shows what should be filled in. */
  readonly controls: boolean[];
};

/** A title, and what stands between it and the table. */
const mostAbove = 12;

export type DocxSheets = Pick<OpenedWorkbook, "sheets" | "isReport">;

/** `document`: the path of the part that is the text. */
export function openDocx(parts: OpcPackage, document: string, limits: Limits): DocxSheets {
  const { handler, result } = readDocument(limits);
  parts.read(document, handler);
  return result();
}

function readDocument(limits: Limits): { readonly handler: XmlHandler; readonly result: () => DocxSheets } {
  const sheets: OpenedSheet[] = [];
  const signs = seekReportSigns();
  const state: State = {
    ...{ open: [], tables: 0, inner: [], above: [], paragraph: undefined, inText: false, skipping: 0 },
    ...{
      ...{ carried: "", inMark: false, markDeleted: false },
      ...{ runHidden: false, runStruck: false, box: undefined, controls: [] },
    },
  };
  const newSheet = (name: string): SheetCollector => collectSheet({ name, hidden: false }, limits);

  /** Finished at once, and let go if nothing is in it: what collects a sheet takes a kilobyte. */
  const keep = (sheet: OpenedSheet): void => {
    if (sheet.rows.length > 0) sheets.push(sheet);
  };

  const begin = (name: string): void => {
    state.open.push({
      ...{ sheet: newSheet(name), row: 0, column: 0, rowDeleted: false, cell: undefined },
      ...{ merges: new Map(), lines: [], widest: 0 },
    });
  };

  const openTable = (): void => {
    endCarried();
    if (state.open.length > 0) {
      begin("");
      return;
    }
    state.tables += 1;
    const paragraphs = state.above.slice(-mostAbove);
    if (paragraphs.length > 0) {
      const sheet = newSheet(`表${state.tables}上方`);
      for (const [index, text] of paragraphs.entries()) sheet.add(index + 1, 1, text);
      keep(sheet.finish());
    }
    state.above = [];
    begin(`表${state.tables}`);
  };

  const closeMerge = ({ merges, sheet }: OpenTable, column: number): void => {
    const merge = merges.get(column);
    if (merge === undefined) return;
    merges.delete(column);
    sheet.merge({ row: merge.row, column, rows: merge.last - merge.row + 1, columns: merge.columns });
  };

  /** What has rows and columns inside a cell is a table of its own, as a list of indicators is; anything else, lines of the cell. */
  const closeTable = (): void => {
    const table = state.open.pop();
    if (table === undefined) return;
    for (const column of [...table.merges.keys()]) closeMerge(table, column);
    const around = state.open.at(-1);
    if (around === undefined) {
      keep(table.sheet.finish());
      for (const sheet of state.inner) keep(sheet);
      state.inner = [];
    } else if (table.row > 1 && table.widest > 1) {
      state.tables += 1;
      state.inner.push({ ...table.sheet.finish(), name: `表${state.tables}` });
    } else for (const line of table.lines) around.cell?.paragraphs.push(line);
  };

  const closeCell = (): void => {
    endCarried();
    const table = state.open.at(-1);
    const cell = table?.cell;
    if (table === undefined || cell === undefined) return;
    table.cell = undefined;
    if (table.rowDeleted) return;
    const { row, sheet } = table;
    const column = table.column + 1;
    table.column += cell.columns;
    table.widest = Math.max(table.widest, table.column);
    if (cell.horizontal) return;
    const open = table.merges.get(column);
    if (cell.vertical === "continues" && open !== undefined) {
      open.last = row;
      return;
    }
    for (let at = column; at < column + cell.columns; at += 1) closeMerge(table, at);
    if (cell.vertical === "begins") table.merges.set(column, { row, columns: cell.columns, last: row });
    else if (cell.columns > 1) sheet.merge({ row, column, rows: 1, columns: cell.columns });
    const text = cell.paragraphs.join("\n").trim();
    if (state.open.length > 1) table.lines.push(text);
    sheet.add(row, column, text);
    sheet.strike(row, column, cell.struck);
  };

  const cellAround = (): Cell | undefined => state.open.at(-1)?.cell;

  /** A paragraph whose mark was deleted goes on in the next. */
  const closeParagraph = (): void => {
    if (state.markDeleted) state.carried = state.paragraph ?? "";
    else endParagraph(state.paragraph ?? "");
    state.paragraph = undefined;
    state.markDeleted = false;
  };

  const endCarried = (): void => {
    if (state.carried !== "") endParagraph(state.carried);
    state.carried = "";
  };

  const endParagraph = (text: string): void => {
    const cell = cellAround();
    if (cell !== undefined) cell.paragraphs.push(text.trim());
    else if (text.trim() !== "") {
      signs.see(text.trim());
      state.above.push(text.trim());
      if (state.above.length > 2 * mostAbove) state.above = state.above.slice(-mostAbove);
    }
  };

  const write = (text: string): void => {
    const isShown = !state.runHidden && state.controls.every((isPlaceholder) => !isPlaceholder);
    if (state.paragraph === undefined || !isShown || state.skipping > 0) return;
    state.paragraph += text;
    const cell = state.runStruck ? cellAround() : undefined;
    if (cell !== undefined) cell.struck += text;
  };

  /** A report of ours ends its lines where the PDF does, and parts what it says by paragraphs. */
  const lineBreak = (): string => (signs.isReport() ? "" : "\n");

  const openRow = (): void => {
    const table = state.open.at(-1);
    if (table !== undefined) set(table, { row: table.row + 1, column: 0, rowDeleted: false });
  };

  const openCell = (): void => {
    const cell: Cell = { columns: 1, vertical: undefined, horizontal: false, paragraphs: [], struck: "" };
    set(state.open.at(-1), { cell });
  };

  // A Word file has millions of these: nothing is made for each.
  const openParagraph = (): void => {
    state.paragraph = state.carried;
    state.carried = "";
  };

  const openMark = (): void => {
    state.inMark = true;
  };

  const openRun = (): void => {
    state.runHidden = false;
    state.runStruck = false;
  };

  const openText = (): void => {
    state.inText = true;
  };

  const skip = (): void => {
    state.skipping += 1;
  };

  const openDeleted = (): void => {
    const table = state.open.at(-1);
    if (state.inMark) state.markDeleted = true;
    else if (table !== undefined && table.cell === undefined) table.rowDeleted = true;
    skip();
  };

  const skipColumns = (value: string | undefined): void => {
    const table = state.open.at(-1);
    if (table !== undefined) table.column += spanOf(value);
  };

  /** What an element does when it begins; its `w:val` comes first. */
  const actions: ReadonlyMap<string, (value: string | undefined, attributes: Attributes) => void> = new Map([
    ["w:tbl", openTable],
    ["w:tr", openRow],
    ["w:gridBefore", skipColumns],
    ["w:tc", openCell],
    ["w:gridSpan", (value) => set(cellAround(), { columns: spanOf(value) })],
    ["w:vMerge", (value) => set(cellAround(), { vertical: value === "restart" ? "begins" : "continues" })],
    ["w:hMerge", (value) => set(cellAround(), { horizontal: value !== "restart" })],
    ["w:p", openParagraph],
    ["w:pPr", openMark],
    ["w:r", openRun],
    ["w:vanish", (value) => set(state, { runHidden: isOn(value) })],
    ["w:strike", (value) => set(state, { runStruck: isOn(value) })],
    ["w:dstrike", (value) => set(state, { runStruck: isOn(value) })],
    ["w:t", openText],
    // A formula: what is written in it, on one line.
    ["m:r", openRun],
    ["m:t", openText],
    ["m:den", () => write("/")],
    ["m:sup", () => write("^")],
    ["m:sub", () => write("_")],
    ["m:rad", () => write("√")],
    ["w:tab", () => write(" ")],
    ["w:ptab", () => write(" ")],
    ["w:br", () => write(lineBreak())],
    ["w:cr", () => write(lineBreak())],
    ["w:noBreakHyphen", () => write("-")],
    ["w:sym", (_, attributes) => write(symbolOf(attributes))],
    ["w:sdt", () => void state.controls.push(false)],
    [
      "w:showingPlcHdr",
      (value) => {
        if (state.controls.length > 0) state.controls[state.controls.length - 1] = isOn(value);
      },
    ],
    ["w:checkBox", () => set(state, { box: { isDefault: false, isChecked: undefined } })],
    ["w:default", (value) => set(state.box, { isDefault: isOn(value) })],
    ["w:checked", (value) => set(state.box, { isChecked: isOn(value) })],
    // What was deleted or moved away, what older programs get in place of a drawing, and texts that float over the page.
    ["w:del", openDeleted],
    ["w:moveFrom", openDeleted],
    ["mc:Fallback", skip],
    ["w:txbxContent", skip],
  ] satisfies readonly (readonly [string, (value: string | undefined, attributes: Attributes) => void])[]);

  const open = (name: string, attributes: Attributes): void => {
    if (state.skipping > 0) state.skipping += 1;
    else actions.get(name)?.(attributes["w:val"], attributes);
  };

  const close = (name: string): void => {
    if (state.skipping > 0) {
      state.skipping -= 1;
      return;
    }
    if (name === "w:tbl") closeTable();
    else if (name === "w:tc") closeCell();
    else if (name === "w:p") closeParagraph();
    else if (name === "w:pPr") state.inMark = false;
    else if (name === "w:t" || name === "m:t") state.inText = false;
    else if (name === "w:sdt") state.controls.pop();
    else if (name === "w:checkBox" && state.box !== undefined) {
      write((state.box.isChecked ?? state.box.isDefault) ? "☑" : "□");
      state.box = undefined;
    }
  };

  const text = (piece: string): void => {
    if (state.inText) write(piece);
  };

  return {
    handler: { open, text, close },
    result: () => {
      const read = { sheets };
      return signs.isReport() ? { ...read, isReport: true } : read;
    },
  };
}

function set<Of extends object>(target: Of | undefined, values: Partial<Of>): void {
  if (target !== undefined) Object.assign(target, values);
}

/** Word has at most 63 columns. */
function spanOf(value: string | undefined): number {
  return Math.min(1000, Math.max(1, Number.parseInt(value ?? "1", 10) || 1));
}

function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/iu.test(value);
}

/** Boxes and signs are put in from fonts of symbols, with codes of their own: ≥ is B3 in Symbol, below Word's 插入 → 符号. */
const symbols: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries({
    symbol: {
      ...{ B3: "≥", A3: "≤", B9: "≠", BB: "≈", B1: "±", B4: "×", B8: "÷", B0: "°", A5: "∞", E5: "∑" },
      ...{ "25": "%", "2B": "+", "2D": "-", "3C": "<", "3D": "=", "3E": ">", B7: "•", D7: "·", AE: "→" },
      ...{ "57": "Ω", "6D": "μ" },
    },
    wingdings: {
      ...{ FE: "☑", FD: "☒", FC: "✓", A8: "□", "6F": "□", "71": "□", "72": "□", "6E": "■", FB: "×" },
      ...{ "6C": "●", "75": "◆", "76": "◆", D8: "➢", E0: "→" },
    },
    "wingdings 2": { "52": "☑", "51": "☒", "50": "✓", A3: "□", "53": "☒", "54": "☒", "2A": "□", "30": "□" },
  }).map(([font, boxes]) => [font, new Map(Object.entries(boxes))]),
);

/** A code from F000 on is the font's own, and so is that of a byte; any other is a character. */
function symbolOf(attributes: Attributes): string {
  const code = (attributes["w:char"] ?? "").toUpperCase();
  const own = code.replace(/^(?:F0|00)(?=..$)/u, "");
  const known = symbols.get((attributes["w:font"] ?? "").toLowerCase())?.get(own);
  const sign = /^[\dA-F]{4}$/u.test(own) ? String.fromCharCode(Number.parseInt(own, 16)) : lost;
  return known ?? (/[\p{Co}\p{Cs}\p{Cn}]/u.test(sign) ? lost : sign);
}

/** What nobody can tell is told as a character that is lost. */
const lost = "\uFFFD";
