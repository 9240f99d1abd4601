/** Which drafts are old, what of them goes, and what never does. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import { editionOf } from "../testing/editions.mjs";
import { killedAtEachStep } from "../testing/killed-at-step.ts";
import { findOldDrafts, removeOldDrafts } from "./old-drafts.ts";
import { publishEdition } from "./publish.ts";
import { recoverOutputs } from "./replace-files.ts";

const outFolder = () => mkdtempSync(join(tmpdir(), "huibian-drafts-"));
const nobody = new Set<string>();
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);

async function publish(out: string, below: string, draft = true): Promise<void> {
  const { history: _, lists, extras, ...edition } = editionOf(1);
  // Lists are a draft's own by its summary, which these small ones do not have.
  const published = { ...edition, lists: [], extras: [...lists, ...extras], draft };
  const done = await publishEdition({ out, below }, published, { report: () => undefined });
  expect(done).toBe("done");
}

const placesOf = async (out: string, days: number, current = nobody) =>
  (await findOldDrafts(out, { days, current, now: inDays(10) })).map(({ place }) => place.below);

test("older than asked for, and not of this run", async () => {
  const out = outFolder();
  for (const below of ["乙/draft", "省/甲/draft"]) await publish(out, below);
  expect(await placesOf(out, 9)).toEqual(["乙/draft", "省/甲/draft"]);
  expect(await placesOf(out, 11)).toEqual([]);
  expect(await placesOf(out, 9, new Set(["乙/draft"]))).toEqual(["省/甲/draft"]);
});

test("a department that is called draft has a final edition, and what a link leads to is not ours", async () => {
  const [out, elsewhere] = [outFolder(), outFolder()];
  await publish(out, "draft", false);
  await publish(out, "draft/draft");
  await publish(elsewhere, "draft");
  symlinkSync(elsewhere, join(out, "链接"));
  mkdirSync(join(out, "丙", "draft"), { recursive: true });
  writeFileSync(join(out, "丙", "draft", "manifest.json"), "{}");
  expect(await placesOf(out, 9)).toEqual(["draft/draft"]);
});

test("only what is the draft's own goes, and empty folders with it", async () => {
  const out = outFolder();
  for (const below of ["甲/draft", "乙/draft"]) await publish(out, below);
  const [document = ""] = readdirSync(join(out, "乙", "draft")).filter((name) => name.endsWith(".pdf"));
  writeFileSync(join(out, "乙", "draft", document), "edited");
  writeFileSync(join(out, "乙", "draft", "notes.txt"), "mine");
  const found: Diagnostic[] = [];
  const old = await findOldDrafts(out, { days: 9, current: nobody, now: inDays(10) });
  const removed = await removeOldDrafts(old, (problem) => found.push(problem));
  expect(removed).toMatchObject([
    { folder: join(out, "乙/draft"), days: 10, left: ["notes.txt", document] },
    { folder: join(out, "甲/draft"), left: [] },
  ]);
  expect(existsSync(join(out, "甲"))).toBe(false);
  expect(readdirSync(join(out, "乙", "draft")).toSorted()).toEqual(["notes.txt", document].toSorted());
  expect(found.map(({ code }) => code)).toEqual(["draft-files-left"]);
  expect(await placesOf(out, 9)).toEqual([]);
});

test("lists of a draft that was withheld go too, but not beside files of anybody else", async () => {
  const out = outFolder();
  const lists = ["findings.csv", "findings.json", "findings.sarif"];
  for (const [below, names] of [
    ["甲/draft", lists],
    ["乙/draft", [...lists, "notes.txt"]],
  ] as const) {
    mkdirSync(join(out, below), { recursive: true });
    for (const name of names) writeFileSync(join(out, below, name), "x");
  }
  expect(await placesOf(out, 11)).toEqual([]);
  const old = await findOldDrafts(out, { days: 9, current: nobody, now: inDays(10) });
  await removeOldDrafts(old, () => undefined);
  expect(existsSync(join(out, "甲"))).toBe(false);
  expect(readdirSync(join(out, "乙", "draft"))).toHaveLength(4);
});

test("killed at any step of removing one, the next run removes what is left of it", async () => {
  const report = () => undefined;
  const remove = async (out: string) =>
    removeOldDrafts(await findOldDrafts(out, { days: 9, current: nobody, now: inDays(10) }), report);
  const steps = await killedAtEachStep(
    async () => {
      const out = outFolder();
      await publish(out, "甲/draft");
      return out;
    },
    {
      work: remove,
      afterwards: async (out) => {
        await recoverOutputs(out, { report });
        await remove(out);
        const left = readdirSync(out, { recursive: true }).filter((name) => name !== ".huibian");
        // An empty folder of a department is nobody's edition.
        expect([[], ["甲"]]).toContainEqual(left);
      },
    },
  );
  for (const step of ["remove manifest.json", "removeEmptyFolder draft", "removeEmptyFolder 甲"])
    expect(steps).toContain(step);
});
