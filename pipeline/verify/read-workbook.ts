/** The bytes of a workbook → its sheets, cell by cell (ECMA-376 part 1, 18.3). */
import { namingPart, PartFault } from "./part-fault.ts";
import { scanXml, type XmlTag } from "./scan-xml.ts";
import { unzip, ZipFault, type ZipParts } from "./unzip.ts";

export type FoundCell = {
  /** As it is shown without a format: "1234.5". */
  readonly text: string;
  readonly formula?: string | undefined;
};

export type FoundSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (FoundCell | undefined)[])[];
};

/** More columns than any list of ours has. */
const mostColumns = 4096;

export function readWorkbook(bytes: Uint8Array): readonly FoundSheet[] {
  const parts = unzip(bytes);
  const targets = new Map<string, string>();
  scan(parts, "xl/_rels/workbook.xml.rels", ({ attributes }) => {
    targets.set(attributes.get("Id") ?? "", attributes.get("Target") ?? "");
  });
  const sheets: { name: string; part: string }[] = [];
  scan(parts, "xl/workbook.xml", ({ name, attributes }) => {
    if (name !== "sheet") return;
    const target = targets.get(attributes.get("r:id") ?? "") ?? "";
    const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    sheets.push({ name: attributes.get("name") ?? "", part });
  });
  const shared = parts.has("xl/sharedStrings.xml") ? sharedTexts(parts) : [];
  return sheets.map(({ name, part }) => ({ name, rows: rowsIn(parts, part, shared) }));
}

function sharedTexts(parts: ZipParts): readonly string[] {
  const texts: string[] = [];
  let inside = false;
  scan(
    parts,
    "xl/sharedStrings.xml",
    ({ name }) => {
      if (name === "si") texts.push("");
      inside = name === "t";
    },
    (text) => {
      if (inside) texts.push(`${texts.pop() ?? ""}${text}`);
    },
  );
  return texts.map(unescaped);
}

type OpenCell = { row: number; column: number; type: string; text: string; formula: string | undefined };

function rowsIn(parts: ZipParts, part: string, shared: readonly string[]): FoundSheet["rows"] {
  const rows: (FoundCell | undefined)[][] = [];
  let cell: OpenCell | undefined;
  let inside = "";
  const put = () => {
    if (cell === undefined) return;
    const { row, column, type, text, formula } = cell;
    if (column >= mostColumns || row > rows.length + mostColumns)
      throw new PartFault(part, `${row} ${column}`);
    while (rows.length <= row) rows.push([]);
    const says = type === "s" ? (shared[Number(text)] ?? "") : type === "inlineStr" ? unescaped(text) : text;
    const line = rows[row];
    if (line?.[column] !== undefined) throw new PartFault(part, `${row + 1} ${column + 1}`);
    if (line !== undefined && (says !== "" || formula !== undefined)) line[column] = { text: says, formula };
  };
  scan(
    parts,
    part,
    ({ name, attributes }) => {
      inside = name;
      if (name === "c") {
        put();
        cell = {
          ...placeOf(attributes.get("r") ?? ""),
          type: attributes.get("t") ?? "n",
          text: "",
          formula: undefined,
        };
      }
      if (name === "f" && cell !== undefined) cell.formula = "";
    },
    (text) => {
      if (cell === undefined) return;
      if (inside === "v" || inside === "t") cell.text += text;
      if (inside === "f") cell.formula = `${cell.formula ?? ""}${text}`;
    },
    () => {
      inside = "";
    },
  );
  put();
  return rows;
}

/** "B3" → from 0. */
function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  if (column < 0 || row < 0) throw new ZipFault(reference);
  return { row, column };
}

/** In a cell `_x0041_` means A. */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function scan(
  parts: ZipParts,
  part: string,
  open: (tag: XmlTag) => void,
  text: (text: string) => void = () => undefined,
  close: () => void = () => undefined,
): void {
  const found = parts.get(part);
  if (found === undefined) throw new ZipFault(part);
  for (const _ of namingPart(part, scanXml(found.pieces(), { open, close, text })));
}
