/** What is left out of the search for a near name is never what the search would find. */

import { expect, test } from "vitest";
import fc from "../testing/seeded-check.ts";
import { nearestName } from "./nearest-name.ts";

const name = fc.string({ unit: fc.constantFrom(..."abAB项目编码"), maxLength: 8 });

test("is as near as any", () => {
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 12 }), fc.nat(5), (wanted, known, most) => {
      const alone = known.filter((one) => nearestName(wanted, [one], most) === one && one !== "");
      const edits = (one: string) =>
        Array.from({ length: most + 1 }, (_, few) => few).find(
          (few) => nearestName(wanted, [one], few) === one,
        );
      const least = Math.min(...alone.map((one) => edits(one) ?? most));
      const found = nearestName(
        wanted,
        known.filter((one) => one !== ""),
        most,
      );
      expect(found).toBe(alone.find((one) => edits(one) === least) ?? "");
    }),
  );
});

test.each([
  ["项目编马", "项目编码", 1],
  ["项目码编", "项目编码", 1],
  ["项目编", "项目编码", 1],
  ["项目的编码", "项目编码", 1],
  ["项码的目", "项目编码", 3],
])("%s is %s with %i edits, and with no fewer", (wanted, known, edits) => {
  expect(nearestName(wanted, [known], edits)).toBe(known);
  expect(nearestName(wanted, [known], edits - 1)).toBe("");
});
