/** Which of a department's earlier editions a new one is compared with, and what is said where one is lost. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashOfBytes } from "../files/index.ts";
import { readEarlier } from "./department-edition.ts";

const bytes = (edition: number) => new TextEncoder().encode(`records of ${edition}`);
const manifest = (edition: number, records: boolean) =>
  JSON.stringify({
    ...{
      version: "1",
      title: "甲",
      form: "hebei",
      draft: false,
      edition,
      files: [],
      earlier: [],
      extras: [],
    },
    ...(records && { records: { bytes: 1, sha256: hashOfBytes(bytes(edition)) } }),
  });

/** A folder whose editions are 1 and 2. */
function published({ records = true } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "huibian-earlier-"));
  for (const edition of [1, 2]) {
    const place = join(folder, ".history", `${edition}`);
    mkdirSync(place, { recursive: true });
    if (records) writeFileSync(join(place, "records.json"), bytes(edition));
    writeFileSync(join(place, "manifest.json"), manifest(edition, records));
  }
  writeFileSync(join(folder, "manifest.json"), manifest(2, records));
  return folder;
}

async function earlier(folder: string) {
  const { records, next } = await readEarlier(folder);
  const read = records.map((one) => [one.edition, one.bytes && new TextDecoder().decode(one.bytes)]);
  return { records: read, next };
}

test("the newest two, the newest first", async () => {
  const records = [
    [2, "records of 2"],
    [1, "records of 1"],
  ];
  expect(await earlier(published())).toEqual({ records, next: 3 });
  expect((await readEarlier(published())).records[0]?.file).toMatch(/\.history\/2\/records\.json$/u);
});

test.each([
  ["records that are gone", (folder: string) => rmSync(join(folder, ".history/2/records.json"))],
  [
    "records that are others",
    (folder: string) => writeFileSync(join(folder, ".history/2/records.json"), "x"),
  ],
  ["a damaged manifest", (folder: string) => writeFileSync(join(folder, ".history/2/manifest.json"), "{")],
  ["an edition that is gone", (folder: string) => rmSync(join(folder, ".history/2"), { recursive: true })],
])("%s leave the edition its place, which no older one takes", async (_what, spoil) => {
  const folder = published();
  spoil(folder);
  const records = [
    [2, undefined],
    [1, "records of 1"],
  ];
  expect(await earlier(folder)).toEqual({ records, next: 3 });
});

test("an edition that was published without records has none to lose", async () => {
  expect(await earlier(published({ records: false }))).toEqual({ records: [], next: 3 });
  const empty = mkdtempSync(join(tmpdir(), "huibian-earlier-"));
  expect(await earlier(empty)).toEqual({ records: [], next: 1 });
});
