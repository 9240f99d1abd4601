/** What is shown and counted: by rule, by severity, by what is new; and the lists that a check writes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdOutput } from "../editions/index.ts";
import { exportOf } from "./example-export.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { thisProcess } from "./this-process.ts";

const root = temporaryFolder();
const data = join(root, "data");
for (const name of ["甲局", "乙局"]) {
  mkdirSync(join(data, name), { recursive: true });
  const cells = { "预算数（元）": "20000", 绩效目标: "形成意见意见,并执行。" };
  for (const one of exportOf({ projects: [{ cells }], department: { 部门名称: name } }, {}))
    writeFileSync(join(data, name, one.name), one.bytes);
}

async function codes(...words: readonly string[]): Promise<{ exitCode: number; codes: readonly string[] }> {
  const { exitCode, stdout } = await runHere("check", data, "--only", "甲局", "--reporter", "json", ...words);
  const { departments } = JSON.parse(stdout);
  expect(departments).toHaveLength(1);
  return { exitCode, codes: departments[0].findings.map(({ code }: { code: string }) => code) };
}

test("by code, beginning, number and a reviewer's word; what is left decides the exit code", async () => {
  const all = await codes();
  expect(all.exitCode).toBe(1);
  expect(all.codes).toEqual(
    expect.arrayContaining(["total-not-sum", "word-doubled", "halfwidth-punctuation"]),
  );
  expect((await codes("--select", "total-*")).codes).toEqual(["total-not-sum"]);
  expect((await codes("--select", "33")).codes.toSorted()).toEqual(["halfwidth-punctuation", "word-doubled"]);
  expect((await codes("--select", "相关性")).codes).not.toContain("word-doubled");
  expect((await codes("--select", "33", "--ignore", "word-doubled")).codes).toEqual([
    "halfwidth-punctuation",
  ]);
  expect((await codes("--min-severity", "error")).codes).toEqual(["total-not-sum"]);
  expect((await codes("--ignore", "total-not-sum")).exitCode).toBe(0);
});

test.each(["--select", "--ignore"])(
  "a rule that there is not is refused with the nearest, and where it is written: %s",
  async (option) => {
    const { exitCode, stderr } = await runHere("check", data, option, "word-doubld");
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("是不是“word-doubled”？")]);
    expect(stderr).toContain(`${option} `);
  },
);

test("a build shows less, and lists, counts for publishing and record are of all", async () => {
  const out = join(root, "built");
  const words = ["--only", "甲局", "--out", out, "--format", "docx", "--select", "word-doubled"];
  const { stdout } = await runHere("build", data, ...words, "--statistics");
  expect(stdout).toMatch(/^ {3}1 {2}警告 {6}word-doubled$/mu);
  expect(stdout).not.toContain("total-not-sum");
  expect(readFileSync(join(out, "甲局", "findings.csv"), "utf8")).toContain("total-not-sum");
  const { departments } = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
  expect(departments.find(({ name }: { name?: string }) => name === "甲局").findings.error).toBe(1);
});

test("a check writes lists if it is told where, and then shows what is new since", async () => {
  const lists = join(root, "lists");
  await runHere("check", data, "--out", lists, "--ignore", "word-doubled");
  expect(readFileSync(join(lists, "甲局", "findings.csv"), "utf8")).toContain("total-not-sum");
  expect(existsSync(join(lists, "乙局", "findings.json"))).toBe(true);
  const fresh = await codes("--baseline", lists);
  expect(fresh).toEqual({ exitCode: 0, codes: ["word-doubled"] });
  const built = join(root, "reports");
  await runHere("build", data, "--out", built, "--format", "docx");
  const before = readFileSync(join(built, "甲局", "findings.csv"), "utf8");
  expect((await runHere("check", data, "--out", built)).stdout).toContain("没有把这次检查的清单写进去");
  expect(readFileSync(join(built, "甲局", "findings.csv"), "utf8")).toBe(before);
  expect((await codes("--baseline", built)).codes).toEqual([]);
  // What goes and comes back is as new as the lists say: known to those that had it, new to those that were written between.
  await runHere("check", data, "--out", lists);
  expect((await codes("--baseline", lists)).codes).toEqual([]);
  await runHere("check", data, "--out", lists, "--ignore", "word-doubled");
  expect((await codes("--baseline", lists)).codes).toEqual(["word-doubled"]);
});

test("of a sample nothing is new since it was listed, whatever follows from what", async () => {
  const lists = join(root, "of-sample");
  const sample = join(import.meta.dirname, "..", "..", "data", "korla");
  await runHere("check", sample, "--out", lists);
  const { stdout } = await runHere("check", sample, "--baseline", lists, "--reporter", "json");
  expect(JSON.parse(stdout).departments[0].findings).toEqual([]);
});

test("a check's lists go neither among the data nor into a folder that another run holds", async () => {
  for (const among of [data, join(data, "甲局"), join(data, "甲局", "清单")]) {
    const { exitCode, stderr } = await runHere("check", data, "--out", among);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("清单不能写在数据文件夹里")]);
  }
  expect(existsSync(join(data, "甲局", "清单"))).toBe(false);
  const out = join(root, "held");
  const self = { ...thisProcess, command: "huibian build" };
  const signal = new AbortController().signal;
  const unheard = () => undefined;
  const held = await holdOutput(out, { self, wait: 0, signal, report: unheard, onWait: unheard });
  const { exitCode, stderr } = await runHere("check", data, "--out", out);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("huibian build")]);
  expect(existsSync(join(out, "甲局"))).toBe(false);
  if (held.kind === "held") await held.release();
  expect((await runHere("check", data, "--out", out)).exitCode).toBe(1);
  expect(existsSync(join(out, "甲局", "findings.csv"))).toBe(true);
});

test("a baseline that is not there is refused, and one without lists is told", async () => {
  const missing = await runHere("check", data, "--baseline", join(root, "nowhere"));
  expect([missing.exitCode, missing.stderr]).toEqual([
    2,
    expect.stringContaining("没有 --baseline 的文件夹"),
  ]);
  const { stdout } = await runHere("check", data, "--baseline", data);
  expect(stdout).toContain("没有 乙局、甲局 的 findings.json");
  const lists = join(root, "of-one");
  await runHere("check", data, "--out", lists);
  writeFileSync(join(lists, "乙局", "findings.json"), "{");
  const told = (await runHere("check", data, "--baseline", lists)).stdout;
  expect(told).toContain("没有 乙局 的 findings.json，或者读不出");
});
