/** Departments that leave nothing to print: each fails alone, says where and what to do, and the others are built. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runHere } from "./run-here.ts";
import type { Outcome } from "./run-program.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const samples = join(import.meta.dirname, "..", "..", "data");

type Place = {
  readonly file: string;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
};
type Finding = {
  readonly severity: string;
  readonly at: Place;
  readonly zh: { readonly says: string; readonly todo: string };
};
type Department = { readonly folder: string; readonly state: string; readonly findings: readonly Finding[] };

let data: string;
let out: string;
let outcome: Outcome;
let departments: readonly Department[];

beforeAll(async () => {
  const folder = temporaryFolder();
  data = join(folder, "data");
  out = join(folder, "out");
  cpSync(join(samples, "korla"), join(data, "whole"), { recursive: true });
  write(
    "truncated/projects.json",
    readFileSync(join(samples, "suzhou", "projects.json"), "utf8").slice(0, 3000),
  );
  write("ragged/indicators.csv", raggedCsv);
  mkdirSync(join(data, "empty"));
  cpSync(join(samples, "beidaihe"), join(data, "unknown-form"), { recursive: true });
  const department = JSON.parse(readFileSync(join(samples, "beidaihe", "department.json"), "utf8"));
  write("unknown-form/department.json", JSON.stringify({ ...department, 表式: "atlantis" }, undefined, 2));
  outcome = await runHere("build", data, "--out", out, "--reporter", "json");
  departments = JSON.parse(outcome.stdout).departments;
});

// Row 3 has a cell too many, rows 5 and 6 one too few; row 4 only ends in an empty one.
const raggedCsv = `预算单位,项目名称,一级指标,二级指标,三级指标,指标值
示范局,道路养护,产出指标,数量指标,养护里程,100公里
示范局,道路养护,产出指标,质量指标,合格率,95%,多出来的
示范局,道路养护,产出指标,时效指标,及时率,95%,
示范局,道路养护,效益指标,社会效益指标,满意
示范局,道路养护,满意度指标,服务对象满意度指标,群众满意度
`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(data, path)), { recursive: true });
  writeFileSync(join(data, path), text);
}

function failuresOf(folder: string): readonly Finding[] {
  const department = departments.find((one) => one.folder.endsWith(`/${folder}`));
  return department?.findings.filter(({ severity }) => severity === "failure") ?? [];
}

test("the run fails, the whole department is built, the others are not", () => {
  expect(outcome.exitCode).toBe(1);
  const states = departments.map(({ folder, state }) => [folder.split("/").at(-1), state]);
  expect(Object.fromEntries(states)).toEqual({
    empty: "failed",
    ragged: "failed",
    truncated: "failed",
    "unknown-form": "failed",
    whole: "built",
  });
  const published = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(docx|pdf)$/u.test(path),
  );
  expect(published.map(dirname)).toEqual(["whole", "whole"]);
});

test("a truncated JSON file is shown where it ends", () => {
  const last = readFileSync(join(data, "truncated", "projects.json"), "utf8").split("\n");
  const [first] = failuresOf("truncated");
  expect(first?.at).toMatchObject({ file: expect.stringMatching(/projects\.json$/u), line: last.length });
  expect(first?.at.column).toBeGreaterThan(0);
});

test("ragged rows are all shown, each with its column", () => {
  const places = failuresOf("ragged").map(({ at }) => [at.file.split("/").at(-1), at.row, at.column]);
  expect(places).toEqual([
    ["indicators.csv", 3, 7],
    ["indicators.csv", 5, 6],
    ["indicators.csv", 6, 6],
  ]);
});

test("a folder with nothing to read is shown as such", () => {
  expect(failuresOf("empty").map(({ at }) => at.file)).toEqual([expect.stringMatching(/empty$/u)]);
});

test("an unknown form is shown where department.json names it", () => {
  const text = readFileSync(join(data, "unknown-form", "department.json"), "utf8").split("\n");
  const line = text.findIndex((words) => words.includes("atlantis")) + 1;
  expect(failuresOf("unknown-form").map(({ at }) => at)).toEqual([
    expect.objectContaining({ file: expect.stringMatching(/department\.json$/u), line }),
  ]);
});

test.each(["truncated", "ragged", "empty", "unknown-form"])("%s: every failure says what to do", (folder) => {
  const failures = failuresOf(folder);
  expect(failures.length).toBeGreaterThan(0);
  for (const { zh } of failures) expect([zh.says, zh.todo]).not.toContain("");
});

test("on a terminal, too, each is named with its place", async () => {
  const { exitCode, stdout, stderr } = await runHere("build", data, "--out", out);
  expect(exitCode).toBe(1);
  expect(stdout + stderr).toMatch(/indicators\.csv:3:G/u);
  expect(stdout + stderr).toMatch(/projects\.json:\d+:\d+/u);
});
