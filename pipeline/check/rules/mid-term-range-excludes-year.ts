/** A mid-term range that does not contain the budget year. */
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { yearOf } from "../year-of.ts";

export const midTermRangeExcludesYear: Rule<"mid-term-range-excludes-year"> = {
  about: { zh: "中期目标起止不包含预算年度", en: "a mid-term range without the budget year" },
  *check({ department }) {
    for (const project of department.projects) {
      const range = project.midTermRange;
      const year = yearOf(project.year?.text ?? department.year?.text);
      if (range === undefined || year === undefined) continue;
      const [from, to, ...more] = range.text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? [];
      // Placeholders (20××) and single years say nothing about a range.
      if (from === undefined || to === undefined || more.length > 0) continue;
      if (from <= year && year <= to) continue;
      yield { at: range.at, subject: subjectOf(project), found: range.text, args: { year } };
    }
  },
};
