/** What an edition's change list says of findings: new, gone, and how many remain; a changed value that is wrong as before remains. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ExampleCells } from "../check/index.ts";
import { exportOf } from "./example-export.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const data = join(folder, "甲局");
const out = join(folder, "out");
mkdirSync(data);

async function edition(...projects: readonly ExampleCells[]) {
  const example = { projects: projects.map((cells) => ({ cells })) };
  for (const { name, bytes } of exportOf(example, {})) writeFileSync(join(data, name), bytes);
  const { exitCode } = await runHere("build", data, "--out", out, "--format", "docx");
  expect(exitCode).toBe(0);
  const read = (name: string) => readFileSync(join(out, "甲局", name), "utf8");
  return { findings: JSON.parse(read("changes.json")).findings, markdown: read("changes.md") };
}

const law = {
  项目编码: "13030421000000000000A",
  项目名称: "法律服务费",
  绩效目标: "提供法律咨询，审查合同。",
};
const codes = (some: readonly { readonly code: string }[]) => some.map(({ code }) => code);

test("from edition to edition", async () => {
  const first = await edition({ "预算数（元）": "20000", 绩效目标: "形成意见意见。" });
  expect(first.findings).toBeUndefined();
  expect(first.markdown).not.toContain("查出的问题");
  // A project before it moves all rows; the total is another, and still no sum; the doubled word is corrected.
  const second = await edition(
    { ...law, 三级指标: "意见份数", 资金用途: "按国发[2021]5号。" },
    { "预算数（元）": "30000", 绩效目标: "形成意见。" },
  );
  expect(codes(second.findings.added)).toContain("document-number-brackets");
  expect(codes(second.findings.added)).not.toContain("total-not-sum");
  expect(codes(second.findings.gone)).toEqual(["word-doubled"]);
  expect(second.findings.remaining).toBeGreaterThan(0);
  expect(second.markdown).toContain("## 查出的问题\n");
  expect(second.markdown).toMatch(
    /- 不再有 1 条\n {2}- 云平台运行维护费：文字重复：“意见意见” word-doubled\n/u,
  );
  // The same edition again is compared with the one before it, as its records are.
  const again = await edition(
    { ...law, 三级指标: "意见份数", 资金用途: "按国发[2021]5号。" },
    { "预算数（元）": "30000", 绩效目标: "形成意见。" },
  );
  expect(again).toEqual(second);
});
