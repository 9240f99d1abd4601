/** Sheets of texts, numbers and formulas → an XLSX file; equal sheets give equal bytes. */
import { strFromU8, unzipSync } from "fflate";
import type { Cell } from "write-excel-file/node";
import { columnLetters } from "../../diagnostics/index.ts";
import { deflateStretch, type Stretch, wholeEntry, type ZipEntry, zipEntries } from "../zip/index.ts";

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

/** Headers stay in view and are on each printed page, all columns on its width; long texts are wrapped. */
export async function writeWorkbook(sheets: readonly Worksheet[]): Promise<Uint8Array> {
  // Seventy files, which only a run that writes workbooks loads.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const styled = sheets.map((sheet) => ({ sheet, looks: looksOf(sheet) }));
  const frames = styled.map(({ sheet: { name, columns }, looks }) => {
    const header = columns.map(
      ({ header: text }): Cell => ({ ...cellOf({ kind: "text", text }), ...headed }),
    );
    const examples = [...looks.values()];
    const widths = columns.map(({ width }) => ({ width }));
    const page = { orientation: "landscape" } as const;
    const data = examples.length === 0 ? [header] : [header, examples];
    return { data, sheet: name, columns: widths, stickyRowsCount: 1, ...page };
  });
  const written = await writeXlsxFile(frames, {
    fontFamily: "宋体",
    fontSize: 11,
    features: [also(sheets)],
  }).toBuffer();
  const parts = new Map(Object.entries(unzipSync(written)));
  const filled = styled.map(({ sheet, looks }, index): readonly [string, readonly Stretch[]] => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    return [path, withRows(strFromU8(parts.get(path) ?? new Uint8Array()), sheet, looks)];
  });
  const stretchesOf = new Map(filled);
  // The library stamps its parts with the time of day.
  return zipEntries(
    [...parts].map(([path, bytes]): ZipEntry => {
      const stretches = stretchesOf.get(path);
      return stretches === undefined ? wholeEntry(path, bytes) : { path, stretches };
    }),
  );
}

/** For each look that a sheet's cells have, by its name, a cell that has it. */
type Looks = ReadonlyMap<string, Cell>;

/** The library looks the style of every cell up anew: it writes a cell of each look, and the rows are written here. */
function looksOf({ rows, totalRows = 0 }: Worksheet): Looks {
  const looks = new Map<string, Cell>();
  for (const [index, row] of rows.entries()) {
    const isTotal = index >= rows.length - totalRows;
    for (const cell of row) {
      const name = lookOf(cell, isTotal);
      if (looks.has(name)) continue;
      const example = cellOf(cell);
      looks.set(name, isTotal ? { ...example, fontWeight: "bold" } : example);
    }
  }
  return looks;
}

function lookOf(cell: WorksheetCell, isTotal: boolean): string {
  const kind = "format" in cell ? `number ${cell.format}` : cell.kind;
  return isTotal ? `bold ${kind}` : kind;
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

/**
 * A Han character is two wide, and so are ×, ° and ± in Chinese fonts; a little is lost at the sides, and where a word goes
 * to the next line.
 */
function linesIn(text: string, width: number): number {
  const room = Math.max(1, width - 1.5);
  const linesOf = (columns: number) => Math.max(1, Math.ceil(columns / room));
  let lines = 0;
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === newline) {
      lines += linesOf(columns);
      columns = 0;
    } else columns += unit < 0x80 ? 1 : 2;
  }
  return lines + linesOf(columns);
}

const newline = 10;

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
type Extension = NonNullable<NonNullable<Parameters<Library>[1]>["features"]>[number];
type Library = typeof import("write-excel-file/node")["default"];

/** What the library does not write: hidden columns, all columns on one page, page numbers, headers on each page. */
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
          transform: (xml) => withPageNumbers(fitToWidth(xml)),
        },
        "xl/workbook.xml": { transform: (xml) => withTitles(xml, sheets) },
      },
    },
  };
}

function fitToWidth(xml: string): string {
  const page = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return xml.replace(/<worksheet[^>]*>/u, (start) => start + page);
}

function withPageNumbers(xml: string): string {
  const footer = "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>";
  return xml.replace(/<pageSetup[^>]*\/>/u, (setup) => setup + footer);
}

/** The first row of each sheet is printed on all of its pages. */
function withTitles(xml: string, sheets: readonly Worksheet[]): string {
  const titles = sheets.map(({ name }, index) => {
    const quoted = escaped(`'${name.replaceAll("'", "''")}'`);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`;
  });
  return xml.replace("<definedNames/>", () => `<definedNames>${titles.join("")}</definedNames>`);
}

/** The sheet with its rows in the place of that of the examples. */
function withRows(xml: string, sheet: Worksheet, looks: Looks): readonly Stretch[] {
  if (looks.size === 0) return [deflateStretch(xml)];
  const [examples = ""] = /<row r="2"[^>]*>.*?<\/row>/su.exec(xml) ?? [];
  const styles = [...examples.matchAll(/<c [^>]*\bs="(\d+)"/gu)].map(([, id = ""]) => id);
  if (styles.length !== looks.size) throw new Error("the library writes cells in another way");
  const styleOf = new Map([...looks.keys()].map((name, index) => [name, styles[index] ?? ""]));
  const [before = "", after = ""] = xml.split(examples);
  const rows = rowsXml(sheet, (look) => styleOf.get(look) ?? "");
  return [deflateStretch(before), ...inStretches(rows), deflateStretch(after)];
}

/** A few hundred rows at a time: the rows of a large list are 25 MB, and as one text twice that. */
function inStretches(texts: Iterable<string>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let text = "";
  for (const one of texts) {
    text += one;
    if (text.length < stretchLength) continue;
    stretches.push(deflateStretch(text));
    text = "";
  }
  return [...stretches, deflateStretch(text)];
}

/** UTF-16 units. */
const stretchLength = 1 << 18;

function* rowsXml(
  { columns, rows, totalRows = 0 }: Worksheet,
  styleOf: (look: string) => string,
): Generator<string> {
  const letters = columns.map((_, index) => columnLetters(index + 1));
  for (const [index, row] of rows.entries()) {
    const [number, isTotal] = [index + 2, index >= rows.length - totalRows];
    const height = heightOf(row, columns);
    const high = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    const cells = row.map((cell, column) => {
      const start = `<c r="${letters[column] ?? columnLetters(column + 1)}${number}" s="${styleOf(lookOf(cell, isTotal))}"`;
      return start + cellXml(cell);
    });
    yield `<row r="${number}"${high}>${cells.join("")}</row>`;
  }
}

/** After its place and style. Texts stand in their cells: few of them are alike. */
function cellXml(cell: WorksheetCell): string {
  switch (cell.kind) {
    case "text":
      if (cell.text === "") return "/>";
      return ` t="inlineStr"><is><t xml:space="preserve">${escaped(literal(shortened(cell.text)))}</t></is></c>`;
    case "number":
      return `><v>${Number(cell.value)}</v></c>`;
    case "formula": {
      const value = cell.value === "" ? "" : `<v>${escaped(cell.value)}</v>`;
      return `><f>${escaped(cell.formula)}</f>${value}</c>`;
    }
    case "blank":
      return "/>";
  }
}

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Without what XML cannot hold. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>]/gu, (sign) => references[sign] ?? sign);
}
