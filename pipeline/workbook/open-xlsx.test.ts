/** What an XLSX may say of a cell, in the words of the standard and of those who write it otherwise. */
import { describe, expect, test } from "vitest";
import type { OpenedSheet, OpenedWorkbook } from "../read/index.ts";
import { entry, plainStyles, sheetOf, textCell, xlsxAround } from "../testing/hostile-workbooks.ts";
import { type StoredEntry, writeZip } from "../testing/write-zip.ts";
import { defaultLimits } from "./index.ts";
import { openContainer } from "./open-container.ts";

function sheetIn(sheet: string, further: readonly StoredEntry[] = []): OpenedSheet {
  const opened = openContainer(xlsxAround(sheet, [plainStyles, ...further]), defaultLimits);
  if (opened.kind !== "sheets") throw new Error(JSON.stringify(opened));
  const workbook: OpenedWorkbook = JSON.parse(new TextDecoder().decode(opened.workbook));
  return workbook.sheets[0] ?? expect.fail();
}

function check(rows: string, expected: readonly string[], further: readonly StoredEntry[] = []): void {
  const { rows: read, notes } = sheetIn(sheetOf(rows), further);
  expect([
    ...read.map(({ row, cells }) => `${row}: ${cells.join(" | ")}`),
    ...notes.map(
      ({ kind, cells, held }) => `${kind} ${cells[0]?.[1]} ${cells.map(([noted]) => noted).join()}: ${held}`,
    ),
  ]).toEqual(expected);
}

