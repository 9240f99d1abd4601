/**
 * Writes the workbooks in `pipeline/workbook/fixtures` anew, with LibreOffice and two libraries that the program does not
 * use: `npm install --prefix scripts/workbook-fixtures --no-save && node scripts/workbook-fixtures/make.mjs`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { writeXlsx } from "hucre";

const here = import.meta.dirname;
const fixtures = join(here, "..", "..", "pipeline", "workbook", "fixtures");
const profile = mkdtempSync(join(tmpdir(), "office-"));

for (const type of ["xlsx", "xls", "ods"]) {
  const words = ["--headless", "--convert-to", type, "--outdir", profile, join(here, "source.fods")];
  spawnSync("soffice", [`-env:UserInstallation=file://${profile}/user`, ...words], { stdio: "inherit" });
  renameSync(join(profile, `source.${type}`), join(fixtures, `libreoffice.${type}`));
}
rmSync(profile, { recursive: true });

const headers = ["编号", "项目名称", "预算数", "进度", "日期", "合计", "内部", "编码", "说明"];
const day = new Date(Date.UTC(2026, 0, 1));

const workbook = new ExcelJS.Workbook();
const sheet = workbook.addWorksheet("项目");
sheet.addRow(["项目表"]);
sheet.addRow(headers);
sheet.addRow([
  1002,
  "甲项目",
  1234567.891,
  0.25,
  day,
  undefined,
  "不公开",
  "130000000000000000001",
  "两行\n说明",
]);
sheet.addRow([1003, undefined, 35000.5, 1, undefined, undefined, undefined, 1.3e20]);
sheet.addRow([1004, "撤回的项目", 1]);
sheet.getCell("F3").value = { formula: "A3*2", result: 2004 };
sheet.getCell("F4").value = { formula: "NA()", result: { error: "#N/A" } };
sheet.getCell("F5").value = { formula: "A5*2" };
sheet.getColumn(1).numFmt = "000000";
sheet.getColumn(3).numFmt = "#,##0.00";
sheet.getColumn(4).numFmt = "0%";
sheet.getColumn(5).numFmt = 'yyyy"年"m"月"d"日"';
sheet.mergeCells("A1:I1");
sheet.mergeCells("B3:B4");
sheet.getRow(5).hidden = true;
sheet.getColumn(7).hidden = true;
workbook.addWorksheet("草稿", { state: "hidden" }).addRow(["草稿"]);
await workbook.xlsx.writeFile(join(fixtures, "exceljs.xlsx"));

const cell = (value, numFmt) => ({ value, style: { numFmt } });
const written = await writeXlsx({
  sheets: [
    {
      name: "项目",
      rows: [["项目表"], headers, [], [], []],
      cells: new Map([
        ["2,0", cell(1002, "000000")],
        ["2,1", { value: "甲项目" }],
        ["2,2", cell(1234567.891, "#,##0.00")],
        ["2,3", cell(0.25, "0%")],
        ["2,4", cell(46023, 'yyyy"年"m"月"d"日"')],
        ["2,5", { value: 2004, formula: "A3*2", formulaResult: 2004 }],
        ["2,6", { value: "不公开" }],
        ["2,7", { value: "130000000000000000001" }],
        ["2,8", { value: "两行\n说明" }],
        ["3,0", cell(1003, "000000")],
        ["3,2", cell(35000.5, "#,##0.00")],
        ["3,3", cell(1, "0%")],
        ["3,7", { value: 1.3e20 }],
        ["4,0", cell(1004, "000000")],
        ["4,1", { value: "撤回的项目" }],
        ["4,2", cell(1, "#,##0.00")],
      ]),
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 8 },
        { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
      ],
      rowDefs: new Map([[4, { hidden: true }]]),
      columns: headers.map((_, index) => ({ hidden: index === 6 })),
    },
    { name: "草稿", rows: [["草稿"]], hidden: true },
  ],
});
writeFileSync(join(fixtures, "hucre.xlsx"), written);
