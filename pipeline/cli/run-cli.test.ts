/** What the command line answers, in which language, and with which exit code. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

async function run(...argv: readonly string[]) {
  let out = "";
  let err = "";
  const exitCode = await runCli({
    argv,
    terminal: {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      interactive: false,
      coloured: false,
      columns: 100,
      peakMegabytes: () => 123,
    },
    signal: new AbortController().signal,
    now: new Date(2024, 0, 1),
    epoch: undefined,
  });
  return { exitCode, out, err };
}

const empty = mkdtempSync(join(tmpdir(), "huibian-cli-"));

describe("help", () => {
  test("is Chinese, headings included", async () => {
    const { exitCode, out } = await run("--help");
    expect(exitCode).toBe(0);
    for (const word of ["用法：", "选项：", "命令：", "build", "check", "forms", "（默认 zh）"])
      expect(out).toContain(word);
    expect(out).not.toMatch(/Usage|Options|Commands|default|choices|display help|\[options\]/u);
  });

  test.each(["build", "check", "forms", "rules"])("of %s too", async (command) => {
    const { exitCode, out } = await run(command, "--help");
    expect(exitCode).toBe(0);
    expect(out).not.toMatch(/Usage|Options|Arguments|default|choices|display help|\[options\]/u);
  });

  test("is English on demand, wherever it is demanded", async () => {
    expect((await run("--lang", "en", "--help")).out).toContain("Usage:");
    expect((await run("build", "--help", "--lang=en")).out).toMatch(/Usage: huibian build/u);
    expect((await run("build", "--help", "--lang=en")).out).not.toMatch(/\p{Script=Han}/u);
  });

  test("lines up although its words are Chinese", async () => {
    const { out } = await run("build", "--help");
    expect(out).toMatch(/^ {2}--draft {2,}草稿/mu);
  });
});

test("--version", async () => {
  expect(await run("--version")).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u),
  });
});

describe("wrong usage ends with 2 and says what to write", () => {
  test.each([
    [["build", "--formt", "pdf"], "没有这个选项：--formt\n是不是想写 --format？"],
    [["biuld"], "没有这个命令：biuld\n是不是想写 build？"],
    [["build", "--out"], "选项缺少值：-o, --out <folder>"],
    [["build", "--format", "docx,odt"], "--format 的值“odt”不对，应为以下之一：docx、pdf"],
    [["build", "--jobs", "0"], "--jobs 的值“0”不对，应为正整数"],
    [["check", "--jobs", "many"], "--jobs 的值“many”不对"],
    [["build", "--date", "2023-02-30"], "--date 的值“2023-02-30”不对"],
    [["build", "--lang", "fr"], "--lang <zh|en> 的值“fr”不对，应为以下之一：zh、en"],
    [["build", "--reporter", "xml"], "应为以下之一：pretty、json、github"],
    [["forms", "extra"], "参数太多"],
    [["build", join(empty, "missing")], "找不到文件夹"],
    [["build", empty], "没有找到部门"],
    [["check", empty, "--templates", empty], "没有表式"],
    [["forms", "--templates", empty], "表式文件夹中没有表式"],
  ])("%j", async (argv, sentence) => {
    const { exitCode, out, err } = await run(...argv);
    expect(exitCode).toBe(2);
    expect(err).toContain(sentence);
    expect(out).toBe("");
  });

  test("in English too", async () => {
    const { err } = await run("--lang", "en", "build", "--formt");
    expect(err).toContain("unknown option: --formt");
  });

  test("the output format does not change the exit code", async () => {
    const { exitCode, out } = await run("build", empty, "--reporter", "json");
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      problems: [{ code: "no-department-found", severity: "failure" }],
    });
  });

  test("no command at all shows the help", async () => {
    expect(await run()).toMatchObject({ exitCode: 2, out: "", err: expect.stringContaining("用法：") });
  });
});

test("a department with nothing to read fails, and no code in its name reaches the terminal", async () => {
  const data = mkdtempSync(join(tmpdir(), "huibian-cli-"));
  mkdirSync(join(data, "甲\u001B[31m"));
  writeFileSync(join(data, "甲\u001B[31m", "表.xlsx"), "x");
  const { exitCode, out, err } = await run("check", data);
  expect(exitCode).toBe(1);
  expect(out).toContain("文件夹中没有可读取的导出文件");
  expect(out).toContain("CSV UTF-8");
  expect(out + err).not.toContain("\u001B");
});

describe("rules", () => {
  test("are listed with their number, severity, code and what to do", async () => {
    const { exitCode, out } = await run("rules");
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^18 {2}错误 {4}total-not-sum {2}资金总额不等于各项来源之和/mu);
    expect(out).toContain("处理：请核对总额与各项来源。");
    expect(out).toContain('"规则": {');
  });

  test("are English on demand", async () => {
    const { out } = await run("rules", "--lang", "en");
    expect(out).toMatch(/^25 {2}error {3}weight-total {2}weights that miss/mu);
  });

  test("are data on demand", async () => {
    const { rules } = JSON.parse((await run("rules", "--reporter", "json")).out);
    expect(rules).toContainEqual(
      expect.objectContaining({ code: "weight-total", number: 25, severity: "error" }),
    );
  });
});

test("--timings adds each stage's share and the memory held, beside any output", async () => {
  const data = mkdtempSync(join(tmpdir(), "huibian-timings-"));
  writeFileSync(join(data, "p.csv"), "项目编码,项目名称,预算数(元)\n1,甲,5\n");
  const { out, err } = await run("check", data, "--timings", "--reporter", "json");
  expect(() => JSON.parse(out)).not.toThrow();
  expect(err).toMatch(/^步骤 +秒 +占比$/mu);
  expect(err).toMatch(/^normalise +\d+\.\d\d +\d+%$/mu);
  expect(err).toContain("内存峰值 123 MB");
  expect((await run("check", data)).err).not.toContain("内存峰值");
});
