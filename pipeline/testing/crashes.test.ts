/** The program killed at every step of its writing: what lies there is whole, and the next run makes it one edition. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pLimit from "p-limit";
import { describe, expect, test } from "vitest";
import { holdOutput, publishEdition, readManifest } from "../editions/index.ts";
import { hashOfBytes } from "../files/index.ts";
import { editionOf } from "./editions.mjs";
import { runInstalled } from "./installed-program.ts";
import { type StoppedRun, startRun } from "./stopped-run.ts";
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

async function stepsOf(run: StoppedRun): Promise<readonly string[]> {
  const { lines, exitCode } = await run.ended;
  expect(exitCode).toBe(0);
  return lines.filter((line) => line.startsWith("step ")).map((line) => line.replace(/^step \d+ /u, ""));
}

/** The journal's second rename into place: from then on the edition is the new one. */
function commitOf(steps: readonly string[]): number {
  const renames = steps.flatMap((step, index) => (/^rename journal-/u.test(step) ? [index + 1] : []));
  expect(renames).toHaveLength(2);
  return renames[1] ?? 0;
}

describe("killed at each step of publishing", () => {
  test("it leaves one edition, whole", async ({ annotate }) => {
    const template = await outputWith(3);
    const rehearsal = temporaryFolder();
    cpSync(template, rehearsal, { recursive: true });
    const steps = await stepsOf(startRun(0, "publish", rehearsal, "4", "4"));
    await expectEdition(rehearsal, 4);
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
    const limit = pLimit(2);
    const kill = async (step: string, index: number) => {
      const out = temporaryFolder();
      cpSync(template, out, { recursive: true });
      const run = startRun(index + 1, "publish", out, "4", "4");
      await run.line((line) => line === "stopped");
      await run.kill();
      expectWhole(join(out, "甲"), [2, 3, 4]);
      const codes = await settle(out);
      try {
        await expectEdition(out, index + 1 > commit ? 4 : 3);
        expect(await settle(out)).toEqual([]);
      } catch (cause) {
        throw new Error(`killed at step ${index + 1}, ${step}: ${codes.join()}`, { cause });
      }
      rmSync(out, { recursive: true });
      return codes;
    };
    const said = await Promise.all(steps.map((step, index) => limit(() => kill(step, index))));
    await annotate(`${steps.length} steps, of which ${commit} up to the commit`);
    const all = said.flat();
    for (const code of ["output-lock-taken-over", "edition-rolled-back", "edition-completed"])
      expect(all).toContain(code);
  });
});

test("killed twenty times at random moments while it publishes one edition after the other", async ({
  annotate,
}) => {
  const limit = pLimit(2);
  const kill = async () => {
    const out = await outputWith(3);
    const run = startRun(0, "publish", out, "4", "100000");
    await run.line((line) => line.includes("write .huibian-"));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    await run.kill();
    const codes = await settle(out);
    await expectEdition(out, (await readManifest(join(out, "甲")))?.edition ?? 0);
    rmSync(out, { recursive: true });
    return codes.filter((code) => code.startsWith("edition-"));
  };
  const said = await Promise.all(Array.from({ length: 20 }, () => limit(kill)));
  const hits = said.filter((codes) => codes.length > 0);
  await annotate(`${hits.length} of ${said.length} kills hit an edition half-way`);
  expect(said.every((codes) => codes.length <= 1)).toBe(true);
});

