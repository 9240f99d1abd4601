/** The names of a font: read where they are whole, and no reason to throw where they are not. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFontFaces } from "./font-file.ts";
import { roleOf } from "./font-roles.ts";

const { resolve } = createRequire(import.meta.url);
const tinos = readFileSync(
  join(resolve("@expo-google-fonts/tinos/package.json"), "..", "400Regular", "Tinos_400Regular.ttf"),
);

/** The font with other bytes in a table. */
function withTable(name: string, change: (bytes: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(tinos);
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const at = tables.find((one) => bytes.toString("latin1", one, one + 4) === name) ?? expect.fail();
  const [begin, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
  change(bytes.subarray(begin, begin + length));
  return bytes;
}

/** The font with the numbers of its name records changed: 1 is the family, 6 the PostScript name. */
function withNames(renumber: (number: number) => number): Uint8Array {
  const bytes = Buffer.from(tinos);
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const table = tables.find((at) => bytes.toString("latin1", at, at + 4) === "name") ?? 0;
  const names = bytes.readUInt32BE(table + 8);
  for (let index = 0; index < bytes.readUInt16BE(names + 2); index += 1) {
    const at = names + 6 + 12 * index + 6;
    bytes.writeUInt16BE(renumber(bytes.readUInt16BE(at)), at);
  }
  return bytes;
}

test("a whole font says its names", () => {
  expect(readFontFaces(withNames((number) => number))).toMatchObject([
    { postscriptName: "Tinos-Regular", families: ["Tinos"], bold: false, inCollection: false },
  ]);
});

test.each([
  ["its PostScript name", 6],
  ["any name", undefined],
])("a font without %s cannot be read", (_, lost) => {
  const faces = readFontFaces(withNames((number) => (lost === undefined || number === lost ? 200 : number)));
  expect(faces).toBeUndefined();
});

test("a font without a family has its PostScript name, and no role", () => {
  const faces = readFontFaces(withNames((number) => ([1, 2, 16].includes(number) ? 200 : number)));
  expect(faces).toMatchObject([{ postscriptName: "Tinos-Regular", families: [] }]);
  expect(faces?.some(roleOf)).toBe(false);
});

const ownParts = [0xff, 0xff, 0, 0, 0, 0, 1, 0xf4, 1, 0xf4, 0, 0x22, 0, 36, 0, 0];

test.each<[what: string, bytes: () => Uint8Array]>([
  ["all of whose widths are zero", () => withTable("hmtx", (bytes) => bytes.fill(0))],
  ["without outlines", () => withTable("glyf", (bytes) => bytes.fill(0))],
  [
    "whose outlines are noise",
    () => withTable("glyf", (bytes) => bytes.set(bytes.map((_, at) => (at * 7919 + (at >> 3) * 31) % 256))),
  ],
  [
    "whose outlines are put together of themselves",
    // A glyph of many parts, each of them the glyph 36.
    () => withTable("glyf", (bytes) => bytes.set(bytes.map((_, at) => ownParts[at % ownParts.length] ?? 0))),
  ],
  ["that is cut off", () => tinos.subarray(0, 100_000)],
])("a font %s is none", (_, bytes) => {
  expect(readFontFaces(bytes())).toBeUndefined();
});
