/** What keeps a department's public edition from being made, and what does not; what is left out of one, and masked. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const work = temporaryFolder();
const [data, out] = [join(work, "data"), join(work, "out")];

type Case = {
  /** Beside name, year and form. */
  readonly facts?: object;
  /** Further columns, and what the first and the second project have in them. */
  readonly columns?: string;
  readonly cells?: readonly [string, string];
  readonly purposes?: readonly [string, string];
  readonly above?: string;
};

const code = (last: number) => `13030421011000000000${last}`;

function write(
  name: string,
  { facts, columns, cells = ["", ""], purposes = ["租赁", "购置"], above }: Case,
): void {
  mkdirSync(join(data, name), { recursive: true });
  const about = {
    部门名称: `${name}局`,
    年度: "2023",
    表式: "hebei",
    总体绩效目标: ["做好工作。"],
    工作保障措施: ["落实。"],
  };
  writeFileSync(join(data, name, "department.json"), JSON.stringify({ ...about, ...facts }));
  const further = (cell: string) => (columns === undefined ? "" : `,${cell}`);
  const lines = [
    ...(above === undefined ? [] : [above]),
    `项目编码,项目名称,预算数(元),资金用途,绩效目标${further(columns ?? "")}`,
    `${code(1)},办公用房租赁费,3600,${purposes[0]},保障办公${further(cells[0])}`,
    `${code(2)},专案装备购置费,5000000,${purposes[1]},完成专案${further(cells[1])}`,
  ];
  writeFileSync(join(data, name, "projects.csv"), lines.join("\n"));
}

/** By the department's name: what is wrong with it. */
const refused: Readonly<Record<string, Case & { readonly code: string; readonly at?: string }>> = {
  标题行有密级: { above: "秘密★1年,,,,", code: "public-classified", at: "projects.csv:1" },
  用途里有密级: { purposes: ["机密★", "购置"], code: "public-classified", at: "projects.csv:2" },
  内部资料: {
    facts: { 总体绩效目标: ["内部资料，注意保存"] },
    code: "public-classified",
    at: "department.json",
  },
  密级一栏: { columns: "密级", cells: ["公开", "秘密"], code: "public-classified", at: "projects.csv:3" },
  内部一级: { columns: "密级", cells: ["", "内部"], code: "public-classified", at: "projects.csv:3" },
  不认得的列里: {
    columns: "附注甲",
    cells: ["", "工作秘密"],
    code: "public-classified",
    at: "projects.csv:3",
  },
  说不清: { columns: "是否公开", cells: ["是", "部分"], code: "public-unclear", at: "projects.csv:3" },
  没有填写: { columns: "是否公开", cells: ["是", ""], code: "public-unclear", at: "projects.csv:3" },
  两行不同: {
    columns: "是否公开,三级指标,指标值",
    cells: ["是,甲,1", `是,乙,2\n${code(2)},专案装备购置费,5000000,购置,完成专案,否,丙,3`],
    code: "public-unclear",
    at: "projects.csv:4",
  },
  不认得的列: {
    columns: "公开与否说明",
    cells: ["可", "不可"],
    code: "public-column-unread",
    at: "projects.csv",
  },
  没有的项目: {
    facts: { 公开稿: { 不公开项目: ["专案装备"] } },
    code: "public-project-unknown",
    at: "department.json",
  },
  写错的键: {
    facts: { 公开稿: { 不公开的项目: ["专案装备购置费"] } },
    code: "public-setting-unknown",
    at: "department.json",
  },
  没有的栏: {
    facts: { 公开稿: { 姓名栏: ["科室领导"] } },
    code: "public-field-unknown",
    at: "department.json",
  },
  别处写着名称: {
    columns: "是否公开",
    cells: ["是", "否"],
    facts: { 总体绩效目标: ["完成专案装备 购置费等工作"] },
    code: "public-name-left",
    at: "department.json",
  },
  别处写着没有引号的名称: {
    columns: "是否公开",
    cells: ["是", `否\n${code(3)},“雪亮”工程,100,建设,完成建设,否`],
    facts: { 总体绩效目标: ["完成雪亮工程"] },
    code: "public-name-left",
    at: "department.json",
  },
  ...Object.fromEntries(
    ["全年安排500.36万。", "全年安排500万。", "总额：5,003,600.00"].map((text) => [
      `写着${text.replace(/\D/gu, "")}`,
      {
        columns: "是否公开",
        cells: ["是", "否"] as const,
        facts: { 总体绩效目标: [text] },
        code: "public-total-told",
        at: "department.json",
      },
    ]),
  ),
  写着合计: {
    columns: "是否公开",
    cells: ["是", "否"],
    facts: { 总体绩效目标: ["全年安排５００.３６万元。"] },
    code: "public-total-told",
    at: "department.json",
  },
};

