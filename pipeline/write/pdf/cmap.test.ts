import { expect, test } from "vitest";
import { encodingCMap, toUnicodeCMap } from "./cmap.ts";

const entries = (cmap: string) => cmap.match(/^<.*> <.*> .*$/gmu)?.filter((line) => line !== "<0000> <ffff>");

test("neighbours share a range, but never over the end of a first byte", () => {
  const pairs = [0x4e00, 0x4e01, 0x4efe, 0x4eff, 0x4f00].map((code) => [code, code] as const);
  expect(entries(toUnicodeCMap(pairs))).toEqual([
    "<4e00> <4e01> <4e00>",
    "<4efe> <4eff> <4efe>",
    "<4f00> <4f00> <4f00>",
  ]);
});

test("a character beyond U+FFFF is written as its two surrogates", () => {
  expect(entries(toUnicodeCMap([[0xd801, 0x20bb7]]))).toEqual(["<d801> <d801> <d842dfb7>"]);
});

test("glyphs are numbers, and a section holds a hundred entries", () => {
  const pairs = Array.from({ length: 150 }, (_, index) => [2 * index, index] as const);
  const cmap = encodingCMap(pairs);
  expect(cmap.match(/^\d+ begincidrange$/gmu)).toEqual(["100 begincidrange", "50 begincidrange"]);
  expect(entries(cmap)?.at(-1)).toBe("<012a> <012a> 149");
});
