/** Builds of several departments with a cache, killed at any moment: the next build ends like one that was not killed. */
import { spawn } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { hashOfBytes } from "../files/index.ts";
import { chanceOf } from "./fuzz/chance.ts";
import { mainScript, runInstalled } from "./installed-program.ts";
import { writeDepartment } from "./small-departments.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** By hand more, at other moments: `npm run kills`. */
const [kills, seed] = [Number(process.env.KILLS ?? 4), Number(process.env.KILL_SEED ?? 2026)];

const root = temporaryFolder();
const [data, first, killed] = ["data", "first", "killed"].map((name) => join(root, name)) as [
  string,
  string,
  string,
];
const words = (out: string) => [
  ...["build", data, "--out", out, "--format", "docx,pdf", "--date", "2026-01-01"],
  ...["--jobs", seed % 2 === 0 ? "1" : "2", "--reporter", "json"],
];

/** What stands there of departments; what tells of runs holds times, and the cache is one way or another. */
function standing(out: string): readonly string[] {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(?:^|\/)(?:run\.json|index\.html|\.index\.json)$|\.huibian\/cache\//u.test(path))
    .map((path) => `${path.slice(out.length)} ${hashOfBytes(readFileSync(path))}`)
    .toSorted();
}

let expected: readonly string[];
let milliseconds: number;

/** A first edition of each department, and data that have changed since, in all but one. */
beforeAll(async () => {
  const names = ["甲", "乙", "市直/丁"];
  for (const name of [...names, "戊"]) writeDepartment(data, name, 3);
  expect(await runInstalled(...words(first))).toMatchObject({ exitCode: 0 });
  for (const name of names) writeDepartment(data, name, 5);
  cpSync(first, killed, { recursive: true });
  const since = performance.now();
  expect(await runInstalled(...words(killed))).toMatchObject({ exitCode: 0 });
  milliseconds = performance.now() - since;
  expected = standing(killed);
});

async function killAfter(pause: number): Promise<boolean> {
  const run = spawn(process.execPath, [mainScript, ...words(killed)], { stdio: "ignore" });
  const ended = new Promise<boolean>((resolve) =>
    run.on("exit", (_, signal) => resolve(signal === "SIGKILL")),
  );
  const timer = setTimeout(() => run.kill("SIGKILL"), pause);
  const isKilled = await ended;
  clearTimeout(timer);
  return isKilled;
}

test("killed at random moments, once or again before it is done, it ends as if it had not been", {
  timeout: 600_000 + kills * 60_000,
}, async ({ annotate }) => {
  const chance = chanceOf(seed);
  let [done, rounds] = [0, 0];
  while (done < kills) {
    rmSync(killed, { recursive: true });
    cpSync(first, killed, { recursive: true });
    const pauses = Array.from({ length: 1 + chance.below(3) }, () => chance.below(milliseconds));
    for (const pause of pauses) done += Number(await killAfter(pause));
    const since = performance.now();
    const { exitCode, stdout } = await runInstalled(...words(killed));
    // As long as a build takes now: a machine may have more to do, or less, than when this began.
    milliseconds = performance.now() - since;
    expect(exitCode, stdout).toBe(0);
    expect(standing(killed), `seed ${seed}, killed after ${pauses.map(Math.round).join(" and ")} ms`).toEqual(
      expected,
    );
    rounds += 1;
  }
  await annotate(`${done} kills, ${rounds} builds`);
});
