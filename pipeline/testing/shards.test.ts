/** Seven departments in three shards: together they are what one run makes, and so is their record. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { holdOutput } from "../editions/index.ts";
import { mainScript, runInstalled } from "./installed-program.ts";
import { deadLinks, overviewRows } from "./read-overview.ts";
import { runHere } from "./run-here.ts";
import { runProgram } from "./run-program.ts";
import { breakDepartment, writeDepartment } from "./small-departments.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { thisProcess } from "./this-process.ts";

const names = ["甲", "乙", "丙", "丁", "戊", "己", "庚"];

type RunFile = {
  readonly exitCode: number;
  readonly departments: readonly { readonly folder: string; readonly state: string }[];
  readonly [key: string]: unknown;
};

/** The data of seven departments, some heavier, one of them broken if it is named. */
function workspace({ broken, whole = false }: { readonly broken?: string; readonly whole?: boolean } = {}) {
  const root = temporaryFolder();
  const path = (name: string) => join(root, name);
  for (const [index, name] of names.entries()) writeDepartment(path("data"), name, 1 + (index % 3) * 4);
  if (broken !== undefined) breakDepartment(path("data"), broken);
  // What lies beside the documents, and a look at them, are the same whoever builds: one test has all of it.
  const alone = whole ? [] : ["--no-verify", "--no-review"];
  const wordsOf = (words: readonly string[]) => [
    ...["build", path("data"), "--format", "docx"],
    ...[...alone, ...words],
  ];
  const build = (...words: readonly string[]) => runHere(...wordsOf(words));
  const read = (name: string): RunFile => JSON.parse(readFileSync(path(name), "utf8"));
  return {
    path,
    build,
    buildApart: (...words: readonly string[]) => runInstalled(...wordsOf(words)),
    read,
    shard: (index: number) => build("--shard", `${index}/3`, "--out", path(`out${index}`)),
    merge: (...words: readonly string[]) => {
      const files = words.map((word) => (word.endsWith(".json") ? path(word) : word));
      return runHere("merge-runs", ...files, "-o", path("merged/run.json"));
    },
  };
}

const unheard = () => undefined;

const schema = z.fromJSONSchema(JSON.parse(readFileSync("docs/schemas/run.schema.json", "utf8")));
const records = ["out1/run.json", "out2/run.json", "out3/run.json"];

/** Without times and without the folders that were written to. */
function timeless({ startedAt: _, seconds: __, options, departments, ...run }: RunFile): unknown {
  return {
    ...run,
    options: { ...(typeof options === "object" ? options : {}), out: "" },
    departments: departments.map((one) => ({ ...one, seconds: 0, milliseconds: {}, output: "" })),
  };
}

