import { expect, test } from "vitest";
import { pageLabels } from "./page-labels.ts";

const labels = (...numbers: readonly (string | undefined)[]) =>
  pageLabels(numbers.map((number) => (number === undefined ? {} : { number })));

test("one range for each way of counting", () => {
  expect(labels(undefined, "I", "II", "III", "IV", "1", "2")).toEqual([
    { page: 0 },
    { page: 1, style: "R", start: 1 },
    { page: 5, style: "D", start: 1 },
  ]);
});

test("a count that jumps, starts anew or is none of the known ones", () => {
  expect(labels("4", "5", "7", "1", "xiv", "附1", "附1")).toEqual([
    { page: 0, style: "D", start: 4 },
    { page: 2, style: "D", start: 7 },
    { page: 3, style: "D", start: 1 },
    { page: 4, style: "r", start: 14 },
    { page: 5, prefix: "附1" },
  ]);
});