test("of many that find the folder of a killed run at once, one takes it over and all get their turn", async () => {
  const out = await outputWith(3);
  const killed = startRun("write .huibian-", "publish", out, "4", "4");
  await killed.line((line) => line === "stopped");
  const runs = [5, 6, 7, 8].map((number) => startRun(0, "publish", out, `${number}`, `${number}`));
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

const buildWords = (root: string) => [
  "cli",
  "build",
  join(root, "data"),
  "--out",
  join(root, "out"),
  ...["--format", "docx", "--date", "2026-01-01", "--reporter", "json", "--no-cache"],
];

/** Everything in the output folder but the record of the run, which holds times. */
function built(root: string): ReadonlyMap<string, string> {
  return new Map([...read(join(root, "out"))].filter(([name]) => name !== "run.json"));
}

describe("the command line", () => {
  test("killed at the steps that matter, the next build says what it found and ends like one that was not", async () => {
    const template = temporaryFolder();
    writeData(template, "甲");
    await stepsOf(startRun(0, ...buildWords(template)));
    const before = built(template);
    writeData(template, "乙");
    const copy = () => {
      const root = temporaryFolder();
      cpSync(template, root, { recursive: true });
      return root;
    };
    const rehearsal = copy();
    const steps = await stepsOf(startRun(0, ...buildWords(rehearsal)));
    const after = built(rehearsal);
    expect([...after.keys()].filter((name) => !before.has(name)).toSorted()).toEqual([
      "局/.history/2/findings.json",
      "局/.history/2/manifest.json",
      "局/.history/2/records.json",
      "局/乙的报告.docx",
    ]);

    const stops = [
      { step: steps.findIndex((one) => one.startsWith("write .huibian-")), code: "edition-rolled-back" },
      { step: steps.indexOf("rename 乙的报告.docx"), code: "edition-completed" },
      { step: steps.indexOf("remove 甲的报告.docx"), code: "edition-completed" },
      { step: steps.lastIndexOf("rename manifest.json"), code: "edition-completed" },
      { step: steps.indexOf("rename run.json"), code: "edition-completed" },
    ];
    const limit = pLimit(2);
    const kill = async ({ step, code }: (typeof stops)[number]) => {
      const root = copy();
      expect(step).toBeGreaterThan(0);
      const run = startRun(step + 1, ...buildWords(root));
      await run.line((line) => line === "stopped");
      await run.kill();
      const { exitCode, stdout } = await runInstalled(...buildWords(root).slice(1));
      expect(exitCode).toBe(0);
      const codes = JSON.parse(stdout).problems.map((problem: { code: string }) => problem.code);
      expect(codes).toEqual(["output-lock-taken-over", code]);
      expect(built(root)).toEqual(after);
    };
    await Promise.all(stops.map((stop) => limit(() => kill(stop))));
  });

  test("killed after the commit, a diff completes the edition, says so, and compares it", async () => {
    const root = temporaryFolder();
    writeData(root, "甲");
    await stepsOf(startRun(0, ...buildWords(root)));
    writeData(root, "乙");
    const out = join(root, "out");
    const rehearsal = temporaryFolder();
    cpSync(root, rehearsal, { recursive: true });
    const steps = await stepsOf(startRun(0, ...buildWords(rehearsal)));
    const run = startRun(steps.indexOf("rename 乙的报告.docx") + 1, ...buildWords(root));
    await run.line((line) => line === "stopped");
    await run.kill();
    const { exitCode, stdout, stderr } = await runInstalled("diff", join(out, "局"), "--exit-code");
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining("与第 1 版相比")]);
    expect(stderr).toContain("上次运行在替换文件时中断，现已换完整");
    expect((await readManifest(join(out, "局")))?.edition).toBe(2);
    expect((await runInstalled("diff", "局", "--out", out)).stderr).toBe("");
  });

  test("two at once: the second is refused and told by whom, or waits; Ctrl-C leaves the folder free", async () => {
    const root = temporaryFolder();
    writeData(root, "甲");
    const first = startRun("write .huibian-", ...buildWords(root));
    await first.line((line) => line === "stopped");
    const refused = await runInstalled(...buildWords(root).slice(1), "--reporter", "pretty");
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(`进程 ${first.pid}`);
    expect(refused.stderr).toContain("--wait");
    const short = await runInstalled(...buildWords(root).slice(1), "--wait", "0");
    expect(short.exitCode).toBe(2);

    const second = startRun(0, ...buildWords(root), "--wait");
    await second.line((line) => line.includes("正在等候"));
    await first.kill();
    expect((await second.ended).exitCode).toBe(0);

    const third = startRun(1, ...buildWords(root));
    await third.line((line) => line === "stopped");
    third.signal("SIGINT");
    await third.line((line) => line.includes("正在取消"));
    third.resume();
    expect((await third.ended).exitCode).toBe(130);
    expect(existsSync(join(root, "out", ".huibian"))).toBe(false);
  });
});