describe("three shards", () => {
  test("are together one run, byte for byte, and their joined record is that run's", async () => {
    const { path, build, read, shard, merge } = workspace({ whole: true });
    const whole = await build("--out", path("whole"));
    expect(whole.exitCode).toBe(0);
    const made: string[][] = [];
    for (const index of [1, 2, 3]) {
      const { exitCode, stdout } = await shard(index);
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`第 ${index} 片（共 3 片）：全部 7 个部门中的`);
      made.push(readdirSync(path(`out${index}`)).filter((name) => names.includes(name)));
    }
    for (const some of made) expect(some.length).toBeGreaterThan(0);
    expect(made.flat().toSorted()).toEqual(names.toSorted());
    for (const [index, some] of made.entries())
      for (const name of some) {
        const [file = ""] = readdirSync(path(`whole/${name}`)).filter((one) => one.endsWith(".docx"));
        const bytes = (out: string) => readFileSync(path(`${out}/${name}/${file}`), "base64");
        expect(bytes(`out${index + 1}`)).toBe(bytes("whole"));
      }
    const { exitCode, stdout } = await merge(...records.toReversed());
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^合计 +7 个部门/mu);
    const printed = await merge(...records, "--reporter", "json");
    expect(JSON.parse(printed.stdout)).toEqual(read("merged/run.json"));
    const merged = read("merged/run.json");
    expect(schema.safeParse(merged).error).toBeUndefined();
    expect(timeless(merged)).toEqual(timeless(read("whole/run.json")));
    expect(printed.stderr + stdout).toContain(`各部门总览：${path("merged/index.html")}`);
    // A shard writes no lists for units.
    const rowsIn = (out: string) =>
      JSON.stringify(overviewRows(path(out))).replaceAll(/\.\.\/out\d\/| 反馈清单/gu, "");
    expect(rowsIn("merged")).toBe(rowsIn("whole"));
    expect(deadLinks(path("merged"))).toEqual([]);
  });

  test("one with a failure fails the whole, which a retry understands", async () => {
    const { path, read, shard, merge } = workspace({ broken: "丁" });
    const codes = [await shard(1), await shard(2), await shard(3)].map(({ exitCode }) => exitCode);
    expect(codes.toSorted()).toEqual([0, 0, 1]);
    const { exitCode, stdout } = await merge(...records);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`失败的部门（原因见各片的输出）：\n  ${path("data/丁")}\n`);
    expect(read("merged/run.json")).toMatchObject({ exitCode: 1, options: { out: path("merged") } });
    expect(overviewRows(path("merged"))[0]?.状态).toMatch(/^失败 本次运行 projects\.csv:2:F /u);
    writeDepartment(path("data"), "丁");
    const retried = await runHere("build", "--retry", "--out", path("merged"));
    expect(retried.exitCode).toBe(0);
    expect(readdirSync(path("merged/丁")).some((name) => name.endsWith(".docx"))).toBe(true);
    const after = read("merged/run.json");
    expect(after.departments.map(({ state }) => state)).toEqual(names.map(() => "built"));
    // Those that the retry left alone lie where their shards have put them.
    const [mended, ...others] = overviewRows(path("merged")).toSorted((one, other) =>
      String(other.新变化) < String(one.新变化) ? -1 : 1,
    );
    expect(mended).toMatchObject({ 部门: "丁局 丁", 新变化: expect.stringMatching(/^已恢复/u) });
    expect(others.length).toBe(6);
    expect(deadLinks(path("merged"))).toEqual([]);
  });

  test("one that is retried after its data were mended stays the same shard", async () => {
    const { path, read, shard, merge } = workspace({ broken: "丁" });
    for (const index of [1, 2, 3]) await shard(index);
    const failed = [1, 2, 3].find((index) => read(`out${index}/run.json`).exitCode === 1);
    // Heavier than all others: a new split would give it to the first.
    writeDepartment(path("data"), "丁", 60);
    expect((await runHere("build", "--retry", "--out", path(`out${failed}`))).exitCode).toBe(0);
    expect((await merge(...records)).exitCode).toBe(0);
    expect(read("merged/run.json").departments.length).toBe(7);
  });

  test.each([
    ["one on a machine with another working folder", "data"],
    ["one that was retried from another working folder", "absolute"],
  ])("%s is still of the same run", async (_what, first) => {
    const { path, read, shard, merge } = workspace({ broken: "丁" });
    for (const index of [1, 2, 3]) await shard(index);
    // As if all had been started in the folder of the data, but for the first.
    for (const index of [1, 2, 3]) {
      const { options, departments, ...run } = read(`out${index}/run.json`);
      const isFirst = index === 1;
      const from = isFirst ? "/elsewhere" : path("");
      const shown = (folder: string) =>
        isFirst && first === "absolute" ? folder : relative(path(""), folder);
      const seen = { ...Object(options), from, folders: [shown(path("data"))] };
      const own = departments.map((one) => ({ ...one, folder: shown(one.folder) }));
      writeFileSync(
        path(`out${index}/run.json`),
        JSON.stringify({ ...run, departments: own, options: seen }),
      );
    }
    expect(await merge(...records)).toMatchObject({ exitCode: 1 });
    const merged = read("merged/run.json");
    const shown = (folder: string) => (first === "absolute" ? path(folder) : folder);
    expect(merged.options).toMatchObject({ from: process.cwd(), folders: [shown("data")] });
    expect(merged.departments.map(({ folder }) => folder).toSorted()).toEqual(
      names.map((name) => shown(`data/${name}`)).toSorted(),
    );
  });

  test("share one output folder under names of their own, one after the other", async () => {
    const { path, buildApart } = workspace();
    const runs = [1, 2, 3].map((index) =>
      buildApart("--shard", `${index}/3`, "--out", path("out"), "--run-file", `run.${index}.json`, "--wait"),
    );
    for (const { exitCode } of await Promise.all(runs)) expect(exitCode).toBe(0);
    const join = (...words: readonly string[]) => {
      const files = [1, 2, 3].map((at) => path(`out/run.${at}.json`));
      return runHere("merge-runs", ...files, "-o", path("out/run.json"), ...words);
    };
    const alone = new AbortController();
    const holding = { self: thisProcess, wait: 0, signal: alone.signal, report: unheard, onWait: unheard };
    const other = await holdOutput(path("out"), holding);
    expect(await join()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--wait") });
    expect(existsSync(path("out/run.json"))).toBe(false);
    const waiting = join("--wait");
    if (other.kind === "held") await other.release();
    expect((await waiting).exitCode).toBe(0);
    const states = overviewRows(path("out")).map(({ 状态: state }) => state?.includes("本次重做"));
    expect(states).toEqual(names.map(() => true));
  });

  test("more than there are departments leave one empty", async () => {
    const { path, build, read } = workspace();
    const { exitCode, stdout } = await build("--shard", "9/9", "--out", path("out"));
    expect(exitCode).toBe(0);
    expect(stdout).toContain("第 9 片（共 9 片）：全部 7 个部门中的 0 个。");
    expect(read("out/run.json").departments).toEqual([]);
  });
});

