/** One department as a list, as its units fill in the form, and as systems export it: the same records, and but for places the same findings. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import { readSource, type Source } from "../read/index.ts";
import { cardsOf } from "./card-sheets.ts";
import { readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { substanceOf } from "./substance.ts";
import { docxOf } from "./write-docx-tables.ts";
import { writeTable } from "./write-table.ts";
import { pageOf, pageOfGrids, workbookOf, workbookOfGrids } from "./write-workbook.ts";

const forms = readShippedForms();
const variant = (name: string) => readSources(new URL(`same-report/suzhou-${name}/`, import.meta.url));
const [own, list] = variant("long");
const [, wide] = variant("wide");
const [table] = list === undefined ? [] : readSource(list, () => {});
if (own === undefined || list === undefined || wide === undefined || table?.kind !== "table")
  throw new Error("the sample is not there");
const rows = table.rows.map(({ cells }) => cells);

/** Headers that a system would have, each of its own: those of the data standard where it has one. */
const standardNames: Readonly<Record<string, string>> = {
  ...{ 年度: "fiscal_year", 项目名称: "pro_name", 实施单位: "agency_name" },
  ...{ 年度资金总额: "sumamt", 年度财政拨款: "finamt", 年度其他资金: "otheramt" },
  ...{ 中期目标: "zqgoal", 年度目标: "ndgoal", 期限: "yearflag" },
  ...{ 一级指标: "lv1_perf_ind_name", 二级指标: "lv2_perf_ind_name", 三级指标: "lv3_perf_ind_name" },
  ...{ 指标值: "kpi_val" },
};

/** What merged cells left blank in the list is said again in each record. */
const records = recordsOf(rows);
const renamed = records.map((record) =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      standardNames[key] ?? key,
      key === "期限" ? (value === "中期" ? "1" : "0") : value,
    ]),
  ),
);

const names = Object.keys(records[0] ?? {});
const values = records.map((record) => Object.values(record));

/** A row for each horizon of a project, with all of its indicators side by side. */
const sets = setsOf(records);
const indicatorNames = names.slice(names.indexOf("一级指标"));
const most = Math.max(...sets.map((set) => set.length));
const numbers = Array.from({ length: most }, (_, index) => index + 1);
const shared = names.filter((name) => !indicatorNames.includes(name));
const side = (heads: (number: number) => readonly string[]): readonly (readonly string[])[] => [
  [...shared, ...numbers.flatMap(heads)],
  ...sets.map((set) => [
    ...shared.map((name) => set[0]?.[name] ?? ""),
    ...numbers.flatMap((number) => indicatorNames.map((name) => set[number - 1]?.[name] ?? "")),
  ]),
];
const numbered = side((number) => indicatorNames.map((name) => `${name}${number}`));
const bannered = [
  [
    ...shared.map(() => ""),
    ...numbers.flatMap((number) => indicatorNames.map((_, at) => (at === 0 ? `指标${number}` : ""))),
  ],
  ...side(() => indicatorNames),
];

const turned = (numbered[0] ?? []).map((_, at) => numbered.map((row) => row[at] ?? ""));
const turnedBelowNumbers = [["内容", ...sets.map((_, at) => `项目${at + 1}`)], ...turned];

const containers: readonly (readonly [name: string, file: string, bytes: Uint8Array])[] = [
  ["CSV in GBK", "申报表.csv", encodeGb18030(writeTable(rows, ","))],
  ["XLSX", "申报表.xlsx", workbookOf(rows, "xlsx")],
  ["XLS", "申报表.xls", workbookOf(rows, "biff8")],
  ["SpreadsheetML 2003", "申报表.xls", workbookOf(rows, "xlml")],
  ["ODS", "申报表.ods", workbookOf(rows, "ods")],
  ["HTML in GBK called .xls", "申报表.xls", encodeGb18030(pageOf(rows))],
  ["a workbook of forms", "申报表.xlsx", workbookOfGrids(cardsOf("suzhou"))],
  ["forms in a Word file", "申报表.docx", docxOf(cardsOf("suzhou"))],
  ["the list with both horizons side by side", wide.name, wide.bytes],
  ["JSON Lines", "申报表.json", utf8(lines("\n"))],
  [
    "JSON in two envelopes",
    "申报表.json",
    json({ code: 0, msg: "成功", data: { total: records.length, records } }),
  ],
  ["names of the data standard", "申报表.json", json({ rscode: "1", result: { list: renamed } })],
  ["XLSM", "申报表.xlsm", withMacros(workbookOf(rows, "xlsx"))],
  ["ODS of forms", "申报表.ods", workbookOfGrids(cardsOf("suzhou"), "ods")],
  ["a page of forms called .xls", "申报表.xls", encodeGb18030(pageOfGrids(cardsOf("suzhou")))],
  ["columns apart from their values", "申报表.json", json({ columns: names, data: values })],
  ["JSON Lines with a mark and Windows' ends", "申报表.json", utf8(`\uFEFF${lines("\r\n")}\r\n\r\n`)],
  ["tabs in UTF-16, called .txt", "申报表.txt", utf16(writeTable(rows, "\t"))],
  ["CSV with Excel's first line", "申报表.csv", utf8(`sep=;\n${writeTable(rows, ";")}`)],
  ["indicators in numbered columns", "申报表.csv", utf8(writeTable(numbered, ","))],
  ["indicators below numbers", "申报表.xlsx", workbookOf(bannered, "xlsx")],
  ["a project in each column of a workbook", "申报表.xlsx", workbookOf(turnedBelowNumbers, "xlsx")],
  ["a project in each column of a Word file", "申报表.docx", docxOf([{ rows: turned, merges: [] }])],
  [
    "indicators under numbered keys",
    "申报表.json",
    json(
      numbered.slice(1).map((row) => Object.fromEntries(row.map((cell, at) => [numbered[0]?.[at], cell]))),
    ),
  ],
  ["a map in place of a list, as PHP writes it", "申报表.json", json({ data: { ...records } })],
];

