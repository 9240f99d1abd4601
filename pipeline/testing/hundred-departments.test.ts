/** A hundred departments, three of them broken, as a run of the program: built, mended and retried, left alone, cut short. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { runHere } from "./run-here.ts";
import { writeDepartment } from "./small-departments.ts";
import { startRun } from "./stopped-run.ts";
import { temporaryFolder } from "./temporary-folder.ts";

type RunFile = {
  readonly exitCode: number;
  readonly totals: { readonly projects: number };
  readonly departments: readonly {
    readonly folder: string;
    readonly state: string;
    readonly reason?: string;
    readonly files: readonly { readonly name: string; readonly bytes: number }[];
  }[];
};

const names = Array.from({ length: 100 }, (_, index) => `部门${String(index + 1).padStart(3, "0")}`);
const header = "项目编码,项目名称,预算数(元),资金用途,绩效目标\n";
const projects = (name: string) => `${header}13030421011AAAAAAAAAA,${name}租赁费,3600.00,租赁,保障工作\n`;
const facts = (name: string) => JSON.stringify({ 部门名称: `${name}局`, 年度: "2023", 表式: "hebei" });

/** Each broken in another way: the file, its text, and the code of the finding. */
const faults = [
  ["部门003", "department.json", '{"部门名称": "丙局', "json-broken"],
  ["部门050", "projects.csv", `${header}1,甲,2,3,4,5,6\n`, "ragged-row"],
  ["部门077", "department.json", facts("部门077").replace("hebei", "nowhere"), "form-unknown"],
] as const;

const work = temporaryFolder();
const data = join(work, "data");
const out = join(work, "out");

beforeAll(() => {
  for (const name of names) mend(name);
  for (const [name, file, text] of faults) writeFileSync(join(data, name, file), text);
});

function mend(name: string): void {
  mkdirSync(join(data, name), { recursive: true });
  writeFileSync(join(data, name, "department.json"), facts(name));
  writeFileSync(join(data, name, "projects.csv"), projects(name));
}

const build = (...words: readonly string[]) =>
  runHere("build", data, "--out", out, "--format", "docx", "--no-verify", "--no-review", ...words);

function readRun(out: string): RunFile {
  const schema = JSON.parse(readFileSync("docs/schemas/run.schema.json", "utf8"));
  const run = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
  expect(z.fromJSONSchema(schema).safeParse(run).error).toBeUndefined();
  return run;
}

function inState({ departments }: RunFile, state: string): readonly string[] {
  return departments.filter((one) => one.state === state).map(({ folder }) => folder.slice(data.length + 1));
}

/** Of the departments that were whole from the start. */
const stampsOfOthers = () => stamps().filter((line) => !faults.some(([name]) => line.includes(name)));

/** Files that tell of all departments. */
const ofAll = ["run.json", "index.html", ".index.json", "反馈.xlsx", ".feedback.json"];

/** Whatever would tell that a file was written: run.json is, each time. */
function stamps(): readonly string[] {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true });
  // What is kept for the next build is named by what it holds, and comes and goes.
  const files = entries.filter(
    (entry) => entry.isFile() && !ofAll.includes(entry.name) && !entry.parentPath.includes(".huibian"),
  );
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, stat: statSync(path, { bigint: true }) }))
    .map(({ path, stat }) => `${path} ${stat.ino} ${stat.mtimeNs}`)
    .toSorted();
}

test("three fail with their reasons, and the others are published", async () => {
  const { exitCode, stdout } = await build("--reporter", "json");
  expect(exitCode).toBe(1);
  const failed = JSON.parse(stdout).departments.filter((one: { state: string }) => one.state === "failed");
  expect(failed.map((one: { findings: { code: string }[] }) => one.findings.map(({ code }) => code))).toEqual(
    faults.map(([, , , code]) => expect.arrayContaining([code])),
  );
  const run = readRun(out);
  expect(inState(run, "failed")).toEqual(faults.map(([name]) => name));
  expect(inState(run, "built").length).toBe(97);
  for (const name of inState(run, "built"))
    expect(readdirSync(join(out, name)).filter((file) => file.endsWith(".docx")).length).toBe(1);
});

test("a retry before anything is mended fails the three again, and touches no other", async () => {
  const before = stampsOfOthers();
  const { exitCode, stdout } = await runHere("build", "--retry", "--out", out);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("其余 97 个部门");
  expect(stampsOfOthers()).toEqual(before);
});

test("mended, exactly these three are built, with the last run's options, and the record is of a hundred", async () => {
  for (const [name] of faults) mend(name);
  const before = stampsOfOthers();
  const { exitCode, stdout } = await runHere(...["build", "--retry", "--out", out, "--reporter", "json"]);
  expect(exitCode).toBe(0);
  const { departments } = JSON.parse(stdout);
  expect(departments.map((one: { folder: string }) => one.folder)).toEqual(
    faults.map(([name]) => `${data}/${name}`),
  );
  expect(stampsOfOthers()).toEqual(before);
  const run = readRun(out);
  expect(inState(run, "built")).toEqual(names);
  expect(run.departments.flatMap(({ files }) => files).length).toBe(100);
  expect(run).toMatchObject({ exitCode: 0, totals: { projects: 100 } });
});

test("nothing is left to retry", async () => {
  const { exitCode, stdout } = await runHere("build", "--retry", "--out", out);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("不需要重做");
});

test("a second run builds nothing, and its summary fits a screen", async () => {
  const before = stamps();
  const { exitCode, stdout, stderr } = await build();
  expect(exitCode).toBe(0);
  expect(stamps()).toEqual(before);
  expect(inState(readRun(out), "unchanged")).toEqual(names);
  expect(stderr).toBe("100 个部门没有改动\n");
  expect(stdout.split("\n").length).toBeLessThan(10);
  expect(stdout).toMatch(/^100 个部门 +未改动 +100 /mu);
});

test("what a cancelled run did not reach is no failure, and is built by a retry", async () => {
  const work = temporaryFolder();
  const [data, out] = [join(work, "data"), join(work, "out")];
  for (const name of names.slice(0, 8)) writeDepartment(data, name);
  const words = ["build", data, "--out", out, "--format", "docx", "--jobs", "2"];
  const run = startRun("1:rename manifest.json", "cli", ...words);
  await run.line((line) => line === "stopped");
  run.signal("SIGINT");
  await run.line((line) => line === "正在取消，做完手上的部门就停；再按一次立即结束");
  run.resume();
  expect((await run.ended).exitCode).toBe(130);
  const cut = readRun(out);
  const count = (state: string) => cut.departments.filter((one) => one.state === state).length;
  // What the two threads had in hand is finished.
  expect(count("built")).toBeGreaterThan(0);
  expect(count("skipped")).toBeGreaterThan(0);
  expect(count("built") + count("skipped")).toBe(8);
  expect(cut.departments.filter(({ reason }) => reason === "cancelled").length).toBe(count("skipped"));
  expect((await runHere("build", "--retry", "--out", out)).exitCode).toBe(0);
  expect(readRun(out).departments.map(({ state }) => state)).toEqual(Array(8).fill("built"));
});
