/** The published schema of an export accepts what the program reads, a form's own fields under any of their names included. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { ProjectExport } from "./project-export.ts";

const read = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL("../testing/cases/own-values-json/export.json", import.meta.url), "utf8"));

test("a form's own fields, by canonical names and by what the form calls them", () => {
  expect(ProjectExport.safeParse(read()).error).toBeUndefined();
});

const root = new URL("../../", import.meta.url);

test.each([
  "data/suzhou/projects.json",
  ...[
    "nested-chinese-keys/projects.json",
    "nested-english-keys/projects.json",
    "own-money-by-json-section/export.json",
    "own-values-json/export.json",
    "flat-json-rows/rows.json",
    "json-one-project/project.json",
    "json-numbers-as-written/projects.json",
    "json-numbers-with-exponents/projects.json",
    "keys-not-printed/projects.json",
    "split-over-files/indicators.json",
    "unequal-sides/projects.json",
  ].map((name) => `pipeline/testing/cases/${name}`),
])("the published schema accepts %s", (name) => {
  const published = JSON.parse(
    readFileSync(new URL("docs/schemas/project-export.schema.json", root), "utf8"),
  );
  const value: unknown = JSON.parse(readFileSync(new URL(name, root), "utf8"));
  expect(z.fromJSONSchema(published).safeParse(value).error?.issues).toBeUndefined();
});

test("what no field can be is no export", () => {
  for (const wrong of [
    { name: true },
    { goals: { annual: 3 } },
    { own: ["甲"] },
    { indicators: [{ own: { points: [1] } }] },
  ])
    expect(ProjectExport.safeParse({ ...read(), projects: [wrong] }).success).toBe(false);
});
