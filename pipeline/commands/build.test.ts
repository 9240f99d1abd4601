/** Whole runs on real folders: what stands on the disk afterwards, and the exit code. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome, RunEvent } from "../batch/index.ts";
import type { Changes } from "../contracts/index.ts";
import { ownTemplates } from "../files/index.ts";
import { buildOptions } from "../testing/build-options.ts";
import { thisProcess } from "../testing/this-process.ts";
import { type BuildOptions, build } from "./build.ts";
import { check } from "./check.ts";

const projects =
  "项目编码,项目名称,预算数(元),其中：财政资金(元),其他资金(元),资金用途,3月底,6月底,10月底,12月底,绩效目标\n";
const indicators =
  "项目编码,一级指标,二级指标,三级指标,绩效指标描述,指标符号,指标值,计量单位,指标值确定依据\n";
const good = {
  "department.json": '{"部门名称":"甲局","年度":"2023","表式":"hebei"}',
  "projects.csv": `${projects}13030421011AAAAAAAAAA,租赁费,"3,600.00","3,600.00",0,租赁,25%,50%,75%,100%,保障工作\n`,
  "indicators.csv": `${indicators}13030421011AAAAAAAAAA,产出指标,数量指标,线路数,线路条数,≥,2,条,计划\n`,
};
const wrongTotal = { ...good, "projects.csv": good["projects.csv"].replace('"3,600.00",0', '"3,500.00",0') };
const truncated = { ...good, "department.json": good["department.json"].slice(0, 20) };
const inEach = (table: string, header: string) =>
  header +
  [..."ABCD"]
    .map((sign) =>
      table
        .slice(header.length)
        .replaceAll("A".repeat(10), sign.repeat(10))
        .replace("租赁费", `租赁费${sign}`),
    )
    .join("");
const fourProjects = {
  "projects.csv": inEach(good["projects.csv"], projects),
  "indicators.csv": inEach(good["indicators.csv"], indicators),
};

type Files = Readonly<Record<string, string>>;

function write(root: string, departments: Readonly<Record<string, Files>>): void {
  for (const [folder, files] of Object.entries(departments))
    for (const [name, text] of Object.entries(files)) {
      const path = join(root, "data", folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
}

function workspace(departments: Readonly<Record<string, Files>>): string {
  const root = mkdtempSync(join(tmpdir(), "huibian-build-"));
  write(root, departments);
  return root;
}

function run(root: string, changes: Partial<BuildOptions> = {}): Promise<Outcome> {
  return build(buildOptions({ folders: [join(root, "data")], out: join(root, "out"), ...changes }));
}

async function runOf(outcome: Promise<Outcome>) {
  const done = await outcome;
  if (done.kind === "refused") throw new Error(JSON.stringify(done.problems));
  return done.run;
}

/** Every file below the output folder but those that hold times. */
function outputs(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(root, "out"), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && !/^(?:run\.json|\.?index\.\w+)$/u.test(entry.name));
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(".huibian"))
    // Lists for units are written beside the edition, and tested by themselves.
    .filter((path) => !path.includes("反馈") && !path.endsWith(".feedback.json"));
  return new Map(paths.sort().map((path) => [path.slice(root.length + 5), readFileSync(path, "base64")]));
}

/** A published report that is gone is made again, of parts that are kept. */
function loseDocx(root: string): void {
  for (const path of outputs(root).keys()) if (path.endsWith(".docx")) rmSync(join(root, "out", path));
}

