import { expect, test } from "vitest";
import fc from "../testing/seeded-check.ts";
import { parseRecords } from "./delimited.ts";
import { keepPieces, type TakeApart } from "./kept-pieces.ts";

/** Records, or what the error says of them. */
function outcomeOf(takeApart: TakeApart, text: string) {
  try {
    return takeApart(text, ",");
  } catch (error) {
    const { code, records, column } = error as Record<string, unknown>;
    return { code, records, column };
  }
}

const piece = fc.constantFrom(
  "a",
  "b",
  "项",
  ",",
  "\n",
  "\r\n",
  '"',
  '""',
  '"a\nb"',
  '="01"',
  "a,b\n",
  '"x,""y""",z\r\n',
);
const line = fc.constantFrom("a\n", "a\n", "b,c\n", "\n", '"a\nb"\n');
const texts = fc
  .array(fc.oneof({ weight: 1, arbitrary: piece }, { weight: 3, arbitrary: line }), { maxLength: 25 })
  .map((pieces) => pieces.join(""));
const edits = fc.array(
  fc.tuple(
    fc.nat(),
    fc.nat(12),
    texts.map((text) => text.slice(0, 6)),
  ),
  { maxLength: 6 },
);

test("a text that is edited again and again is read as one that is read for the first time", () => {
  fc.assert(
    fc.property(texts, edits, fc.integer({ min: 1, max: 12 }), (first, steps, least) => {
      const kept = keepPieces(parseRecords, least);
      let text = first;
      expect(outcomeOf(kept, text)).toEqual(outcomeOf(parseRecords, text));
      for (const [where, length, instead] of steps) {
        const at = where % (text.length + 1);
        text = text.slice(0, at) + instead + text.slice(at + length);
        expect(outcomeOf(kept, text)).toEqual(outcomeOf(parseRecords, text));
      }
    }),
    { numRuns: 500 },
  );
});

test("above and below the edited line are the very records of the time before", () => {
  const lines = Array.from({ length: 9 }, (_, index) => `${index},"一\n二"\n`);
  const kept = keepPieces(parseRecords, 12);
  const before = kept(lines.join(""), ",");
  const after = kept(lines.with(4, "x,y\n甲,乙\n").join(""), ",");
  expect(after.length).toBe(10);
  expect(after[0]).toBe(before[0]);
  expect(after.at(-1)).toBe(before.at(-1));
});
