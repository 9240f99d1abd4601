/** Six departments in four forms rolled up: every amount of every source is somewhere, and each form has its own figures. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CellObject, read, utils, type WorkSheet } from "@e965/xlsx";
import { parse as parseCsv } from "csv-parse/sync";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { groupBy } from "../records/index.ts";
import { sheetsInLibreOffice } from "./libreoffice.ts";
import { readPdfReport } from "./pdf-report.ts";
import { readDocx } from "./read-docx.ts";
import { type DocxTable, gridOf } from "./read-docx-table.ts";
import { runHere } from "./run-here.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const work = temporaryFolder();
const data = join(work, "data");
const templates = join(work, "templates");
const summary = join(work, "out", "汇总");

/** Hundredths of 万元 of each source; what is in no column of a department is a source that nobody named. */
type Money = Readonly<Record<string, number>>;

/** Of a form with sources of its own, of which it says of one that it is a source, of one that it is none, and of two nothing. */
const tree = {
  name: { zh: "资金五来源表", en: "five sources" },
  title: "{department}{year}年资金表",
  horizons: ["annual"],
  money: { print: "fixed", unit: "元", places: 0 },
  fields: {
    "project.name": { label: "项目名称", required: true },
    "budget.total": { label: "资金总额", required: true },
    "budget.own.upper": { label: "上级补助", source: true },
    "budget.fiscal": { label: "本级安排", aliases: ["本级安排"] },
    "budget.own.bond": { label: "专项债券" },
    "budget.own.carried": { label: "上年结转" },
    "budget.other": { label: "单位资金" },
    "budget.own.lastYear": { label: "上年预算", source: false },
    "project.own.people": { label: "受益人数", type: "number", required: true },
    "department.own.staff": { label: "在编人数", type: "number" },
    "indicator.level3": { label: "三级指标" },
  },
  rollup: {
    people: { label: "受益人数", how: "sum", of: "project.own.people", places: 0 },
    each: { label: "人均资金", how: "ratio", of: "budget.total", to: "project.own.people", places: 4 },
    big: { label: "五千人以上项目", how: "count", of: "project.own.people >= 5000" },
    staff: { label: "在编人数", how: "mean", of: "department.own.staff", places: 1 },
  },
};

const departments = {
  "01 水利局": { 预算数: 123_45, 财政资金: 100_00, 其他资金: 23_45 },
  "02 教育局": { 预算数: 300_00, 财政资金: 250_00 },
  "03 民政局": { 预算数: 90_10, 财政资金: 90_10 },
  "04 司法局": { 预算数: 203_00, 财政资金: 195_00, 其他资金: 0, 上年结转资金: 8_00 },
  "05 住建局": { 预算数: 3_000_00, 财政资金: 200_00, 其他资金: 40_00, 上级补助: 60_00, 专项债券: 2_700_00 },
  "06 交通局": { 预算数: 2_764_95, 财政资金: 1_764_95, 上级补助: 300_00, 专项债券: 400_00, 上年结转: 300_00 },
} as const satisfies Readonly<Record<string, Money>>;

const failed = "07 财政局";

beforeAll(async () => {
  const write = (name: string, facts: object, files: Readonly<Record<string, string>>) => {
    const folder = join(data, name);
    mkdirSync(folder, { recursive: true });
    const own = { 部门名称: `某县${name.slice(3)}`, 年度: 2026, ...facts };
    writeFileSync(join(folder, "department.json"), JSON.stringify(own));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  };
  const three = "项目编码,项目名称,预算数（万元）,财政资金（万元）,其他资金（万元）\n";
  write("01 水利局", { 表式: "hebei" }, { "a.csv": `${three}1,甲,100.00,100,\n2,乙,23.45,,23.45\n` });
  write("02 教育局", { 表式: "hebei" }, { "a.csv": `${three}3,甲,250,250,\n4,乙,50,,\n` });
  const years = "项目名称,实施单位,年度资金总额（万元）,财政拨款（万元）,年度目标\n";
  write("03 民政局", { 表式: "anhui" }, { "a.csv": `${years}甲,本级,90.10,90.10,救助\n` });
  mkdirSync(join(data, "04 司法局"), { recursive: true });
  cpSync(join(import.meta.dirname, "..", "..", "data", "forms", "ziping"), join(data, "04 司法局"), {
    recursive: true,
  });
  const five =
    "项目名称,资金总额（元）,上级补助（元）,本级安排（元）,专项债券（元）,上年结转（元）,单位资金（元）,上年预算（元）,受益人数\n";
  const housing = `${five}甲,27000000,,,27000000,,,26000000,9000\n乙,3000000,600000,2000000,,,400000,100000,1000\n`;
  write("05 住建局", { 表式: "wuxiang", 在编人数: 40 }, { "a.csv": housing });
  const roads = `${five}甲,20000000,3000000,13000000,4000000,,,,5000\n乙,7649500,,4649500,,3000000,,,不详\n`;
  write("06 交通局", { 表式: "wuxiang", 在编人数: 25 }, { "a.csv": roads });
  write(failed, { 表式: "hebei" }, { "项目.csv": "项目编码,项目名称,预算数(元)\n1,甲,2,3\n" });
  const form = join(templates, "wuxiang");
  mkdirSync(form, { recursive: true });
  writeFileSync(join(form, "form.json"), JSON.stringify(tree));
  writeFileSync(join(form, "project.hbs"), "<h2>{{project.name}}</h2><p>{{budget.total}}</p>");
  const run = await runHere("rollup", data, "--out", join(work, "out"), "--templates", templates);
  expect(run.exitCode, run.stderr).toBe(1);
});

