/** The same data give the same bytes: whatever threads work on them, what was cached, in what company, in any time zone. */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { RunRecord } from "../contracts/index.ts";
import { mainScript, runInstalled } from "./installed-program.ts";
import { runHere } from "./run-here.ts";
import { runProgram } from "./run-program.ts";
import { syntheticDepartment } from "./synthetic-department.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const data = join(import.meta.dirname, "..", "..", "data");
const work = temporaryFolder();

/** The samples, and one with so many projects that threads share them. */
const departments = ["beidaihe", "korla", "suzhou", "large"] as const;

beforeAll(() => {
  cpSync(data, join(work, "data"), { recursive: true });
  const large = join(work, "data", "large");
  mkdirSync(large);
  for (const { name, bytes } of syntheticDepartment({
    seed: 7,
    projects: 64,
    indicators: { from: 1, to: 4 },
  }))
    writeFileSync(join(large, name), bytes);
});

/** Builds below a folder of its own. */
function wordsFor(out: string, folders: readonly string[]): readonly string[] {
  const data = folders.map((folder) => join(work, "data", folder));
  return ["build", ...data, "--out", join(work, out), "--date", "2024-01-15"];
}

/** What else is made of a report, and a look at its files, change none of them: the samples alone have all of it. */
const documentsAlone = ["--no-verify", "--no-review"];

/** The documents below an output folder, by department. */
function hashes(out: string, folders: readonly string[] = departments): Record<string, readonly string[]> {
  const ofDepartment = (folder: string) => {
    const place = join(work, out, folder);
    const documents = readdirSync(place).filter((name) => /\.(?:docx|pdf)$/u.test(name));
    expect(documents).toHaveLength(2);
    const hash = (name: string) =>
      createHash("sha256")
        .update(readFileSync(join(place, name)))
        .digest("hex");
    return documents.toSorted().map((name) => `${name} ${hash(name)}`);
  };
  return Object.fromEntries(folders.map((folder) => [folder, ofDepartment(folder)]));
}

test("with any number of threads, cold and hot, alone and among others, in any time zone", async () => {
  for (const folder of departments) {
    const words = [...wordsFor("alone", [folder]), "--no-cache"];
    const all = folder === "large" ? [...words, ...documentsAlone] : words;
    expect(await runHere(...all)).toMatchObject({ exitCode: 0 });
  }
  const alone = hashes("alone");
  await runInstalled(...wordsFor("shared", ["large"]), ...documentsAlone, "--jobs", "2", "--no-cache");
  expect(hashes("shared", ["large"])).toEqual({ large: alone.large });
  // What is published already is not built again.
  const all = (jobs: string, env = {}) => {
    rmSync(join(work, "all"), { recursive: true, force: true });
    const kept = ["--jobs", jobs, "--cache", join(work, "cache")];
    const words = [...wordsFor("all", departments), ...documentsAlone, ...kept];
    return runProgram(process.execPath, [mainScript, ...words], { env: { ...process.env, ...env } });
  };
  await all("2", { TZ: "Pacific/Kiritimati", LANG: "zh_CN.GB18030" });
  expect(hashes("all")).toEqual(alone);
  await all("1");
  expect(hashes("all")).toEqual(alone);
  const { departments: records } = JSON.parse(readFileSync(join(work, "all", "run.json"), "utf8"));
  expect(records.map(({ reuse }: RunRecord["departments"][number]) => reuse?.made)).toEqual([0, 0, 0, 0]);
});

test.each([
  ["in this thread", runHere, "1"],
  ["in another thread", runInstalled, "2"],
] as const)(
  "a file that cannot be read %s fails its department, and nothing is published",
  async (_, run, jobs) => {
    const link = join(work, "data", "korla", "zz.csv");
    symlinkSync(join(work, "nowhere.csv"), link);
    const out = `unread-${jobs}`;
    expect((await run(...wordsFor(out, ["korla", "suzhou"]), "--jobs", jobs)).exitCode).toBe(1);
    const published = readdirSync(join(work, out, "korla"));
    const lists = ["findings.csv", "findings.json", "findings.sarif", "review.html"];
    expect(published.toSorted()).toEqual([...lists, "反馈"]);
    expect(hashes(out, ["suzhou"])).toBeDefined();
    rmSync(link);
  },
);
