/** What is read of workbooks that LibreOffice, exceljs and hucre wrote, and of texts that systems write in their place. */
import { readFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import type { Container, OpenedSheet, OpenedWorkbook } from "../read/index.ts";
import { entry, plainStyles, sheetOf, textCell, xlsxAround } from "../testing/hostile-workbooks.ts";
import { defaultLimits } from "./index.ts";
import { openContainer } from "./open-container.ts";

function open(bytes: Uint8Array): OpenedWorkbook {
  const opened = openContainer(bytes, defaultLimits);
  if (opened.kind !== "sheets") throw new Error(JSON.stringify(opened));
  return JSON.parse(new TextDecoder().decode(opened.workbook));
}

function only(bytes: Uint8Array): OpenedSheet {
  return open(bytes).sheets[0] ?? expect.fail();
}

function linesOf({ rows }: OpenedSheet): readonly string[] {
  return rows.map(({ row, cells, hidden }) => `${row}${hidden ? ` ${hidden}` : ""}: ${cells.join(" | ")}`);
}

function notesOf({ notes }: OpenedSheet): readonly string[] {
  return notes.map(({ kind, cells, shown, held }) => {
    const rows = cells.map(([row]) => row).join();
    return `${kind} ${cells[0]?.[1]} ${rows}: ${shown} ${held}`;
  });
}

const rounded = "rounded 3 3: 1,234,567.89 1234567.891";
const lost = (shown: string) => `digits-lost 8 4: ${shown} 130000000000000000000`;

describe.each<[file: string, container: Container, written: { errors?: string[]; notes: string[] }]>([
  [
    "exceljs.xlsx",
    "xlsx",
    { errors: ["#N/A"], notes: [rounded, "error 6 4: #N/A =NA()", lost("1.3E+20"), "no-value 6 5:  =A5*2"] },
  ],
  ["hucre.xlsx", "xlsx", { notes: [rounded, lost("1.3E+20")] }],
  [
    "libreoffice.xlsx",
    "xlsx",
    { errors: ["#N/A"], notes: [rounded, "error 6 4: #N/A =NA()", lost("1.3E+20")] },
  ],
  [
    "libreoffice.xls",
    "xls",
    { errors: ["#N/A"], notes: [rounded, "error 6 4: #N/A =NA()", lost("1.3E+20")] },
  ],
  [
    "libreoffice.ods",
    "ods",
    { errors: ["#N/A"], notes: [rounded, "error 6 4: #N/A of:=NA()", lost("1.3E+020")] },
  ],
])("%s", (file, container, { errors = [""], notes }) => {
  const workbook = open(readFileSync(new URL(`./fixtures/${file}`, import.meta.url)));
  const sheet = workbook.sheets[0] ?? expect.fail();

  test("is told by content, with all of its sheets", () => {
    expect(workbook.container).toBe(container);
    const filtered = file.startsWith("libreoffice") ? [["筛选", false]] : [];
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["项目", false],
      ...filtered,
      ["草稿", true],
    ]);
  });

  test("gives the shown text, if it says the number to its last digit", () => {
    expect(linesOf(sheet)).toEqual([
      "1: 项目表",
      "2: 编号 | 项目名称 | 预算数 | 进度 | 日期 | 合计 | 内部 | 编码 | 说明",
      "3: 001002 | 甲项目 | 1234567.891 | 25% | 2026年1月1日 | 2004 | 不公开 | 130000000000000000001 | 两行\n说明",
      `4: 001003 |  | 35,000.50 | 100% |  | ${errors.join()} |  | 130000000000000000000`,
      "5 hand: 001004 | 撤回的项目 | 1.00",
    ]);
  });

  test("tells what its cells hide", () => {
    expect(notesOf(sheet)).toEqual(notes);
    expect(sheet.hiddenColumns).toEqual([7]);
    expect(sheet.merges).toEqual([
      { row: 1, column: 1, rows: 1, columns: 9 },
      { row: 3, column: 2, rows: 2, columns: 1 },
    ]);
  });
});

