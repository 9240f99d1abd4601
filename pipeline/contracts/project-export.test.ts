/** The published schema of an export accepts what the program reads, a form's own fields under any of their names included. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ProjectExport } from "./project-export.ts";

const read = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL("../testing/cases/own-values-json/export.json", import.meta.url), "utf8"));

test("a form's own fields, by canonical names and by what the form calls them", () => {
  expect(ProjectExport.safeParse(read()).error).toBeUndefined();
});

test("what no field can be is no export", () => {
  for (const wrong of [{ name: true }, { own: ["甲"] }, { indicators: [{ own: { points: [1] } }] }])
    expect(ProjectExport.safeParse({ ...read(), projects: [wrong] }).success).toBe(false);
});
