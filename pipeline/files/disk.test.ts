/** What is said to be on the disk is there, whole, and its folders with it. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { killedAtEachStep, killedAtStep } from "../testing/killed-at-step.ts";
import { disk, replaceFile } from "./disk.ts";

const folder = () => mkdtempSync(join(tmpdir(), "huibian-disk-"));
const bytes = (text: string) => new TextEncoder().encode(text);

test("of several new folders each is flushed into the one above it", async () => {
  const root = folder();
  const steps = await killedAtStep(0, () => disk.mkdir(join(root, "甲", "乙", "丙")));
  const flushed = steps.filter((step) => step.startsWith("flushFolder"));
  expect(flushed).toEqual([basename(root), "甲", "乙"].map((name) => `flushFolder ${name}`));
  expect(await killedAtStep(0, () => disk.mkdir(join(root, "甲", "乙")))).toEqual(["mkdir 乙"]);
});

test("a folder in the place of a file cannot be made", async () => {
  const root = folder();
  writeFileSync(join(root, "file"), "");
  await expect(disk.mkdir(join(root, "file"))).rejects.toThrow(/EEXIST/u);
  await expect(disk.mkdir(join(root, "file", "below"))).rejects.toThrow(/ENOTDIR/u);
});

test("a file in pieces is their bytes, and one that exists is never written over", async () => {
  const path = join(folder(), "a");
  await disk.writeUnflushed(path, [bytes("ab"), bytes(""), bytes("c")]);
  await expect(disk.writeUnflushed(path, [bytes("d")])).rejects.toThrow(/EEXIST/u);
  await expect(disk.write(path, bytes("d"))).rejects.toThrow(/EEXIST/u);
  expect(readFileSync(path, "utf8")).toBe("abc");
});

test("a file that is replaced is old or new, whichever step is the last", async () => {
  const steps = await killedAtEachStep(
    async () => {
      const path = join(folder(), "run.json");
      writeFileSync(path, "old");
      return path;
    },
    {
      work: (path) => replaceFile(path, bytes("new"), { beside: `${path}.tmp` }),
      afterwards: async (path) => expect(["old", "new"]).toContain(readFileSync(path, "utf8")),
    },
  );
  expect(steps).toEqual(["write run.json.tmp", "rename run.json", expect.stringMatching(/^flushFolder /u)]);
});

test("one that cannot be replaced stays, and nothing is left beside it", async () => {
  const path = join(folder(), "run.json");
  await disk.mkdir(join(path, "a folder"));
  await expect(replaceFile(path, bytes("new"), { beside: `${path}.tmp` })).rejects.toThrow();
  expect(readdirSync(join(path, ".."))).toEqual(["run.json"]);
});
