/** The bytes of a file that is no plain text → its sheets, or why there are none: what it is, is told by content. */
import {
  type Limits,
  type Opened,
  type OpenedWorkbook,
  startAsMarkup,
  startsLikeMail,
} from "../read/index.ts";
import { DamagedContainer } from "./damaged.ts";
import { encodeWorkbook } from "./encode-workbook.ts";
import { LimitExceeded } from "./limits.ts";
import { openPackage } from "./opc-package.ts";
import { openDocx } from "./open-docx.ts";
import { openHtml } from "./open-html.ts";
import { openOds } from "./open-ods.ts";
import { openSpreadsheetMl } from "./open-spreadsheet-ml.ts";
import { openXls } from "./open-xls.ts";
import { openXlsx } from "./open-xlsx.ts";
import { inflateEntry, type PackedEntry, readZip, UnpackedBytes, unpackEntry } from "./zip.ts";

/** Never throws, whatever the bytes are. */
export function openContainer(bytes: Uint8Array, limits: Limits): Opened {
  try {
    return contentOf(bytes, limits);
  } catch (error) {
    if (error instanceof LimitExceeded) {
      const { limit, cell } = error;
      const exceeded = { kind: "exceeded", limit, allowed: limits[limit] } as const;
      return cell === undefined ? exceeded : { ...exceeded, cell };
    }
    if (error instanceof DamagedContainer) return damaged(error.problem, error.detail);
    return damaged("structure", error instanceof Error ? error.message : String(error));
  }
}

function damaged(problem: DamagedContainer["problem"], detail: string | undefined): Opened {
  return detail === undefined ? { kind: "damaged", problem } : { kind: "damaged", problem, detail };
}

function contentOf(bytes: Uint8Array, limits: Limits): Opened {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return contentOfZip(bytes, limits);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    const content = openXls(bytes, limits);
    return content.kind === "sheets" ? opened({ container: "xls", sheets: content.sheets }, limits) : content;
  }
  // Excel 4.0 and before wrote no OLE files; the mark of a BIFF stream comes first.
  if (bytes[0] === 0x09) return { kind: "unread", container: "xls95" };
  const start = startAsMarkup(bytes);
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet") && !/<html/iu.test(start))
    return opened({ container: "spreadsheet-ml", sheets: openSpreadsheetMl(bytes, limits) }, limits);
  if (startsLikeMail(start)) return { kind: "unread", container: "mht" };
  if (/<office:document[\s>]/u.test(start))
    return opened({ container: "ods", sheets: openFlatOds(bytes, limits) }, limits);
  const { encoding, sheets, says } = openHtml(bytes, limits);
  const page = { container: "html", sheets, encoding } as const;
  return opened(says === "" ? page : { ...page, says }, limits);
}

/** OpenDocument as one XML text. */
function openFlatOds(bytes: Uint8Array, limits: Limits): OpenedWorkbook["sheets"] {
  const { reader, sheets } = openOds(limits);
  reader.push(bytes);
  reader.end();
  return sheets();
}

function contentOfZip(bytes: Uint8Array, limits: Limits): Opened {
  const entries = readZip(bytes);
  if (entries.some(({ encrypted }) => encrypted)) return { kind: "encrypted" };
  const counter = new UnpackedBytes(limits.unpacked);
  const named = (name: RegExp) => entries.find((entry) => name.test(entry.name));
  const parts = openPackage(entries, counter);
  switch (parts.main?.kind) {
    case "workbook":
      return opened({ container: "xlsx", sheets: openXlsx(parts, parts.main.path, limits) }, limits);
    case "binary":
      return { kind: "unread", container: "xlsb" };
    case "document":
      return opened({ container: "docx", ...openDocx(parts, parts.main.path, limits) }, limits);
  }
  const content = named(/^content\.xml$/u);
  const manifest = named(/^META-INF\/manifest\.xml$/u);
  if (content === undefined || !isSpreadsheet(named(/^mimetype$/u), counter))
    return { kind: "unread", container: "office" };
  if (manifest !== undefined && Buffer.from(unpackEntry(manifest, counter)).includes("encryption-data"))
    return { kind: "encrypted" };
  const { reader, sheets } = openOds(limits);
  inflateEntry(content, counter, reader.push);
  reader.end();
  return opened({ container: "ods", sheets: sheets() }, limits);
}

function isSpreadsheet(mimetype: PackedEntry | undefined, counter: UnpackedBytes): boolean {
  return (
    mimetype !== undefined && Buffer.from(unpackEntry(mimetype, counter)).includes("opendocument.spreadsheet")
  );
}

/** Thousands of cells may share one long text, which is written out for each of them from here on. */
function opened(workbook: OpenedWorkbook, limits: Limits): Opened {
  let characters = 0;
  for (const { rows } of workbook.sheets)
    for (const { cells } of rows) for (const cell of cells) characters += cell.length;
  if (characters > limits.characters) throw new LimitExceeded("characters");
  return { kind: "sheets", workbook: encodeWorkbook(workbook) };
}
