/** A folder of packs: found again whole, bounded in size, shared by runs. */
import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { killedAtEachStep } from "../testing/killed-at-step.ts";
import { openPartCache } from "./part-cache.ts";
import type { Pack } from "./part-pack.ts";

const heading = { level: 2, id: "project-1", content: [], page: 0, top: 104.9 } as const;

/** A part whose bytes are so many, all alike. */
function packOf(length: number, fill = 7): Pack {
  const docx = { about: '{"crc":1}', bytes: new Uint8Array(length).fill(fill) };
  return {
    madeWith: { program: "1" },
    parts: [
      { key: "k", part: { pages: 2, headings: [heading], values: [["project.name"], []], files: { docx } } },
    ],
  };
}

/** Names as documents are given them. */
const nameOf = (digit: number) => `${digit}`.repeat(32);
const [oldest, middle, newer, newest] = [nameOf(1), nameOf(2), nameOf(3), nameOf(4)];

function folder(): string {
  return mkdtempSync(join(tmpdir(), "huibian-cache-"));
}

test("a part is found again as it was kept", async () => {
  const cache = openPartCache(folder(), 1e6);
  expect(await cache.read("a")).toBeUndefined();
  expect(await cache.write("a", packOf(1000))).toBeUndefined();
  const pack = await cache.read("a");
  if (pack === undefined || pack === "damaged") return expect.unreachable("it was written");
  expect([pack.madeWith, pack.size, pack.find("other")]).toEqual([{ program: "1" }, 1, undefined]);
  const found = pack.find("k");
  if (found === undefined || found === "damaged") return expect.unreachable("it is in the pack");
  expect(found).toMatchObject({ pages: 2, headings: [heading], files: { docx: { about: '{"crc":1}' } } });
  expect([...(found.files.docx?.bytes ?? [])]).toEqual(new Array(1000).fill(7));
});

test("the packs that were not used for longest go when there are too many", async () => {
  const path = folder();
  const roomy = openPartCache(path, 1e9);
  for (const [name, minute] of [
    [oldest, 1],
    [middle, 2],
    [newer, 3],
  ] as const) {
    await roomy.write(name, packOf(4000));
    utimesSync(join(path, `${name}.parts`), minute * 60, minute * 60);
  }
  await roomy.touch(oldest);
  await openPartCache(path, 10_000).write(newest, packOf(4000));
  expect(readdirSync(path).sort()).toEqual([`${oldest}.parts`, `${newest}.parts`]);
});

test("of files that nobody wants any more only the cache's own go", async () => {
  const path = folder();
  const torn = "0b4a8a0e-6d0c-4b6e-9d0a-3f1f2b7f9c11.tmp";
  const theirs = ["budget.tmp", "budget.parts", "notes.txt", torn.toUpperCase()];
  for (const name of [...theirs, torn]) writeFileSync(join(path, name), "x".repeat(9000));
  const folders = ["x.tmp", `${oldest}.parts`, torn.replace("0b", "0c")];
  for (const name of folders) mkdirSync(join(path, name));
  for (const name of readdirSync(path)) utimesSync(join(path, name), 60, 60);
  expect(await openPartCache(path, 100).write(newest, packOf(4000))).toBeUndefined();
  expect(readdirSync(path).sort()).toEqual([...theirs, ...folders, `${newest}.parts`].sort());
});

test("one that is larger than all may be stays until the next", async () => {
  const cache = openPartCache(folder(), 100);
  await cache.write("a", packOf(4000));
  expect(await cache.read("a")).toMatchObject({ size: 1 });
});

test("two runs that write and read the same pack always read one of them whole", async () => {
  const path = folder();
  const [one, other] = [openPartCache(path, 1e9), openPartCache(path, 1e9)];
  await one.write("a", packOf(100_000, 1));
  const reads: Promise<unknown>[] = [];
  const writes: Promise<unknown>[] = [];
  for (let round = 0; round < 20; round++) {
    writes.push(one.write("a", packOf(100_000, 1)), other.write("a", packOf(100_000, 2)));
    reads.push(
      other.read("a").then((pack) => {
        const found = pack === undefined || pack === "damaged" ? undefined : pack.find("k");
        if (found === undefined || found === "damaged") return "torn";
        return new Set(found.files.docx?.bytes).size;
      }),
    );
  }
  expect(await Promise.all(writes)).toEqual(new Array(40).fill(undefined));
  expect(await Promise.all(reads)).toEqual(new Array(20).fill(1));
  expect(readdirSync(path)).toEqual(["a.parts"]);
});

test("a pack whose index is of another shape is damaged, though its checksum fits", async () => {
  const path = folder();
  const cache = openPartCache(path, 1e9);
  const part = { key: "k", pages: 1, headings: [] };
  for (const index of [
    null,
    [],
    { parts: [] },
    { madeWith: {} },
    { madeWith: {}, parts: [part] },
    { madeWith: {}, parts: [{ ...part, files: { docx: {} } }] },
    { madeWith: {}, parts: [{ ...part, files: [["docx", null]] }] },
  ]) {
    writeFileSync(join(path, `${newest}.parts`), indexedBy(JSON.stringify(index)));
    expect(await cache.read(newest), JSON.stringify(index)).toBe("damaged");
  }
  writeFileSync(join(path, `${newest}.parts`), indexedBy("{"));
  expect(await cache.read(newest)).toBe("damaged");
  writeFileSync(join(path, `${newest}.parts`), indexedBy('{"madeWith":{},"parts":[]}'));
  expect(await cache.read(newest)).toMatchObject({ size: 0 });
});

function indexedBy(text: string): Buffer {
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(text.length);
  lengths.writeUInt32LE(crc32(text), 4);
  return Buffer.concat([Buffer.from("huibian parts 1\n"), lengths, Buffer.from(text)]);
}

test("killed at any step of writing a pack, the old one or the new one is found whole, and the next is written", async () => {
  const steps = await killedAtEachStep(
    async () => {
      const path = folder();
      await openPartCache(path, 1e9).write(newest, packOf(4000, 1));
      return path;
    },
    {
      work: (path) => openPartCache(path, 1e9).write(newest, packOf(4000, 2)),
      afterwards: async (path) => {
        const cache = openPartCache(path, 1e9);
        const filledWith = async () => {
          const pack = await cache.read(newest);
          const found = pack === undefined || pack === "damaged" ? undefined : pack.find("k");
          return found === undefined || found === "damaged" ? "torn" : found.files.docx?.bytes[3999];
        };
        expect([1, 2]).toContain(await filledWith());
        expect(await cache.write(newest, packOf(4000, 3))).toBeUndefined();
        expect(await filledWith()).toBe(3);
      },
    },
  );
  expect(steps.map((step) => step.split(" ")[0])).toEqual(["mkdir", "writeUnflushed", "rename"]);
});
