/** The joined record of all shards is the old one or the new one, whole, at whichever step of its writing the program ends. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { RunRecord } from "../contracts/index.ts";
import { holdOutput } from "../editions/index.ts";
import { recordedOptions } from "../options/index.ts";
import { buildOptions } from "../testing/build-options.ts";
import { killedAtEachStep } from "../testing/killed-at-step.ts";
import { thisProcess } from "../testing/this-process.ts";
import { mergeRuns } from "./merge-runs.ts";

const options: RunRecord["options"] = {
  ...recordedOptions({ ...buildOptions({ formats: ["docx"] }), retry: false }),
  folders: ["data"],
};

/** The record of the only shard of a run that found nothing. */
const record: RunRecord = {
  schema: 1,
  version: "1.0.0",
  forms: {},
  command: "build",
  startedAt: "2026-01-01T00:00:00.000Z",
  seconds: 1,
  exitCode: 0,
  options,
  shard: { index: 1, of: 1, departments: 0, places: "" },
  totals: { projects: 0, indicators: 0 },
  departments: [],
  problems: [],
  brokenForms: [],
};

const unheard = () => undefined;

test("killed at any step, whole is what it was or is new; the next one leaves nothing of it", async () => {
  const work = async (folder: string) => {
    const files = [join(folder, "run.1.json")];
    const { signal } = new AbortController();
    const holding = { self: thisProcess, wait: 0, signal, onWait: unheard };
    const merged = await mergeRuns({ files, output: join(folder, "run.json"), ...holding });
    expect(merged).toMatchObject({ kind: "done" });
  };
  const steps = await killedAtEachStep(
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "huibian-merge-"));
      writeFileSync(join(folder, "run.1.json"), JSON.stringify(record));
      writeFileSync(join(folder, "run.json"), "old");
      return folder;
    },
    {
      work,
      afterwards: async (folder) => {
        const written = readFileSync(join(folder, "run.json"), "utf8");
        if (written !== "old") {
          expect(JSON.parse(written)).toMatchObject({ version: "1.0.0" });
          expect(readdirSync(folder)).toEqual(expect.arrayContaining([".index.json", "index.html"]));
        }
        rmSync(join(folder, ".huibian", "lock"), { force: true });
        await work(folder);
        // Halves of locks stay as long as this process lives.
        const left = readdirSync(folder).filter((name) => name !== ".huibian");
        expect(left).toEqual([".index.json", "index.html", "run.1.json", "run.json"]);
      },
    },
  );
  expect(steps.filter((step) => /^rename (?!journal)/u.test(step)).map((step) => step.split(" ")[1])).toEqual(
    [".index.json", "index.html", "run.json"],
  );
});

test("a record that a build there has not written yet is waited for", async () => {
  const folder = mkdtempSync(join(tmpdir(), "huibian-merge-"));
  const file = join(folder, "run.1.json");
  const { signal } = new AbortController();
  const holding = { self: thisProcess, wait: 60, signal, report: unheard, onWait: unheard };
  const build = await holdOutput(folder, holding);
  const endBuild = async () => {
    writeFileSync(file, JSON.stringify(record));
    if (build.kind === "held") await build.release();
  };
  const onWait = () => void endBuild();
  const merged = await mergeRuns({ files: [file], output: join(folder, "run.json"), ...holding, onWait });
  expect(merged).toMatchObject({ kind: "done" });
  rmSync(folder, { recursive: true });
});