describe("a build", () => {
  test("publishes both formats, the findings and the manifest, and says what it did", async () => {
    const root = workspace({ "河北/甲": good });
    const result = await runOf(run(root));
    const title = result.departments[0]?.title ?? "";
    expect([...outputs(root).keys()].sort()).toEqual(
      [
        ".history/1/findings.json",
        ".history/1/manifest.json",
        ".history/1/records.json",
        "changes.json",
        "changes.md",
        "findings.csv",
        "findings.json",
        "findings.sarif",
        "manifest.json",
        "review.html",
        `${title}.docx`,
        `${title}.pdf`,
      ]
        .map((name) => `河北/甲/${name}`)
        .sort(),
    );
    expect(result).toMatchObject({
      exitCode: 0,
      departments: [{ state: "built", form: "hebei", projects: 1, budgetTotal: "0.36" }],
    });
    expect(JSON.parse(readFileSync(join(root, "out", "run.json"), "utf8"))).toMatchObject({ exitCode: 0 });
  });

  test("gives the same bytes again and elsewhere, and a new day changes only the dates in the files' properties", async () => {
    const [first, second] = [workspace({ 甲: good }), workspace({ 甲: good })];
    await run(first);
    await run(second, { clock: { day: "2031-05-06", createdAt: new Date("2024-01-01T00:00:00Z") } });
    expect(outputs(second)).toEqual(outputs(first));
    const before = outputs(first);
    await run(first, { force: true });
    expect(outputs(first)).toEqual(before);
  });

  test("lays out again only the project that was edited, and says so", async () => {
    const root = workspace({ 甲: { ...good, ...fourProjects } });
    const first = await runOf(run(root));
    const { made = 0 } = first.departments[0]?.reuse ?? {};
    expect(first.departments[0]?.reuse).toMatchObject({ reused: 0, because: "first" });
    const edited = { "projects.csv": fourProjects["projects.csv"].replace("租赁费C", "租金") };
    write(root, { 甲: edited });
    const second = await runOf(run(root));
    // Part 1 names every project.
    const remade = ["第一部分　部门整体绩效目标", "3.租金绩效目标表"];
    expect(second.departments[0]?.reuse).toEqual({ reused: made - 2, made: 2, damaged: 0, remade });
    const afresh = workspace({ 甲: { ...good, ...fourProjects, ...edited } });
    await run(afresh, { cache: false });
    const documents = (of: string) => [...outputs(of)].filter(([name]) => /\.(?:docx|pdf)$/u.test(name));
    expect(documents(root)).toEqual(documents(afresh));
    expect(documents(root)).toHaveLength(2);
    loseDocx(root);
    const third = await runOf(run(root));
    expect(third.departments[0]?.reuse).toEqual({ reused: made, made: 0, damaged: 0, remade: [] });
  });

  test("makes anew what was kept and is damaged, with a note, and goes on where nothing can be kept", async () => {
    const root = workspace({ 甲: good });
    await run(root);
    const before = outputs(root);
    const cache = join(root, "out", ".huibian", "cache");
    const pack = join(cache, readdirSync(cache)[0] ?? "");
    const bytes = readFileSync(pack);
    for (const at of [3, 40, bytes.length - 5]) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0xff, at);
      writeFileSync(pack, damaged);
      loseDocx(root);
      const result = await runOf(run(root));
      expect(result.problems.map(({ code }) => code)).toEqual(["cache-damaged"]);
      expect(outputs(root)).toEqual(before);
      expect(readFileSync(pack).equals(bytes)).toBe(true);
    }
    const file = join(root, "file");
    writeFileSync(file, "");
    const result = await runOf(run(root, { force: true, cache: join(file, "cache") }));
    expect(result).toMatchObject({ exitCode: 0, problems: [{ code: "cache-not-written" }] });
  });

  test("goes on past a department that fails, and keeps what was published of it", async () => {
    const root = workspace({ 甲: good, 乙: good, 丙: {} });
    mkdirSync(join(root, "data", "丙"));
    await run(root);
    const before = outputs(root);
    write(root, { 乙: truncated });
    const result = await runOf(run(root));
    expect(result.exitCode).toBe(1);
    expect(result.departments.map((one) => one.state)).toEqual(["failed", "failed", "unchanged"]);
    for (const [path, bytes] of outputs(root))
      if (!/findings|review/u.test(path)) expect([path, bytes]).toEqual([path, before.get(path)]);
  });

  test("prints data with errors, unless it is strict", async () => {
    const root = workspace({ 甲: wrongTotal });
    expect(await runOf(run(root))).toMatchObject({ exitCode: 0, departments: [{ state: "built" }] });
    const strict = await runOf(run(root, { strict: true }));
    expect(strict).toMatchObject({ exitCode: 1, departments: [{ state: "failed", files: [] }] });
    const fresh = workspace({ 甲: wrongTotal });
    await run(fresh, { strict: true });
    expect([...outputs(fresh).keys()]).toEqual([
      "甲/findings.csv",
      "甲/findings.json",
      "甲/findings.sarif",
      "甲/review.html",
    ]);
  });

  test("tells what changed since the last final edition, whatever was built in between", async () => {
    const root = workspace({ 甲: { ...good, ...fourProjects } });
    const changes = (below = ""): Changes =>
      JSON.parse(readFileSync(join(root, "out", "甲", below, "changes.json"), "utf8"));
    await run(root);
    expect(changes()).toMatchObject({ count: 0, after: { edition: 1 } });
    expect(changes().before).toBeUndefined();

    const dearer = fourProjects["projects.csv"].replace('"3,600.00","3,600.00"', '"3,700.00","3,700.00"');
    write(root, { 甲: { "projects.csv": dearer } });
    await run(root, { draft: true });
    const found = { count: 2, before: { edition: 1 }, projects: { changed: [{ project: { number: 1 } }] } };
    expect(changes("draft")).toMatchObject(found);
    expect(changes("draft").after.edition).toBeUndefined();
    expect(changes()).toMatchObject({ count: 0, after: { edition: 1 } });

    const second = await runOf(run(root));
    expect(second.departments[0]?.because).toEqual([
      { kind: "data", file: "projects.csv", change: "changed", projects: 1 },
    ]);
    expect(changes()).toMatchObject({ ...found, after: { edition: 2 } });
    expect(
      changes().projects.changed[0]?.fields.map(({ field, before, after }) => [field, before, after]),
    ).toEqual([
      ["budget.total", "0.36", "0.37"],
      ["budget.fiscal", "0.36", "0.37"],
    ]);

    // The same edition again is compared with the one before it, and not with itself.
    await run(root, { force: true });
    expect(changes()).toMatchObject({ ...found, after: { edition: 2 } });
  });

  test("compares a draft with the draft before, and with the last edition", async () => {
    const root = workspace({ 甲: good });
    const changeTo = (goal: string) =>
      write(root, { 甲: { "projects.csv": good["projects.csv"].replace("保障工作", goal) } });
    const counts = () => {
      const { summary } = JSON.parse(readFileSync(join(root, "out/甲/draft/manifest.json"), "utf8"));
      return [summary.changes?.count, summary.sinceDraft?.count, summary.sinceDraft?.findings];
    };
    await run(root, {});
    await run(root, { draft: true });
    expect(counts()).toEqual([0, undefined, undefined]);
    changeTo("保障工作一");
    await run(root, { draft: true });
    expect(counts()).toEqual([1, 1, { added: 0, gone: 0 }]);
    changeTo("保障工作二");
    await run(root, { draft: true });
    expect(counts()).toEqual([1, 1, { added: 0, gone: 0 }]);
    const since = (name: string) => readFileSync(join(root, "out/甲/draft", name), "utf8");
    expect(since("changes.md")).toContain("保障工作 → 保障工作二");
    expect(since("changes-since-draft.md")).toContain("与“上一份草稿”相比，共有 1 处变动。");
    expect(since("changes-since-draft.md")).toContain("保障工作一 → 保障工作二");
    expect(JSON.parse(since("changes-since-draft.json"))).toMatchObject({ count: 1 });
    writeFileSync(join(root, "out/甲/draft/records.json"), "{");
    await run(root, { draft: true });
    expect(counts()).toEqual([1, undefined, undefined]);
    expect(existsSync(join(root, "out/甲/draft/changes-since-draft.md"))).toBe(false);
  });

  test("writes a draft beside the final edition, never over it", async () => {
    const root = workspace({ 甲: good });
    await run(root);
    const before = outputs(root);
    await run(root, { draft: true, formats: ["docx"] });
    const after = outputs(root);
    for (const [path, bytes] of before) expect(after.get(path)).toBe(bytes);
    expect([...after.keys()].filter((path) => path.startsWith("甲/draft/")).length).toBe(10);
  });

  test("makes a page of review, and removes it when it is no longer wanted", async () => {
    const root = workspace({ 甲: good });
    await run(root);
    expect(outputs(root).has("甲/review.html")).toBe(true);
    expect((await runOf(run(root))).departments[0]?.state).toBe("unchanged");
    await run(root, { review: false });
    expect(outputs(root).has("甲/review.html")).toBe(false);
  });

  test("that is cancelled leaves the rest as it was", async () => {
    const root = workspace({ 甲: good, 乙: good });
    const cancel = new AbortController();
    const onEvent = (event: RunEvent) => event.kind === "finished" && cancel.abort();
    const result = await runOf(run(root, { jobs: 1, signal: cancel.signal, onEvent }));
    expect(result.exitCode).toBe(130);
    expect(result.departments.map((one) => one.state)).toEqual(["built", "skipped"]);
    expect([...outputs(root).keys()].every((path) => path.startsWith("乙/"))).toBe(true);
  });

  test("is refused with nothing written where two departments would share a place", async () => {
    const root = workspace({ "a/x": good, "b/x": good });
    const folders = ["a", "b"].map((name) => join(root, "data", name));
    expect(await run(root, { folders })).toMatchObject({ kind: "refused", exitCode: 2 });
    expect(readdirSync(root)).toEqual(["data"]);
  });
});

