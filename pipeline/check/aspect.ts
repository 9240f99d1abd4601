/** What a reviewer would call the matter of a rule: the words of the Ministry's review of performance goals, and form. */
import type { Bilingual } from "../diagnostics/index.ts";

/**
 * Completeness, relevance, adequacy and feasibility are what goals are reviewed for (预算绩效目标管理暂行办法);
 * regularity is how they are written; publication is what must not be printed.
 */
export const aspects = {
  completeness: { zh: "完整性", en: "completeness" },
  regularity: { zh: "规范性", en: "regularity" },
  relevance: { zh: "相关性", en: "relevance" },
  adequacy: { zh: "适当性", en: "adequacy" },
  feasibility: { zh: "可行性", en: "feasibility" },
  publication: { zh: "公开", en: "publication" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Aspect = keyof typeof aspects;

/** Rules of one number look at one thing, so they nearly always have one aspect; the others are regularity. */
const byNumber: ReadonlyMap<number, Aspect> = new Map([
  [3, "completeness"],
  [4, "completeness"],
  [7, "completeness"],
  [45, "completeness"],
  [46, "completeness"],
  // Whether goals are broken down into indicators that can be measured, and belong to the project.
  [14, "relevance"],
  [15, "relevance"],
  [23, "relevance"],
  [31, "relevance"],
  [32, "relevance"],
  [39, "relevance"],
  // Whether goals fit the money, and are neither too high nor too low.
  [13, "adequacy"],
  [21, "adequacy"],
  [40, "adequacy"],
  [43, "adequacy"],
  [44, "adequacy"],
  // Whether they can be reached in time.
  [16, "feasibility"],
  [42, "feasibility"],
  [36, "publication"],
  [37, "publication"],
]);

const byCode: ReadonlyMap<string, Aspect> = new Map([
  ["required-field-missing", "completeness"],
  ["department-fact-missing", "completeness"],
  ["form-check-idle", "completeness"],
  ["goal-money-differs", "adequacy"],
  ["satisfaction-below-floor", "adequacy"],
  ["basis-blank-here-alone", "completeness"],
  ["cell-blank-here-alone", "completeness"],
]);

export function aspectOf({ code, number }: { readonly code: string; readonly number: number }): Aspect {
  return byCode.get(code) ?? byNumber.get(number) ?? "regularity";
}
