/** The same data give the same bytes: whatever threads work on them, what was kept, in what company, and wherever the clock stands. */
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installation, installCli } from "./install-cli.ts";
import { runProgram } from "./run-program.ts";

const data = join(import.meta.dirname, "..", "..", "data");
let program: Installation;

beforeAll(async () => {
  program = await installCli();
  cpSync(data, join(program.folder, "data"), { recursive: true });
});

afterAll(() => program.remove());

/** Builds below a folder of its own; what stands in the department's folder afterwards, by name. */
async function build(
  out: string,
  { folders, words = [], env = {} }: { folders: readonly string[]; words?: readonly string[]; env?: object },
): Promise<ReadonlyMap<string, string>> {
  const main = join(program.folder, "dist", "cli", "main.js");
  const place = join(program.folder, out);
  const given = folders.map((folder) => join(program.folder, "data", folder));
  const args = [main, "build", ...given, "--out", place, "--date", "2024-01-15", "--force", ...words];
  const { exitCode, stderr } = await runProgram(process.execPath, args, {
    env: { ...process.env, ...env },
  });
  expect([exitCode, stderr]).toEqual([0, expect.any(String)]);
  return hashesIn(join(place, "suzhou"));
}

function hashesIn(folder: string): ReadonlyMap<string, string> {
  const documents = readdirSync(folder).filter((name) => /\.(?:docx|pdf)$/u.test(name));
  expect(documents).toHaveLength(2);
  return new Map(
    documents.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}

test("with any number of threads, cold and hot, alone and among others, in any time zone", async () => {
  const alone = await build("alone", { folders: ["suzhou"], words: ["--jobs", "1", "--no-cache"] });
  expect(await build("parts", { folders: ["suzhou"], words: ["--jobs", "3", "--no-cache"] })).toEqual(alone);
  const all = ["beidaihe", "korla", "suzhou"];
  expect(await build("all", { folders: all, words: ["--jobs", "1"] })).toEqual(alone);
  expect(await build("all", { folders: all, words: ["--jobs", "2"] })).toEqual(alone);
  const env = { TZ: "Pacific/Kiritimati", LANG: "zh_CN.GB18030" };
  expect(await build("zone", { folders: all, words: ["--jobs", "2"], env })).toEqual(alone);
});
