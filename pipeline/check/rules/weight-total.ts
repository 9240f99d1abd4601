/** Weights that do not add up to the total that the form sets; a form without one has no such rule. */
import { compareDecimals, sumDecimals } from "../../records/index.ts";
import { eachBlock } from "../each-indicator.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { weightsOf } from "../weights.ts";

export const weightTotal: Rule<"weight-total"> = {
  about: { zh: "权重合计不等于表式规定的总分", en: "weights that miss the form's total" },
  expects: {
    zh: "权重合计，例如 90；不设则不检查",
    en: "the weights' total, for example 90; without it nothing is checked",
  },
  *check(context) {
    if (context.expect === undefined) return;
    const expected = String(context.expect);
    for (const block of eachBlock(context)) {
      const weights = weightsOf(block);
      const [first, ...others] = weights;
      const values = weights.flatMap(({ value }) => value ?? []);
      // A weight that is no number has its own finding, and no sum can be right without it.
      if (first === undefined || values.length < weights.length) continue;
      const sum = sumDecimals(values);
      if (compareDecimals(sum, expected) === 0) continue;
      yield {
        at: first.text.at,
        also: others.map(({ text }) => text.at),
        subject: subjectOf(block.project),
        found: first.text.text,
        args: { horizon: block.horizon, sum, expected },
      };
    }
  },
};
