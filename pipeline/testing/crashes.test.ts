/** The program killed at every step of its writing: what lies there is whole, and the next run makes it one edition. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { holdOutput, publishEdition, readManifest } from "../editions/index.ts";
import { hashOfBytes } from "../files/index.ts";
import { editionOf } from "./editions.mjs";
import { runInstalled } from "./installed-program.ts";
import { runHere } from "./run-here.ts";
import { startRun } from "./stopped-run.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { thisProcess } from "./this-process.ts";

/** An output folder with the editions up to `number`, the history full. */
async function outputWith(number: number): Promise<string> {
  const out = temporaryFolder();
  for (let one = 1; one <= number; one += 1)
    await publishEdition({ out, below: "甲" }, editionOf(one), { report: () => undefined });
  return out;
}

/** What the next command does before anything else; the codes of what it says. */
async function settle(out: string): Promise<readonly string[]> {
  const codes: string[] = [];
  const held = await holdOutput(out, {
    self: thisProcess,
    wait: 0,
    signal: new AbortController().signal,
    report: ({ code }) => codes.push(code),
    onWait: () => undefined,
  });
  if (held.kind !== "held") throw new Error(JSON.stringify(held));
  await held.release();
  return codes;
}

/** Of the files of an edition, by name, histories included. */
function filesOf(number: number): ReadonlyMap<string, string> {
  const { documents, lists, extras, history } = editionOf(number);
  const files = [...documents, ...lists, ...extras].map(
    ({ name, bytes }) => [name, hashOfBytes(bytes)] as const,
  );
  const records = history?.records ?? new Uint8Array();
  return new Map([...files, [`.history/${number}/records.json`, hashOfBytes(records)]]);
}

function read(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), hashOfBytes(readFileSync(path))]));
}

/** Whatever is not staged is of one of the editions, and whole. */
function expectWhole(folder: string, numbers: readonly number[]): void {
  const known = numbers.map(filesOf);
  for (const [name, hash] of read(folder)) {
    if (name.includes(".huibian-") || name.endsWith("manifest.json")) continue;
    expect(
      known.map((files) => files.get(name)),
      name,
    ).toContain(hash);
  }
}

/** The folder holds one edition and its history, and nothing besides. */
async function expectEdition(out: string, number: number): Promise<void> {
  const folder = join(out, "甲");
  const found = new Map(read(folder));
  const manifest = await readManifest(folder);
  expect(manifest).toMatchObject({ edition: number, summary: { number } });
  for (const { name, sha256 } of [...(manifest?.files ?? []), ...(manifest?.extras ?? [])])
    expect(found.get(name), name).toBe(sha256);
  const kept = [number - 1, number].filter((one) => one > 0);
  const manifests = ["manifest.json", ...kept.map((one) => `.history/${one}/manifest.json`)];
  const records = kept.map((one) => `.history/${one}/records.json`);
  expect([...found.keys()].toSorted()).toEqual(
    [...new Set([...filesOf(number).keys(), ...records, ...manifests])].toSorted(),
  );
  expect(found.get(`.history/${number}/manifest.json`)).toBe(found.get("manifest.json"));
  for (const [name, hash] of filesOf(number)) expect(found.get(name), name).toBe(hash);
  expect(existsSync(join(out, ".huibian"))).toBe(false);
}

/** The journal's second rename into place: from then on the edition is the new one. */
function commitOf(steps: readonly string[]): number {
  const renames = steps.flatMap((step, index) => (/^rename journal-/u.test(step) ? [index + 1] : []));
  expect(renames).toHaveLength(2);
  return renames[1] ?? 0;
}

