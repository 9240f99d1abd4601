/** The XML of a worksheet, as it comes → its cells, merged cells, and hidden rows and columns. */
import type { Limits, OpenedSheet } from "../read/index.ts";
import { type CellAddress, cellAt, rangeOf } from "./cell-address.ts";
import { collectSheet } from "./collect-sheet.ts";
import { DamagedContainer } from "./damaged.ts";
import { type FilteredRows, readFilters } from "./filtered-rows.ts";
import { isTrue, localName } from "./opc-package.ts";
import { type RichText, readRichText, typedText } from "./rich-text.ts";
import { numberText, type ShownText, serialOf, takenFromOutside } from "./shown-text.ts";
import type { Attributes, XmlHandler } from "./xml-text.ts";

/** What the sheets of a workbook share. */
export type WorkbookFacts = {
  readonly texts: SharedTexts;
  /** By their numbers. */
  readonly styles: readonly CellStyle[];
  /** Days are counted from 1904, as on old Macs. */
  readonly date1904: boolean;
};

/** Texts that cells refer to by number, and what is struck out of some. */
export type SharedTexts = {
  readonly texts: readonly string[];
  readonly struck: ReadonlyMap<number, string>;
};

/** How a style shows numbers, and whether it strikes out its cells. */
export type CellStyle = { readonly format: string; readonly isStruck: boolean };

export type WorksheetReader = {
  readonly handler: XmlHandler;
  /** `filtered`: rows that the filters of the sheet's tables may hide. */
  readonly finish: (filtered: readonly FilteredRows[]) => OpenedSheet;
};

type Cell = CellAddress & {
  readonly type: string;
  readonly style: number;
  value: string;
  /** `undefined`: it has none; "": it has one that another cell writes out. */
  formula: string | undefined;
  inPlace: RichText | undefined;
  /** The element whose text comes. */
  reading: string;
};

/** What has ranges and formulas that are not those of the sheet. */
const skipped = new Set(["extLst", "customSheetViews"]);

export function readWorksheet(
  sheet: Pick<OpenedSheet, "name" | "hidden">,
  facts: WorkbookFacts,
  limits: Limits,
): WorksheetReader {
  const collector = collectSheet(sheet, limits);
  const filters = readFilters();
  const hiddenRows = new Set<number>();
  const sharedFormulas = new Map<string, string>();
  let [row, column, skipping] = [0, 0, 0];
  let cell: Cell | undefined;
  let shared: string | undefined;

  /** Rows and cells that do not say where they are follow the one before. */
  const openRow = ({ r, hidden, ht }: Attributes): void => {
    row = r === undefined ? row + 1 : cellAt(`A${r}`).row;
    column = 0;
    if ((isTrue(hidden) || Number(ht) === 0) && row <= limits.rows) hiddenRows.add(row);
  };

  const openCell = ({ r, t, s }: Attributes): void => {
    if (r === undefined) column += 1;
    else ({ row, column } = cellAt(r));
    // Written out, as spreading makes each of a million cells ten times as dear.
    cell = {
      row,
      column,
      type: t ?? "n",
      style: Number(s ?? 0),
      value: "",
      formula: undefined,
      inPlace: undefined,
      reading: "",
    };
  };

  const openInCell = (element: string, attributes: Attributes): void => {
    if (cell === undefined) return;
    const { t, si } = attributes;
    if (cell.inPlace !== undefined) cell.inPlace.open(element, attributes);
    else if (element === "is") cell.inPlace = readRichText();
    else cell.reading = element;
    if (element !== "f") return;
    cell.formula = "";
    shared = t === "shared" ? si : undefined;
  };

  const closeInCell = (element: string): void => {
    if (cell === undefined) return;
    cell.inPlace?.close(element);
    cell.reading = "";
    if (element !== "f" || shared === undefined) return;
    if (cell.formula === "") cell.formula = sharedFormulas.get(shared) ?? "";
    else sharedFormulas.set(shared, cell.formula ?? "");
  };

  const closeCell = (): void => {
    if (cell === undefined) return;
    const { text, note } = cellText(cell, facts);
    collector.add(cell.row, cell.column, text, note);
    collector.strike(cell.row, cell.column, struckIn(cell, text, facts));
    cell = undefined;
  };

  const openCol = ({ min, max, hidden, width }: Attributes): void => {
    if (isTrue(hidden) || Number(width) === 0) collector.hideColumns(Number(min), Number(max));
  };

  const open = (name: string, attributes: Attributes): void => {
    const element = localName(name);
    if (skipping > 0 || skipped.has(element)) skipping += 1;
    else if (cell !== undefined) openInCell(element, attributes);
    else if (element === "c") openCell(attributes);
    else if (element === "row") openRow(attributes);
    else if (element === "col") openCol(attributes);
    else if (element === "mergeCell") collector.merge(rangeOf(attributes.ref ?? ""));
    else filters.open(element, attributes);
  };

  const text = (piece: string): void => {
    if (cell === undefined || skipping > 0) return;
    cell.inPlace?.text(piece);
    if (cell.reading === "v") cell.value += piece;
    if (cell.reading === "f") cell.formula += piece;
  };

  const close = (name: string): void => {
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    const element = localName(name);
    if (element === "c") closeCell();
    else closeInCell(element);
  };

  const finish = (filtered: readonly FilteredRows[]): OpenedSheet => {
    const ranges = [...filters.rows(), ...filtered];
    for (const one of hiddenRows)
      collector.hideRow(
        one,
        ranges.some(({ first, last }) => one >= first && one <= last) ? "filter" : "hand",
      );
    return collector.finish();
  };

  return { handler: { open, text, close }, finish };
}

