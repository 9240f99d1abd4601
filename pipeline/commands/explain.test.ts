import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type ExplainedCell, explain } from "./explain.ts";

const data = join(import.meta.dirname, "..", "..", "data");

async function find(folder: string, project: string, wanted: string): Promise<readonly ExplainedCell[]> {
  const { signal } = new AbortController();
  const found = await explain({
    folder: resolve(data, folder),
    project,
    wanted,
    templates: undefined,
    signal,
  });
  return found.kind === "done" ? found.cells : [];
}

test("an amount is found by its label: where it stands, what stands there, where its unit was said", async () => {
  expect(await find("beidaihe", "代理记账", "预算数")).toMatchObject([
    {
      field: "budget.total",
      // As the page prints it, and not as the export has it.
      printed: "3.50",
      at: { file: "projects.csv", row: 4, column: 6 },
      amount: {
        text: "35,000.00",
        value: "35000.00",
        unit: "元",
        unitFrom: "header",
        becomes: { text: "3.50", unit: "万元", places: 2 },
      },
      reading: { encoding: { name: "UTF-8" } },
    },
  ]);
});

test.each([
  ["其中：财政资金", "budget.fiscal"],
  ["财政资金", "budget.fiscal"],
  ["其中财政资金（元）", "budget.fiscal"],
  ["财政拨款", "budget.fiscal"],
  ["fiscal funds", "budget.fiscal"],
  ["资金用途", "project.purpose"],
  ["单位", "project.unit"],
])("a field is found by what people call it: %s", async (wanted, field) => {
  const found = await find("beidaihe", "1", wanted);
  expect(new Set(found.map((cell) => cell.field))).toEqual(new Set([field]));
});

test("a header that only this export knows is a name, too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "huibian-explain-"));
  writeFileSync(join(folder, "p.csv"), "项目编码,项目名称,钱数(元)\nA,甲,5\n");
  const own = { 部门名称: "局", 表式: "hebei", 列名: { 预算数: ["钱数"] } };
  writeFileSync(join(folder, "department.json"), JSON.stringify(own));
  expect(await find(folder, "A", "钱数")).toMatchObject([{ field: "budget.total", at: { column: 3 } }]);
});

test("no other field is suggested for one that the form does not print", async () => {
  const { signal } = new AbortController();
  const folder = join(data, "beidaihe");
  for (const wanted of ["其它贷款", "评分标准", "权重"])
    expect(await explain({ folder, project: "1", wanted, templates: undefined, signal })).toMatchObject({
      notFound: { kind: "cell", nearest: "" },
    });
});

test("a value is traced to the operator, value and unit it was put together from", async () => {
  const [first] = await find("beidaihe", "1303042126RB1NXM8GP32", "indicator.value");
  expect(first).toMatchObject({ printed: "≥90百分比", indicator: 1 });
  expect(first?.parts?.map(({ text }) => text)).toEqual(["≥", "90", "百分比"]);
});

test("what the page says around a value is told, and leads to it", async () => {
  const heading = "3.代理记账绩效目标表";
  const [name, ...others] = await find("beidaihe", "代理记账", heading);
  expect(others).toEqual([]);
  expect(name).toMatchObject({ field: "project.name", shown: [heading, "代理记账"] });
});

test("a unit is printed with its number, a label for the rows below it; a form may print neither", async () => {
  const units = await find("beidaihe", "1303042126RB1NXM8GP32", "indicator.unit");
  expect(units[0]).toMatchObject({ printed: "百分比", shown: ["≥90百分比"] });
  const labels = await find("beidaihe", "1303042126RB1NXM8GP32", "indicator.level1");
  expect(labels.length).toBeGreaterThan(new Set(labels.map(({ printed }) => printed)).size);
  for (const { printed, shown } of labels) expect(shown).toEqual([printed]);
  const alone = await find("forms/zhejiang", "1", "indicator.value");
  expect(alone[0]).toMatchObject({ printed: "120", shown: ["120"] });
  expect(alone[0]?.parts).toBeUndefined();
});

test("a cell of a JSON export is found by what it says, a project by its number", async () => {
  const found = await find("suzhou", "1", "每年13人");
  expect(found.map(({ at }) => at)).toMatchObject([
    { kind: "json", pointer: "/项目/0/绩效指标/中期/0/指标值" },
  ]);
});

test("what is not there is exit code 1 with what there is, a folder that is not there a refusal", async () => {
  const { signal } = new AbortController();
  const ask = (folder: string, project: string, wanted: string) =>
    explain({ folder: join(data, folder), project, wanted, templates: undefined, signal });
  expect(await ask("beidaihe", "代理记帐费", "预算数")).toMatchObject({
    exitCode: 1,
    notFound: {
      kind: "project",
      nearest: expect.stringContaining("代理记账"),
      projects: expect.arrayContaining([{ number: 1, code: expect.any(String), name: expect.any(String) }]),
    },
  });
  expect(await ask("beidaihe", "1", "预算数额")).toMatchObject({
    exitCode: 1,
    cells: [],
    notFound: {
      kind: "cell",
      nearest: "预算数",
      fields: expect.arrayContaining([{ field: "budget.total", label: "预算数" }]),
    },
  });
  expect(await ask("none", "1", "预算数")).toMatchObject({ kind: "refused" });
});

describe("a department of four", () => {
  const folder = mkdtempSync(join(tmpdir(), "huibian-explain-"));
  writeFileSync(
    join(folder, "p.csv"),
    "项目编码,项目名称,单位名称,预算数(元)\n3,甲二,局,5\nB,2,局,0\nC,甲,,1049.99\nD,葛\u{E0100}城,局,1\n",
  );
  writeFileSync(join(folder, "department.json"), '{"部门名称": "局", "表式": "hebei"}');
  const names = async (project: string) => {
    const { signal } = new AbortController();
    const options = { folder, project, wanted: "project.code", templates: undefined, signal };
    const found = await explain(options);
    return found.kind === "done" ? found.cells.map(({ printed }) => printed) : [];
  };

  test("a code goes before a number, a number before a name, a whole name before a part", async () => {
    expect(await names("3")).toEqual(["3"]);
    expect(await names("2")).toHaveLength(1);
    expect(await names("甲")).toEqual(["C"]);
    expect(await names("二")).toEqual(["3"]);
    expect(await names("葛城")).toEqual(["D"]);
  });

  test("a blank cell is said to be blank, with the place where it should stand", async () => {
    const { signal } = new AbortController();
    const found = await explain({
      folder,
      project: "C",
      wanted: "project.unit",
      templates: undefined,
      signal,
    });
    expect(found).toMatchObject({
      exitCode: 0,
      cells: [{ blank: true, printed: "", at: { file: "p.csv", row: 4, column: 3 } }],
    });
  });
});
