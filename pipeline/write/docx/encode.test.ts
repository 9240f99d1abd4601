/** Whatever the pieces and wherever the chunks end, the bytes are the text's. */
import { expect, test } from "vitest";
import { encode } from "./encode.ts";

const check = (pieces: readonly string[]) => () => {
  const chunks = [...encode(pieces)];
  expect(Buffer.concat(chunks).equals(Buffer.from(pieces.join("")))).toBe(true);
};

test("nothing", check([]));
test("one piece longer than a chunk", check(["A", "项目".repeat(200_000), "z"]));
test("more pieces than fit a chunk", check(Array(40_000).fill("<w:t>绩效𠮷A</w:t>")));

test("chunks stay small however long the text is", () => {
  const lengths = [...encode(Array(40_000).fill("<w:t>绩效𠮷A</w:t>"))].map(({ length }) => length);
  expect(lengths.length).toBeGreaterThan(3);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(1 << 18);
});
