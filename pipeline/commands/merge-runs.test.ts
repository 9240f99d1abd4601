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

test("killed at any step", async () => {
  const steps = await killedAtEachStep(
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "huibian-merge-"));
      writeFileSync(join(folder, "run.1.json"), JSON.stringify(record));
      writeFileSync(join(folder, "run.json"), "old");
      return folder;
    },
    {
      work: async (folder) => {
        const files = [join(folder, "run.1.json")];
        const { signal } = new AbortController();
        const holding = { self: thisProcess, wait: 0, signal, onWait: unheard };
        const merged = await mergeRuns({ files, output: join(folder, "run.json"), ...holding });
        expect(merged).toMatchObject({ kind: "done" });
      },
      afterwards: async (folder) => {
        const written = readFileSync(join(folder, "run.json"), "utf8");
        if (written !== "old") expect(JSON.parse(written)).toMatchObject({ version: "1.0.0" });
        const others = readdirSync(folder).filter((name) => !/^run\.|^\.huibian/u.test(name));
        // In this order: the page leads nowhere without the record that the next one is compared with.
        expect([".index.json", "index.html"].slice(0, others.length)).toEqual(others);
      },
    },
  );
  const eachFile = ["write", "rename", "flushFolder"];
  const taken = steps.findIndex((step) => step.startsWith("write "));
  const files = steps.slice(taken).filter((step) => !/ (?:lock|\.huibian$)/u.test(step));
  expect(files.map((step) => step.split(" ")[0])).toEqual([...eachFile, ...eachFile, ...eachFile]);
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