test("killed at each step of publishing, it leaves one edition, whole", async ({ annotate }) => {
  const out = await outputWith(3);
  const run = startRun("each", "publish", "4", "4", out);
  const [steps, left]: [string[], string[]] = [[], []];
  // A kill loses nothing of what is on the disk: what lies there while the process is stopped is what it would leave.
  for await (const step of run.steps()) {
    const copy = temporaryFolder();
    cpSync(out, copy, { recursive: true });
    steps.push(step);
    left.push(copy);
  }
  expect((await run.ended).exitCode).toBe(0);
  await expectEdition(out, 4);
  // 甲 was the title of the third edition; the second's records outlive it.
  expect(steps).toEqual(
    expect.arrayContaining([
      "rename 乙.docx",
      "rename changes.md",
      "rename findings.csv",
      "rename records.json",
      "remove 甲.docx",
      "removeFolder 2",
      "rename manifest.json",
      "flushFolder 甲",
    ]),
  );
  for (const kind of ["write .huibian-", "write journal-", "remove journal-"])
    expect(steps.some((step) => step.startsWith(kind))).toBe(true);

  const commit = commitOf(steps);
  const said: string[] = [];
  for (const [index, copy] of left.entries()) {
    expectWhole(join(copy, "甲"), [2, 3, 4]);
    const codes = await settle(copy);
    try {
      await expectEdition(copy, index + 1 > commit ? 4 : 3);
      expect(await settle(copy)).toEqual([]);
    } catch (cause) {
      throw new Error(`killed at step ${index + 1}, ${steps[index]}: ${codes.join()}`, { cause });
    }
    rmSync(copy, { recursive: true });
    said.push(...codes);
  }
  await annotate(`${steps.length} steps, of which ${commit} up to the commit`);
  for (const code of ["output-lock-taken-over", "edition-rolled-back", "edition-completed"])
    expect(said).toContain(code);
});

test("killed at random moments while it publishes one edition after the other in twenty folders", async ({
  annotate,
}) => {
  const kill = async () => {
    const outs = await Promise.all([1, 2, 3, 4, 5].map(() => outputWith(3)));
    const run = startRun("none", "publish", "4", "100000", ...outs);
    await run.line((line) => line.includes("write .huibian-"));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    await run.kill();
    return Promise.all(outs.map(settleOne));
  };
  const settleOne = async (out: string) => {
    const codes = await settle(out);
    await expectEdition(out, (await readManifest(join(out, "甲")))?.edition ?? 0);
    rmSync(out, { recursive: true });
    return codes.filter((code) => code.startsWith("edition-"));
  };
  const said = [...(await kill()), ...(await kill()), ...(await kill()), ...(await kill())];
  const hits = said.filter((codes) => codes.length > 0);
  await annotate(`${hits.length} of ${said.length} kills hit an edition half-way`);
  expect(said.every((codes) => codes.length <= 1)).toBe(true);
});

test("of many that find the folder of a killed run at once, one takes it over and all get their turn", async () => {
  const out = await outputWith(3);
  const killed = startRun("write .huibian-", "publish", "4", "4", out);
  await killed.line((line) => line === "stopped");
  const runs = [5, 6, 7, 8].map((number) => startRun("none", "publish", `${number}`, `${number}`, out));
  await Promise.all(runs.map((run) => run.line((line) => line === "waiting")));
  await killed.kill();
  const ended = await Promise.all(runs.map((run) => run.ended));
  expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
  const found = ended.flatMap(({ lines }) => lines.filter((line) => line.startsWith("found ")));
  expect(found).toEqual(["found output-lock-taken-over", "found edition-rolled-back"]);
  // Four editions after the third, in the order in which they came to their turn.
  const folder = join(out, "甲");
  const manifest = await readManifest(folder);
  expect(manifest?.edition).toBe(7);
  const files = read(folder);
  for (const { name, sha256 } of manifest?.files ?? []) expect(files.get(name), name).toBe(sha256);
  expect(await settle(out)).toEqual([]);
});

/** A department with one project, told apart by its name. */
function writeData(root: string, project: string): void {
  const folder = join(root, "data", "局");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "p.csv"), `项目编码,项目名称,预算数(元)\n1,${project},5\n`);
  writeFileSync(
    join(folder, "department.json"),
    JSON.stringify({ 部门名称: "局", 年度: "2026", 标题: `${project}的报告`, 表式: "hebei" }),
  );
}

const wordsFor = (root: string) => [
  ...["build", join(root, "data"), "--out", join(root, "out")],
  ...["--format", "docx", "--date", "2026-01-01", "--reporter", "json", "--no-cache"],
];

/** Everything in the output folder but what tells of the run, and holds times. */
function built(root: string): ReadonlyMap<string, string> {
  const ofRun = ["run.json", "index.html", ".index.json"];
  return new Map([...read(join(root, "out"))].filter(([name]) => !ofRun.includes(name)));
}

