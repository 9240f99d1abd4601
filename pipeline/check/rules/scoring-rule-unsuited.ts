/** A scoring rule of the common four that does not fit its indicator. */
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { rule } from "../rule.ts";
import { isVague } from "../vague-value.ts";

export const scoringRuleUnsuited = rule("scoring-rule-unsuited", {
  number: 28,
  severity: "warning",
  about: { zh: "赋分规则与指标类型不符", en: "a scoring rule that does not suit its indicator" },
  says: {
    zh: "赋分规则与指标不符，宜用“{suits}”",
    en: "The scoring rule does not fit the indicator; use “{suits}”",
  },
  todo: { zh: "请更正赋分规则。", en: "Correct the scoring rule." },
  indicator(indicator) {
    const { scoringRule, value } = indicator;
    if (scoringRule === undefined || !common.test(scoringRule.text)) return;
    const suits = suiting(indicator, scoringRule.text);
    return suits === undefined ? undefined : { at: scoringRule, also: value ? [value] : [], args: { suits } };
  },
});

const common = /^(?:按照?正常比例赋分|直接赋分|按评判等级赋分|满意度赋分)$/u;

/** The scoring rule that the indicator calls for; undefined if the one it has will do. */
function suiting(indicator: PrintedIndicator, scoringRule: string): string | undefined {
  const satisfaction = indicator.kinds.has("satisfaction");
  if (satisfaction && scoringRule !== "满意度赋分") return "满意度赋分";
  const named = /满意/u.test(indicator.level3?.text ?? "");
  if (!satisfaction && !named && scoringRule === "满意度赋分") return "按照正常比例赋分";
  // 提高 has no proportion to be scored by.
  if (/正常比例/u.test(scoringRule) && isVague(indicator.value?.text ?? "")) return "按评判等级赋分";
  return undefined;
}
