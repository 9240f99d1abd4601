import { join } from "node:path";
import { expect, test } from "vitest";
import { type ExplainedCell, explain } from "./explain.ts";

const data = join(import.meta.dirname, "..", "..", "data");

async function find(folder: string, project: string, wanted: string): Promise<readonly ExplainedCell[]> {
  const { signal } = new AbortController();
  const found = await explain({ folder: join(data, folder), project, wanted, templates: undefined, signal });
  return found.kind === "done" ? found.cells : [];
}

test("an amount is found by its label: where it stands, what stands there, where its unit was said", async () => {
  expect(await find("beidaihe", "代理记账", "预算数")).toMatchObject([
    {
      field: "budget.total",
      printed: "35,000.00",
      at: { file: "projects.csv", row: 4, column: 6 },
      amount: { value: "35000.00", unit: "元", unitFrom: "header" },
      reading: { encoding: { name: "UTF-8" } },
    },
  ]);
});

test("a value is traced to the operator, value and unit it was put together from", async () => {
  const [first] = await find("beidaihe", "1303042126RB1NXM8GP32", "indicator.value");
  expect(first).toMatchObject({ printed: "≥90百分比", indicator: 1 });
  expect(first?.parts?.map(({ text }) => text)).toEqual(["≥", "90", "百分比"]);
});

test("a cell of a JSON export is found by what it says, a project by its number", async () => {
  const found = await find("suzhou", "1", "每年13人");
  expect(found.map(({ at }) => at)).toMatchObject([
    { kind: "json", pointer: "/项目/0/绩效指标/中期/0/指标值" },
  ]);
});

test("what is not there is exit code 1, a folder that is not there a refusal", async () => {
  const { signal } = new AbortController();
  const options = { project: "1", wanted: "没有这样的内容", templates: undefined, signal };
  expect(await explain({ ...options, folder: join(data, "korla") })).toMatchObject({
    exitCode: 1,
    cells: [],
  });
  expect(await explain({ ...options, folder: join(data, "none") })).toMatchObject({ kind: "refused" });
});