describe("forms of the user's own", () => {
  test("are added, and share what ours share", async () => {
    const root = workspace({
      甲: { ...good, "department.json": good["department.json"].replace("hebei", "mine") },
    });
    cpSync(join(ownTemplates, "hebei"), join(root, "forms", "mine"), { recursive: true });
    const result = await runOf(run(root, { templates: join(root, "forms") }));
    expect(result.departments).toMatchObject([{ state: "built", form: "mine" }]);
  });

  test("that are broken fail only the departments that name them, which hear why", async () => {
    const mine = { ...good, "department.json": good["department.json"].replace("hebei", "mine") };
    const root = workspace({ 甲: good, 乙: mine });
    mkdirSync(join(root, "forms", "mine"), { recursive: true });
    writeFileSync(join(root, "forms", "mine", "form.json"), "{");
    const result = await runOf(run(root, { templates: join(root, "forms") }));
    expect(result.departments.map((one) => one.state)).toEqual(["failed", "built"]);
    const places = result.departments[0]?.findings.flatMap(({ at }) => ("file" in at ? [at.file] : []));
    expect(places?.some((file) => file.endsWith("forms/mine/form.json"))).toBe(true);
  });
});

test("a check writes nothing, and errors are its exit code", async () => {
  const root = workspace({ 甲: wrongTotal });
  const outcome = await check({
    folders: [join(root, "data")],
    jobs: 1,
    day: "2026-01-01",
    templates: undefined,
    self: thisProcess,
    signal: new AbortController().signal,
    onEvent: () => undefined,
  });
  expect(outcome).toMatchObject({
    kind: "done",
    run: { exitCode: 1, departments: [{ state: "checked", projects: 1 }] },
  });
  expect(readdirSync(root)).toEqual(["data"]);
});