function cellText(cell: Cell, facts: WorkbookFacts): ShownText {
  const value = valueText(cell, facts);
  const { formula } = cell;
  return formula !== undefined && leadsOutside.test(formula) ? takenFromOutside(value, `=${formula}`) : value;
}

/** What of a cell's text is struck out. */
function struckIn(
  { style, type, value, inPlace }: Cell,
  text: string,
  { texts, styles }: WorkbookFacts,
): string {
  if (styles[style]?.isStruck === true) return text;
  return (type === "s" ? texts.struck.get(Number(value)) : inPlace?.result().struck) ?? "";
}

/** `[1]Sheet1!A1`: files are listed by number; columns of tables stand in such brackets, too. */
const leadsOutside = /\[\d+\][^[\](),]*!/u;

function valueText(cell: Cell, { texts, styles, date1904 }: WorkbookFacts): ShownText {
  const { type, value, formula, inPlace } = cell;
  const written = value.trim();
  const number = (held: number, format = styles[cell.style]?.format ?? "General") =>
    numberText(held, { format, date1904 });
  switch (type) {
    case "inlineStr":
      return { text: inPlace?.result().text ?? "" };
    case "str":
      return { text: typedText(value) };
    case "e":
      return {
        text: written,
        note: { kind: "error", shown: written, held: formula === undefined ? "" : `=${formula}` },
      };
  }
  if (written === "")
    return formula === undefined
      ? { text: "" }
      : { text: "", note: { kind: "no-value", shown: "", held: `=${formula}` } };
  switch (type) {
    case "s":
      return { text: sharedText(texts, written) };
    case "b":
      return { text: isTrue(written) ? "TRUE" : "FALSE" };
    case "d":
      return number(serialOf(written) - (date1904 ? daysTo1904 : 0));
    default:
      return number(Number(written));
  }
}

const daysTo1904 = 1462;

function sharedText({ texts }: SharedTexts, index: string): string {
  const text = texts[Number(index)];
  if (text === undefined) throw new DamagedContainer("structure", `sharedStrings[${index}]`);
  return text;
}
