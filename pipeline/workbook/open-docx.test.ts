/** What is read of the tables of Word files: what somebody sees on paper, and nothing else. */
import { expect, test } from "vitest";
import type { OpenedWorkbook } from "../read/index.ts";
import { docxAround } from "../testing/write-docx-tables.ts";
import { defaultLimits } from "./index.ts";
import { openContainer } from "./open-container.ts";

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: readonly string[]) =>
  `<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>${rows.join("")}</w:tbl>`;

function open(body: string): OpenedWorkbook {
  const opened = openContainer(docxAround(body), defaultLimits);
  if (opened.kind !== "sheets") throw new Error(JSON.stringify(opened));
  return JSON.parse(new TextDecoder().decode(opened.workbook));
}

function sheetsOf(body: string): readonly string[] {
  return open(body).sheets.flatMap(({ name, rows }) =>
    rows.map((one) => `${name} ${one.row}: ${one.cells.join(" | ")}`),
  );
}

/** The only cell of a table, with this content. */
function textOf(content: string): string {
  return sheetsOf(table(row(cell(content))))
    .join()
    .replace("表1 1: ", "");
}

test("a table is a sheet, and so are the paragraphs above it; prose is none", () => {
  const body = [
    paragraph(run("附件1")),
    "<w:p/>",
    paragraph(run("申报表")),
    table(row(cell(paragraph(run("项目名称"))), cell(paragraph(run("甲"))))),
    table(row(cell(paragraph(run("乙"))))),
    paragraph(run("说明")),
  ];
  expect(sheetsOf(body.join(""))).toEqual([
    "表1上方 1: 附件1",
    "表1上方 2: 申报表",
    "表1 1: 项目名称 | 甲",
    "表2 1: 乙",
  ]);
  expect(open(paragraph(run("第一部分"))).sheets).toEqual([]);
});

test("cells that reach over columns and rows, also over cells that were merged in a row", () => {
  const [sheet] = open(
    table(
      row(
        cell(paragraph(run("甲")), '<w:gridSpan w:val="2"/>'),
        cell(paragraph(run("乙")), '<w:vMerge w:val="restart"/>'),
      ),
      row(
        cell(paragraph(run("丙"))),
        cell(paragraph(run("丁"))),
        cell(paragraph(run("看不见")), "<w:vMerge/>"),
      ),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph(run("戊")))}${cell("<w:p/>")}</w:tr>`,
    ),
  ).sheets;
  expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
    ["甲", "", "乙"],
    ["丙", "丁"],
    ["", "戊"],
  ]);
  expect(sheet?.merges.toSorted((one, other) => one.column - other.column)).toEqual([
    { row: 1, column: 1, rows: 1, columns: 2 },
    { row: 1, column: 3, rows: 2, columns: 1 },
  ]);
});

test.each([
  [
    "paragraphs, breaks and tabs",
    `${paragraph(run("一"))}${paragraph(`${run("二")}<w:r><w:br/><w:t>三</w:t><w:tab/><w:t>四</w:t></w:r>`)}`,
    "一\n二\n三 四",
  ],
  [
    "what was deleted, moved away and put in",
    paragraph(
      `<w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:moveFrom>${run("移")}</w:moveFrom><w:ins>${run("新")}</w:ins>`,
    ),
    "新",
  ],
  [
    "hidden text",
    paragraph(
      `<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开</w:t></w:r>`,
    ),
    "公开",
  ],
  [
    "what a control asks to be filled in",
    paragraph(
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("单击此处输入")}</w:sdtContent></w:sdt>${run("甲")}`,
    ),
    "甲",
  ],
  [
    "boxes of symbol fonts, and of fields",
    paragraph(
      `<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>新增</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>延续</w:t></w:r><w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>${run("其他")}`,
    ),
    "☑新增□延续☑其他",
  ],
  [
    "a table inside a cell",
    `${table(row(cell(paragraph(run("里"))), cell(paragraph(run("面")))))}${paragraph(run("外"))}`,
    "里\n面\n外",
  ],
  [
    "fields, links and entities",
    paragraph(
      `<w:fldSimple>${run("3 &lt; 4")}</w:fldSimple><w:hyperlink>${run("&#x4E00;")}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>`,
    ),
    "3 < 4一",
  ],
])("%s", (_, content, expected) => {
  expect(textOf(content)).toBe(expected);
});

test("a paragraph whose mark was deleted goes on in the next", () => {
  const marked = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("办")}</w:p>`;
  const cells = [cell(`${marked}${paragraph(run("好"))}`), cell(`${paragraph(run("一"))}${marked}`)];
  expect(sheetsOf(table(row(...cells)))).toEqual(["表1 1: 办好 | 一\n办"]);
});

test("a row that was deleted is none", () => {
  const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(paragraph(run("旧")))}</w:tr>`;
  expect(sheetsOf(table(deleted, row(cell(paragraph(run("新"))))))).toEqual(["表1 2: 新"]);
});

test("a finished report is known by its headings", () => {
  const report = [
    paragraph(run("第二部分　预算项目绩效目标")),
    paragraph(run("1.甲绩效目标表")),
    table(row(cell(paragraph(run("项目名称"))))),
  ];
  expect(open(report.join("")).isReport).toBe(true);
  expect(open(report.slice(1).join("")).isReport).toBeUndefined();
});