const docx = () => readDocx(readFileSync(join(summary, "部门预算绩效目标汇总表.docx")));

function tablesOf(caption: string): readonly string[][] {
  const tables = docx().blocks.filter(
    (block): block is DocxTable => block.kind === "table" && block.caption.endsWith(caption),
  );
  return tables.flatMap((table) => gridOf(table).map((row) => row.map(solid)));
}

const labels = [
  ...["预算数", "财政资金", "其他资金", "全年预算数：上年结转资金"],
  ...["上级补助", "专项债券", "上年结转", "未列明来源"],
] as const;

/** What there is of each source, by hand; the form of a self-evaluation calls one of them otherwise. */
function byHand({ 上年结转资金: carried, ...money }: Money): Money {
  const named: Money = { ...money, ...(carried === undefined ? {} : { [labels[3]]: carried }) };
  const { 预算数: total = 0, ...sources } = named;
  const rest = total - Object.values(sources).reduce((sum, one) => sum + one, 0);
  return rest === 0 ? named : { ...named, 未列明来源: rest };
}

type Table = readonly (readonly string[])[];

/** The table that shows every source, as a reader of each format sees it. */
const tables: Readonly<Record<string, () => Promise<Table> | Table>> = {
  DOCX: () => tablesOf("：各部门资金来源"),
  PDF: async () => {
    const { cells } = await readPdfReport(readFileSync(join(summary, "部门预算绩效目标汇总表.pdf")));
    return cells.flatMap((page) => {
      const rows = [...groupBy(page, ({ row }) => row).values()].map((row) => row.map(({ text }) => text));
      return rows.slice(Math.max(0, rows.findIndex(isHeader)));
    });
  },
  ".xlsx": () => {
    const { 各部门情况: sheet = {} } = read(readFileSync(join(summary, "rollup.xlsx"))).Sheets;
    return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: "" });
  },
  CSV: () => parseCsv(readFileSync(join(summary, "rollup.csv")), { bom: true }),
};

const isHeader = (row: readonly string[]) =>
  labels.every((label) => row.some((cell) => sourceIn(cell) === label));
const sourceIn = (header: string) => header.replace("（万元）", "");

/** Hundredths of 万元 by source, of each row below the header; a merged cell may be one to the left of them. */
function moneyBelow(table: Table): readonly { readonly name: string; readonly money: Money }[] {
  const [header = [], ...rows] = table.slice(table.findIndex(isHeader));
  const end = rows.findIndex((row) => row.some((cell) => cell.startsWith("合计"))) + 1;
  return rows.slice(0, end).map((row) => ({
    name: row.find((cell) => /\p{Script=Han}/u.test(cell)) ?? "",
    money: Object.fromEntries(
      labels.flatMap((label) => {
        const fromEnd = header.findIndex((cell) => sourceIn(cell) === label) - header.length;
        const amount = row.at(fromEnd)?.replaceAll(",", "") ?? "";
        return /^-?\d+\.\d\d$/u.test(amount) ? [[label, Math.round(Number(amount) * 100)]] : [];
      }),
    ),
  }));
}

