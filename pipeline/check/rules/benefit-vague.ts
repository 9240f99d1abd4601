/** A benefit that nothing can be measured by: common, and worth knowing. */
import { eachBlock } from "../each-indicator.ts";
import { isOfKind } from "../levels.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { isVague } from "../vague-value.ts";

export const benefitVague: Rule<"benefit-vague"> = {
  about: { zh: "效益指标的值不可衡量（显著提高……）", en: "a benefit that nothing can be measured by" },
  *check(context) {
    for (const { project, indicators } of eachBlock(context)) {
      const vague = indicators.filter(
        (indicator) => isOfKind(indicator, "benefit") && isVague(indicator.value?.text ?? ""),
      );
      const [first, ...others] = vague.flatMap(({ value }) => value ?? []);
      if (first === undefined) continue;
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: subjectOf(project),
        found: first.text,
        args: { count: vague.length },
      };
    }
  },
};
