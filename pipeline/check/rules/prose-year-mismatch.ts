/** Part 1 that calls the budget another year's: copied from last year's report. */
import type { Rule } from "../rule.ts";
import { yearOf } from "../year-of.ts";

// The budget of another year may be compared with, or reported on.
const budgetYear =
  /(?<![较比与同自从至])(?<found>(?<year>20\d{2})年度?部门预算)(?!执行|编制|编报|批复|公开|绩效|收支决算|相比|减少|增加)/u;

export const proseYearMismatch: Rule<"prose-year-mismatch"> = {
  about: {
    zh: "第一部分文字中的预算年度与所填年度不一致",
    en: "Part 1 that names another year's budget",
  },
  *check({ department: { overall, safeguards, year } }) {
    const declared = yearOf(year?.text);
    if (declared === undefined) return;
    for (const text of [...overall, ...safeguards]) {
      const named = budgetYear.exec(text.text.replace(/\s+/gu, ""))?.groups;
      if (named?.year === undefined || named.year === declared || text.text.includes(declared)) continue;
      yield {
        at: text.at,
        found: text.text,
        ...(named.found !== undefined && { part: named.found }),
        args: { year: declared, inText: named.year },
      };
    }
  },
};
