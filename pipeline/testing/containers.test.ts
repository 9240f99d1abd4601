/** A department's exports in every kind of workbook: the same records, and but for places the same findings. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { searchDepartments, startOpener } from "../batch/index.ts";
import type { Report } from "../diagnostics/index.ts";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import { readSource, type Source } from "../read/index.ts";
import { sheetOf, textCell, xlsxAround } from "./hostile-workbooks.ts";
import { type CaseResult, readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { substanceOf } from "./substance.ts";
import { writeTable } from "./write-table.ts";
import { pageOf, workbookOf } from "./write-workbook.ts";

type Rows = readonly (readonly string[])[];
type Container = readonly [name: string, extension: string, write: (rows: Rows) => Uint8Array];

const containers: readonly Container[] = [
  ["CSV in GBK", "csv", (rows) => encodeGb18030(writeTable(rows, ","))],
  ["XLSX", "xlsx", (rows) => workbookOf(rows, "xlsx")],
  ["XLS", "xls", (rows) => workbookOf(rows, "biff8")],
  ["an XLS called .et", "et", (rows) => workbookOf(rows, "biff8")],
  ["ODS", "ods", (rows) => workbookOf(rows, "ods")],
  ["SpreadsheetML 2003 called .xls", "xls", (rows) => workbookOf(rows, "xlml")],
  ["HTML in GBK called .xls", "xls", (rows) => encodeGb18030(pageOf(rows))],
];

const forms = readShippedForms();
const samples = ["beidaihe", "korla"];

describe.each(samples)("%s", (sample) => {
  const sources = readSources(new URL(`../../data/${sample}/`, import.meta.url));
  const expected = read(sources, sample);

  test.each(containers)("in %s", (_, extension, write) => {
    const actual = read(
      sources.map((source) => dressed(source, extension, write)),
      sample,
    );
    expect(actual.form).toBe(expected.form);
    expect(actual.records).toEqual(expected.records);
    expect(actual.findings).toEqual(expected.findings);
  });
});

function read(sources: readonly Source[], folder: string) {
  const { normalised, diagnostics }: CaseResult = runSources(sources, { folder, forms });
  if (normalised === undefined) throw new Error(diagnostics.map(({ code }) => code).join());
  return {
    form: normalised.form.id,
    records: substanceOf(normalised.department),
    findings: diagnostics.map(({ at: _, also, source: __, ...rest }) => ({ ...rest, also: also?.length })),
  };
}

function dressed(source: Source, extension: string, write: Container[2]): Source {
  const [table] = readSource(source, () => {});
  if (table?.kind !== "table") return source;
  const bytes = write(table.rows.map(({ cells }) => cells));
  return { name: source.name.replace(/[^.]+$/u, extension), bytes };
}

test("a code that a workbook holds as a number is found once, and one of a text as mangled is, too", () => {
  const row = (number: number, code: string) =>
    `<row r="${number}">${code}${textCell(`B${number}`, `项目${number}`)}</row>`;
  const rows = [
    row(1, textCell("A1", "项目编码")).replace("项目1", "项目名称"),
    row(2, '<c r="A2"><v>130304260000000000001</v></c>'),
    row(3, textCell("A3", "1.30304E+20")),
  ];
  const source = { name: "导出.xlsx", bytes: xlsxAround(sheetOf(rows.join(""))) };
  const { diagnostics } = runSources([source], { folder: "甲局", forms });
  const codes = diagnostics.filter(({ code, at }) => /^(?:code|cell)-/u.test(code) && at.kind === "cell");
  expect(codes.map(({ code, at }) => [code, at.kind === "cell" ? at.row : 0])).toEqual([
    ["cell-digits-lost", 2],
    ["code-mangled", 3],
  ]);
});

test("a workbook without projects makes no folder a department, and one that cannot be read may", async () => {
  const data = mkdtempSync(join(tmpdir(), "huibian-workbooks-"));
  const put = (path: string, bytes: Uint8Array) => {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), bytes);
  };
  const projects = workbookOf(
    [
      ["项目编码", "项目名称"],
      ["01", "甲项目"],
    ],
    "xlsx",
  );
  const staff = workbookOf(
    [
      ["序号", "单位名称", "姓名"],
      ["1", "甲局", "张三"],
    ],
    "biff8",
  );
  const unknown = workbookOf(
    [
      ["RWMC", "RWJE", "BZ"],
      ...["甲", "乙", "丙", "丁", "戊"].map((name, index) => [name, `${index * 2.5}`, "无"]),
    ],
    "ods",
  );
  put("通知.xls", staff);
  put("通讯录/名册.xls", staff);
  put("丙局/导出.ods", unknown);
  put("甲局/项目.xlsx", projects);
  put("甲局/附件/名册.xls", staff);
  put("乙局/项目.xlsx", projects);
  put("乙局/附件/坏.xlsx", projects.slice(0, 200));
  const told: string[] = [];
  const report: Report = ({ code, at }) => told.push(`${code} ${"file" in at ? at.file : ""}`);
  const { departments } = await searchDepartments([data], { report, opener: startOpener(undefined) });
  expect(departments.map(({ output }) => output)).toEqual(["丙局", "乙局", "乙局/附件", "甲局"]);
  expect(told).toEqual(
    ["通讯录/名册.xls", "通知.xls"].map((name) => `file-outside-department ${data}/${name}`),
  );
});

describe("sheets that department.json names", () => {
  const table = [
    ["项目编码", "项目名称", "预算数（元）"],
    ["01", "甲项目", 1_234_567.891],
  ];
  const run = (...sheets: readonly string[]) => {
    const sheet = (rows: unknown[][]) => {
      const made = utils.aoa_to_sheet(rows);
      for (const place of ["C2", "A2"]) if (made[place] !== undefined) made[place].z = "#,##0.00";
      return made;
    };
    const workbook = utils.book_new(sheet(table), "项目");
    utils.book_append_sheet(workbook, sheet([["人员"], [1.23456]]), "人员");
    utils.book_append_sheet(
      workbook,
      sheet([
        ["项目编码", "项目名称"],
        ["02", "乙项目"],
      ]),
      "另存",
    );
    workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
    const listed = sheets.map((name) => ({ 名称: "表.xlsx", 工作表: [name] }));
    const own = sheets.length === 0 ? {} : { 文件: listed };
    const sources = [
      { name: "department.json", bytes: Buffer.from(JSON.stringify({ 部门名称: "甲局", ...own })) },
      { name: "表.xlsx", bytes: new Uint8Array(write(workbook, { bookType: "xlsx", type: "buffer" })) },
    ];
    const { normalised, diagnostics } = runSources(sources, { folder: "甲局", forms });
    const projects = normalised?.department.projects.map(({ name }) => name?.text);
    const told = diagnostics.filter(({ code }) => /^(?:cell|sheet|file-not)/u.test(code));
    return { projects, told: told.map(({ code, at }) => `${code} ${at.kind === "cell" ? at.sheet : ""}`) };
  };

  test("without names, all that can be seen are read, and nothing is told of the cells of one that is no export", () => {
    const { projects, told } = run();
    expect(projects).toEqual(["甲项目"]);
    expect(told.toSorted()).toEqual(["cell-rounded 项目", "sheet-hidden ", "sheet-not-used "]);
  });

  test("one that is named is read although it is hidden", () => {
    expect(run("项目")).toEqual({ projects: ["甲项目"], told: ["cell-rounded 项目"] });
    expect(run("项目", "另存")).toEqual({ projects: ["甲项目", "乙项目"], told: ["cell-rounded 项目"] });
  });
});
