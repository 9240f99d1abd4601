/** A weight that is no number. */
import { eachBlock } from "../each-indicator.ts";
import { isNotApplicable } from "../not-applicable.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { weightsOf } from "../weights.ts";

export const weightNotANumber: Rule<"weight-not-a-number"> = {
  about: { zh: "权重不是数字", en: "a weight that is no number" },
  *check(context) {
    for (const block of eachBlock(context)) {
      for (const { text, value } of weightsOf(block)) {
        if (value !== undefined || isNotApplicable(text.text)) continue;
        yield { at: text.at, subject: subjectOf(block.project), found: text.text, args: {} };
      }
    }
  },
};
