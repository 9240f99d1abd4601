/** What the command line answers, in which language, and with which exit code. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownTemplates } from "../files/index.ts";
import { runCli } from "./run-cli.ts";

const run = (...argv: readonly string[]) => runAt(undefined, ...argv);

async function runAt(epoch: string | undefined, ...argv: readonly string[]) {
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
    epoch,
    self: { pid: 1, isRunning: () => true },
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
    expect(out).toMatch(/^ {2}--draft {2,}生成草稿/mu);
  });
});

test.each(["build", "check", "fix", "rollup"])(
  "%s refuses a SOURCE_DATE_EPOCH that is none",
  async (name) => {
    const { exitCode, out, err } = await runAt("soon", name, empty);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toBe("SOURCE_DATE_EPOCH 的值“soon”不对，应为秒数\n");
    expect((await runAt("soon", name, empty, "--date", "2023-02-03")).err).not.toContain("SOURCE_DATE_EPOCH");
  },
);

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
    [
      ["build", "--format", "docx,odt"],
      "--format 的值“docx,odt”不对，应为以下的一个或几个，用逗号分开：docx、pdf",
    ],
    [["build", "--jobs", "0"], "--jobs 的值“0”不对，应为正整数"],
    [["build", "--force", "--changed"], "--force 和 --changed 不能同时使用"],
    [["build", "--onyl", "甲"], "没有这个选项：--onyl\n是不是想写 --only？"],
    [["build", "--retry", "--out", join(empty, "missing")], "没有上次运行的记录"],
    [["check", "--jobs", "many"], "--jobs 的值“many”不对"],
    [["build", "--wait", "data"], "--wait 的值“data”不对，应为秒数，或不写；文件夹请写在 --wait 之前"],
    [["build", "--keep-editions", "-1"], "--keep-editions 的值“-1”不对，应为不小于 0 的整数"],
    [["build", "--date", "2023-02-30"], "--date 的值“2023-02-30”不对"],
    [["build", "--lang", "fr"], "--lang 的值“fr”不对，应为以下之一：zh、en"],
    [["build", "--reporter", "xml"], "应为以下之一：pretty、json、github"],
    [["forms", "hebie"], "是不是“hebei”？"],
    [["forms", "hebei", "anhui", "xinjiang"], "参数太多"],
    [["explain"], "缺少参数：文件夹\n用法见 huibian explain --help"],
    [["diff"], "缺少参数：部门\n用法见 huibian diff --help"],
    [["merge-runs"], "用法见 huibian merge-runs --help"],
    [["build", "--run-file", "x"], "应为文件名 run.json 或"],
    [["build", import.meta.filename], "这是文件，不是文件夹"],
    [["check", empty, "--templates", import.meta.filename], "这是文件，不是文件夹"],
    [["build", empty, "--fonts", import.meta.filename], "这是文件，不是文件夹"],
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
    expect(err).toContain("Unknown option: --formt");
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
  writeFileSync(join(data, "甲\u001B[31m", "表.doc"), "x");
  const { exitCode, out, err } = await run("check", data);
  expect(exitCode).toBe(1);
  expect(out).toContain("文件夹中没有可读取的导出文件");
  expect(out).toContain("另存为“.docx”");
  expect(out + err).not.toContain("\u001B");
});

describe("forms", () => {
  test("of one form also say what is odd about it", async () => {
    const templates = join(mkdtempSync(join(tmpdir(), "huibian-forms-")), "forms");
    cpSync(join(ownTemplates, "hebei"), join(templates, "chengde"), { recursive: true });
    writeFileSync(join(templates, "chengde", "note.hbs"), "<p></p>");
    const { exitCode, out } = await run("forms", "chengde", "--templates", templates);
    expect(exitCode).toBe(0);
    expect(out).toContain("template-unused");
    expect(out).not.toContain("anhui");
    const json = JSON.parse((await run("forms", "hebei", "--reporter", "json")).out);
    expect(json).toMatchObject({ forms: [{ id: "hebei" }], remarks: [] });
  });

  const templates = mkdtempSync(join(tmpdir(), "huibian-forms-"));
  mkdirSync(join(templates, "broken"));
  writeFileSync(join(templates, "broken", "form.json"), '{"title": "某", "orders": "code"}');

  test("a broken one is exit code 1, with its own folder named and no word of a library's", async () => {
    const { exitCode, out } = await run("forms", "--templates", templates);
    expect(exitCode).toBe(1);
    expect(out).toContain(`${templates}/broken/form.json`);
    expect(out).toContain("缺少 money");
    expect(out).toContain("不认得“orders”");
    expect(out).toContain("是不是“order”？");
    expect(out).toContain(`缺少文件 ${templates}/broken/project.hbs`);
    expect(out).not.toMatch(/Invalid|expected/u);
    expect((await run("forms")).exitCode).toBe(0);
  });

  test("a department that names an unknown one hears of --templates and of those that are broken", async () => {
    const data = mkdtempSync(join(tmpdir(), "huibian-unknown-form-"));
    writeFileSync(join(data, "department.json"), '{"部门名称": "局", "表式": "湖北"}');
    writeFileSync(join(data, "p.csv"), "项目编码,项目名称,预算数(元)\n1,甲,5\n");
    const { out } = await run("check", data, "--templates", templates);
    expect(out).toContain("--templates 给出它上级的文件夹");
    expect(out).toContain("有错误而不能使用的表式：broken");
    expect((await run("check", data)).out).not.toContain("有错误而不能使用");
  });

  test("labels that two horizons share are told apart", async () => {
    expect((await run("forms")).out).toContain("其中：财政拨款（中期）");
  });
});

describe("explain", () => {
  const data = mkdtempSync(join(tmpdir(), "huibian-explain-"));
  writeFileSync(join(data, "department.json"), '{"部门名称": "局", "表式": "hebei"}');
  writeFileSync(
    join(data, "p.csv"),
    '项目编码,项目名称,资金用途,预算数(元)\nA,甲,修路,"500,000.00"\nB,乙,,5\n',
  );

  test("money: as printed, as written, and how the one became the other", async () => {
    const { exitCode, out } = await run("explain", data, "A", "预算数");
    expect(exitCode).toBe(0);
    expect(out).toContain("印出：50.00\n");
    expect(out).toContain('原文："500,000.00"\n');
    expect(out).toContain("金额：500000.00 元，单位写在表头\n");
    expect(out).toContain("换算：500000.00 元 → 50.00 万元（四舍五入到 2 位小数）\n");
  });

  test("how a file was read is said once", async () => {
    const { out } = await run(
      "explain",
      join(import.meta.dirname, "..", "..", "data", "beidaihe"),
      "1",
      "绩效目标",
    );
    expect(out.match(/出处：/gu)).toHaveLength(3);
    expect(out.match(/文件编码：/gu)).toHaveLength(1);
  });

  test("a blank cell, with the place where it should be filled in", async () => {
    const { out } = await run("explain", data, "B", "project.purpose");
    expect(out).toContain("印出：（空白，没有填写）");
    expect(out).toContain("出处：p.csv:3:C「资金用途」");
  });

  test("no such project or field: what there is", async () => {
    const project = await run("explain", data, "丙丙", "单位名称");
    expect(project.exitCode).toBe(1);
    expect(project.out).toContain("没有项目“丙丙”。");
    expect(project.out).toContain("  2  B  乙\n");
    const field = await run("explain", data, "A", "预算数额");
    expect(field.out).toContain("是不是想写 预算数？");
    expect(field.out).toContain("  预算数  budget.total\n");
    const github = await run("explain", data, "A", "预算数额", "--reporter", "github");
    expect(github.out).toContain("  预算数  budget.total\n");
  });
});

test("a folder of fonts without a font is warned of, and -v tells which font took which role", async () => {
  const data = mkdtempSync(join(tmpdir(), "huibian-fonts-"));
  mkdirSync(join(data, "in"));
  writeFileSync(join(data, "in", "p.csv"), "项目编码,项目名称,预算数(元)\n1,甲,5\n");
  const flags = ["--format", "docx", "--out", join(data, "out")];
  const none = await run("build", join(data, "in"), "--fonts", empty, "-v", ...flags);
  expect(none.out).toContain("文件夹中没有可用的字体");
  expect(none.out).toContain("西文：默认字体");

  mkdirSync(join(data, "fonts"));
  const tinos = "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf";
  const bytes = readFileSync(join(import.meta.dirname, "..", "..", "node_modules", tinos), "latin1");
  // A role is known by the names inside the font, which are UTF-16.
  const wide = (name: string) => [...name].map((letter) => `\0${letter}`).join("");
  writeFileSync(join(data, "fonts", "a.ttf"), bytes.replaceAll(wide("Tinos"), wide("KaiTi")), "latin1");
  writeFileSync(join(data, "fonts", "b.ttf"), bytes, "latin1");
  const some = await run("build", join(data, "in"), "--fonts", join(data, "fonts"), "-v", ...flags);
  expect(some.out).toContain(`楷体：KaiTi（${data}/fonts/a.ttf）`);
  expect(some.out).toContain("黑体：默认字体");
  expect(some.out).toContain("不认识的字体，没有使用：Tinos");
  expect(some.out).not.toContain("没有可用的字体");
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

  test("are explained one by one, with an example and the same put right", async () => {
    const { exitCode, out } = await run("rules", "document-number-brackets");
    expect(exitCode).toBe(0);
    expect(out).toContain("document-number-brackets  编号 33\n");
    expect(out).toContain("  审核角度：规范性\n  默认：警告\n");
    expect(out).toContain('  设置："规则": {"document-number-brackets": "off"}\n');
    expect(out).toContain("  错例：\n    绩效目标：按巴财社[2022]105号执行。\n");
    expect(out).toContain("  改后：\n    绩效目标：按巴财社〔2022〕105号执行。\n");
  });

  test("are explained in English, and as data", async () => {
    expect((await run("rules", "weight-split", "--lang", "en")).out).toContain(
      '"规则": {"weight-split": {"split":[{',
    );
    const { rules } = JSON.parse((await run("rules", "goal-copied", "--reporter", "json")).out);
    expect(rules).toMatchObject([{ code: "goal-copied", aspect: "relevance", example: { wrong: {} } }]);
  });

  test("what is found while data are read is listed and explained too", async () => {
    expect((await run("rules")).out).toMatch(/^ – {2}错误 {4}money-not-a-number {2}金额不是数字$/mu);
    expect((await run("rules", "row-skipped")).out).toContain("row-skipped  读取、整理数据时查出\n");
  });

  test("words that choose findings list what they mean, and a failure is explained", async () => {
    const lined = async (word: string) => (await run("rules", word)).out;
    expect(await lined("33")).toMatch(/^33 {2}警告 {4}word-doubled/mu);
    expect(await lined("33")).not.toContain("total-not-sum");
    for (const code of ["goal-copied", "goal-missing"]) expect(await lined("goal-*")).toContain(code);
    expect(await lined("相关性")).toContain("goal-figure-differs");
    expect(await lined("publication")).toContain("mobile-number");
    expect(await lined("json-broken")).toContain("json-broken  做不出报告的问题，不能设置，也不能忽略\n");
    expect(await lined("json-broken")).not.toContain('"规则"');
  });

  test("a rule that is not there is refused with the nearest one", async () => {
    const { exitCode, err } = await run("rules", "goal-copid");
    expect(exitCode).toBe(2);
    expect(err).toContain("没有“goal-copid”这条规则");
    expect(err).toContain("是不是“goal-copied”？");
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
