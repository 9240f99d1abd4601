/** A file that changes while it is read is never taken for whole; what is no regular file is refused, in bounded time. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRegular, readStable } from "./read-file.ts";

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

test("an empty file is read", async () => {
  const path = exported();
  truncateSync(path);
  expect((await readStable(path))?.length).toBe(0);
  expect((await readRegular(path)).length).toBe(0);
});

/** What may lie under the name of an export, on Linux and macOS. */
const irregular: Readonly<Record<string, (path: string) => unknown>> = {
  FIFO: (path) => spawnSync("mkfifo", [path]),
  SOCKET: (path) => once(createServer().unref().listen(path), "listening"),
  DEVICE: (path) => symlinkSync("/dev/zero", path),
  EISDIR: (path) => mkdirSync(path),
  EFBIG: (path) => {
    writeFileSync(path, "");
    truncateSync(path, 2 ** 31);
  },
};
const onLinux = {
  UNSTORED: (path: string) => symlinkSync("/proc/cpuinfo", path),
  "UNSTORED, and is never at its end": (path: string) => symlinkSync("/proc/kmsg", path),
};

test
  .skipIf(process.platform === "win32")
  .each(Object.entries({ ...irregular, ...(process.platform === "linux" ? onLinux : {}) }))(
  "%s is refused by that code",
  async (what, make) => {
    const path = join(mkdtempSync(join(tmpdir(), "huibian-read-")), "p.csv");
    await make(path);
    const code = what.split(",")[0];
    await expect(readStable(path)).rejects.toMatchObject({ code });
    await expect(readRegular(path)).rejects.toMatchObject({ code });
  },
);
