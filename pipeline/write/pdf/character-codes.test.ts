import { expect, test } from "vitest";
import { characterCodes } from "./character-codes.ts";

test("a character is its own code, whatever the font has", () => {
  const codeOf = characterCodes(() => expect.unreachable("only characters beyond U+FFFF need the font"));
  expect(["A", "民", "⺠", "\uE000"].map((text) => codeOf(text.codePointAt(0) ?? 0))).toEqual([
    0x41, 0x6c11, 0x2ea0, 0xe000,
  ]);
});

test("one beyond U+FFFF takes a code that no character of the font has, the same in every document", () => {
  const characterSet = [0x2070e, 0xe001, 0x20bb7, 0x41, 0xd801];
  const [first, second] = [
    characterCodes(() => characterSet),
    characterCodes(() => [...characterSet].reverse()),
  ];
  const codes = [0x20bb7, 0x2070e].map(first);
  expect(new Set([...codes, ...characterSet]).size).toBe(codes.length + characterSet.length);
  expect([0x2070e, 0x20bb7].map(second)).toEqual(codes.toReversed());
  for (const code of codes) expect(code).toBeLessThanOrEqual(0xffff);
});

test("a font that fills every code has none left", () => {
  const full = Array.from({ length: 0x10000 }, (_, codePoint) => codePoint);
  expect(() => characterCodes(() => [...full, 0x20bb7])(0x20bb7)).toThrow("no code is left for U+20bb7");
});
