/** A file that changes while it is read is read again, and never taken for whole. */
import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readStable } from "./read-stable.ts";

function exported(): string {
  const path = join(mkdtempSync(join(tmpdir(), "huibian-read-")), "p.csv");
  writeFileSync(path, "half");
  return path;
}

/** Somebody goes on writing after each of the first `times` readings. */
function whileWriting(path: string, times: number) {
  let readings = 0;
  return async (file: FileHandle) => {
    const bytes = await file.readFile();
    readings += 1;
    if (readings <= times) appendFileSync(path, "+");
    return bytes;
  };
}

test.each([
  [0, "half"],
  [1, "half+"],
  [2, "half++"],
  [3, undefined],
])("changed %i times", async (times, text) => {
  const path = exported();
  const bytes = await readStable(path, whileWriting(path, times));
  expect(bytes && new TextDecoder().decode(bytes)).toBe(text);
});

test("a file that is not there is an error", async () => {
  await expect(readStable(join(exported(), "missing"))).rejects.toThrow(/ENOTDIR|ENOENT/u);
});
