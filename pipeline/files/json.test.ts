/** A list encoded item by item is, byte for byte, the one that is encoded whole. */

import { expect, test } from "vitest";
import fc from "../testing/seeded-check.ts";
import { encodeJson, encodeJsonWithList } from "./json.ts";

const asIs = (item: unknown) => item;

test("any list, at any depth", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.jsonValue(), (items, other) => {
      const framed = (list: unknown) => [
        { version: "1", list, other },
        { runs: [{ tool: other, list }, 1], list: 2 },
      ];
      for (const index of [0, 1]) {
        const hole = "\u0000list";
        const emitted = encodeJsonWithList(framed(hole)[index], hole, { items, toJson: asIs });
        expect(Buffer.from(emitted).toString()).toBe(
          Buffer.from(encodeJson(framed(items)[index])).toString(),
        );
      }
    }),
  );
});

test("a list longer than a chunk", () => {
  const items = Array.from({ length: 5000 }, (_, index) => ({
    index,
    text: "绩效指标".repeat(20),
    also: [{}, []],
  }));
  const emitted = encodeJsonWithList({ list: "\u0000" }, "\u0000", { items, toJson: asIs });
  expect(Buffer.compare(Buffer.from(emitted), Buffer.from(encodeJson({ list: items })))).toBe(0);
});
