/** A place in what the user handed over, in the coordinates that Excel or an editor shows. */

/** A cell of a table. Header and title rows are counted, so `row` is the number Excel shows. */
export type CellPlace = {
  readonly kind: "cell";
  readonly file: string;
  /** The sheet of a workbook; absent in a file that is one table. */
  readonly sheet?: string;
  /** From 1. */
  readonly row: number;
  /** From 1; absent when the whole row is meant. */
  readonly column?: number;
  /** The column's header as written in the file, or the label that the cell belongs to. */
  readonly header?: string;
  /** In a form filled in for one project: the column of its label, from 1. */
  readonly labelColumn?: number;
};

/** A value inside a JSON file. */
export type JsonPlace = {
  readonly kind: "json";
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** RFC 6901, for example `/项目/0/项目名称`. */
  readonly pointer: string;
  /** The column's name, if the file keeps names apart from rows and the pointer ends in a number. */
  readonly header?: string;
};

/** A whole file or folder, or a whole sheet of a workbook. */
export type FilePlace = { readonly kind: "file"; readonly file: string; readonly sheet?: string };

/** A spot in a template or form file. */
export type TemplatePlace = {
  readonly kind: "template";
  readonly file: string;
  readonly line: number;
  readonly column?: number;
};

/** An option or word of the command line. */
export type OptionPlace = { readonly kind: "option"; readonly option: string };

export type Place = CellPlace | JsonPlace | FilePlace | TemplatePlace | OptionPlace;

/** What an editor shows at a place: the line of the file, and which part of it is meant. */
export type SourceLine = {
  /** From 1, in the file itself: a quoted line break inside a cell begins a new line, though Excel counts no row. */
  readonly line: number;
  /** From 1, in UTF-16 code units, in the whole line. */
  readonly column: number;
  /** The line, or of a long one the text around the part meant. */
  readonly text: string;
  /** The part meant, by offsets in `text`. */
  readonly from: number;
  readonly to: number;
};

/** Column number (from 1) → the letters Excel shows: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/** The sheet of a workbook that a place is in. */
export function sheetOf(place: Place): string | undefined {
  return "sheet" in place ? place.sheet : undefined;
}

/** The table that a place is in, as a key and as people name it: its file, or the sheet of its workbook. */
export function tableOf(place: Place): string {
  if (!("file" in place)) return "";
  const sheet = sheetOf(place);
  return sheet === undefined ? place.file : `${place.file}「${flat(sheet)}」`;
}

/** Where a pointer goes by one record of several: its number in a list, or its code in a map. */
const recordInPointer = /\/(?:\d+|(?=[A-Z]*\d)[\dA-Z]{10,})(?=\/|$)/gu;

/**
 * The same for all cells below one header, for one key of all objects in a JSON list, and for what stands beside one
 * label in all forms of a department. Undefined for a place that is in no column.
 */
export function columnKey(place: Place): string | undefined {
  if (place.kind === "json")
    return `${place.file} ${place.header ?? place.pointer.replace(recordInPointer, "/#")}`;
  if (place.kind !== "cell" || place.column === undefined) return undefined;
  if (place.labelColumn !== undefined) return `label ${place.labelColumn} ${place.header ?? ""}`;
  // Of two tables one below the other, each has a header of its own.
  return `${tableOf(place)} ${place.column} ${place.header ?? ""}`;
}

/** One line for people and for editors that jump to `file:row:column`; a cell of a workbook as Excel names it. */
export function formatPlace(place: Place): string {
  switch (place.kind) {
    case "cell": {
      if (place.sheet !== undefined) return formatSheetPlace(place, place.sheet);
      if (place.column === undefined) return `${place.file}:${place.row}`;
      return `${place.file}:${place.row}:${columnLetters(place.column)}${headerOf(place)}`;
    }
    case "json":
      return `${place.file}:${place.line}:${place.column}${place.pointer === "" ? "" : ` ${place.pointer}`}${headerOf(place)}`;
    case "file":
      return tableOf(place);
    case "template":
      return `${place.file}:${place.line}${place.column === undefined ? "" : `:${place.column}`}`;
    case "option":
      return place.option;
  }
}

function headerOf({ header = "" }: CellPlace | JsonPlace): string {
  return header === "" ? "" : `「${flat(header)}」`;
}

/** `导出.xlsx「项目!D4」预算数` */
function formatSheetPlace(place: CellPlace, sheet: string): string {
  return `${place.file}「${flat(sheet)}!${cellName(place)}」${flat(place.header ?? "")}`;
}

/** `D4`; of a whole row `4:4`, which Excel takes as the name of one, too. */
export function cellName({ row, column }: Pick<CellPlace, "row" | "column">): string {
  return column === undefined ? `${row}:${row}` : `${columnLetters(column)}${row}`;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
