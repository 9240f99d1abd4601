/** A scoring rule of the common four that does not suit its indicator. */
import type { Indicator } from "../../records/index.ts";
import { eachIndicator } from "../each-indicator.ts";
import { isOfKind } from "../levels.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { isVague } from "../vague-value.ts";

export const scoringRuleUnsuited: Rule<"scoring-rule-unsuited"> = {
  about: { zh: "赋分规则与指标类型不符", en: "a scoring rule that does not suit its indicator" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { scoringRule, value } = indicator;
      if (scoringRule === undefined || !common.test(scoringRule.text)) continue;
      const suits = suiting(indicator, scoringRule.text);
      if (suits === undefined) continue;
      yield {
        at: scoringRule.at,
        also: value === undefined ? [] : [value.at],
        subject: subjectOf(project),
        found: scoringRule.text,
        args: { suits },
      };
    }
  },
};

const common = /^(?:按照?正常比例赋分|直接赋分|按评判等级赋分|满意度赋分)$/u;

/** The rule that the indicator calls for; undefined where the one it has will do. */
function suiting(indicator: Indicator, rule: string): string | undefined {
  const satisfaction = isOfKind(indicator, "satisfaction");
  if (satisfaction && rule !== "满意度赋分") return "满意度赋分";
  const named = /满意/u.test(indicator.level3?.text ?? "");
  if (!satisfaction && !named && rule === "满意度赋分") return "按照正常比例赋分";
  // 提高 has no proportion to be scored by.
  if (/正常比例/u.test(rule) && isVague(indicator.value?.text ?? "")) return "按评判等级赋分";
  return undefined;
}
