import { expect, test } from "vitest";
import type { TextStyle } from "../model/index.ts";
import { houseStyle } from "../testing/build-document.ts";
import { applySize, mostSmaller } from "./apply-size.ts";

const sizes = (smaller: number, text = houseStyle.text) => {
  const { text: sized } = applySize({ ...houseStyle, text }, { smaller });
  return ["cell", "cell-tight", "body"].map((name) => [sized[name]?.size, sized[name]?.pitch]);
};

test("the text of tables steps from the size designed to that of the tight variant, which keeps a pitch of its own", () => {
  expect(mostSmaller(houseStyle)).toBe(3);
  const body = [16, 28.95];
  expect(sizes(0)).toEqual([[10.5, 15], [10.5, 13.5], body]);
  expect(sizes(1)).toEqual([[10, 14.5], [10, 13], body]);
  expect(sizes(2)).toEqual([[9.5, 13.5], [9.5, 12], body]);
  expect(sizes(3)).toEqual([[9, 13], [9, 11.5], body]);
  expect(sizes(9)).toEqual(sizes(3));
});

test("a form whose tables are as small as that has one size", () => {
  const small = (style: TextStyle | undefined) => style && { ...style, size: 9, pitch: 12.5 };
  const changed = ["cell", "cell-center", "cell-end", "cell-label"].map((name) => [
    name,
    small(houseStyle.text[name]),
  ]);
  const text = { ...houseStyle.text, ...Object.fromEntries(changed) };
  expect(mostSmaller({ ...houseStyle, text })).toBe(0);
  expect(sizes(1, text)).toEqual([
    [9, 12.5],
    [9, 11.5],
    [16, 28.95],
  ]);
});