describe("the sources of money", () => {
  const six = Object.entries<Money>(departments).map(([folder, money]) => ({
    name: `${folder.startsWith("04") ? "青禾" : "某"}县${folder.slice(3)}`,
    money: byHand(money),
  }));

  test.each(Object.entries(tables))(
    "of six departments in four forms and a damaged one: every 万元 of every source is accounted for in the %s",
    async (_, tableIn) => {
      const table = await tableIn();
      const header = table.find(isHeader) ?? [];
      expect(header.map(sourceIn).filter((one) => labels.some((label) => label === one))).toEqual(labels);
      const rows = moneyBelow(table);
      expect(rows.slice(0, 6)).toEqual(six);
      expect(rows[6]).toEqual({ name: "某县财政局", money: {} });
      expect(rows).toHaveLength(8);
      const sums = labels.map((label) => [
        label,
        six.reduce((sum, { money }) => sum + (money[label] ?? 0), 0),
      ]);
      const { 预算数: total, ...sources } = rows[7]?.money ?? {};
      expect({ 预算数: total, ...sources }).toEqual(Object.fromEntries(sums));
      expect(total).toBe(6481_50);
      expect(Object.values(sources).reduce((sum, one) => sum + one, 0)).toBe(total);
    },
  );

  test("are one further column in the table of departments", () => {
    const [header, ...rows] = tablesOf("：各部门情况");
    const further = header?.indexOf("其余来源") ?? -1;
    expect(rows.map((row) => row[further])).toEqual([
      ...["—", "50.00", "—", "8.00", "2760.00", "1000.00", "未能汇总，原因见第五部分", "3818.00"],
    ]);
    const money = rows.at(-1)?.slice(4, 8).map(Number) ?? [];
    expect(money).toEqual([6481.5, 2600.05, 63.45, 3818]);
  });
});

test("each form's own figures are added up, divided, averaged and counted; what is unreadable is said", () => {
  const grid = tablesOf("：各部门其他统计").map((row) => row.slice(2));
  const tables = [grid.slice(0, grid.length / 2), grid.slice(grid.length / 2)];
  expect(tables.map(([header]) => header)).toEqual([
    [
      ...["全年执行数（万元）", "执行率", "平均总分", "低于80分的项目数"],
      ...["自评等级：优", "自评等级：良", "自评等级：中", "自评等级：差"],
    ],
    ["受益人数", "人均资金（万元）", "五千人以上项目", "在编人数"],
  ]);
  const scores = ["194.60", "95.86%", "91.60", "1", "2", "0", "1", "0"];
  const none = (count: number) => new Array<string>(count).fill("—");
  expect(tables.map((rows) => rows.slice(4, 7))).toEqual([
    [scores, none(8), none(8)],
    [
      none(4),
      // 3,000 万元 over 10,000 people.
      ["10000", "0.3000", "1", "40.0"],
      // Of 乙 the number of people is unreadable, so its money is in no average, and it is among none of a size.
      ["5000※", "0.4000※", "1※", "25.0"],
    ],
  ]);
  // 5,000 万元 over 15,000 people, not the mean of the two.
  expect(tables.map((rows) => rows.at(-1))).toEqual([scores, ["15000※", "0.3333※", "2※", "32.5"]]);
});

