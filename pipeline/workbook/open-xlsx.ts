/** The parts of an XLSX or XLSM → its sheets. Formats and shared texts come first, then each sheet is read as a stream. */
import type { Limits, OpenedSheet } from "../read/index.ts";
import { DamagedContainer } from "./damaged.ts";
import { type FilteredRows, readFilters } from "./filtered-rows.ts";
import { builtInFormats } from "./number-format.ts";
import { readWorksheet, type WorkbookFacts } from "./read-worksheet.ts";
import { readRichText } from "./rich-text.ts";
import { isTrue, localName, onOpen, openPackage, type XlsxPackage } from "./xlsx-package.ts";
import type { Attributes, XmlHandler } from "./xml-text.ts";
import type { PackedEntry, UnpackedBytes } from "./zip.ts";

export function openXlsx(
  { workbook, entries }: { readonly workbook: string; readonly entries: readonly PackedEntry[] },
  counter: UnpackedBytes,
  limits: Limits,
): readonly OpenedSheet[] {
  const parts = openPackage(entries, counter);
  const relations = parts.relationsOf(workbook);
  const folder = workbook.slice(0, workbook.lastIndexOf("/"));
  const pathOf = (type: string) =>
    relations.find((relation) => relation.type === type)?.target ?? `${folder}/${type}.xml`;
  const { sheets, date1904 } = listSheets(parts, workbook);
  const facts: WorkbookFacts = {
    texts: readSharedTexts(parts, pathOf("sharedStrings")),
    formats: readFormats(parts, pathOf("styles")),
    date1904,
  };
  return sheets.map(({ name, hidden, id }) => {
    const path = relations.find((relation) => relation.id === id)?.target ?? "";
    const sheet = readWorksheet({ name, hidden }, facts, limits);
    if (!parts.read(path, sheet.handler)) throw new DamagedContainer("sheet", name);
    return sheet.finish(filtersOfTables(parts, path));
  });
}

type ListedSheet = { readonly name: string; readonly hidden: boolean; readonly id: string };

function listSheets(
  { read }: XlsxPackage,
  workbook: string,
): { readonly sheets: readonly ListedSheet[]; readonly date1904: boolean } {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  const open = (name: string, attributes: Attributes): void => {
    if (localName(name) === "workbookPr") date1904 = isTrue(attributes.date1904);
    if (localName(name) !== "sheet") return;
    const [, id = ""] = Object.entries(attributes).find(([key]) => key.endsWith(":id")) ?? [];
    sheets.push({ name: attributes.name ?? "", hidden: (attributes.state ?? "visible") !== "visible", id });
  };
  read(workbook, onOpen(open));
  return { sheets, date1904 };
}

/** The texts that cells refer to by number. */
function readSharedTexts({ read }: XlsxPackage, path: string): readonly string[] {
  const texts: string[] = [];
  let rich = readRichText();
  const handler: XmlHandler = {
    open: (name) => {
      if (localName(name) === "si") rich = readRichText();
      else rich.open(localName(name));
    },
    text: (piece) => rich.text(piece),
    close: (name) => {
      if (localName(name) === "si") texts.push(rich.result());
      else rich.close(localName(name));
    },
  };
  read(path, handler);
  return texts;
}

/** The format of numbers that each style of cells has, by the number of the style. */
function readFormats({ read }: XlsxPackage, path: string): readonly string[] {
  const known = new Map(builtInFormats);
  const ids: number[] = [];
  // Conditional formats have a numFmt of their own, whose number may be that of another here.
  let list = "";
  const open = (name: string, attributes: Attributes): void => {
    const element = localName(name);
    if (element === "cellXfs" || element === "numFmts") list = element;
    else if (element === "numFmt" && list === "numFmts")
      known.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
    else if (element === "xf" && list === "cellXfs") ids.push(Number(attributes.numFmtId ?? 0));
  };
  const close = (name: string): void => {
    if (localName(name) === list) list = "";
  };
  read(path, { open, text: () => {}, close });
  return ids.map((id) => known.get(id) ?? "General");
}

/** A sheet's tables have filters of their own. */
function filtersOfTables({ read, relationsOf }: XlsxPackage, sheet: string): readonly FilteredRows[] {
  return relationsOf(sheet)
    .filter(({ type }) => type === "table")
    .flatMap(({ target }) => {
      const filters = readFilters();
      read(
        target,
        onOpen((name, attributes) => filters.open(localName(name), attributes)),
      );
      return filters.rows();
    });
}
