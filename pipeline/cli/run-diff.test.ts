/** What `huibian diff` prints, and with which exit code it ends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Changes } from "../contracts/index.ts";
import { runHere } from "../testing/run-here.ts";
import { thisProcess } from "../testing/this-process.ts";
import { runCli } from "./run-cli.ts";

const scratch = mkdtempSync(join(tmpdir(), "huibian-diff-cli-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Folders of data, so that amounts, goals and indicators are read as they always are. */
function folder(name: string, amount: string, goal: string): string {
  const path = join(scratch, name);
  mkdirSync(path);
  writeFileSync(join(path, "department.json"), '{"部门名称": "局", "表式": "hebei"}');
  writeFileSync(
    join(path, "p.csv"),
    `项目编码,项目名称,资金用途,预算数(元),绩效目标,一级指标,二级指标,三级指标,指标值\nA,甲,修路,${amount},${goal},产出指标,数量指标,里程,5公里\n`,
  );
  return path;
}

const long = "按照年度计划修建农村公路，改善沿线群众出行条件，";
const before = folder("before", "6000", `${long}全年完工。`);
const after = folder("after", "3600", `${long}十月底完工。`);

describe("what changed", () => {
  test("is sentences for an officer", async () => {
    const { exitCode, stdout, stderr } = await runHere("diff", before, after);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`变动清单：局\n与“${before}”相比，共有 2 处变动。\n`);
    expect(stdout).toMatch(/^预算数（万元） +0\.60 +0\.36 +-0\.24$/mu);
    expect(stdout).toContain("\n1. 甲（A）\n  预算数：0.60 → 0.36 万元\n  绩效目标：\n");
    expect(stdout).toContain("    原：…农村公路，改善沿线群众出行条件，「全年」完工。\n");
    expect(stdout).toContain("    新：…农村公路，改善沿线群众出行条件，「十月底」完工。\n");
  });

  test("is English on demand, without colour if the terminal takes none", async () => {
    const { stdout } = await runHere("diff", before, after, "--lang", "en");
    expect(stdout).toContain(`2 changes since “${before}”.`);
    expect(stdout).toContain("budget total: 0.60 → 0.36 万元");
    expect(stdout).not.toContain("\u001B");
  });

  test("is red and green on a terminal", async () => {
    let out = "";
    await runCli({
      argv: ["diff", before, after],
      terminal: {
        out: (text) => {
          out += text;
        },
        err: () => undefined,
        interactive: true,
        coloured: true,
        columns: 100,
        peakMegabytes: () => 0,
      },
      self: thisProcess,
      signal: new AbortController().signal,
      now: new Date(2024, 0, 1),
      epoch: undefined,
    });
    expect(out).toContain("预算数：\u001B[31m0.60\u001B[39m → \u001B[32m0.36\u001B[39m 万元");
  });

  test("is changes.json for programs", async () => {
    const { stdout } = await runHere("diff", before, after, "--reporter", "json");
    const changes = Changes.parse(JSON.parse(stdout));
    expect(changes.projects.changed[0]?.fields[0]).toEqual({
      field: "budget.total",
      label: { zh: "预算数", en: "budget total" },
      before: "0.60",
      after: "0.36",
      unit: "万元",
    });
  });

  test("is plain lines for GitHub", async () => {
    const { stdout } = await runHere("diff", before, after, "--reporter", "github");
    expect(stdout).toContain("预算数：0.60 → 0.36 万元");
    expect(stdout).not.toMatch(/^\s*::/mu);
  });

  test("is the exit code on demand", async () => {
    expect((await runHere("diff", before, after, "--exit-code")).exitCode).toBe(1);
    const same = await runHere("diff", before, before, "--exit-code");
    expect([same.exitCode, same.stdout]).toEqual([0, expect.stringContaining("没有变动")]);
  });
});

describe("wrong usage", () => {
  test.each([
    [["diff"], 2, "缺少参数：部门"],
    [["diff", before, after, after], 2, "参数太多"],
    [["diff", before, after, "--edition", "1..2"], 2, "--edition 只用于比较一个部门的两版"],
    [["diff", before, "--edition", "1-2"], 2, "--edition 的值“1-2”不对，应为版号，例如 3..5 或 3"],
    [["diff", before, "--edition", "0"], 2, "--edition 的值“0”不对"],
    [["diff", before], 2, "没有已发布的版本，无法比较"],
    [["diff", "无此部门", "--out", scratch], 2, `找不到要比较的文件夹：无此部门（${scratch} 下也没有）`],
  ])("%j", async (words, exitCode, sentence) => {
    const ended = await runHere(...words);
    expect(ended).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(sentence) });
    expect(ended.stderr).not.toContain("没有写入任何文件");
  });

  test("is data for programs", async () => {
    const { exitCode, stdout } = await runHere("diff", before, "--reporter", "json");
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 2, problems: [{ code: "no-edition" }] });
  });
});

test("help is Chinese, and English on demand", async () => {
  const { stdout } = await runHere("diff", "--help");
  expect(stdout).toContain("用法：huibian diff [选项] <部门> [另一方]");
  expect((await runHere("diff", "--help", "--lang", "en")).stdout).not.toMatch(/\p{Script=Han}/u);
});