test("and by its contents where it has no project", () => {
  const heading = paragraph(run("部门整体支出绩效目标"));
  const entry = paragraph(`${run("部门整体支出绩效目标")}<w:r><w:tab/><w:t>1</w:t></w:r>`);
  const report = [paragraph(run("目　录")), entry, heading, table(row(cell(paragraph(run("任务名称")))))];
  expect(open(report.join("")).isReport).toBe(true);
  for (const missing of [0, 1, 2])
    expect(open(report.filter((_, index) => index !== missing).join("")).isReport).toBeUndefined();
});

const nested = (times: number) =>
  "<w:tbl><w:tr><w:tc>".repeat(times) + "<w:p/></w:tc></w:tr></w:tbl>".repeat(times);
const large = { unpacked: 30 };
test.each([
  [
    "tables inside tables",
    docxAround("<w:tbl><w:tr><w:tc>".repeat(20_000)),
    { kind: "damaged", problem: "structure", detail: "word/document.xml" },
  ],
  ["some tables inside tables", docxAround(nested(50)), { kind: "sheets" }],
  ["100,000 empty paragraphs", docxAround("<w:p/>".repeat(100_000)), { kind: "sheets" }],
  [
    "100,000 empty paragraphs in a cell",
    docxAround(table(row(cell("<w:p/>".repeat(100_000))))),
    { kind: "sheets" },
  ],
  [
    "a billion laughs",
    docxAround(
      paragraph(run("&c;")),
      '<!DOCTYPE w [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ),
    { kind: "damaged", problem: "entities" },
  ],
  ["a bomb", docxAround(" ".repeat(40 * 2 ** 20)), { kind: "exceeded", limit: "unpacked" }],
  [
    "a cell of 40,000 characters",
    docxAround(table(row(cell(paragraph(run("长".repeat(40_000))))))),
    { kind: "exceeded", limit: "text" },
  ],
  [
    "a cell over 100,000 columns",
    docxAround(table(row(...Array.from({ length: 1001 }, () => cell(paragraph(run("甲"))))))),
    { kind: "exceeded", limit: "columns" },
  ],
])("%s", (_, bytes, expected) => {
  expect(openContainer(bytes, { ...defaultLimits, ...large })).toMatchObject(expected);
});

test("a table inside a cell is one of its own if it has rows and columns, behind the one around it", () => {
  const inner = table(
    row(cell(paragraph(run("一级指标"))), cell(paragraph(run("指标值")))),
    row(cell(paragraph(run("产出指标"))), cell(paragraph(run("≥3次")))),
  );
  const body = table(
    row(cell(paragraph(run("项目名称"))), cell(paragraph(run("甲")))),
    row(cell(paragraph(run("绩效指标"))), cell(`${paragraph(run("见下表"))}${inner}<w:p/>`)),
    row(
      cell(paragraph(run("备注"))),
      cell(table(row(cell(paragraph(run("乙"))), cell(paragraph(run("丙")))))),
    ),
  );
  expect(sheetsOf(`${body}${table(row(cell(paragraph(run("丁")))))}`)).toEqual([
    "表1 1: 项目名称 | 甲",
    "表1 2: 绩效指标 | 见下表",
    "表1 3: 备注 | 乙\n丙",
    "表2 1: 一级指标 | 指标值",
    "表2 2: 产出指标 | ≥3次",
    "表3 1: 丁",
  ]);
  // A page is often laid out by a table of one cell.
  expect(sheetsOf(table(row(cell(inner))))[0]).toBe("表2 1: 一级指标 | 指标值");
});

test("a table of one column inside a cell may be as long as any", () => {
  const lines = row(cell("<w:p/>")).repeat(130_000);
  expect(
    sheetsOf(table(row(cell(`${paragraph(run("甲"))}${table(lines)}`), cell(paragraph(run("乙")))))),
  ).toEqual(["表1 1: 甲 | 乙"]);
});

test("signs from fonts of symbols, and formulas", () => {
  const symbol = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  const math = (inner: string) => `<m:oMath>${inner}</m:oMath>`;
  const part = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  expect(textOf(paragraph(`${symbol("Symbol", "F0B3")}${run("90%")}${symbol("symbol", "00A3")}`))).toBe(
    "≥90%≤",
  );
  expect(textOf(paragraph(`${symbol("MS Gothic", "2611")}${symbol("宋体", "2265")}${run("90%")}`))).toBe(
    "☑≥90%",
  );
  // Told as a character that is lost.
  expect(textOf(paragraph(`${symbol("Webdings", "F021")}${run("90%")}`))).toBe("\uFFFD90%");
  expect(textOf(paragraph(`${symbol("宋体", "D800")}${symbol("宋体", "E001")}${symbol("宋体", "")}`))).toBe(
    "\uFFFD\uFFFD\uFFFD",
  );
  const fraction = `<m:f><m:num>${part("1")}</m:num><m:den>${part("2")}</m:den></m:f>`;
  const square = `<m:sSup><m:e>${part("m")}</m:e><m:sup>${part("2")}</m:sup></m:sSup>`;
  expect(textOf(paragraph(`${math(`${part("≥")}${fraction}`)}${run("，")}${math(square)}`))).toBe(
    "≥1/2，m^2",
  );
});