const sharedStrings = (items: string) =>
  entry(
    "xl/sharedStrings.xml",
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items}</sst>`,
  );

const shared = (...indexes: readonly number[]) =>
  `<row r="1">${indexes.map((index, column) => `<c r="${"ABCDEF"[column]}1" t="s"><v>${index}</v></c>`).join("")}</row>`;

describe("shared texts", () => {
  test("in runs, with how to pronounce them, and with characters that XML has no place for", () => {
    const items = [
      "<si><r><t>项目</t></r><r><rPr><b/></rPr><t xml:space='preserve'> 名称</t></r></si>",
      "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>",
      "<si><t>一_x000D_\n二&#10;三_x005F_x0041_</t></si>",
      "<si/>",
      "<si><t>末</t></si>",
    ];
    check(
      shared(0, 1, 2, 3, 4),
      ["1: 项目 名称 | 東京 | 一\n二\n三_x0041_ |  | 末"],
      [sharedStrings(items.join(""))],
    );
  });

  test("one that is not there is damage, and not a blank", () => {
    const sheet = sheetOf(shared(0, 7));
    const bytes = xlsxAround(sheet, [plainStyles, sharedStrings("<si><t>甲</t></si>")]);
    expect(openContainer(bytes, defaultLimits)).toEqual({
      kind: "damaged",
      problem: "structure",
      detail: "xl/worksheets/sheet1.xml, sharedStrings[7]",
    });
  });
});

describe("places", () => {
  test("rows and cells without one follow the one before", () => {
    const cells = "<c><v>1</v></c><c r='D3'><v>4</v></c><c><v>5</v></c>";
    check(`<row r="3">${cells}</row><row><c><v>6</v></c></row>`, ["3: 1 |  |  | 4 | 5", "4: 6"]);
  });

  test.each(["A0", "1A", "A1:B2", "AAAA1", "-5", ""])("one that is none is damage: %j", (place) => {
    const bytes = xlsxAround(sheetOf(`<row r="1"><c r="${place}"><v>1</v></c></row>`));
    expect(openContainer(bytes, defaultLimits)).toMatchObject({ kind: "damaged", problem: "structure" });
  });

  test("elements with a prefix", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const cell = '<x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c>';
    const sheet = sheetIn(
      `<x:worksheet xmlns:x="${main}"><x:cols><x:col min="2" max="2" hidden="true"/></x:cols><x:sheetData><x:row r="1">${cell}</x:row></x:sheetData></x:worksheet>`,
    );
    expect([sheet.rows[0]?.cells, sheet.hiddenColumns]).toEqual([["甲", "2"], [2]]);
  });
});

describe("formulas", () => {
  test("of which the first is written for all, without and with a result", () => {
    const rows = [
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">[1]表!B1*2</f><v>2</v></c></row>',
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>',
      '<row r="3"><c r="A3"><f t="shared" si="0"/></c></row>',
    ];
    check(rows.join(""), ["1: 2", "2: 4", "external 1 1,2: =[1]表!B1*2", "no-value 1 3: =[1]表!B1*2"]);
  });

  test("a text without characters is a result", () => {
    check('<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>', ["1:  | 1"]);
  });

  test("a column of a table is no other file", () => {
    const cell = (place: string, formula: string) => `<c r="${place}"><f>${formula}</f><v>1</v></c>`;
    const cells = [
      cell("A1", "SUM(表1[预算数])"),
      cell("B1", "表1[2026]*2"),
      cell("C1", "'[2]项目 表'!A1"),
      cell("D1", "[1]!合计"),
    ];
    check(`<row r="1">${cells.join("")}</row>`, [
      "1: 1 | 1 | 1 | 1",
      "external 3 1: ='[2]项目 表'!A1",
      "external 4 1: =[1]!合计",
    ]);
  });
});

test("numbers, in formats that nobody writes out, and what is none", () => {
  const styles = entry(
    "xl/styles.xml",
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="44"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  );
  const cells = [
    '<c r="A1"><v>1234.5</v></c><c r="B1" s="1"><v>1234.5</v></c><c r="C1" s="2"><v>46023</v></c>',
    '<c r="D1" t="b"><v>1</v></c><c r="E1" t="d" s="2"><v>2026-01-01T00:00:00Z</v></c><c r="F1"><v>1,5</v></c>',
    '<c r="G1" t="d" s="2"><v>2026-01-01T01:00:00+08:00</v></c><c r="H1" t="d" s="2"><v>2026-01-01</v></c>',
  ];
  const bytes = xlsxAround(sheetOf(`<row r="1">${cells.join("")}</row>`), [styles]);
  const opened = openContainer(bytes, defaultLimits);
  const text = opened.kind === "sheets" ? new TextDecoder().decode(opened.workbook) : opened.kind;
  expect(text).toContain(
    '"cells":["1234.5","¥1,234.50","2026/1/1","TRUE","2026/1/1","#NUM!","2026/1/1","2026/1/1"]',
  );
});

test("a number is shown in its cell's format, whatever a conditional format calls one of its own", () => {
  const styles = entry(
    "xl/styles.xml",
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="#,##0.00"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy/m/d"/></dxf><dxf><numFmt numFmtId="14" formatCode="0.00%"/></dxf></dxfs></styleSheet>',
  );
  const row = '<row r="1"><c r="A1" s="0"><v>35000</v></c><c r="B1" s="1"><v>46112</v></c></row>';
  const opened = openContainer(xlsxAround(sheetOf(row), [styles]), defaultLimits);
  const text = opened.kind === "sheets" ? new TextDecoder().decode(opened.workbook) : opened.kind;
  expect(text).toContain('"cells":["35,000.00","2026/3/31"]');
});

test("what only looks like a filter hides no rows", () => {
  const rows = [1, 2].map((row) => `<row r="${row}" hidden="1">${textCell(`A${row}`, "甲")}</row>`);
  const hiddenBy = (filter: string) =>
    sheetIn(`${sheetOf(rows.join("")).replace("</worksheet>", "")}${filter}</worksheet>`).rows.map(
      ({ hidden }) => hidden,
    );
  const filtered = '<autoFilter ref="A1:A2"><filterColumn colId="0"><filters/></filterColumn></autoFilter>';
  expect(hiddenBy('<autoFilter ref="A1:A2"><filterColumn colId="0" hiddenButton="1"/></autoFilter>')).toEqual(
    ["hand", "hand"],
  );
  expect(
    hiddenBy(`<customSheetViews><customSheetView>${filtered}</customSheetView></customSheetViews>`),
  ).toEqual(["hand", "hand"]);
  expect(hiddenBy(filtered)).toEqual(["filter", "filter"]);
});

describe("a package", () => {
  const relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  const related = (...links: readonly (readonly [id: string, type: string, target: string])[]) =>
    `<Relationships>${links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const workbook = `<workbook xmlns:r="${relations}"><sheets><sheet name="项目" r:id="a"/></sheets></workbook>`;
  const sheet = sheetOf(`<row r="1">${textCell("A1", "甲")}</row>`);

  test.each([
    ["/xl/book.xml", "xl/book.xml", "xl/_rels/book.xml.rels", "/xl/data/one.xml", "xl/data/one.xml"],
    ["book.xml", "book.xml", "_rels/book.xml.rels", "one.xml", "one.xml"],
    ["xl\\Book.xml", "/xl/book.xml", "/xl/_rels/book.xml.rels", "../one.xml", "one.xml"],
    ["x/%E8%A1%A8.xml", "x/表.xml", "x/_rels/表.xml.rels", "%E8%A1%A8%201.xml", "x/表 1.xml"],
  ])("says where its parts are: %s", (main, mainPart, mainRelations, target, sheetPart) => {
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    const bytes = writeZip([
      entry(
        "[Content_Types].xml",
        `<Types><Override PartName="/${mainPart.replace(/^\//u, "")}" ContentType="${type}"/></Types>`,
      ),
      entry("_rels/.rels", related(["a", "officeDocument", main])),
      entry(mainPart, workbook),
      entry(mainRelations, related(["a", "worksheet", target])),
      entry(sheetPart, sheet),
    ]);
    expect(openContainer(bytes, defaultLimits)).toMatchObject({ kind: "sheets" });
  });

  test("reads no sheet outside of itself", () => {
    const link = related(["a", "worksheet", "one.xml"]).replace("Target", 'TargetMode="External" Target');
    const bytes = writeZip([
      entry("xl/workbook.xml", workbook),
      entry("xl/_rels/workbook.xml.rels", link),
      entry("xl/one.xml", sheet),
    ]);
    expect(openContainer(bytes, defaultLimits)).toMatchObject({ kind: "damaged", problem: "sheet" });
  });
});

test("a part that nobody reads is not unpacked", () => {
  const macros = { ...entry("xl/vbaProject.bin", "宏", 1_900_000_000), method: 99 };
  check(`<row r="1">${textCell("A1", "甲")}</row>`, ["1: 甲"], [macros]);
});
