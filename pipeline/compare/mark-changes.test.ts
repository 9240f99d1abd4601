/** Marked texts are still the texts, and what is marked is what a reader would point at. */

import { expect, test } from "vitest";
import fc from "../testing/seeded-check.ts";
import { type MarkedPart, markChanges, shortenAround } from "./mark-changes.ts";

const show = (parts: readonly MarkedPart[]) =>
  parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");

test.each([
  ["完成培训12次", "完成培训120次", "完成培训[12]次", "完成培训[120]次"],
  ["参保率≥90.5%以上", "参保率≥95.5%以上", "参保率≥[90.5%]以上", "参保率≥[95.5%]以上"],
  ["按期完成验收", "完成验收", "[按期]完成验收", "完成验收"],
  // A single character between two changes is read as part of one.
  ["全年及时足额发放到位", "全年按时全额发放到位", "全年[及时足]额发放到位", "全年[按时全]额发放到位"],
  ["修建公路", "购置车辆", "[修建公路]", "[购置车辆]"],
])("%s → %s", (before, after, old, now) => {
  const marked = markChanges(before, after);
  expect([show(marked.before), show(marked.after)]).toEqual([old, now]);
});

test("nothing is lost or made up, and both keep the same", () => {
  const text = fc.stringMatching(/^[参保人数率及时发放，。12.% a\n]{0,60}$/u);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const marked = markChanges(before, after);
      const join = (parts: readonly MarkedPart[]) => parts.map((part) => part.text).join("");
      expect([join(marked.before), join(marked.after)]).toEqual([before, after]);
      const kept = (parts: readonly MarkedPart[]) => join(parts.filter(({ changed }) => !changed));
      expect(kept(marked.before)).toBe(kept(marked.after));
    }),
    { numRuns: 500 },
  );
});

test("what is far from a change is left out", () => {
  const parts = [
    { text: "一二三四五六七八九十", changed: false },
    { text: "甲", changed: true },
    { text: "一二三四五六七八九十", changed: false },
    { text: "乙", changed: true },
    { text: "一二三", changed: false },
  ];
  expect(show(shortenAround(parts, 3))).toBe("…八九十[甲]一二三…八九十[乙]一二三");
});
