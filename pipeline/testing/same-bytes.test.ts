/** The same data give the same bytes: whatever threads work on them, what was kept, in what company, and wherever the clock stands. */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installation, installCli } from "./install-cli.ts";
import { type Outcome, runProgram } from "./run-program.ts";
import { syntheticDepartment } from "./synthetic-department.ts";

const data = join(import.meta.dirname, "..", "..", "data");
let program: Installation;

/** The samples, and one with so many projects that threads share them. */
const departments = ["beidaihe", "korla", "suzhou", "large"] as const;

beforeAll(async () => {
  program = await installCli();
  cpSync(data, join(program.folder, "data"), { recursive: true });
  const large = join(program.folder, "data", "large");
  mkdirSync(large);
  for (const { name, bytes } of syntheticDepartment({ seed: 7, projects: 64 }))
    writeFileSync(join(large, name), bytes);
});

afterAll(() => program.remove());

type Build = {
  readonly folders?: readonly string[];
  readonly words?: readonly string[];
  readonly env?: object;
};

/** Builds below a folder of its own. */
async function build(out: string, { folders = departments, words = [], env = {} }: Build): Promise<Outcome> {
  const main = join(program.folder, "dist", "cli", "main.js");
  const given = folders.map((folder) => join(program.folder, "data", folder));
  const place = join(program.folder, out);
  const args = [main, "build", ...given, "--out", place, "--date", "2024-01-15", "--force", ...words];
  return runProgram(process.execPath, args, { env: { ...process.env, ...env } });
}

/** The documents below an output folder, by department. */
function hashes(out: string, folders: readonly string[] = departments): Record<string, readonly string[]> {
  const ofDepartment = (folder: string) => {
    const place = join(program.folder, out, folder);
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
  const [one, two] = [
    ["--jobs", "1"],
    ["--jobs", "2"],
  ];
  for (const folder of departments)
    await build("alone", { folders: [folder], words: [...one, "--no-cache"] });
  const alone = hashes("alone");
  await build("shared", { folders: ["large"], words: [...two, "--no-cache"] });
  expect(hashes("shared", ["large"])).toEqual({ large: alone.large });
  await build("all", { words: two });
  expect(hashes("all")).toEqual(alone);
  const env = { TZ: "Pacific/Kiritimati", LANG: "zh_CN.GB18030" };
  await build("all", { words: two, env });
  expect(hashes("all")).toEqual(alone);
  await build("all", { words: one });
  expect(hashes("all")).toEqual(alone);
});

test("a file that cannot be read fails its department in a thread as well, and nothing is published", async () => {
  const link = join(program.folder, "data", "korla", "zz.csv");
  symlinkSync(join(program.folder, "nowhere.csv"), link);
  for (const jobs of ["1", "2"]) {
    const { exitCode } = await build(`unread-${jobs}`, {
      folders: ["korla", "suzhou"],
      words: ["--jobs", jobs],
    });
    expect(exitCode).toBe(1);
    const published = readdirSync(join(program.folder, `unread-${jobs}`, "korla"));
    expect(published.toSorted()).toEqual(["findings.csv", "findings.json", "findings.sarif"]);
    expect(hashes(`unread-${jobs}`, ["suzhou"])).toBeDefined();
  }
  rmSync(link);
});
