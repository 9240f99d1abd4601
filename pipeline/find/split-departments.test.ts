/** Shards are together all departments, share none, and do not depend on who asks. */

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import fc from "../testing/seeded-check.ts";
import type { DepartmentFolder } from "./find-departments.ts";
import { assign, splitDepartments } from "./split-departments.ts";

const weighed = fc.uniqueArray(fc.record({ place: fc.string(), weight: fc.nat(1_000_000) }), {
  selector: ({ place }) => place,
});
const of = fc.integer({ min: 1, max: 9 });

test("each department falls to one shard, in whatever order they were found", () => {
  fc.assert(
    fc.property(weighed, of, (departments, count) => {
      const assigned = assign(departments, count);
      expect(assigned.map(({ place }) => place).toSorted()).toEqual(
        departments.map(({ place }) => place).toSorted(),
      );
      for (const { shard } of assigned) expect(shard >= 1 && shard <= count).toBe(true);
      expect(assign(departments.toReversed(), count)).toEqual(assigned);
    }),
  );
});

test("no shard has more than the lightest and its own last department", () => {
  fc.assert(
    fc.property(weighed, of, (departments, count) => {
      const weightOf = new Map(departments.map(({ place, weight }) => [place, weight]));
      const shards = Array.from({ length: count }, (_, at) =>
        assign(departments, count)
          .filter(({ shard }) => shard === at + 1)
          .map(({ place }) => weightOf.get(place) ?? 0),
      );
      const sums = shards.map((weights) => weights.reduce((sum, one) => sum + one, 0));
      for (const [at, weights] of shards.entries())
        expect((sums[at] ?? 0) - (weights.at(-1) ?? 0)).toBeLessThanOrEqual(Math.min(...sums));
    }),
  );
});

test("bytes count, folders' names do not: the same data elsewhere are split in the same way", async () => {
  const sizes = [900, 100, 100, 300, 300, 100];
  const at = (root: string): readonly DepartmentFolder[] =>
    sizes.map((size, index) => {
      const realPath = join(root, `甲${index}`);
      mkdirSync(realPath, { recursive: true });
      writeFileSync(join(realPath, "p.csv"), "x".repeat(size));
      return {
        folder: realPath,
        output: `甲${index}`,
        realPath,
        files: ["p.csv"],
        unread: [],
        unreadable: [],
      };
    });
  const [here, there] = [1, 2].map(() => at(mkdtempSync(join(tmpdir(), "huibian-split-"))));
  const everyone = () => true;
  const split = async (departments: readonly DepartmentFolder[], index: number) =>
    splitDepartments(departments, { index, of: 2, isSelected: everyone });
  const placesOf = ({ departments }: Awaited<ReturnType<typeof split>>) =>
    departments.map(({ output }) => output);
  expect(placesOf(await split(here ?? [], 1))).toEqual(["甲0"]);
  expect(placesOf(await split(here ?? [], 2))).toEqual(["甲1", "甲2", "甲3", "甲4", "甲5"]);
  const other = await split((there ?? []).toReversed(), 2);
  expect(placesOf(other).toReversed()).toEqual(["甲1", "甲2", "甲3", "甲4", "甲5"]);
  expect(other.shard).toEqual((await split(here ?? [], 2)).shard);
});
