/** A goal whose own numbering has a gap or a repetition: 8, 8, 10. */
import type { Text } from "../../records/index.ts";
import { rule } from "../rule.ts";

export const goalNumberingBroken = rule("goal-numbering-broken", {
  number: 33,
  severity: "warning",
  about: { zh: "绩效目标的序号有跳号或重号", en: "a goal whose numbering has a gap or a repeat" },
  says: {
    zh: "绩效目标的序号不连续：{numbers}",
    en: "The goal's numbering has a gap or a repetition: {numbers}",
  },
  todo: {
    zh: "请更正序号，并核对是否漏写了一条。",
    en: "Correct the numbers, and check whether an item is missing.",
  },
  *project({ goals }) {
    for (const horizon of ["annual", "midTerm"] as const) {
      const lines = goals[horizon]?.lines ?? [];
      const numbered = lines.flatMap(numberOf);
      const numbers = numbered.map(({ value }) => value);
      const decimals = lines.flatMap(({ text }) => decimal.exec(text)?.[1] ?? []).map(Number);
      const isHead = numbered[0]?.line === lines[0];
      const line = numbered[firstBreak(numbers, { isHead, decimals: new Set(decimals) })]?.line;
      if (line !== undefined) yield { at: line, args: { numbers: numbers.join("、") } };
    }
  },
});

// A decimal (1.5) is not the number of an item, and neither is a year; `2.2026年` and `2.9月` are not decimals.
const numbering =
  /^\s*(?:目标\s*)?[（(]?(\d{1,2})\s*(?:[)）、：:]|[.．](?:(?!\d)|(?=(?:19|20)\d{2}年|\d{1,2}月)))/u;
/** `2.3个村` may be item 2 that begins with a number, or a decimal. */
const decimal = /^\s*(\d{1,2})[.．]\d/u;

function numberOf(line: Text): { readonly line: Text; readonly value: number }[] {
  const digits = numbering.exec(line.text)?.[1];
  return digits === undefined ? [] : [{ line, value: Number(digits) }];
}

type Around = {
  /** Nothing stands before the first number. */
  readonly isHead: boolean;
  readonly decimals: ReadonlySet<number>;
};

/**
 * Where numbers stop counting up from 1, else -1. A new start at 1 is sound, and so is a gap that decimals fill. What
 * begins with another number than 1 after some text, or with it alone, may count something else.
 */
function firstBreak(numbers: readonly number[], { isHead, decimals }: Around): number {
  if (numbers[0] !== 1)
    return isHead && numbers[0] === 2 && (numbers[1] === 2 || numbers[1] === 3) && !decimals.has(1) ? 0 : -1;
  return numbers.findIndex((value, index) => {
    const last = numbers[index - 1];
    return last !== undefined && value !== 1 && !follows(value, last, decimals);
  });
}

function follows(value: number, last: number, decimals: ReadonlySet<number>): boolean {
  if (value <= last) return false;
  const skipped = Array.from({ length: value - last - 1 }, (_, index) => last + 1 + index);
  return skipped.every((number) => decimals.has(number));
}
