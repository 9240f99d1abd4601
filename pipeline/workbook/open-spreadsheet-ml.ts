/** SpreadsheetML 2003, the XML that Excel 2003 and many systems write → its sheets; read as a stream, as it takes much room. */
import type { Limits, OpenedSheet } from "../read/index.ts";
import { collectSheet, type SheetCollector } from "./collect-sheet.ts";
import { DamagedContainer } from "./damaged.ts";
import { boundSheets } from "./limits.ts";
import { numberText, type ShownText, serialOf, takenFromOutside } from "./shown-text.ts";
import { type Attributes, readXml } from "./xml-text.ts";

/** What Excel 2003 calls its formats by. */
const namedFormats: ReadonlyMap<string, string> = new Map([
  ["General Number", "General"],
  ["General Date", "yyyy/m/d h:mm"],
  ["Short Date", "yyyy/m/d"],
  ["Medium Date", "d-mmm-yy"],
  ["Long Date", 'yyyy"年"m"月"d"日"'],
  ["Percent", "0.00%"],
  ["Standard", "#,##0.00"],
  ["Fixed", "0.00"],
  ["Scientific", "0.00E+00"],
  ["Currency", "¥#,##0.00"],
]);

type Cell = { readonly attributes: Attributes; type: string; text: string | undefined; struck: string };

type Styles = {
  /** How numbers are shown, by style. */
  readonly formats: Map<string, string>;
  /** Those that strike out their cells. */
  readonly struck: Set<string>;
};

export function openSpreadsheetMl(bytes: Uint8Array, limits: Limits): readonly OpenedSheet[] {
  const styles: Styles = { formats: new Map(), struck: new Set() };
  const sheets: OpenSheet[] = [];
  let style: string | undefined;
  let sheet: OpenSheet | undefined;
  let cell: Cell | undefined;
  let inData = false;
  /** Elements of a formatted text that strike out what is in them. */
  let struckOut = 0;
  let visibility = "";
  let inVisible = false;
  /** Notes of people hold texts that are no cells. */
  let inComment = false;

  const open = (name: string, raw: Attributes): void => {
    if (inComment) return;
    const attributes = withoutPrefixes(raw);
    switch (bare(name)) {
      case "Comment":
        inComment = true;
        break;
      case "Style":
        style = attributes.ID;
        break;
      case "NumberFormat":
        if (style !== undefined) styles.formats.set(style, attributes.Format ?? "General");
        break;
      case "Font":
        if (style !== undefined && attributes.StrikeThrough === "1") styles.struck.add(style);
        break;
      case "S":
        struckOut += 1;
        break;
      case "Worksheet":
        sheet = openSheet(attributes.Name ?? "", limits);
        sheets.push(sheet);
        boundSheets(sheets.length, limits);
        break;
      case "Column":
        sheet?.column(attributes);
        break;
      case "Row":
        sheet?.row(attributes);
        break;
      case "Cell":
        cell = { attributes, type: "", text: undefined, struck: "" };
        break;
      case "Data":
        if (cell === undefined) break;
        cell.type = attributes.Type ?? "String";
        cell.text ??= "";
        inData = true;
        break;
      case "AutoFilterColumn":
        if (attributes.Type !== undefined && attributes.Type !== "All") sheet?.filter();
        break;
      case "Visible":
        inVisible = true;
        visibility = "";
        break;
      default:
        // A line break of a formatted text.
        if (inData && cell !== undefined && /^br$/iu.test(bare(name))) cell.text += "\n";
    }
  };

  const close = (name: string): void => {
    if (inComment && bare(name) !== "Comment") return;
    switch (bare(name)) {
      case "Comment":
        inComment = false;
        break;
      case "Data":
        inData = false;
        break;
      case "S":
        struckOut -= 1;
        break;
      case "Style":
        style = undefined;
        break;
      case "Cell":
        if (cell !== undefined) sheet?.cell(cell, styles);
        cell = undefined;
        break;
      case "Visible":
        inVisible = false;
        if (visibility.trim() !== "SheetVisible") sheet?.hide();
        break;
      case "Worksheet":
        sheet = undefined;
        break;
    }
  };

  const text = (piece: string): void => {
    if (inData && !inComment && cell !== undefined) {
      cell.text = (cell.text ?? "") + piece;
      if (struckOut > 0) cell.struck += piece;
    }
    if (inVisible) visibility += piece;
  };

  const reader = readXml({ open, text, close }, encodingOf(bytes));
  reader.push(bytes);
  reader.end();
  return sheets.map((one) => one.finish());
}

