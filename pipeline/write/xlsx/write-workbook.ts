/** Sheets of texts, numbers and formulas → an XLSX file; equal sheets give equal bytes. */
import { unzipSync, zipSync } from "fflate";
import writeXlsxFile, { type Cell } from "write-excel-file/node";

/** A number or a formula has a format in Excel's own language, `#,##0.00`. `value` is a decimal, 0.95 for 95%. */
export type WorksheetCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: string; readonly format: string }
  | {
      readonly kind: "formula";
      /** Without the sign `=`. */
      readonly formula: string;
      /** What it comes to, for programs that do not compute: the preview of a mail, a script. "" for nothing. */
      readonly value: string;
      readonly format: string;
    }
  | { readonly kind: "blank" };

export type WorksheetColumn = {
  readonly header: string;
  /** In characters of the standard font; a Han character takes two. */
  readonly width: number;
  readonly hidden?: boolean;
};

export type Worksheet = {
  readonly name: string;
  readonly columns: readonly WorksheetColumn[];
  readonly rows: readonly (readonly WorksheetCell[])[];
  /** How many of the last rows are sums, and are set in bold. */
  readonly totalRows?: number;
};

/** Headers stay in view; long texts are wrapped. */
export async function writeWorkbook(sheets: readonly Worksheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, columns, rows, totalRows = 0 }) => {
    const header = columns.map(
      ({ header: text }): Cell => ({ ...cellOf({ kind: "text", text }), ...headed }),
    );
    const body = rows.map((row, index) => {
      const height = heightOf(row, columns);
      return row.map((cell): Cell => {
        const isTotal = index >= rows.length - totalRows;
        const written = { ...cellOf(cell), height };
        return isTotal ? { ...written, fontWeight: "bold" } : written;
      });
    });
    const widths = columns.map(({ width }) => ({ width }));
    const page = { orientation: "landscape" } as const;
    return { data: [header, ...body], sheet: name, columns: widths, stickyRowsCount: 1, ...page };
  });
  const book = await writeXlsxFile(written, {
    fontFamily: "宋体",
    fontSize: 11,
    features: [also(sheets)],
  }).toBuffer();
  // The library stamps its parts with the time of day.
  return zipSync(unzipSync(book), { mtime: new Date(1980, 0, 1) });
}

const bordered = { borderStyle: "thin", borderColor: "#808080", alignVertical: "center" } as const;
const headed = { fontWeight: "bold", align: "center", wrap: true, backgroundColor: "#EDEDED" } as const;

const lineHeight = 15;
/** Excel's limit. */
const mostHeight = 409;

/** In points; undefined of one line. Without it LibreOffice shows a line of a wrapped text, and the rest over the next row. */
function heightOf(row: readonly WorksheetCell[], columns: readonly WorksheetColumn[]): number | undefined {
  const lines = row.map((cell, index) => {
    const { width = 10, hidden = false } = columns[index] ?? {};
    return cell.kind === "text" && !hidden ? linesIn(cell.text, width) : 1;
  });
  const most = lines.reduce((one, other) => Math.max(one, other), 1);
  return most === 1 ? undefined : Math.min(most * lineHeight + 3, mostHeight);
}

/** A Han character is two wide; a little is lost at the sides, and where a word goes to the next line. */
function linesIn(text: string, width: number): number {
  const room = Math.max(1, width - 1.5);
  const lines = text.split("\n").map((line) => {
    const wide = line.match(/[\u{100}-\u{10ffff}]/gu)?.length ?? 0;
    return Math.max(1, Math.ceil((line.length + wide) / room));
  });
  return lines.reduce((sum, count) => sum + count, 0);
}

function cellOf(cell: WorksheetCell) {
  switch (cell.kind) {
    case "text":
      return { type: String, value: literal(shortened(cell.text)), wrap: true, ...bordered } as const;
    case "number":
      return { type: Number, value: Number(cell.value), format: cell.format, ...bordered } as const;
    case "formula":
      return { type: "Formula", value: cell.formula, format: cell.format, ...bordered } as const;
    case "blank":
      return { ...bordered } as const;
  }
}

/** As much as a cell of Excel holds, which refuses the file otherwise. */
function shortened(text: string): string {
  const most = 32_767;
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** In the cells of a workbook `_x0041_` means A: what is to be read as it is written begins with an escaped underscore. */
function literal(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/gu, "_x005F_");
}

/** An extension of the library, whose type it exports only with a hole for what pictures are. */
type Extension = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>["features"]>[number];

/** What the library does not write: hidden columns, all columns on one page, and beside formulas what they come to. */
function also(sheets: readonly Worksheet[]): Extension {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transformElementAttributes: (tag, attributes, index, _, { sheetIndex }) => {
            const column =
              tag === "col" && index !== undefined ? sheets[sheetIndex]?.columns[index] : undefined;
            if (tag === "pageSetup") return { ...attributes, paperSize: 9, fitToHeight: 0 };
            return column?.hidden === true ? { ...attributes, hidden: 1 } : attributes;
          },
          transform: (xml, _, { sheetIndex }) => fitToWidth(withValues(xml, sheets[sheetIndex])),
        },
      },
    },
  };
}

function fitToWidth(xml: string): string {
  const page = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return xml.replace(/<worksheet[^>]*>/u, (start) => start + page);
}

/** The formulas stand in the text in the order of the cells. */
function withValues(xml: string, sheet: Worksheet | undefined): string {
  const formulas = (sheet?.rows ?? []).flat().filter((cell) => cell.kind === "formula");
  let next = 0;
  return xml.replace(/<f>[^<]*<\/f>/gu, (formula) => {
    const value = formulas[next]?.value ?? "";
    next += 1;
    return value === "" ? formula : `${formula}<v>${value}</v>`;
  });
}
