/** Workbooks that are made to harm whoever opens them, and a sound one that is large. */
import { constants, deflateRawSync } from "node:zlib";
import { type StoredEntry, writeZip } from "./write-zip.ts";

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const plainStyles = entry("xl/styles.xml", `<styleSheet ${main}/>`);

/** An XLSX around the XML of its only sheet. */
export function xlsxAround(
  sheet: string | StoredEntry,
  further: readonly StoredEntry[] = [plainStyles],
): Uint8Array {
  const rels = (target: string, type: string) =>
    `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/${type}" Target="${target}"/></Relationships>`;
  const contentType = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return writeZip([
    entry(
      "[Content_Types].xml",
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${contentType("/xl/workbook.xml", "sheet.main")}${contentType("/xl/worksheets/sheet1.xml", "worksheet")}${contentType("/xl/styles.xml", "styles")}</Types>`,
    ),
    entry("_rels/.rels", rels("xl/workbook.xml", "officeDocument")),
    entry(
      "xl/workbook.xml",
      `${xml}<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="项目" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    entry("xl/_rels/workbook.xml.rels", rels("worksheets/sheet1.xml", "worksheet")),
    typeof sheet === "string" ? entry("xl/worksheets/sheet1.xml", sheet) : sheet,
    ...further,
  ]);
}

export function sheetOf(rows: string, after = ""): string {
  return `${xml}<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

export function entry(name: string, text: string, size = Buffer.byteLength(text)): StoredEntry {
  return { name, method: 8, packed: deflateRawSync(text), size };
}

/** Its table of contents says 1.9 GB of a part that has some bytes. */
export const forgedSizes = () =>
  xlsxAround(
    entry("xl/worksheets/sheet1.xml", sheetOf(`<row r="1">${textCell("A1", "甲")}</row>`), 1_900_000_000),
  );

/** The same megabyte of blanks, 600 times: blocks that end at a byte can be repeated. */
function inflating(name: string): StoredEntry {
  const block = deflateRawSync(Buffer.alloc(2 ** 20, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array.from({ length: 600 }, () => block), Buffer.of(3, 0)]);
  return { name, method: 8, packed, size: 600 * 2 ** 20 };
}

export const bomb = () => xlsxAround(inflating("xl/worksheets/sheet1.xml"));
export const docxBomb = () =>
  writeZip([entry("[Content_Types].xml", "<Types/>"), inflating("word/document.xml")]);

export const farCell = () =>
  xlsxAround(
    sheetOf(`<row r="1">${textCell("A1", "甲")}</row><row r="1048576">${textCell("XFD1048576", "乙")}</row>`),
  );

export function manyMerges(): Uint8Array {
  const merges = Array.from(
    { length: 400_000 },
    (_, index) => `<mergeCell ref="A${2 * index + 1}:B${2 * index + 2}"/>`,
  );
  return xlsxAround(
    sheetOf(`<row r="1">${textCell("A1", "甲")}</row>`, `<mergeCells>${merges.join("")}</mergeCells>`),
  );
}

/** Ten entities, of which each is the one before ten times. */
export function laughing(root: string): string {
  const entities = Array.from({ length: 10 }, (_, index) =>
    index === 0 ? '<!ENTITY a0 "哈">' : `<!ENTITY a${index} "${`&a${index - 1};`.repeat(10)}">`,
  );
  return `<!DOCTYPE ${root} [${entities.join("")}]>`;
}

export function billionLaughs(): Uint8Array {
  const sheet = sheetOf(`<row r="1">${textCell("A1", "&a9;")}</row>`);
  return xlsxAround(sheet.replace(xml, `${xml}${laughing("worksheet")}`));
}

/** Numbers and texts, as many as the largest export that we know of has. */
export function largeSheet(rows: number, columns = 17): Uint8Array {
  const letter = (column: number) => String.fromCharCode(65 + column);
  const lines = Array.from({ length: rows }, (_, index) => {
    const cells = Array.from({ length: columns }, (__, column) =>
      column % 3 === 0
        ? `<c r="${letter(column)}${index + 1}"><v>${index + column / 4}</v></c>`
        : textCell(`${letter(column)}${index + 1}`, `第${index}行的指标内容`),
    );
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  return xlsxAround(sheetOf(lines.join("")));
}
