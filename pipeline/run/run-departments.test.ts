/** A bug of ours in one department is said as such, and the others go on. */
import { expect, test } from "vitest";
import type { DepartmentFolder } from "./find-departments.ts";
import { runDepartments } from "./run-departments.ts";
import { exitCodeOf } from "./run-result.ts";

const folder = (name: string): DepartmentFolder => ({
  folder: `data/${name}`,
  output: name,
  realPath: `/data/${name}`,
  files: [],
  unread: [],
});

test("a throw fails its own department, and the run ends with 3", async () => {
  const listed: string[] = [];
  const departments = await runDepartments(["甲", "乙"].map(folder), {
    jobs: 1,
    signal: new AbortController().signal,
    onEvent: () => undefined,
    work: async (input, _department, findings) => {
      if (input.folder === "甲") throw new Error("no such row");
      return { built: { findings, readings: [], milliseconds: {} }, state: "built", files: [] };
    },
    afterCrash: async ({ output }, findings) => {
      listed.push(`${output}: ${findings.map(({ code }) => code).join()}`);
    },
  });
  expect(listed).toEqual(["甲: internal-error"]);
  expect(departments.map((one) => one.state)).toEqual(["failed", "built"]);
  expect(departments[0]).toMatchObject({
    findings: [{ code: "internal-error", args: { message: "no such row" } }],
    stack: expect.stringContaining("run-departments.test.ts"),
  });
  const run = { command: "build", departments, problems: [] } as const;
  expect(exitCodeOf(run, { strict: false, cancelled: false })).toBe(3);
});