test.each(["xlsx", "xls", "ods"])("a filter's rows are not hidden by hand: %s", (extension) => {
  const { sheets } = open(readFileSync(new URL(`./fixtures/libreoffice.${extension}`, import.meta.url)));
  expect(linesOf(sheets[1] ?? expect.fail())).toEqual(["1: 名称", "2: 甲", "3 filter: 乙"]);
});

test("a row hidden outside of a filter, or under one without a criterion, is hidden by hand", () => {
  const rows = [1, 2, 3, 4].map(
    (row) => `<row r="${row}"${row > 1 ? ' hidden="1"' : ""}>${textCell(`A${row}`, "甲")}</row>`,
  );
  const criterion = '<filterColumn colId="0"><filters><filter val="乙"/></filters></filterColumn>';
  const hiddenBy = (filter: string) =>
    only(xlsxAround(sheetOf(rows.join(""), filter))).rows.map(({ hidden }) => hidden);
  expect(hiddenBy(`<autoFilter ref="A1:A3">${criterion}</autoFilter>`)).toEqual([
    undefined,
    "filter",
    "filter",
    "hand",
  ]);
  expect(hiddenBy('<autoFilter ref="A1:A3"/>')).toEqual([undefined, "hand", "hand", "hand"]);
});

test.each(["http:// www.x.cn", "http://", "http://a.cn/", "%"])(
  "a link that leads to %j is no damage",
  (target) => {
    const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/></Relationships>`;
    const sheet = sheetOf(
      `<row r="1">${textCell("A1", "甲")}</row>`,
      '<hyperlinks><hyperlink ref="A1" r:id="r1"/></hyperlinks>',
    ).replace(
      "<worksheet ",
      '<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
    );
    const further = [plainStyles, entry("xl/worksheets/_rels/sheet1.xml.rels", links)];
    expect(linesOf(only(xlsxAround(sheet, further)))).toEqual(["1: 甲"]);
  },
);

test("the days that Chinese editions show without saying how", () => {
  const formats = [14, 31, 57, 58];
  const cells = formats.map((_, index) => `<c r="${"ABCD"[index]}1" s="${index}"><v>46023</v></c>`);
  const xfs = formats.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join("");
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="4">${xfs}</cellXfs></styleSheet>`;
  const bytes = xlsxAround(sheetOf(`<row r="1">${cells.join("")}</row>`), [entry("xl/styles.xml", styles)]);
  expect(linesOf(only(bytes))).toEqual(["1: 2026/1/1 | 2026年1月1日 | 2026年1月 | 1月1日"]);
});

test("formulas that take their value from another file, and texts below a merged cell", () => {
  const rows = `<row r="1"><c r="A1"><f>[1]Sheet1!A1+1</f><v>3</v></c>${textCell("B1", "见")}${textCell("C1", "不见")}</row>`;
  const sheet = only(xlsxAround(sheetOf(rows, '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>')));
  expect(linesOf(sheet)).toEqual(["1: 3 | 见 | "]);
  expect(notesOf(sheet)).toEqual(["external 1 1: 3 =[1]Sheet1!A1+1", "covered 3 1:  不见"]);
});

