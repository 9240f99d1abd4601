/** A bug of ours in one department is said as such, and the others go on. */

import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { DepartmentFolder } from "../find/index.ts";
import { startOpener } from "./open-source.ts";
import { runDepartments } from "./run-departments.ts";
import { exitCodeOf } from "./run-result.ts";

const folder = (name: string): DepartmentFolder => ({
  folder: `data/${name}`,
  output: name,
  realPath: `/data/${name}`,
  files: [],
  unread: [],
  unreadable: [],
});

const tasks = (...names: readonly string[]) => names.map((name) => ({ department: folder(name) }));

test("a throw fails its own department, and the run ends with 3", async () => {
  const listed: string[] = [];
  const runs = await runDepartments(tasks("甲", "乙"), {
    jobs: 1,
    opener: startOpener(undefined),
    signal: new AbortController().signal,
    onEvent: () => undefined,
    generate: async (sources) => {
      if (sources.folder === "甲") throw new Error("no such row");
      return { findings: sources.found, readings: [], milliseconds: {} };
    },
    publish: async ({ findings }) => ({ findings, state: "built", files: [] }),
    afterCrash: async ({ department: { output } }, findings) => {
      listed.push(`${output}: ${findings.map(({ code }) => code).join()}`);
    },
  });
  const departments = runs.map(({ result }) => result);
  expect(listed).toEqual(["甲: internal-error"]);
  expect(departments.map((one) => one.state)).toEqual(["failed", "built"]);
  expect(departments[0]).toMatchObject({
    findings: [{ code: "internal-error", args: { message: "no such row" } }],
    stack: expect.stringContaining("run-departments.test.ts"),
  });
  const run = { command: "build", departments, problems: [] } as const;
  expect(exitCodeOf(run, { strict: false, cancelled: false })).toBe(3);
});

test("an export that never stands still while it is read fails its department", async () => {
  const realPath = mkdtempSync(join(tmpdir(), "huibian-copying-"));
  const path = join(realPath, "p.csv");
  writeFileSync(path, "项目编码\n");
  let copying = true;
  const goOn = () => {
    appendFileSync(path, "1\n");
    if (copying) setImmediate(goOn);
  };
  goOn();
  const [run] = await runDepartments([{ department: { ...folder("甲"), realPath, files: ["p.csv"] } }], {
    jobs: 1,
    opener: startOpener(undefined),
    signal: new AbortController().signal,
    onEvent: () => undefined,
    generate: ({ files, found }) => {
      copying = false;
      expect(files).toEqual([]);
      return { findings: found, readings: [], milliseconds: {} };
    },
  });
  expect(run?.result.state).toBe("failed");
  expect(run?.result.findings).toMatchObject([
    { code: "file-changed-while-read", at: { kind: "file", file: "p.csv" } },
  ]);
});

test("a department that never comes to an end fails by one finding, and the others go on", async () => {
  const runs = await runDepartments(tasks("甲", "乙", "丙"), {
    ...{ jobs: 1, opener: startOpener("time=1"), onEvent: () => undefined },
    signal: new AbortController().signal,
    generate: (sources) => {
      if (sources.folder === "甲") /^(?:a+)+$/u.test(`${"a".repeat(60)}b`);
      while (sources.folder === "乙");
      return { findings: sources.found, readings: [], milliseconds: {} };
    },
  });
  const ended = {
    state: "failed",
    findings: [{ code: "department-exceeds-limit", args: { limit: "time", allowed: 1 } }],
  };
  expect(runs.map(({ result }) => result)).toMatchObject([ended, ended, { state: "checked", findings: [] }]);
});

test("a file of any kind that is too large is not read, and its department fails by one finding", async () => {
  const realPath = mkdtempSync(join(tmpdir(), "huibian-large-"));
  writeFileSync(join(realPath, "p.csv"), "项目名称,金额\n".repeat(60_000));
  const run = async (limits: string) => {
    const [one] = await runDepartments([{ department: { ...folder("甲"), realPath, files: ["p.csv"] } }], {
      ...{ jobs: 1, opener: startOpener(limits), onEvent: () => undefined },
      signal: new AbortController().signal,
      generate: ({ files, found }) => ({
        findings: found,
        readings: [],
        milliseconds: { files: files.length },
      }),
    });
    return one?.result;
  };
  expect(await run("file=1")).toMatchObject({
    state: "failed",
    milliseconds: { files: 0 },
    findings: [
      { code: "workbook-exceeds-limit", at: { file: "p.csv" }, args: { limit: "file", allowed: 1 } },
    ],
  });
  expect(await run("file=2")).toMatchObject({ milliseconds: { files: 1 }, findings: [] });
});
