/** What a web page left in a text, put right once and for all. */
import { expect, test } from "vitest";
import { withoutEntities } from "./entities.ts";

test.each([
  ["&ge;95%", "≥95%"],
  ["&lt;=5", "≤5"],
  ["&gt;=5", "≥5"],
  ["A&lt;B", "A＜B"],
  ["办公&nbsp;采购", "办公采购"],
  ["Word&nbsp;&nbsp;2021版", "Word 2021版"],
  ["研发&amp;推广", "研发&推广"],
  // An entity of an entity, and what is none.
  ["&amp;lt;", "&amp;lt;"],
  ["&amp;amp;nbsp;", "&amp;amp;nbsp;"],
  ["A&B;C", "A&B;C"],
])("%s → %s", (text, right) => {
  expect(withoutEntities(text)).toBe(right);
  expect(withoutEntities(right)).toBe(right);
});
