import { expect, test } from "vitest";
import { laidSpecimen } from "../../testing/laid-specimen.ts";
import { claimsOf } from "./claims.ts";

const { document } = laidSpecimen();
const part = (text: string, headed = true) => ({
  characters: { "song-regular": text },
  tags: { headed },
  annotated: false,
});
const headings = (...levels: readonly (1 | 2 | 3)[]) =>
  levels.map((level, page) => ({ level, id: `${page}`, content: [], page, top: 0 }));

test.each([
  [[1, 2, 3, 3, 2, 1], "一", { conformance: "A", accessible: true }],
  [[], "", { conformance: "A", accessible: true }],
  // What a character of a private use area means, the data do not say.
  [[1], "\u{e000}", { conformance: "U", accessible: true }],
  [[2], "一", { conformance: "A", accessible: false }],
  [[1, 3], "一", { conformance: "A", accessible: false }],
] as const)("headings %j with %s", (levels, characters, claims) => {
  const parts = [part("甲"), part(characters)];
  expect(claimsOf({ document, headings: headings(...levels) }, parts)).toEqual(claims);
});

test("with a table that has no header cell", () => {
  const parts = [part("甲"), part("乙", false)];
  expect(claimsOf({ document, headings: headings(1) }, parts)).toEqual({
    conformance: "A",
    accessible: false,
  });
});

test("with a comment, which is no part of the structure", () => {
  const parts = [{ ...part("甲"), annotated: true }];
  expect(claimsOf({ document, headings: headings(1) }, parts)).toEqual({
    conformance: "A",
    accessible: false,
  });
});

test("without a title", () => {
  const untitled = { document: { ...document, title: "" }, headings: [] };
  expect(claimsOf(untitled, []).accessible).toBe(false);
});