describe("the workbook", () => {
  const book = () => read(readFileSync(join(summary, "rollup.xlsx")), { cellNF: true });
  const sheet = (name: string): WorkSheet => book().Sheets[name] ?? {};
  const cellsOf = (name: string) =>
    Object.entries(sheet(name)).flatMap(([at, cell]): readonly [string, CellObject][] =>
      /^[A-Z]+\d+$/u.test(at) ? [[at, cell]] : [],
    );

  test("holds numbers, and below them sums as formulas, with what they come to", () => {
    const cells = new Map(cellsOf("各部门情况"));
    expect(cells.get("G7")).toMatchObject({ t: "n", v: 2764.95, z: "#,##0.00" });
    const sums = [...cells].flatMap(([at, { f, v }]) => (f === undefined ? [] : [{ at, f, v }]));
    expect(sums.map(({ f }) => f).slice(0, 3)).toEqual(["SUM(E2:E8)", "SUM(F2:F8)", "SUM(G2:G8)"]);
    for (const { at, v } of sums) {
      const column = at.replace(/\d+/u, "");
      const above = [2, 3, 4, 5, 6, 7, 8].map((row) => Number(cells.get(`${column}${row}`)?.v ?? 0));
      expect(v, at).toBeCloseTo(
        above.reduce((sum, one) => sum + one, 0),
        6,
      );
    }
    // The department that failed adds nothing, and its row is there.
    expect([cells.get("B8")?.v, cells.get("G8"), cells.get("G9")?.v]).toEqual([
      "某县财政局",
      undefined,
      6481.5,
    ]);
  });

  test("divides what is a ratio by a formula, below as well", () => {
    const cells = new Map(cellsOf("各部门其他统计"));
    const header = [...cells].find(([, { v }]) => v === "人均资金（万元）")?.[0] ?? "";
    const column = header.replace(/\d+/u, "");
    expect([6, 7, 9].map((row) => cells.get(`${column}${row}`)?.v)).toEqual([0.3, 0.4, 0.3333]);
    expect(cells.get(`${column}9`)?.f).toMatch(/^IF\(N\(([A-Z]+)9\)=0,"",[A-Z]+9\/\1?/u);
  });

  test("keeps its header in view, and hides the folders", () => {
    const parts = unzipSync(readFileSync(join(summary, "rollup.xlsx")));
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
    expect(xml).toMatch(/<col min="3" max="3"[^>]* hidden="1"/u);
  });

  test("comes to the same in LibreOffice, which computes it anew", async (context) => {
    const parts = unzipSync(readFileSync(join(summary, "rollup.xlsx")));
    const computed = Object.entries(parts).map(([name, bytes]) => {
      const isSheet = name.startsWith("xl/worksheets/");
      return [
        name,
        isSheet ? strToU8(strFromU8(bytes).replace(/<\/f><v>[^<]*<\/v>/gu, "</f>")) : bytes,
      ] as const;
    });
    const sheets = await sheetsInLibreOffice(context, zipSync(Object.fromEntries(computed)));
    const lastOf = (name: string): readonly string[] => parseCsv(sheets.get(name) ?? "").at(-1) ?? [];
    expect(lastOf("各部门情况").slice(6, 14)).toEqual([
      ...["6481.5", "2600.05", "63.45", "8", "360", "3100", "300", "50"],
    ]);
    expect(lastOf("各部门其他统计")).toEqual(
      expect.arrayContaining(["95.8620689655172%", "0.333333333333333", "32.5"]),
    );
  });
});

test("page, CSV and workbook name the department that failed, and neither its files nor what programs say", async () => {
  const failed = ["某县财政局", "报送的数据有1处错误，须更正后重新报送。"];
  expect(tablesOf("：未能汇总的部门")[1]).toEqual(failed);
  const sheet = read(readFileSync(join(summary, "rollup.xlsx"))).Sheets["未能汇总的部门"] ?? {};
  const [, row = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect([row[0], row[2]].map((cell) => solid(cell ?? ""))).toEqual(failed);
  const texts = docx().blocks.map((block) =>
    block.kind === "table" ? block.cells.map(({ text }) => text).join() : block.text,
  );
  const books = Object.values(read(readFileSync(join(summary, "rollup.xlsx"))).Sheets);
  const csv = readFileSync(join(summary, "rollup.csv"), "utf8");
  for (const said of [texts.join(), csv, ...books.map((one) => utils.sheet_to_csv(one))])
    expect(said).not.toMatch(/\.csv|json|department/iu);
  expect(readFileSync(join(summary, "rollup.json"), "utf8")).toMatch(/项目\.csv:2:D/u);
});

test("more sources than a page holds beside each other go on in a second table below a line that says so", async () => {
  const root = temporaryFolder();
  const names = ["b", "c", "d", "e", "f", "g", "h", "i", "j"];
  const own = names.map((name, index) => [`budget.own.${name}`, { label: `来源${index + 1}`, source: true }]);
  const form = join(root, "templates", "shiyuan");
  mkdirSync(form, { recursive: true });
  const fields = { ...tree.fields, ...Object.fromEntries(own) };
  writeFileSync(join(form, "form.json"), JSON.stringify({ ...tree, fields, rollup: {} }));
  writeFileSync(join(form, "project.hbs"), "<h2>{{project.name}}</h2><p>{{budget.total}}</p>");
  const folder = join(root, "data", "水务局");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "department.json"), JSON.stringify({ 部门名称: "某县水务局", 表式: "shiyuan" }));
  const columns = names.map((_, index) => `来源${index + 1}（元）`);
  writeFileSync(
    join(folder, "a.csv"),
    `项目名称,资金总额（元）,${columns.join()}\n甲,90000${",10000".repeat(9)}\n`,
  );
  const run = await runHere(
    ...["rollup", join(root, "data"), "--out", join(root, "out"), "--format", "docx"],
    ...["--templates", join(root, "templates")],
  );
  expect(run.exitCode, run.stderr).toBe(0);
  const { blocks } = readDocx(readFileSync(join(root, "out", "汇总", "部门预算绩效目标汇总表.docx")));
  const at = blocks.flatMap((block, index) =>
    block.kind === "table" && block.caption.endsWith("：各部门资金来源") ? [index] : [],
  );
  expect(at).toHaveLength(2);
  const between = blocks.slice((at[0] ?? 0) + 1, at[1]);
  expect(between.flatMap((block) => ("text" in block && block.text !== "" ? [block.text] : []))).toEqual([
    "各部门资金来源（续）",
  ]);
});
