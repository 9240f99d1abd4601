/** A goal whose own numbering has a gap or a repeat: 8, 8, 10. */
import type { Text } from "../../records/index.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const goalNumberingBroken: Rule<"goal-numbering-broken"> = {
  about: { zh: "绩效目标的序号有跳号或重号", en: "a goal whose numbering has a gap or a repeat" },
  *check({ department }) {
    for (const project of department.projects) {
      for (const horizon of ["annual", "midTerm"] as const) {
        const lines = project.goals[horizon]?.lines ?? [];
        const numbered = lines.flatMap(numberOf);
        const broken = firstBreak(
          numbered.map(({ value }) => value),
          new Set(lines.flatMap(({ text }) => decimal.exec(text)?.[1] ?? []).map(Number)),
        );
        const line = broken === undefined ? undefined : numbered[broken]?.line;
        if (line === undefined) continue;
        yield {
          at: line.at,
          subject: subjectOf(project),
          found: line.text,
          args: { numbers: numbered.map(({ value }) => value).join("、") },
        };
      }
    }
  },
};

// A decimal (1.5) is no number of an item, and neither is a year; `2.2026年` and `2.9月` are no decimals.
const numbering =
  /^\s*(?:目标\s*)?[（(]?(\d{1,2})\s*(?:[)）、：:]|[.．](?:(?!\d)|(?=(?:19|20)\d{2}年|\d{1,2}月)))/u;
/** `2.3个村` may be item 2 that begins with a number, or a decimal. */
const decimal = /^\s*(\d{1,2})[.．]\d/u;

function numberOf(line: Text): { readonly line: Text; readonly value: number }[] {
  const digits = numbering.exec(line.text)?.[1];
  return digits === undefined ? [] : [{ line, value: Number(digits) }];
}

/** Where a run of numbers that begins with 1 stops counting up; a new run from 1 is sound, and so is a gap that decimals fill. */
function firstBreak(numbers: readonly number[], decimals: ReadonlySet<number>): number | undefined {
  if (numbers[0] !== 1) return undefined;
  const at = numbers.findIndex((value, index) => {
    const last = numbers[index - 1];
    return last !== undefined && value !== 1 && !follows(value, last, decimals);
  });
  return at === -1 ? undefined : at;
}

function follows(value: number, last: number, decimals: ReadonlySet<number>): boolean {
  if (value <= last) return false;
  const skipped = Array.from({ length: value - last - 1 }, (_, index) => last + 1 + index);
  return skipped.every((number) => decimals.has(number));
}