/** By the department's name: how many are left out. */
const left: Readonly<Record<string, Case & { readonly leftOut: number }>> = {
  都公开: { columns: "公开属性", cells: ["主动公开", "公开"], leftOut: 0 },
  依申请: { columns: "公开属性", cells: ["主动公开", "依申请公开"], leftOut: 1 },
  涉密: { columns: "是否涉密", cells: ["否", "是"], leftOut: 1 },
  不予公开: { columns: "不予公开", cells: ["", "√"], leftOut: 1 },
  两栏: { columns: "是否公开,是否涉密", cells: ["是,否", "是,是"], leftOut: 1 },
  列出的: { facts: { 公开稿: { 不公开项目: [code(2)] } }, leftOut: 1 },
  带密级的不公开: { columns: "是否公开,密级", cells: ["是,", "否,机密★"], leftOut: 1 },
  分项目标: {
    columns: "是否公开",
    cells: ["是", "否"],
    facts: {
      分项绩效目标: [
        { 名称: "专案装备购置费", 绩效目标: ["完成"] },
        { 名称: "后勤", 绩效目标: ["保障"] },
      ],
    },
    leftOut: 1,
  },
  只是词语: {
    purposes: ["保密局涉密载体销毁、秘密文件柜", "保守国家秘密，商业秘密保护；总额36万元"],
    leftOut: 0,
  },
  全部不公开: { columns: "是否公开", cells: ["否", "否"], leftOut: 2 },
  大约的数: {
    columns: "是否公开",
    cells: ["是", "否"],
    facts: { 总体绩效目标: ["争取上级资金5百万元，约0.05亿元。"] },
    leftOut: 1,
  },
  另说一个数: {
    columns: "是否公开",
    cells: ["是", "否"],
    facts: { 总体绩效目标: ["全年安排0.36万元。"] },
    leftOut: 1,
  },
  不是密级: {
    purposes: ["设备（机密）", "购置"],
    facts: { 忽略: [{ 规则: "classified-marking", 项目: "办公用房租赁费", 理由: "设备型号" }] },
    leftOut: 0,
  },
};

const published = (name: string) => join(out, name, "public");
const manifestOf = (name: string) => JSON.parse(readFileSync(join(out, name, "manifest.json"), "utf8"));

function wordsOf(name: string): string {
  const file = readdirSync(published(name)).find((one) => one.endsWith(".docx")) ?? "";
  const parts = Object.values(unzipSync(readFileSync(join(published(name), file))));
  return parts.map((part) => strFromU8(part).replace(/<[^>]*>/gu, "")).join("\n");
}

beforeAll(async () => {
  for (const [name, one] of Object.entries({ ...refused, ...left })) write(name, one);
  write("姓名", {
    columns: "项目负责人",
    cells: ["张晓明、欧阳锋（科长）", "李 四"],
    purposes: ["租赁（张　晓明经办）", "由王五办理"],
    facts: { 公开稿: { 姓名: ["王五"], 姓名栏: ["项目负责人"] }, 总体绩效目标: ["欧阳锋牵头，李四配合。"] },
  });
  await runHere(
    "build",
    data,
    "--public",
    "--format",
    "docx",
    "--no-review",
    "--no-cache",
    "-o",
    out,
    "--date",
    "2023-02-03",
  );
}, 120_000);

describe("nothing is published", () => {
  test.each(Object.entries(refused))("%s", (name, { code: wanted, at = "" }) => {
    const { findings } = JSON.parse(readFileSync(join(out, name, "findings.json"), "utf8"));
    const failures = findings.filter(({ severity }: { severity: string }) => severity === "failure");
    const [file, row] = at.split(":");
    const place = { file, ...(row !== undefined && { row: Number(row) }) };
    expect(failures).toMatchObject([{ code: wanted, at: place }]);
    expect(readdirSync(join(out, name)).filter((file) => file.endsWith(".docx"))).toEqual([]);
    expect(existsSync(published(name))).toBe(false);
  });
});

describe("what is marked is left out, and counted", () => {
  test.each(Object.entries(left))("%s", (name, { leftOut }) => {
    expect(manifestOf(name).public.leftOut).toBe(leftOut);
    const words = wordsOf(name);
    const sentence = `本部分列出 ${2 - leftOut} 个项目，另有 ${leftOut} 个项目依法不予公开；`;
    if (leftOut === 2) expect(words).toContain("本部门 2 个项目依法不予公开。");
    else expect(words.includes(sentence)).toBe(leftOut > 0);
    expect(words.includes("专案")).toBe(leftOut === 0);
    expect(words.includes("500.00")).toBe(leftOut === 0);
  });
});

test("names are masked in their field and wherever else they stand, whatever stands between their characters", () => {
  const words = wordsOf("姓名").replace(/\s/gu, "");
  for (const name of ["张晓明", "欧阳锋", "李四", "王五"]) expect(words).not.toContain(name);
  for (const mark of ["欧**牵头，李**配合。", "租赁（张**经办）", "由王**办理"])
    expect(words).toContain(mark);
  expect(manifestOf("姓名").public.masked).toBe(4);
});