type OpenSheet = {
  readonly column: (attributes: Attributes) => void;
  readonly row: (attributes: Attributes) => void;
  readonly cell: (cell: Cell, styles: Styles) => void;
  /** A filter of this sheet has a criterion. */
  readonly filter: () => void;
  readonly hide: () => void;
  readonly finish: () => OpenedSheet;
};

/** `ss:Index` goes on from another row or column; without it the next one is meant. */
function openSheet(name: string, limits: Limits): OpenSheet {
  const collector: SheetCollector = collectSheet({ name, hidden: false }, limits);
  const hiddenRows: number[] = [];
  /** The last row that a merged cell reaches into, by column. */
  const reaching = new Map<number, number>();
  let filtered = false;
  let hidden = false;
  let [row, column, layoutColumn] = [0, 0, 0];
  return {
    column: (attributes) => {
      const first = countOf(attributes.Index, layoutColumn + 1);
      const last = first + countOf(attributes.Span, 0);
      if (attributes.Hidden === "1") collector.hideColumns(first, last);
      layoutColumn = last;
    },
    row: (attributes) => {
      const first = countOf(attributes.Index, row + 1);
      const last = Math.min(first + countOf(attributes.Span, 0), limits.rows);
      if (attributes.Hidden === "1") for (let one = first; one <= last; one += 1) hiddenRows.push(one);
      row = first;
      column = 0;
    },
    cell: (cell, { formats, struck }) => {
      const { Index, MergeAcross, MergeDown, StyleID = "Default" } = cell.attributes;
      column = countOf(Index, column + 1);
      // Below a merged cell Excel writes where the row goes on, other programs just go on.
      if (Index === undefined) while ((reaching.get(column) ?? 0) >= row) column += 1;
      const { text, note } = cellText(cell, formats.get(StyleID) ?? "General");
      collector.add(row, column, text, note);
      collector.strike(row, column, struck.has(StyleID) ? text : cell.struck);
      const [columns, rows] = [countOf(MergeAcross, 0) + 1, countOf(MergeDown, 0) + 1];
      if (columns > 1 || rows > 1) collector.merge({ row, column, rows, columns });
      if (rows > 1)
        for (let at = column; at < column + Math.min(columns, limits.columns); at += 1)
          reaching.set(at, row + rows - 1);
      column += columns - 1;
    },
    filter: () => {
      filtered = true;
    },
    hide: () => {
      hidden = true;
    },
    finish: () => {
      for (const one of hiddenRows) collector.hideRow(one, filtered ? "filter" : "hand");
      return { ...collector.finish(), hidden };
    },
  };
}

function cellText({ attributes, type, text = "" }: Cell, format: string): ShownText {
  const formula = attributes.Formula;
  if (type === "Error") return { text, note: { kind: "error", shown: text, held: formula ?? "" } };
  if (formula !== undefined && text === "" && type !== "String")
    return { text, note: { kind: "no-value", shown: "", held: formula } };
  const value = valueText(type, text, namedFormats.get(format) ?? format);
  const external = formula !== undefined && /\[[^\]]+\.xl\w+\]/u.test(formula);
  return external ? takenFromOutside(value, formula) : value;
}

function valueText(type: string, text: string, format: string): ShownText {
  if (type === "Boolean") return { text: text === "1" ? "TRUE" : "FALSE" };
  const held = type === "DateTime" ? serialOf(text) : type === "Number" ? Number(text) : Number.NaN;
  if (Number.isNaN(held)) return { text };
  return numberText(held, { format: type === "DateTime" && format === "General" ? "yyyy/m/d" : format });
}

/** A number of rows or columns; what is none would put cells where nobody finds them. */
function countOf(written: string | undefined, otherwise: number): number {
  if (written === undefined) return otherwise;
  const count = Number(written);
  if (!Number.isInteger(count) || count < 0) throw new DamagedContainer("structure", `"${written}"`);
  return count;
}

function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function withoutPrefixes(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [bare(name), value]));
}

/** As its first line declares; UTF-8 without. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const declared = /^[^<]*<\?xml[^>]*\bencoding=["']([\w-]+)["']/u.exec(start)?.[1] ?? "utf-8";
  return /^(?:gb2312|gbk|gb18030)$/iu.test(declared) ? "gb18030" : "utf-8";
}