/** A department whose first edition is there, and whose data have changed since. */
async function changedSince(): Promise<string> {
  const root = temporaryFolder();
  writeData(root, "甲");
  expect(await runHere(...wordsFor(root))).toMatchObject({ exitCode: 0 });
  writeData(root, "乙");
  return root;
}

describe("the command line", () => {
  test("killed at the steps that matter, the next build says what it found and ends like one that was not", async () => {
    const root = await changedSince();
    const before = built(root);
    const run = startRun("each", "cli", ...wordsFor(root));
    const left: { readonly step: string; readonly copy: string }[] = [];
    for await (const step of run.steps()) {
      const copy = temporaryFolder();
      cpSync(root, copy, { recursive: true });
      left.push({ step, copy });
    }
    expect((await run.ended).exitCode).toBe(0);
    for (const { copy, step } of left)
      expect(readFileSync(join(copy, "out", "index.html"), "utf8"), step).toMatch(
        /^<!DOCTYPE html>[\s\S]*<\/html>\n$/u,
      );
    const after = built(root);
    expect([...after.keys()].filter((name) => !before.has(name)).toSorted()).toEqual([
      "局/.history/2/findings.json",
      "局/.history/2/manifest.json",
      "局/.history/2/records.json",
      "局/乙的报告.docx",
    ]);

    const stops = [
      [left.find(({ step }) => step.startsWith("write .huibian-")), "edition-rolled-back"],
      [left.find(({ step }) => step === "rename 乙的报告.docx"), "edition-completed"],
      [left.find(({ step }) => step === "remove 甲的报告.docx"), "edition-completed"],
      [left.findLast(({ step }) => step === "rename manifest.json"), "edition-completed"],
      [left.find(({ step }) => step === "rename index.html"), "edition-completed"],
      [left.find(({ step }) => step === "rename run.json"), "edition-completed"],
    ] as const;
    for (const [stop, code] of stops) {
      const { copy, step } = stop ?? expect.fail(`no step for ${code}`);
      // The record names the program: another, as it lies here in sources, would build anew.
      const { exitCode, stdout } = await runInstalled(...wordsFor(copy));
      expect(exitCode).toBe(0);
      const codes = JSON.parse(stdout).problems.map((problem: { code: string }) => problem.code);
      expect(codes, step).toEqual(["output-lock-taken-over", code]);
      expect(built(copy)).toEqual(after);
    }
  });

  test("killed after the commit, a diff completes the edition, says so, and compares it", async () => {
    const root = await changedSince();
    const out = join(root, "out");
    const run = startRun("rename 乙的报告.docx", "cli", ...wordsFor(root));
    await run.line((line) => line === "stopped");
    await run.kill();
    const { exitCode, stdout, stderr } = await runInstalled("diff", join(out, "局"), "--exit-code");
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining("与第 1 版相比")]);
    expect(stderr).toContain("上次运行在替换文件时中断，现已换完整");
    expect((await readManifest(join(out, "局")))?.edition).toBe(2);
    expect((await runHere("diff", "局", "--out", out)).stderr).toBe("");
  });

  test("two at once: the second is refused and told by whom, or waits; Ctrl-C leaves the folder free", async () => {
    const root = temporaryFolder();
    writeData(root, "甲");
    const first = startRun("write .huibian-", "cli", ...wordsFor(root));
    await first.line((line) => line === "stopped");
    const refused = await runHere(...wordsFor(root), "--reporter", "pretty");
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(`进程 ${first.pid}`);
    expect(refused.stderr).toContain("--wait");
    const short = await runHere(...wordsFor(root), "--wait", "0");
    expect(short.exitCode).toBe(2);

    const second = startRun("none", "cli", ...wordsFor(root), "--wait");
    await second.line((line) => line.includes("正在等候"));
    await first.kill();
    expect((await second.ended).exitCode).toBe(0);

    const third = startRun("1:", "cli", ...wordsFor(root));
    await third.line((line) => line === "stopped");
    third.signal("SIGINT");
    await third.line((line) => line.includes("正在取消"));
    third.resume();
    expect((await third.ended).exitCode).toBe(130);
    expect(existsSync(join(root, "out", ".huibian"))).toBe(false);
  });
});
