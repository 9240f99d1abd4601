/** A weight that is not above 0, or that is more than half of all weights together. */
import { compareDecimals, sumDecimals } from "../../records/index.ts";
import { eachBlock } from "../each-indicator.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { weightsOf } from "../weights.ts";

export const weightOutOfRange: Rule<"weight-out-of-range"> = {
  about: { zh: "权重不大于 0，或超过合计的一半", en: "a weight not above 0, or above half of the total" },
  *check(context) {
    for (const block of eachBlock(context)) {
      const weights = weightsOf(block);
      const total = sumDecimals(weights.flatMap(({ value }) => value ?? []));
      for (const { text, value } of weights) {
        if (value === undefined) continue;
        const tooSmall = compareDecimals(value, "0") <= 0;
        if (!tooSmall && compareDecimals(sumDecimals([value, value]), total) <= 0) continue;
        yield {
          at: text.at,
          subject: subjectOf(block.project),
          found: text.text,
          args: { weight: text.text, total, tooSmall },
        };
      }
    }
  },
};
