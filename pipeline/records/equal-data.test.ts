/** Data are equal if each says all that the other says. */
import { expect, test } from "vitest";
import { isEqual } from "./equal-data.ts";

test.each<readonly [one: unknown, other: unknown, equal: boolean]>([
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: undefined }, { b: 1 }, false],
  [{ a: undefined }, { toString: undefined }, false],
  [{ a: undefined }, {}, false],
  [{}, new Map([["a", 1]]), false],
  [new Map([["a", { b: 1 }]]), new Map([["a", { b: 1 }]]), true],
  [new Map([["a", 1]]), new Map([["a", 2]]), false],
  [new Set(["a"]), new Set(["a"]), true],
  [new Set(["a"]), new Set(["b"]), false],
  [new Set(["a"]), {}, false],
  [[], {}, false],
])("%o and %o: %s", (one, other, equal) => {
  expect([isEqual(one, other), isEqual(other, one)]).toEqual([equal, equal]);
});
