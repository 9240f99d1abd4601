/** `huibian fix`: a patch of cells, written to a copy whose every other byte is the export's own; a second one finds nothing. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { ExampleData } from "../check/index.ts";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import { exportOf } from "./example-export.ts";
import { readSources, runSources } from "./run-case.ts";
import { runHere } from "./run-here.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();
let made = 0;

const wrong: ExampleData = {
  projects: [
    {
      cells: {
        绩效目标: '按巴财社[2022]105号执行,安排6，000元。\n形成"意见意见"。',
        资金用途: "设备&nbsp;采购，按(国发)[2021]5号。",
      },
      more: [
        {
          一级指标: "产出指标",
          二级指标: "质量指标",
          三级指标: "验收合格率",
          指标符号: "—",
          指标值: "合格",
          计量单位: "",
        },
      ],
    },
    {
      cells: {
        项目编码: "13030421SC4NEGNUQ8M49",
        项目名称: "法律服务费",
        绩效目标: "形成意见意见。",
        "预算数（元）": "5000",
        "其他资金（元）": "-",
      },
    },
  ],
  department: { 总体绩效目标: ["落实医疗保障政策,保障待遇。"] },
};
const fixable = [
  ...["document-number-brackets", "halfwidth-punctuation", "fullwidth-comma-in-number", "word-doubled"],
  ...["html-entity", "accounting-dash"],
];

type Encode = (text: string) => Uint8Array;
const utf8: Encode = (text) => Buffer.from(text);

function department(encode: Encode, lineEnd = "\r\n") {
  made += 1;
  const folder = join(root, `${made}`, "data", "甲局");
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of exportOf(wrong, {})) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const dressed = name.endsWith(".csv") ? encode(text.replaceAll("\r\n", lineEnd)) : utf8(text);
    writeFileSync(join(folder, name), dressed);
  }
  return { folder, out: join(root, `${made}`, "copy"), file: join(folder, "export.csv") };
}

const codesIn = (folder: string) =>
  runSources(readSources(new URL(`file://${folder}/`)), { folder: "甲局", forms: readShippedForms() });

const withoutMark = (text: string) => text.replace(/^\uFEFF/u, "");
const dresses: readonly (readonly [string, Encode, string])[] = [
  ["UTF-8 with a mark, CRLF", utf8, "\r\n"],
  ["UTF-8 without one, LF", (text) => utf8(withoutMark(text)), "\n"],
  ["GB18030", (text) => encodeGb18030(withoutMark(text)), "\r\n"],
  ["UTF-16LE", (text) => Buffer.from(text, "utf16le"), "\r\n"],
  ["UTF-16BE", (text) => Buffer.from(text, "utf16le").swap16(), "\r\n"],
];

test.each(dresses)(
  "%s: only the cells change, and a second fix finds nothing",
  async (_, encode, lineEnd) => {
    const { folder, out, file } = department(encode, lineEnd);
    const original = readFileSync(file);
    const { exitCode, stdout } = await runHere("fix", folder, "-o", out, "--reporter", "json");
    expect(exitCode).toBe(0);
    const [{ fixes, copy }] = JSON.parse(stdout).departments;
    expect([...new Set(fixes.flatMap((one: { codes: string[] }) => one.codes))].toSorted()).toEqual(
      fixable.toSorted(),
    );
    expect(readFileSync(file).equals(original)).toBe(true);
    // The same file, written by hand as it should be.
    const right = new TextDecoder("utf-8", { ignoreBOM: true })
      .decode(exportOf(wrong, {})[1]?.bytes)
      .replaceAll("[2022]105", "〔2022〕105")
      .replaceAll("[2021]5", "〔2021〕5")
      .replace("执行,安排6，000元", "执行，安排6,000元")
      .replaceAll("意见意见", "意见")
      .replace("设备&nbsp;采购", "设备采购")
      .replace(",—,合格", ",,合格")
      .replace(",-,", ",0,");
    expect(readFileSync(join(copy, "export.csv")).equals(encode(right.replaceAll("\r\n", lineEnd)))).toBe(
      true,
    );
    const [before, after] = [codesIn(folder), codesIn(copy)];
    const codesOf = ({ diagnostics }: typeof before) => diagnostics.map(({ code }) => code);
    expect(codesOf(after)).toEqual(codesOf(before).filter((code) => !fixable.includes(code)));
    expect(after.normalised?.department.projects.length).toBe(before.normalised?.department.projects.length);
    const again = await runHere("fix", copy, "--reporter", "json");
    expect(JSON.parse(again.stdout).departments).toMatchObject([{ fixes: [], byHand: [] }]);
  },
);

test("a second fix of the samples and of slips of every kind finds nothing", async () => {
  made += 1;
  const [folder, out] = [join(root, `${made}`, "乙局"), join(root, `${made}`, "copy")];
  mkdirSync(folder, { recursive: true });
  const slips: ExampleData = {
    projects: [
      {
        cells: {
          绩效目标:
            "形成意见意见意见，验收合格率率100%。\n安装Word&nbsp;2021，按&amp;lt;办法&amp;gt;执行&lt;=3次。",
          指标符号: "&ge;",
          指标值: "1，200",
        },
      },
    ],
  };
  for (const { name, bytes } of exportOf(slips, {})) writeFileSync(join(folder, name), bytes);
  const samples = fileURLToPath(new URL("../../data/", import.meta.url));
  const first = await runHere("fix", folder, samples, "-o", out, "--reporter", "json");
  const { departments } = JSON.parse(first.stdout);
  const afterOf = (department: { fixes: { after: string }[] }) => department.fixes.map(({ after }) => after);
  expect(departments.length).toBeGreaterThan(3);
  expect(departments.map(afterOf)).toContainEqual(
    expect.arrayContaining([
      "形成意见，验收合格率100%。\n安装Word 2021，按&amp;lt;办法&amp;gt;执行≤3次。",
      "≥",
      "1,200",
    ]),
  );
  const again = JSON.parse((await runHere("fix", out, "--reporter", "json")).stdout);
  expect(again.departments.flatMap(afterOf)).toEqual([]);
});

test.each([
  ["\t", "安排6，000元。", "安排6,000元。"],
  [";", "安排6，000元。", "安排6,000元。"],
  [",", '"安排6，000元。"', '"安排6,000元。"'],
  [",", "安排6，000元。", '"安排6,000元。"'],
])("between %j a cell gets quotes only if that is in it: %s", async (separator, before, after) => {
  made += 1;
  const [folder, out] = [join(root, `${made}`, "甲局"), join(root, `${made}`, "copy")];
  mkdirSync(folder, { recursive: true });
  const textWith = (goal: string) =>
    `项目编码;项目名称;预算数(元);绩效目标\n13030421149DE4SESSX5B;培训;6000;${goal}\n`.replaceAll(
      ";",
      separator,
    );
  writeFileSync(join(folder, "a.txt"), textWith(before));
  const { stdout } = await runHere("fix", folder, "-o", out, "--reporter", "json");
  const [{ copy }] = JSON.parse(stdout).departments;
  expect(readFileSync(join(copy, "a.txt"), "utf8")).toBe(textWith(after));
});

test("JSON keeps every other byte, and so does department.json", async () => {
  made += 1;
  const folder = join(root, `${made}`, "甲局");
  mkdirSync(folder, { recursive: true });
  const json =
    '{ "项目编码":"13030421149DE4SESSX5B",\t"项目名称" : "云平台",  "绩效目标": ["按\\u5df4财社[2022]105号。", "形成意见。"],\n "指标": [] }';
  writeFileSync(join(folder, "p.json"), `\uFEFF[${json}]\n\n`);
  writeFileSync(
    join(folder, "department.json"),
    '{"部门名称":"甲局",\r\n  "总体绩效目标" : "保障待遇,提高效率。"}',
  );
  const out = join(root, `${made}`, "copy");
  expect((await runHere("fix", folder, "-o", out)).exitCode).toBe(0);
  const right = json.replace('"按\\u5df4财社[2022]105号。"', '"按巴财社〔2022〕105号。"');
  expect(readFileSync(join(out, "甲局", "p.json"), "utf8")).toBe(`\uFEFF[${right}]\n\n`);
  expect(readFileSync(join(out, "甲局", "department.json"), "utf8")).toBe(
    '{"部门名称":"甲局",\r\n  "总体绩效目标" : "保障待遇，提高效率。"}',
  );
});

test("a cell that another project has as well is left to it, as it may be ignored there", async () => {
  const folder = join(root, "ignoring", "甲");
  mkdirSync(folder, { recursive: true });
  const head =
    "项目编码,项目名称,预算数(元),资金用途,绩效目标,一级指标,二级指标,三级指标,指标符号,指标值,计量单位";
  const row = (code: number, name: string, indicator: string) =>
    `13030421011000000000${code},${name},3600,用于设备&nbsp;采购,保障办公。,产出指标,数量指标,${indicator},≥,12,次`;
  const rows = [row(1, "租赁费", "巡检次数"), row(1, "租赁费", "检修次数"), row(2, "培训费", "培训次数")];
  writeFileSync(join(folder, "a.csv"), [head, ...rows].join("\n"));
  const ignored = [{ 项目: "培训费", 规则: "html-entity", 理由: "系统写法" }];
  const facts = { 部门名称: "甲局", 年度: "2026", 表式: "hebei", 忽略: ignored };
  writeFileSync(join(folder, "department.json"), JSON.stringify(facts));
  const { stdout } = await runHere("fix", folder);
  expect(stdout.match(/a\.csv:\d+:D/gu)).toEqual(["a.csv:2:D", "a.csv:3:D"]);
});

test("the list says file, cell, before and after, and writes nothing", async () => {
  const { folder, out } = department(utf8);
  const { stdout } = await runHere("fix", "--dry-run", folder);
  expect(stdout).toContain("  export.csv:2:G「资金用途」  html-entity、document-number-brackets");
  expect(stdout).toContain("    - 形成意见意见。\n    + 形成意见。\n");
  expect(stdout).toContain("    - —\n    + （空白）\n");
  expect(stdout).toContain("没有写入任何文件");
  expect(existsSync(out)).toBe(false);
  const { stdout: checked } = await runHere("check", folder);
  expect(checked).toContain("请改用〔〕。改为“〔2022〕105号”。");
  expect(checked).toContain("删去“&nbsp;”。");
});

test("never among the data, nor over what is there", async () => {
  const { folder, out } = department(utf8);
  for (const among of [folder, join(folder, "新", "副本")]) {
    const { exitCode, stderr } = await runHere("fix", folder, "-o", among);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("副本不能写在数据文件夹里")]);
  }
  // Nor in a folder that the command line names: the next run would find the departments twice.
  const beside = await runHere("fix", dirname(folder), "-o", join(dirname(folder), "副本"));
  expect([beside.exitCode, beside.stderr]).toEqual([2, expect.stringContaining("副本不能写在数据文件夹里")]);
  const taken = await runHere("fix", folder, "-o", dirname(folder));
  expect(taken.stderr).toContain("副本的文件夹里已有文件");
  await runHere("fix", folder, "-o", out);
  expect((await runHere("fix", folder, "-o", out)).exitCode).toBe(2);
});