test("SpreadsheetML as Excel 2003 writes it", () => {
  const bytes = new TextEncoder().encode(`<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
 <Styles>
  <Style ss:ID="s1"><NumberFormat ss:Format="000000"/></Style>
  <Style ss:ID="s2"><NumberFormat ss:Format="#,##0.00"/></Style>
  <Style ss:ID="s3"><NumberFormat ss:Format="Short Date"/></Style>
 </Styles>
 <Worksheet ss:Name="项目"><Table>
  <Column/><Column ss:Hidden="1"/>
  <Row><Cell ss:StyleID="s1"><Data ss:Type="Number">1002</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="String">甲 &amp; 乙</Data></Cell><Cell ss:StyleID="s2"><Data ss:Type="Number">1234567.891</Data></Cell></Row>
  <Row ss:Index="3" ss:Hidden="1"><Cell ss:StyleID="s3"><Data ss:Type="DateTime">2026-01-01T00:00:00.000</Data></Cell><Cell ss:Index="4"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B>体</ss:Data></Cell></Row>
 </Table></Worksheet>
 <Worksheet ss:Name="草稿"><Table><Row><Cell><Data ss:Type="String">草稿</Data></Cell></Row></Table>
  <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>`);
  const { container, sheets } = open(bytes);
  const sheet = sheets[0] ?? expect.fail();
  expect([container, ...sheets.map(({ hidden }) => hidden)]).toEqual(["spreadsheet-ml", false, true]);
  expect(linesOf(sheet)).toEqual(["1: 001002 | 甲 & 乙 | 1234567.891", "3 hand: 2026/1/1 |  |  | 粗体"]);
  expect(notesOf(sheet)).toEqual([rounded.replace("3 3", "3 1")]);
  expect([sheet.merges, sheet.hiddenColumns]).toEqual([[{ row: 1, column: 2, rows: 2, columns: 1 }], [2]]);
});

test("a page in GBK, with cells that reach over others", () => {
  const page = `<html><meta charset="gb2312"><style>td { }</style><body><p>导出</p>
<table><tr><th rowspan=2>编码<th colspan="2">预算</tr><tr><td>财政<br>资金</td><td x:num="1234.5">1,235</td></tr>
<tr style="display:none"><td>01&nbsp;</td><td><p>甲</p><p>乙</p></td></table>
<table><tr><td>第二张</table></html>`;
  const { container, encoding, sheets } = open(encodeGb18030(page));
  expect([container, encoding]).toEqual(["html", { name: "GB18030", evidence: "known-words" }]);
  expect(sheets.map(linesOf)).toEqual([
    ["1: 编码 | 预算", "2:  | 财政\n资金 | 1234.5", "3 hand: 01 | 甲\n乙"],
    ["1: 第二张"],
  ]);
  expect(sheets[0]?.merges).toEqual([
    { row: 1, column: 1, rows: 2, columns: 1 },
    { row: 1, column: 2, rows: 1, columns: 2 },
  ]);
});

const html = (text: string) => new TextEncoder().encode(text);

test.each<readonly [what: string, page: string, lines: readonly string[]]>([
  [
    "rows without a table",
    "<tr><td>项目名称<td>金额</tr><tr><td>甲<td>1",
    ["1: 项目名称 | 金额", "2: 甲 | 1"],
  ],
  [
    "a tall cell",
    `<table><tr><td rowspan="1200">甲<td>1${"<tr><td>2".repeat(1199)}<tr><td>乙</table>`,
    ["1: 甲 | 1", "1201: 乙"],
  ],
  [
    "what Excel hides",
    "<table><tr><td>甲<td hidden>1<tr style='mso-hidden:all'><td>乙<td>2</table>",
    ["1: 甲 | 1", "2 hand: 乙 | 2"],
  ],
])("a page with %s", (_, page, lines) => {
  const read = linesOf(only(html(page)));
  expect([read[0], read.at(-1)]).toEqual([lines[0], lines.at(-1)]);
});

test("a page that breaks off says after which row", () => {
  const page = "<html><body><table><tr><td>项目名称<td>金额<tr><td>甲<td>1";
  expect(notesOf(only(html(page)))).toEqual(["cut-off 1 2:  "]);
  expect(notesOf(only(html(`${page}</body></html>`)))).toEqual([]);
});

test("a page without a table says what it says instead", () => {
  expect(open(html("<html><title>系统</title><body><h1>请重新登录</h1></body>"))).toMatchObject({
    sheets: [],
    says: "请重新登录",
  });
});

