/** A department that has too much of something fails with one finding, at the place, and its neighbour is built. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { formatPlace, type Place } from "../diagnostics/index.ts";
import { runInstalled } from "./installed-program.ts";
import { runHere } from "./run-here.ts";
import { writeDepartment } from "./small-departments.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const head = "项目编码,项目名称,预算数（元）,绩效目标,一级指标,二级指标,三级指标,指标值";
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `0${index},项目${index},35,做好,产出指标,数量指标,次数,≥3次`);

type Checked = {
  readonly departments: readonly {
    readonly folder: string;
    readonly state: string;
    readonly findings: readonly {
      readonly code: string;
      readonly severity: string;
      readonly also?: readonly Place[];
      readonly at: Place;
      readonly args: Readonly<Record<string, unknown>>;
    }[];
  }[];
};

test("each limit of texts", async () => {
  const data = temporaryFolder();
  const departments = {
    好: { "a.csv": [head, ...rows(2)].join("\n") },
    行: { "a.csv": [head, ...rows(9)].join("\n") },
    列: { "a.csv": [head, `${rows(1)[0]}${",".repeat(9)}备注`].join("\n") },
    项目: { "a.csv": [head, ...rows(2)].join("\n"), "b.csv": [head, ...rows(4).slice(2)].join("\n") },
    项目表: { "a.csv": [head, ...rows(4)].join("\n") },
    字: { "a.json": JSON.stringify([{ 项目名称: "长".repeat(300) }]) },
    键: { "a.json": JSON.stringify(Array.from({ length: 9 }, (_, index) => ({ [`键${index}`]: 1 }))) },
    层: { "a.json": `{"数据":${"[".repeat(30)}` },
    自己: { "department.json": `{"部门名称":${"[".repeat(30)}`, "a.csv": [head, ...rows(2)].join("\n") },
  };
  for (const [name, files] of Object.entries(departments)) {
    mkdirSync(join(data, name));
    const own = { "department.json": JSON.stringify({ 部门名称: `${name}局`, 年度: 2026, 表式: "hebei" }) };
    for (const [file, text] of Object.entries({ ...own, ...files }))
      writeFileSync(join(data, name, file), text);
  }
  const limits = "rows=8,columns=12,projects=3,text=200,depth=20,keys=8";
  const { exitCode, stdout } = await runHere("check", data, "--limits", limits, "--reporter", "json");
  const { departments: results }: Checked = JSON.parse(stdout);
  const told = results.map(({ folder, state, findings }) => {
    const failures = findings.filter(({ severity }) => severity === "failure");
    return [
      basename(folder),
      state,
      ...failures.map(({ at, args }) => [args.limit, formatPlace(at)].join(" ")),
    ];
  });
  expect(Object.fromEntries(told.map(([name, ...rest]) => [name, rest.join(", ")]))).toEqual({
    列: "failed, columns a.csv:2:Q",
    好: "checked",
    字: "failed, text a.json:1:211",
    层: "failed, depth a.json:1:26",
    键: "failed, keys a.json:1:79",
    自己: "failed, depth department.json:1:28",
    行: "failed, rows a.csv:9:A",
    项目: "failed, projects 项目",
    项目表: "failed, projects 项目表",
  });
  expect(exitCode).toBe(1);
});

test("a project that is there 300 times is told once, with all places", async () => {
  const data = temporaryFolder();
  writeFileSync(
    join(data, "department.json"),
    JSON.stringify({ 部门名称: "重局", 年度: 2026, 表式: "hebei" }),
  );
  writeFileSync(
    join(data, "a.json"),
    JSON.stringify(Array.from({ length: 300 }, () => ({ 项目名称: "甲" }))),
  );
  const { stdout } = await runHere("check", data, "--reporter", "json");
  const { departments }: Checked = JSON.parse(stdout);
  const twice = departments.flatMap(({ findings }) =>
    findings.filter(({ code }) => code === "project-twice"),
  );
  expect(twice.map(({ also }) => also?.length)).toEqual([299]);
});

test("a department that takes all the memory of its thread fails, and its neighbour is built", async () => {
  const data = temporaryFolder();
  for (const [name, projects] of [
    ["大", 700],
    ["小", 1],
  ] as const) {
    writeDepartment(data, name, projects);
    const path = join(data, name, "projects.csv");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("保障工作", "保障工作顺利开展。".repeat(60)));
  }
  // A bound that is asked for needs a thread, which one job would do without.
  const words = [
    "--jobs",
    "1",
    "--limits",
    "heap=52",
    "--format",
    "docx",
    "--no-cache",
    "--reporter",
    "json",
  ];
  const { exitCode, stdout } = await runInstalled("build", data, "--out", join(data, "out"), ...words);
  const { departments }: Checked = JSON.parse(stdout);
  expect(departments.map(({ folder, state }) => [basename(folder), state])).toEqual([
    ["大", "failed"],
    ["小", "built"],
  ]);
  const failures = departments.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === "failure"),
  );
  expect(failures.map(({ args }) => args)).toEqual([{ limit: "heap", allowed: 52 }]);
  expect(exitCode).toBe(1);
});

test.each([["甲", "乙", "丙"], ["甲"]])(
  "departments whose threads have no memory to start in fail, and the run ends as it should",
  async (...names) => {
    const data = temporaryFolder();
    for (const name of names) writeDepartment(data, name, 1);
    const words = ["--jobs", "2", "--limits", "heap=1", "--reporter", "json"];
    const { exitCode, stdout } = await runInstalled("build", data, "--out", join(data, "out"), ...words);
    const { departments }: Checked = JSON.parse(stdout);
    expect(departments.flatMap(({ findings }) => findings.map(({ args }) => args))).toEqual(
      names.map(() => ({ limit: "heap", allowed: 1 })),
    );
    expect(exitCode).toBe(1);
  },
);
