/** `content.xml` of an OpenDocument spreadsheet → its sheets: the text of a cell is what is shown, its attributes hold the value. */
import type { HiddenBy, Limits, OpenedSheet } from "../read/index.ts";
import { collectSheet, type SheetCollector } from "./collect-sheet.ts";
import { boundSheets } from "./limits.ts";
import { plainNumber, type ShownText, shownText, takenFromOutside } from "./shown-text.ts";
import { type Attributes, readXml, type XmlReader } from "./xml-text.ts";

type Cell = { readonly attributes: Attributes; readonly paragraphs: string[]; struck: string };

/** What a reader of one text remembers between two tags. */
type State = {
  sheet: SheetCollector | undefined;
  row: number;
  column: number;
  repeatedRows: number;
  cell: Cell | undefined;
  paragraph: string | undefined;
  /** Notes of people and the lists of a sheet's changes hold texts that are no cells. */
  skipping: number;
  /** A table inside a cell. */
  depth: number;
};

const skipped = new Set(["office:annotation", "table:tracked-changes", "table:shapes"]);

export function openOds(limits: Limits): {
  readonly reader: XmlReader;
  readonly sheets: () => readonly OpenedSheet[];
} {
  const hiddenStyles = new Set<string>();
  const struckStyles = new Set<string>();
  /** For each span around what is read, whether it is struck out. */
  const spans: boolean[] = [];
  let style: string | undefined;
  const sheets: SheetCollector[] = [];
  const state: State = {
    ...{ sheet: undefined, row: 0, column: 0, repeatedRows: 1, cell: undefined, paragraph: undefined },
    ...{ skipping: 0, depth: 0 },
  };

  const openTable = (attributes: Attributes): void => {
    state.depth += 1;
    if (state.depth > 1) return;
    const hidden = hiddenStyles.has(attributes["table:style-name"] ?? "");
    state.sheet = collectSheet({ name: attributes["table:name"] ?? "", hidden }, limits);
    sheets.push(state.sheet);
    boundSheets(sheets.length, limits);
    state.row = 0;
    state.column = 0;
  };

  const openRow = (attributes: Attributes): void => {
    state.repeatedRows = count(attributes["table:number-rows-repeated"]);
    state.column = 0;
    const by = hiddenBy(attributes["table:visibility"]);
    if (by === undefined) return;
    const last = Math.min(state.row + state.repeatedRows, limits.rows);
    for (let row = state.row + 1; row <= last; row += 1) state.sheet?.hideRow(row, by);
  };

  const openColumn = (attributes: Attributes): void => {
    const repeated = count(attributes["table:number-columns-repeated"]);
    if (hiddenBy(attributes["table:visibility"]) !== undefined)
      state.sheet?.hideColumns(state.column + 1, state.column + repeated);
    state.column += repeated;
  };

  const closeCell = (): void => {
    const { cell, sheet } = state;
    state.cell = undefined;
    if (cell === undefined || sheet === undefined) return;
    const repeated = count(cell.attributes["table:number-columns-repeated"]);
    const { text, note } = cellText(cell);
    const first = { row: state.row + 1, column: state.column + 1 };
    if (text !== "" || note !== undefined) {
      for (let row = first.row; row < first.row + state.repeatedRows; row += 1)
        for (let column = first.column; column < first.column + repeated; column += 1)
          sheet.add(row, column, text, note);
      const isStruck = struckStyles.has(cell.attributes["table:style-name"] ?? "");
      sheet.strike(first.row, first.column, isStruck ? text : cell.struck);
    }
    const [rows, columns] = [
      count(cell.attributes["table:number-rows-spanned"]),
      count(cell.attributes["table:number-columns-spanned"]),
    ];
    if (rows > 1 || columns > 1) sheet.merge({ ...first, rows, columns });
    state.column += repeated;
  };

  const open = (name: string, attributes: Attributes): void => {
    if (skipped.has(name) || state.skipping > 0) {
      state.skipping += 1;
      return;
    }
    if (name === "style:style") style = attributes["style:name"];
    else if (name === "style:text-properties" && style !== undefined) {
      if ((attributes["style:text-line-through-style"] ?? "none") !== "none") struckStyles.add(style);
    } else if (
      name === "style:table-properties" &&
      attributes["table:display"] === "false" &&
      style !== undefined
    )
      hiddenStyles.add(style);
    else if (name === "table:table") openTable(attributes);
    else if (state.depth !== 1) return;
    else if (name === "table:table-row") openRow(attributes);
    else if (name === "table:table-column") openColumn(attributes);
    else if (name === "table:table-cell" || name === "table:covered-table-cell")
      state.cell = { attributes, paragraphs: [], struck: "" };
    else if (name === "text:p" && state.cell !== undefined) state.paragraph = "";
    else if (name === "text:span") spans.push(struckStyles.has(attributes["text:style-name"] ?? ""));
    else if (state.paragraph !== undefined) state.paragraph += spaceOf(name, attributes);
  };

  const close = (name: string): void => {
    if (state.skipping > 0) {
      state.skipping -= 1;
      return;
    }
    if (name === "table:table") state.depth -= 1;
    if (state.depth !== 1) return;
    if (name === "text:span") spans.pop();
    else if (name === "text:p" && state.paragraph !== undefined) {
      state.cell?.paragraphs.push(state.paragraph);
      state.paragraph = undefined;
    } else if (name === "table:table-cell" || name === "table:covered-table-cell") closeCell();
    else if (name === "table:table-row") state.row += state.repeatedRows;
  };

  const text = (piece: string): void => {
    if (state.skipping > 0 || state.paragraph === undefined) return;
    const flat = piece.replace(/\s+/gu, " ");
    state.paragraph += flat;
    if (state.cell !== undefined && spans.includes(true)) state.cell.struck += flat;
  };

  return { reader: readXml({ open, text, close }), sheets: () => sheets.map((sheet) => sheet.finish()) };
}

function count(repeated: string | undefined): number {
  return Math.max(1, Number(repeated ?? 1) || 1);
}

function hiddenBy(visibility: string | undefined): HiddenBy | undefined {
  if (visibility === "filter") return "filter";
  return visibility === "collapse" ? "hand" : undefined;
}

function spaceOf(name: string, attributes: Attributes): string {
  if (name === "text:s") return " ".repeat(Math.min(1000, count(attributes["text:c"])));
  if (name === "text:tab") return "\t";
  return name === "text:line-break" ? "\n" : "";
}

function cellText({ attributes, paragraphs }: Cell): ShownText {
  const shown = paragraphs.length > 0 ? paragraphs.join("\n") : (attributes["office:string-value"] ?? "");
  const type = attributes["office:value-type"] ?? "";
  const formula = attributes["table:formula"];
  if (formula !== undefined && (/^(?:#|Err:)/u.test(shown) || attributes["calcext:value-type"] === "error"))
    return { text: shown, note: { kind: "error", shown, held: formula } };
  if (formula !== undefined && type === "" && shown === "")
    return { text: "", note: { kind: "no-value", shown: "", held: formula } };
  const value = ["float", "percentage", "currency"].includes(type)
    ? numberText(shown, attributes["office:value"])
    : { text: shown };
  const external = formula !== undefined && /'file:|\[['"]?(?:file|https?):/u.test(formula);
  return external ? takenFromOutside(value, formula) : value;
}

/** Some programs write the value alone. */
function numberText(shown: string, value = ""): ShownText {
  const held = value === "" ? Number.NaN : Number(value);
  return shown === "" && Number.isFinite(held) ? shownText(plainNumber(held), held) : shownText(shown, held);
}