test.each([
  ["Big5", "<html><meta charset=big5><table><tr><td>項目</table>", { kind: "damaged", detail: "big5" }],
  ["a web page in a file", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", { container: "mht" }],
])("%s is refused by name", (_, text, expected) => {
  expect(openContainer(html(text), defaultLimits)).toMatchObject(expected);
});

describe("SpreadsheetML", () => {
  const workbook = (rows: string) =>
    html(
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="项目"><Table>${rows}</Table></Worksheet></Workbook>`,
    );

  test("people's notes are no part of their cells", () => {
    const cell = "<Cell><Data>甲</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell>";
    expect(linesOf(only(workbook(`<Row>${cell}</Row>`)))).toEqual(["1: 甲"]);
  });

  test("a format called as every object's members are is a format", () => {
    const style =
      '<Styles><Style ss:ID="s1"><NumberFormat ss:Format="__proto__"/></Style></Styles><Worksheet ss:Name';
    const cell = '<Row><Cell ss:StyleID="s1"><Data ss:Type="Number">7</Data></Cell></Row>';
    const page = new TextDecoder().decode(workbook(cell)).replace("<Worksheet ss:Name", style);
    expect(linesOf(only(html(page)))).toEqual(["1: 7"]);
  });

  test.each(["-5", "1.5", "x"])("a place that is none is a fault: %s", (index) => {
    const rows = `<Row ss:Index="${index}"><Cell><Data>甲</Data></Cell></Row>`;
    expect(openContainer(workbook(rows), defaultLimits)).toMatchObject({ kind: "damaged" });
  });
});

test("OpenDocument as one text, with values that nothing shows", () => {
  const namespaces = ["office", "table", "text"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const cells = [
    '<table:table-cell office:value-type="string" office:string-value="甲"/>',
    '<table:table-cell office:value-type="float" office:value="7.5"/>',
    '<table:table-cell office:value-type="float" office:value="?"><text:p>八</text:p></table:table-cell>',
  ];
  const sheet = only(
    html(
      `<office:document ${namespaces.join(" ")}><office:body><office:spreadsheet><table:table table:name="项目"><table:table-row>${cells.join("")}</table:table-row></table:table></office:spreadsheet></office:body></office:document>`,
    ),
  );
  expect(linesOf(sheet)).toEqual(["1: 甲 | 7.5 | 八"]);
  expect(sheet.notes).toEqual([]);
});

test("cells that merged cells overlap stay as they are, but for the first of them", () => {
  const rows = ["1", "2"].map(
    (row) => `<row r="${row}">${textCell(`A${row}`, `甲${row}`)}${textCell(`B${row}`, `乙${row}`)}</row>`,
  );
  const merges = '<mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="A1:B2"/></mergeCells>';
  expect(linesOf(only(xlsxAround(sheetOf(rows.join(""), merges))))).toEqual(["1: 甲1 | 乙1", "2: 甲2 | "]);
});

describe("texts that the cells of an XLS share", () => {
  const texts = Array.from({ length: 400 }, (_, row) => [
    `plain ${row} ${"x".repeat(row % 97)}`,
    `第${row}行${"长".repeat(row % 61)}`,
    "é".repeat(row % 40) + row,
  ]);
  const workbook = utils.book_new(utils.aoa_to_sheet(texts));
  const bytes = Buffer.from(write(workbook, { bookType: "biff8", bookSST: true, type: "buffer" }));

  test("are whole, wherever a record ends and another continues it", () => {
    expect(only(bytes).rows.map(({ cells }) => cells)).toEqual(texts);
  });

  test("that are not there are damage", () => {
    // The cells of the last row: 399, 0, and the number of the first of its texts.
    const cell = bytes.indexOf(Buffer.of(0xfd, 0, 10, 0, 0x8f, 1, 0, 0));
    const damaged = Buffer.from(bytes);
    damaged.writeUInt32LE(9999, cell + 10);
    expect(openContainer(damaged, defaultLimits)).toEqual({
      kind: "damaged",
      problem: "structure",
      detail: "SST",
    });
  });
});
