/** What is struck out is read, and noted once a sheet: a whole cell by its style, some of a text by its runs. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { OpenedSheet, OpenedWorkbook } from "../read/index.ts";
import { entry, sheetOf, xlsxAround } from "../testing/hostile-workbooks.ts";
import { docxAround } from "../testing/write-docx-tables.ts";
import { writeZip } from "../testing/write-zip.ts";
import { defaultLimits } from "./index.ts";
import { openContainer } from "./open-container.ts";

/** B1 is struck out as a whole, of A2 one word; B2 is not, though it says so in ways that deny it. */
const containers: Readonly<Record<string, () => Uint8Array>> = {
  xlsx: () => {
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const fonts = '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>';
    const dxfs = "<dxfs><dxf><font><strike/></font></dxf></dxfs>";
    const xfs = [0, 1, 2].map((font) => `<xf fontId="${font}"/>`).join("");
    return xlsxAround(
      sheetOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>35000</v></c></row>' +
          '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="2" t="inlineStr"><is><r><rPr><strike val="false"/></rPr><t>乙</t></r></is></c></row>',
      ),
      [
        entry("xl/styles.xml", `<styleSheet ${main}>${fonts}<cellXfs>${xfs}</cellXfs>${dxfs}</styleSheet>`),
        entry(
          "xl/sharedStrings.xml",
          `<sst ${main}><si><t>项目</t></si><si><r><rPr><strike/></rPr><t>甲</t></r><r><t>新</t></r></si></sst>`,
        ),
      ],
    );
  },
  ods: () =>
    writeZip([
      entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      entry(
        "content.xml",
        `<office:document-content><office:automatic-styles>${["solid", "none"].map((line) => `<style:style style:name="${line}"><style:text-properties style:text-line-through-style="${line}"/></style:style>`).join("")}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="项目"><table:table-row><table:table-cell><text:p>项目</text:p></table:table-cell><table:table-cell table:style-name="solid" office:value-type="float" office:value="35000"><text:p>35000</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p><text:span text:style-name="solid">甲</text:span>新</text:p></table:table-cell><table:table-cell table:style-name="none"><text:p>乙</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    ]),
  "spreadsheet-ml": () =>
    Buffer.from(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="s2"><Font ss:StrikeThrough="0"/></Style></Styles><Worksheet ss:Name="项目"><Table><Row><Cell><Data ss:Type="String">项目</Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="Number">35000</Data></Cell></Row><Row><Cell><ss:Data ss:Type="String"><S>甲</S>新</ss:Data></Cell><Cell ss:StyleID="s2"><Data ss:Type="String">乙</Data></Cell></Row></Table></Worksheet></Workbook>`,
    ),
  html: () =>
    Buffer.from(
      '<table><tr><td>项目<td style="text-decoration:line-through">35000<tr><td><s>甲</s>新<td style="text-decoration:none">乙</table>',
    ),
  docx: () => {
    const cell = (runs: string) => `<w:tc><w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>${runs}</w:p></w:tc>`;
    const run = (text: string, properties = "") =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    return docxAround(
      `<w:tbl><w:tr>${cell(run("项目"))}${cell(run("35000", "<w:dstrike/>"))}</w:tr><w:tr>${cell(run("甲", "<w:strike/>") + run("新"))}${cell(run("乙", '<w:strike w:val="0"/>'))}</w:tr></w:tbl>`,
    );
  },
};

function sheetIn(bytes: Uint8Array, container: string): OpenedSheet {
  const opened = openContainer(bytes, defaultLimits);
  if (opened.kind !== "sheets") throw new Error(JSON.stringify(opened));
  const workbook: OpenedWorkbook = JSON.parse(new TextDecoder().decode(opened.workbook));
  expect(workbook.container).toBe(container);
  return workbook.sheets[0] ?? expect.fail();
}

const rows = [
  { row: 1, cells: ["项目", "35000"] },
  { row: 2, cells: ["甲新", "乙"] },
];

test.each(Object.entries(containers))("%s", (container, bytes) => {
  const [first, second] = [
    [1, 2],
    [2, 1],
  ];
  expect(sheetIn(bytes(), container)).toMatchObject({
    rows,
    notes: [{ kind: "struck", cells: [first, second], count: 2, shown: "35000" }],
  });
});

test("xls, as LibreOffice writes it", () => {
  const bytes = readFileSync(new URL("./fixtures/struck-out.xls", import.meta.url));
  expect(sheetIn(bytes, "xls")).toMatchObject({
    rows: [rows[0], { row: 2, cells: ["新甲乙", "乙"] }],
    notes: [
      {
        kind: "struck",
        cells: [
          [1, 2],
          [2, 1],
        ],
        count: 2,
        shown: "35000",
      },
    ],
  });
});
