/** What is told to be new: never of another edition than the one that was seen, nor of counts that cannot be compared. */
import { expect, test } from "vitest";
import type { Standing } from "../contracts/index.ts";
import { newsOf } from "./overview-news.ts";

const none = { failure: 0, error: 0, warning: 0, info: 0 };
const standing = (about: Partial<Standing> = {}): Standing => ({
  ...{ failed: false, findings: none, edition: 1, records: "a", pages: 7, budgetTotal: "10.00" },
  ...about,
});
const figures = (edition: number | undefined) => ({
  ...{ edition, count: 3, projects: { added: 1, removed: 0, changed: 2 } },
  findings: { added: 4, gone: 5 },
});
const final = { isDraft: false, isKnown: true };

test("nothing, of a department that stands as it stood", () => {
  const news = newsOf({ now: standing(), before: standing() }, { ...final, changes: figures(0) });
  expect(Object.values(news).filter((one) => one !== undefined)).toEqual([]);
});

test("the change list of an edition that follows the one that was seen", () => {
  const now = standing({ edition: 2, records: "b", budgetTotal: "8.5" });
  const news = newsOf({ now, before: standing() }, { ...final, changes: figures(1) });
  expect(news).toMatchObject({ changes: { count: 3 }, findings: { added: 4, gone: 5 }, money: "−1.50" });
});

test("no change list of another edition, nor of a final one about a draft", () => {
  const now = standing({ edition: 3, records: "b", findings: { ...none, error: 2 } });
  const skipped = newsOf({ now, before: standing() }, { ...final, changes: figures(2) });
  expect(skipped).toMatchObject({ changes: undefined, findings: { added: 2, gone: 0 } });
  const draft = newsOf({ now, before: standing() }, { isDraft: true, isKnown: true, changes: figures(1) });
  expect(draft.changes).toBeUndefined();
});

test("of one that failed that it did, and of one that is mended no counts of the failed run", () => {
  const failed = standing({ failed: true, findings: { ...none, failure: 1 } });
  expect(newsOf({ now: failed, before: standing() }, final)).toEqual({ state: "failed" });
  expect(newsOf({ now: failed, before: failed }, final)).toEqual({});
  const mended = newsOf({ now: standing(), before: failed }, final);
  expect(mended).toMatchObject({ state: "mended", findings: undefined });
});

test("figures that are missing or no numbers are no news", () => {
  const odd = standing({ pages: undefined, budgetTotal: "many" });
  const news = newsOf({ now: standing(), before: odd }, final);
  expect([news.pages, news.money]).toEqual([undefined, undefined]);
});
