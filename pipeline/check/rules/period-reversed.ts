/** A period that ends before it begins. */
import { isLater, parseSpan } from "../dates.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const periodReversed: Rule<"period-reversed"> = {
  about: { zh: "项目期、中期目标起止的结束早于开始", en: "a period that ends before it begins" },
  *check({ department }) {
    for (const project of department.projects) {
      for (const text of [project.period, project.midTermRange]) {
        const span = text && parseSpan(text.text);
        if (text === undefined || span === undefined || !isLater(span.from, span.to)) continue;
        yield { at: text.at, subject: subjectOf(project), found: text.text, args: {} };
      }
    }
  },
};
