/** A place in what the user handed over, in the coordinates that Excel or an editor shows. */

/** A cell of a delimited text file. Header and title rows are counted, so `row` is the number Excel shows. */
export type CellPlace = {
  readonly kind: "cell";
  readonly file: string;
  /** From 1. */
  readonly row: number;
  /** From 1; absent when the whole row is meant. */
  readonly column?: number;
  /** The column's header as written in the file. */
  readonly header?: string;
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
};

/** A whole file or folder. */
export type FilePlace = { readonly kind: "file"; readonly file: string };

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

/** One line for people and for editors that jump to `file:row:column`. */
export function formatPlace(place: Place): string {
  switch (place.kind) {
    case "cell": {
      if (place.column === undefined) return `${place.file}:${place.row}`;
      const header = place.header === undefined || place.header === "" ? "" : `「${flat(place.header)}」`;
      return `${place.file}:${place.row}:${columnLetters(place.column)}${header}`;
    }
    case "json":
      return `${place.file}:${place.line}:${place.column}${place.pointer === "" ? "" : ` ${place.pointer}`}`;
    case "file":
      return place.file;
    case "template":
      return `${place.file}:${place.line}${place.column === undefined ? "" : `:${place.column}`}`;
    case "option":
      return place.option;
  }
}

function flat(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