test("containers of every kind give what the list gives", () => {
  const expected = read(list);
  expect(expected.projects).toBe(6);
  expect(containers.length).toBe(25);
  for (const [name, file, bytes] of containers) {
    const actual = read({ name: file, bytes });
    // There the cells of an indicator are in several rows, or its blanks in a record of several: not all are named.
    const isPlain = !/^(?:a project in each column|indicators under numbered keys)/u.test(name);
    const asTold = (one: typeof actual) =>
      isPlain ? one : { ...one, findings: one.findings.map(unnamed).toSorted() };
    expect({ name, ...asTold(actual) }).toEqual({ name, ...asTold(expected) });
  }
});

function read(source: Source) {
  const sources = own === undefined ? [source] : [own, source];
  const { normalised, diagnostics } = runSources(sources, { folder: "宿州", forms });
  const findings = diagnostics.map(({ code, subject, indicator, found, args }) =>
    JSON.stringify({ code, subject, indicator, found, args }),
  );
  return {
    form: normalised?.form.id,
    projects: normalised?.department.projects.length,
    records: substanceOf(normalised?.department),
    findings: findings.toSorted(),
  };
}

function unnamed(finding: string): string {
  return finding.replace(/"indicator":\{[^}]*\},/u, "");
}

function recordsOf([headers = [], ...body]: readonly (readonly string[])[]): readonly Record<
  string,
  string
>[] {
  const total = headers.indexOf("年度资金总额");
  const names = headers.map((header, index) => {
    const name = header.replace(/^其中：/u, "");
    return /^(?:财政拨款|其他资金)$/u.test(name) ? `${index > total ? "年度" : "中期"}${name}` : name;
  });
  const [nameAt, firstLevel] = [headers.indexOf("项目名称"), headers.indexOf("一级指标")];
  let above: readonly string[] = [];
  return body.map((cells) => {
    const begins = (cells[nameAt] ?? "") !== "" && cells[nameAt] !== above[nameAt];
    const filled = cells.map((cell, index) => {
      const isNew =
        begins || (index > firstLevel && cells[firstLevel] !== "" && cells[firstLevel] !== above[firstLevel]);
      return cell === "" && !isNew && index <= firstLevel + 1 ? (above[index] ?? "") : cell;
    });
    above = filled;
    return Object.fromEntries(names.map((name, index) => [name, filled[index] ?? ""]));
  });
}

function setsOf(all: typeof records) {
  const sets = new Map<string, (typeof records)[number][]>();
  for (const record of all) {
    const key = `${record.项目名称} ${record.期限}`;
    sets.set(key, [...(sets.get(key) ?? []), record]);
  }
  return [...sets.values()];
}

function lines(end: string): string {
  return records.map((record) => JSON.stringify(record)).join(end);
}

/** What Excel calls a workbook that has programs in it, and one of them. */
function withMacros(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const types = strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array());
  const macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
  const named = types.replace(/application\/vnd\.openxmlformats[^"]*sheet\.main\+xml/u, macros);
  expect(named).not.toBe(types);
  return zipSync({
    ...parts,
    "[Content_Types].xml": strToU8(named),
    "xl/vbaProject.bin": new Uint8Array(100),
  });
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
}

function json(value: unknown): Uint8Array {
  return utf8(JSON.stringify(value));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
