/** The parts of an XLSX or XLSM → its sheets. Formats and shared texts come first, then each sheet is read as a stream. */
import { posix } from "node:path";
import type { Limits, OpenedSheet } from "../read/index.ts";
import { DamagedContainer } from "./damaged.ts";
import { type FilteredRows, readFilters } from "./filtered-rows.ts";
import { boundSheets } from "./limits.ts";
import { builtInFormats } from "./number-format.ts";
import { isTrue, localName, type OpcPackage, onOpen } from "./opc-package.ts";
import { type CellStyle, readWorksheet, type SharedTexts, type WorkbookFacts } from "./read-worksheet.ts";
import { isOn, readRichText } from "./rich-text.ts";
import type { Attributes, XmlHandler } from "./xml-text.ts";

/** `workbook`: the path of the part that lists the sheets. */
export function openXlsx(parts: OpcPackage, workbook: string, limits: Limits): readonly OpenedSheet[] {
  const relations = parts.relationsOf(workbook);
  const pathOf = (type: string) =>
    relations.find((relation) => relation.type === type)?.target ??
    posix.join(posix.dirname(workbook), `${type}.xml`);
  const { sheets, date1904 } = listSheets(parts, workbook, limits);
  const facts: WorkbookFacts = {
    texts: readSharedTexts(parts, pathOf("sharedStrings")),
    styles: readStyles(parts, pathOf("styles")),
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
  { read }: OpcPackage,
  workbook: string,
  limits: Limits,
): { readonly sheets: readonly ListedSheet[]; readonly date1904: boolean } {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  const open = (name: string, attributes: Attributes): void => {
    if (localName(name) === "workbookPr") date1904 = isTrue(attributes.date1904);
    if (localName(name) !== "sheet") return;
    const [, id = ""] = Object.entries(attributes).find(([key]) => key.endsWith(":id")) ?? [];
    sheets.push({ name: attributes.name ?? "", hidden: (attributes.state ?? "visible") !== "visible", id });
    boundSheets(sheets.length, limits);
  };
  read(workbook, onOpen(open));
  return { sheets, date1904 };
}

/** The texts that cells refer to by number. */
function readSharedTexts({ read }: OpcPackage, path: string): SharedTexts {
  const texts: string[] = [];
  const struck = new Map<number, string>();
  let rich = readRichText();
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (localName(name) === "si") rich = readRichText();
      else rich.open(localName(name), attributes);
    },
    text: (piece) => rich.text(piece),
    close: (name) => {
      if (localName(name) !== "si") {
        rich.close(localName(name));
        return;
      }
      const typed = rich.result();
      if (typed.struck !== "") struck.set(texts.length, typed.struck);
      texts.push(typed.text);
    },
  };
  read(path, handler);
  return { texts, struck };
}

/** The styles of cells, in order. */
function readStyles({ read }: OpcPackage, path: string): readonly CellStyle[] {
  const known = new Map(builtInFormats);
  const struckFonts: boolean[] = [];
  const styles: { readonly format: number; readonly font: number }[] = [];
  // Conditional formats have a numFmt and a font of their own, whose number may be that of another here.
  let list = "";
  const open = (name: string, attributes: Attributes): void => {
    const element = localName(name);
    const inList = `${list} ${element}`;
    if (lists.has(element)) list = element;
    else if (inList === "numFmts numFmt")
      known.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
    else if (inList === "fonts font") struckFonts.push(false);
    else if (inList === "fonts strike") struckFonts[struckFonts.length - 1] = isOn(attributes.val);
    else if (inList === "cellXfs xf")
      styles.push({ format: Number(attributes.numFmtId ?? 0), font: Number(attributes.fontId ?? 0) });
  };
  const close = (name: string): void => {
    if (localName(name) === list) list = "";
  };
  read(path, { open, text: () => {}, close });
  return styles.map(({ format, font }) => ({
    format: known.get(format) ?? "General",
    isStruck: struckFonts[font] === true,
  }));
}

const lists = new Set(["numFmts", "fonts", "cellXfs"]);

/** A sheet's tables have filters of their own. */
function filtersOfTables({ read, relationsOf }: OpcPackage, sheet: string): readonly FilteredRows[] {
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
