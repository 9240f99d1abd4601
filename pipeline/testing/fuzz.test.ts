/** Mutated files of every kind, a few of each: nothing ends a run but by an answer. Longer by hand: `npm run fuzz`. */
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { chanceOf } from "./fuzz/chance.ts";
import { mutate } from "./fuzz/mutate.ts";
import { runTarget, targets } from "./fuzz/run-target.ts";

// The same attempts in each run; another seed, for example FUZZ_SEED=7, tries others.
const seed = Number(process.env.FUZZ_SEED ?? 2026);

/** Attempts of each target: what takes it a second or less. */
const budgets: Readonly<Record<string, number>> = {
  ...{ exports: 100, department: 80, values: 200, formulas: 400, forms: 20, reports: 3, output: 3 },
};

test.each(targets.map((target) => [target.name, target] as const))("%s", async (name, target) => {
  const crashes: unknown[] = [];
  await runTarget(target, seed, {
    onCrash: ({ specimen, error }) =>
      crashes.push({ name: specimen.name, bytes: Buffer.from(specimen.bytes).toString("latin1"), error }),
    goesOn: (attempts) => attempts < (budgets[name] ?? 0),
  });
  expect(crashes).toEqual([]);
});

test("a file of which a ZIP's list says that it is of 60 MB and elsewhere is not made by mutating the ZIP", () => {
  const zip = zipSync({ "word/document.xml": new TextEncoder().encode("<w:p>") });
  const entry = Buffer.from(zip.buffer).indexOf("PK\u0001\u0002", 0, "latin1");
  const list = new DataView(zip.buffer, entry);
  list.setUint32(24, 60_000_000, true);
  list.setUint32(42, 2 ** 31, true);
  const sizes = Array.from({ length: 10 }, (_, seed) => mutate(zip, [zip], chanceOf(seed)).length);
  expect(Math.max(...sizes)).toBeLessThan(10_000);
});