describe("the jobs of docs/shards.md", () => {
  const page = readFileSync("docs/shards.md", "utf8");
  const lines = page.split("\n");
  const lineWith = (words: string) => {
    const line = lines.find((one) => one.includes(words)) ?? "";
    return line.replace(/^ *(?:- )?(?:run: )?/u, "");
  };
  /** What each scheduler fills in, for the second of its machines. */
  const jobs = [
    ["GitHub Actions", "{ matrix.shard }}/3", {}, "out/run.2.json"],
    [
      "Slurm",
      '"$SLURM_ARRAY_TASK_ID/',
      { SLURM_ARRAY_TASK_ID: "2", SLURM_ARRAY_TASK_COUNT: "8", SLURM_CPUS_PER_TASK: "1" },
      "out/2/run.json",
    ],
    ["Kubernetes", "$JOB_COMPLETION_INDEX", { JOB_COMPLETION_INDEX: "1" }, "out/2/run.json"],
  ] as const;

  test.each(jobs)("run as they stand there: %s", async (_, words, env, record) => {
    const { path, read } = workspace();
    const main = `"${process.execPath}" "${mainScript}"`;
    const command = lineWith(words)
      .replace(/\$\{\{ matrix\.shard \}\}/gu, "2")
      .replace(/node (?:\/opt\/huibian\/)?dist\/cli\/main\.js/u, main)
      .replaceAll("/volume/", "");
    const script = `cd "${path("")}" && ${command}`;
    const options = { env: { ...process.env, ...env } };
    expect((await runProgram("/bin/sh", ["-c", script], options)).exitCode).toBe(0);
    expect(read(record)).toMatchObject({ shard: { index: 2 } });
  });
});

describe("records are not joined", () => {
  test("where a shard is missing, is there twice, or is none", async () => {
    const { path, build, read, shard, merge } = workspace();
    await shard(1);
    await shard(3);
    await build("--out", path("whole"), "--only", "甲");
    const missing = await merge("out1/run.json", "out3/run.json", "out3/run.json");
    expect(missing.exitCode).toBe(2);
    expect(missing.stderr).toContain("缺少第 2 片（共 3 片）");
    expect(missing.stderr).toContain("第 3 片（共 3 片）有多份记录");
    expect((await merge("out1/run.json", "whole/run.json")).stderr).toContain("没有用 --shard");
    expect((await merge("out1/none.json")).stderr).toContain("无法读取");
    expect(() => read("merged/run.json")).toThrow();
  });

  test("where they are of different runs, or of different data", async () => {
    const { path, build, shard, merge, read } = workspace();
    for (const index of [1, 2]) await shard(index);
    await build("--shard", "3/3", "--out", path("out3"), "--draft", "--lang", "en");
    const { exitCode, stderr } = await merge(...records);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("不同之处：--draft、--lang");
    await shard(3);
    const second = read("out2/run.json");
    const [twice] = read("out1/run.json").departments;
    const put = (departments: RunFile["departments"]) =>
      writeFileSync(path("out2/run.json"), JSON.stringify({ ...second, departments }));
    put([...second.departments, ...(twice === undefined ? [] : [twice])]);
    expect((await merge(...records)).stderr).toContain(`部门 ${twice?.folder} 也在`);
    put(second.departments.slice(1));
    expect((await merge(...records)).stderr).toContain("各片合起来只有 6 个部门，应为 7 个");
  });

  test("or split, where the words are wrong", async () => {
    const { path, build } = workspace();
    for (const shard of ["0/3", "4/3", "a/b", "1"])
      expect((await build("--shard", shard, "--out", path("out"))).stderr).toContain("--shard");
    expect((await build("--run-file", "department.json", "--out", path("out"))).exitCode).toBe(2);
    expect((await runHere("merge-runs", "a")).stderr).toContain("须写明选项：-o, --out");
    expect((await runHere("merge-runs", "-o", "a")).stderr).toContain("缺少参数：run.json");
  });
});
