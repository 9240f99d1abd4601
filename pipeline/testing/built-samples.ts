/** The sample departments, built once a test run by the program as it is installed: a third of the suites look at them. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject, vi } from "vitest";
import { hasCode } from "../files/index.ts";
import { runInstalled } from "./installed-program.ts";
import type { Outcome } from "./run-program.ts";

const data = join(import.meta.dirname, "..", "..", "data");
const folder = join(inject("temporaryFolder"), "built-samples");
const outcome = join(folder, "outcome.json");

/** For reading only: other suites look at them, too. */
export const samplesOut = join(folder, "out");

/** What the build printed, `--reporter json`. The worker that asks first builds, and others wait for it. */
export async function buildSamples(): Promise<Outcome> {
  if (isFirst()) {
    const formats = ["--format", "docx,pdf,html"];
    const built = await runInstalled("build", data, "--out", samplesOut, "--reporter", "json", ...formats);
    writeFileSync(`${outcome}.part`, JSON.stringify(built));
    renameSync(`${outcome}.part`, outcome);
  }
  await vi.waitUntil(() => existsSync(outcome), { timeout: 600_000, interval: 50 });
  return JSON.parse(readFileSync(outcome, "utf8"));
}

function isFirst(): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    return false;
  }
}
