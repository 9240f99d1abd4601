/** A goal whose own numbering has a gap or a repeat: 8, 8, 10. */
import type { Text } from "../../records/index.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const goalNumberingBroken: Rule<"goal-numbering-broken"> = {
  about: { zh: "绩效目标的序号有跳号或重号", en: "a goal whose numbering has a gap or a repeat" },
  *check({ department }) {
    for (const project of department.projects) {
      for (const horizon of ["annual", "midTerm"] as const) {
        const numbered = (project.goals[horizon]?.lines ?? []).flatMap(numberOf);
        const broken = firstBreak(numbered.map(({ value }) => value));
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

// A decimal (1.5) is no number of an item, and neither is a year.
const numbering = /^\s*(?:目标\s*)?[（(]?(\d{1,2})\s*(?:[)）、：:]|[.．](?!\d))/u;

function numberOf(line: Text): { readonly line: Text; readonly value: number }[] {
  const digits = numbering.exec(line.text)?.[1];
  return digits === undefined ? [] : [{ line, value: Number(digits) }];
}

/** Where a run of numbers that begins with 1 stops counting up; a new run from 1 is sound. */
function firstBreak(numbers: readonly number[]): number | undefined {
  if (numbers[0] !== 1) return undefined;
  const at = numbers.findIndex(
    (value, index) => index > 0 && value !== 1 && value !== (numbers[index - 1] ?? 0) + 1,
  );
  return at === -1 ? undefined : at;
}
