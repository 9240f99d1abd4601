/** Which editions and folders are compared, and what is said where there is nothing to compare. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { describeChanges } from "../testing/describe-changes.ts";
import { thisProcess } from "../testing/this-process.ts";
import { diff, type WantedEditions } from "./diff.ts";

const scratch = mkdtempSync(join(tmpdir(), "huibian-diff-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const out = join(scratch, "out");

const records = (year: string) =>
  JSON.stringify({
    schema: 1,
    department: { name: "局", year, overall: [], subGoals: [], safeguards: [] },
    form: "hebei",
    labels: {},
    projects: [{ ordinal: 1, code: "1", name: "办公费", unit: "水利站", indicators: [] }],
  });

function write(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A department with editions 1, 2 and 10, of the years 2021, 2022 and 2030; 11 was cut short. */
const department = join(out, "all", "ju");
for (const [edition, year] of Object.entries({ 1: "2021", 2: "2022", 10: "2030" }))
  write(join(department, ".history", edition), { "records.json": records(year), "manifest.json": "{}" });
write(join(department, ".history", "11"), {});
write(join(department, ".history", "notes"), { "records.json": "" });
const once = join(out, "once");
write(join(once, ".history", "1"), { "records.json": records("2021") });
const draft = write(join(department, "draft"), { "records.json": records("2031"), "manifest.json": "{}" });
const data = write(join(scratch, "data"), {
  "department.json": '{"部门名称": "局", "年度": 2040, "表式": "hebei"}',
  // An export may have this name too.
  "records.json": '[{"项目编码": "1", "项目名称": "办公费", "预算单位": "水利站"}]',
});

async function compare(
  folders: readonly string[],
  editions?: WantedEditions,
  { signal } = new AbortController(),
) {
  const compared = await diff({
    folders,
    out,
    editions,
    templates: undefined,
    limits: undefined,
    signal,
    self: thisProcess,
    report: () => undefined,
  });
  if (compared.kind === "failed") {
    const problems = compared.problems.map(({ code, at, args }) => ({ code, at, args }));
    return { exitCode: compared.exitCode, problems };
  }
  const { before, after } = compared.changes;
  const { totals: _, ...old } = before ?? { totals: {} };
  const { totals: _totals, ...now } = after;
  return { says: describeChanges(compared.changes), before: old, after: now };
}

const year = (before: string, after: string) => [`department: department.year ${before} → ${after}`];

describe("compares", () => {
  test("the two newest editions of an output folder", async () => {
    expect(await compare([department])).toEqual({
      says: year("2022", "2030"),
      before: { edition: 2 },
      after: { edition: 10 },
    });
  });

  test("those of a department that is given by its place below the output folder", async () => {
    expect(await compare(["all/ju"])).toMatchObject({ says: year("2022", "2030") });
  });

  test("two editions by number, or one and the newest", async () => {
    expect(await compare([department], { before: 1, after: 2 })).toMatchObject({
      says: year("2021", "2022"),
    });
    expect(await compare([department], { before: 2, after: 1 })).toMatchObject({
      says: year("2022", "2021"),
    });
    expect(await compare([department], { before: 1 })).toMatchObject({ says: year("2021", "2030") });
  });

  test("an edition's own folder with an output folder's newest", async () => {
    const first = join(department, ".history", "1");
    expect(await compare([first, department])).toEqual({
      says: year("2021", "2030"),
      before: { name: first },
      after: { name: department, edition: 10 },
    });
  });

  test("a draft with the last edition", async () => {
    expect(await compare([department, draft])).toMatchObject({
      says: year("2030", "2031"),
      after: { name: draft },
    });
  });

  test("data that are not printed yet, even where an export is called records.json", async () => {
    expect(await compare([department, data])).toMatchObject({
      says: year("2030", "2040"),
      after: { name: data },
    });
    expect(await compare([data, data])).toMatchObject({ says: [] });
  });
});

describe("says what is wrong", () => {
  const fails = (exitCode: 1 | 2, code: string, file: string, args: object) => ({
    exitCode,
    problems: [{ code, at: { kind: "file", file }, args }],
  });

  test("where there is one edition or none", async () => {
    expect(await compare(["once"])).toEqual(fails(2, "no-edition", once, { folder: once, editions: [1] }));
    expect(await compare([data])).toEqual(fails(2, "no-edition", data, { folder: data, editions: [] }));
  });

  test("where an edition of that number is not there", async () => {
    const args = { folder: department, edition: 7, editions: [1, 2, 10] };
    expect(await compare([department], { before: 1, after: 7 })).toEqual(
      fails(2, "edition-not-found", department, args),
    );
    expect(await compare([department], { before: 7 })).toEqual(
      fails(2, "edition-not-found", department, args),
    );
  });

  test("where a folder is not there", async () => {
    const missing = {
      exitCode: 2,
      problems: [{ code: "comparison-not-found", args: { folder: "nowhere", out } }],
    };
    expect(await compare(["nowhere"])).toMatchObject(missing);
    expect(await compare([department, "nowhere"])).toMatchObject(missing);
    expect(await compare(["nowhere", department])).toMatchObject(missing);
  });

  test("where records are damaged, with the place in them", async () => {
    const folder = join(scratch, "damaged");
    const file = join(folder, ".history", "2", "records.json");
    write(join(folder, ".history", "1"), { "records.json": records("2021") });
    write(join(folder, ".history", "2"), { "records.json": "{" });
    expect(await compare([folder])).toEqual(fails(1, "records-damaged", file, { pointer: "" }));
    writeFileSync(file, records("2022").replace('"ordinal":1', '"ordinal":0'));
    expect(await compare([folder])).toEqual(
      fails(1, "records-damaged", file, { pointer: "/projects/0/ordinal" }),
    );
  });

  test("where a folder of data holds several departments, or none", async () => {
    const several = join(scratch, "several");
    for (const name of ["a", "b"]) write(join(several, name), { "p.csv": "项目编码,项目名称\n1,甲\n" });
    expect(await compare([department, several])).toMatchObject({
      exitCode: 2,
      problems: [{ code: "comparison-several-departments", args: { folder: several } }],
    });
    const none = write(join(scratch, "none"), {});
    expect(await compare([department, none])).toMatchObject({
      exitCode: 2,
      problems: [{ code: "no-department-found" }],
    });
  });

  test("where it is cancelled", async () => {
    const cancel = new AbortController();
    cancel.abort();
    expect(await compare([department, data], undefined, cancel)).toEqual({ exitCode: 130, problems: [] });
  });

  test("where data cannot be read", async () => {
    const broken = write(join(scratch, "broken"), { "p.csv": '项目编码,项目名称\n1,"甲\n' });
    expect(await compare([department, broken])).toMatchObject({
      exitCode: 1,
      problems: [{ at: { file: "p.csv" } }],
    });
  });
});
