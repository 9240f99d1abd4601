/** Many small departments in one run → what the run took, beside one that builds the first of them alone. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Setting } from "./bench-size.ts";
import { generateDepartment } from "./generate-department.ts";
import { isFailure, medianOutcome, type Outcome } from "./measurement.ts";
import { runCommand } from "./run-route.ts";

export const batch = { departments: 100, projects: 11 } as const;

export type BatchResult = {
  readonly departments: number;
  readonly projects: number;
  readonly all: Outcome;
  readonly first: Outcome;
};

export async function benchBatch({ folder, program, phrases, rounds, log }: Setting): Promise<BatchResult> {
  const { departments, projects } = batch;
  const exports = join(folder, "batch");
  for (let seed = 1; seed <= departments; seed++)
    generateDepartment(join(exports, String(seed).padStart(3, "0")), phrases, { seed, projects });
  const build = async (from: string): Promise<Outcome> => {
    const out = join(folder, "batch-out");
    rmSync(out, { recursive: true, force: true });
    return runCommand(program, ["build", from, "--out", out, "--date", "2024-01-15"]);
  };
  const [all, first]: [Outcome[], Outcome[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    first.push(await build(join(exports, "001")));
    const outcome = await build(exports);
    all.push(outcome);
    log(`${departments} departments: ${isFailure(outcome) ? outcome.failed : outcome.cpu.toFixed(2)} CPU s`);
  }
  return { departments, projects, all: medianOutcome(all), first: medianOutcome(first) };
}
