/** The published schema of an export accepts what the program reads, a form's own fields under any of their names included. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { ProjectExport } from "./project-export.ts";

const read = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL("../testing/cases/own-values-json/export.json", import.meta.url), "utf8"));

test("a form's own fields, by canonical names and by what the form calls them", () => {
  expect(ProjectExport.safeParse(read()).error).toBeUndefined();
});

const root = new URL("../../", import.meta.url);
const cases = new URL("pipeline/testing/cases/", root);
const published = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL("docs/schemas/project-export.schema.json", root), "utf8")),
);

/** Of each case whose data are read, the files that are JSON and nothing else. */
const readable = readdirSync(cases).flatMap((name) => {
  const folder = new URL(`${name}/`, cases);
  if (!existsSync(new URL("records.txt", folder))) return [];
  return readdirSync(folder).flatMap((file): readonly (readonly [string, unknown])[] => {
    if (!file.endsWith(".json") || file === "case.json" || file === "department.json") return [];
    try {
      return [[`${name}/${file}`, JSON.parse(readFileSync(new URL(file, folder), "utf8"))]];
    } catch {
      return [];
    }
  });
});

test("the published schema accepts every JSON file that is read, whatever a system puts around its projects", () => {
  expect(readable.length).toBeGreaterThan(40);
  const refused = readable.filter(([, value]) => !published.safeParse(value).success);
  expect(refused.map(([name]) => name)).toEqual([]);
  const sample: unknown = JSON.parse(readFileSync(new URL("data/suzhou/projects.json", root), "utf8"));
  expect(published.safeParse(sample).error?.issues).toBeUndefined();
});

const mistyped: readonly Readonly<Record<string, unknown>>[] = [
  { name: true },
  { goals: { annual: 3 } },
  { own: ["甲"] },
  { budget: 3600 },
  { budget: { total: [3600] } },
  { indicators: [{ own: { points: [1] } }] },
  { indicators: { annual: 3 } },
  { indicators: { 长期目标1: [{ 三级指标: ["次数"] }] } },
];

test.each(mistyped)("the published schema refuses %j, in a list, an answer, a tree or alone", (wrong) => {
  for (const value of [
    [wrong],
    { 部门名称: "甲局", 项目: [wrong] },
    { code: 0, data: { list: [wrong] } },
    [{ 预算单位: "甲中心", children: [wrong] }],
  ])
    expect(published.safeParse(value).success, JSON.stringify(value)).toBe(false);
  // zod does not read from a published schema that an object needs one of two keys.
  expect(ProjectExport.safeParse(wrong).success).toBe(false);
});
