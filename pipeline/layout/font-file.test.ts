/** The names of a font: read where they are whole, and no reason to throw where they are not. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
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

type Charstring = readonly number[];

/** The font with CFF outlines in place of its own: one for every glyph but the last, which has another. */
function withCharstrings(outline: Charstring, lists: CffLists = {}, last: Charstring = outline): Uint8Array {
  const bytes = withTable("glyf", (glyf) => glyf.set(cffTable(outline, last, lists)));
  const tag = Buffer.from(bytes).indexOf("glyf");
  bytes.set(Buffer.from("CFF "), tag);
  return bytes;
}

type CffLists = { readonly shared?: readonly Charstring[]; readonly own?: readonly Charstring[] };

function cffTable(outline: Charstring, last: Charstring, { shared = [], own = [] }: CffLists): Buffer {
  const long = (value: number) => [29, value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  const list = (items: readonly Charstring[]) => {
    if (items.length === 0) return [0, 0];
    let end = 1;
    const ends = items.flatMap((item) => {
      end += item.length;
      return long(end).slice(1);
    });
    return [...[items.length >> 8, items.length & 255, 4], ...[0, 0, 0, 1, ...ends], ...items.flat()];
  };
  const dictionary = (charstrings: number, facts: number) => [
    ...[...long(charstrings), 17],
    ...[...long(6), ...long(facts), 18],
  ];
  const before = (charstrings: number, facts: number) => [
    ...[1, 0, 4, 4],
    ...[...list([[84]]), ...list([dictionary(charstrings, facts)]), 0, 0, ...list(shared)],
  ];
  const start = before(0, 0).length;
  const outlines = list([...new Array<Charstring>(glyphs - 1).fill(outline), last]);
  // After six bytes of facts, which say that they are there.
  const owned = [...long(6), 19, ...list(own)];
  return Buffer.from([...before(start, start + outlines.length), ...outlines, ...owned]);
}

const glyphs = 3000;
const [callOwn, callShared] = [10, 29];
/** Numbers are told from -107, which is written as 32. */
const call = (number: number, operator: number) => [32 + number, operator];
/** To 0 0, then 500 to the right, up and left. */
const square = [...[139, 139, 21], ...[28, 1, 244, 6], ...[28, 1, 244, 7], ...[28, 254, 12, 6], 14];
/** Each calls the next ten times. */
const tenfold = (operator: number) =>
  Array.from({ length: 9 }, (_, number) => new Array(10).fill(call(number + 1, operator)).flat());

test.each<[what: string, bytes: () => Uint8Array]>([
  ["drawn in their place", () => withCharstrings(square)],
  ["that call what is shared", () => withCharstrings(call(0, callShared), { shared: [square] })],
  ["that call what is their own", () => withCharstrings(call(0, callOwn), { own: [square] })],
])("a font with CFF outlines %s can be read", (_, bytes) => {
  expect(readFontFaces(bytes())).toMatchObject([{ postscriptName: "Tinos-Regular" }]);
});

test("outlines with every operator of curves, lines and hints can be read, for all its numbers of operands", () => {
  const counts: Readonly<Record<number, readonly number[]>> = {
    ...{
      1: [2, 4],
      3: [2],
      4: [1],
      5: [2, 6],
      6: [1, 4],
      7: [3],
      8: [6, 12],
      18: [4],
      21: [2],
      22: [1],
      23: [2],
    },
    ...{ 24: [8, 14, 20], 25: [8, 10, 14], 26: [4, 5, 9], 27: [8, 5], 30: [4, 5, 9, 12], 31: [8, 13] },
  };
  const drawn = Object.entries(counts).flatMap(([operator, all]) =>
    all.map((count) => [...new Array<number>(count).fill(140), Number(operator)]),
  );
  const flexes = Object.entries({ 34: 7, 35: 13, 36: 9, 37: 11 }).map(([operator, count]) => [
    ...[...new Array<number>(count).fill(140), 12, Number(operator)],
  ]);
  // What an operator left of its operands would be more than an outline may have in the end.
  const often = [...drawn, ...flexes].map((one) => new Array<Charstring>(600).fill(one).flat());
  for (let from = 0; from < often.length; from += 8)
    expect(
      readFontFaces(withCharstrings(square, {}, [...often.slice(from, from + 8).flat(), 14])),
    ).toBeDefined();
});

/** One file of so many faces, which share all that they have but their heads. */
function collectionOf(count: number, font: Uint8Array): Uint8Array {
  const tables = 12 + 16 * Buffer.from(font).readUInt16BE(4);
  const header = Buffer.alloc(12 + 4 * count, "ttcf");
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt32BE(count, 8);
  const begin = header.length + count * tables;
  const end = begin + font.length;
  const parts: Buffer[] = [];
  const heads: Buffer[] = [];
  for (let face = 0; face < count; face += 1) {
    header.writeUInt32BE(header.length + face * tables, 12 + 4 * face);
    const list = Buffer.from(font.subarray(0, tables));
    for (let at = 12; at < tables; at += 16) {
      const [from, length] = [list.readUInt32BE(at + 8), list.readUInt32BE(at + 12)];
      const isHead = list.toString("latin1", at, at + 4) === "head";
      list.writeUInt32BE(isHead ? end + face * length : from + begin, at + 8);
      if (isHead) heads.push(Buffer.from(font.subarray(from, from + length)));
    }
    parts.push(list);
  }
  return Buffer.concat([header, ...parts, font, ...heads]);
}

test("outlines that the faces of a collection share are followed once", () => {
  const stepsOf = (faces: number) => {
    const steps = vi.spyOn(DataView.prototype, "getUint8");
    expect(readFontFaces(collectionOf(faces, withCharstrings(square)))).toHaveLength(faces);
    const { length } = steps.mock.calls;
    steps.mockRestore();
    return length;
  };
  expect(stepsOf(8)).toBeLessThan(2 * stepsOf(1));
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
  [
    "one of whose outlines calls itself",
    () => withCharstrings(square, { own: [call(0, callOwn)] }, call(0, callOwn)),
  ],
  [
    "one of whose outlines calls ten that call ten each",
    () => withCharstrings(square, { shared: tenfold(callShared) }, call(0, callShared)),
  ],
  // 1000 operands, turned 30,000 times a thousand thousand.
  [
    "one of whose outlines reckons",
    () => withCharstrings(square, {}, [139, 28, 3, 232, 28, 117, 48, 28, 117, 48, 12, 24, 12, 30, 14]),
  ],
  ["that is cut off", () => tinos.subarray(0, 100_000)],
])("a font %s is none", (_, bytes) => {
  expect(readFontFaces(bytes())).toBeUndefined();
});
