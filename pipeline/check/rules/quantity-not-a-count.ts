/** A payment or a rate under 数量指标. */
import { eachIndicator } from "../each-indicator.ts";
import { bareName } from "../indicator-name.ts";
import { bareLevel } from "../levels.ts";
import { isNotApplicable } from "../not-applicable.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const quantityNotACount: Rule<"quantity-not-a-count"> = {
  about: { zh: "数量指标实为比率或金额", en: "a rate or a payment filed as a quantity" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { level2, level3, value, printedValue } = indicator;
      if (level2 === undefined || level3 === undefined || value === undefined) continue;
      if (bareLevel(level2.text) !== "数量" || isNotApplicable(value.text)) continue;
      const kind = kindOf(bareName(level3.text), printedValue?.text ?? "");
      if (kind === undefined) continue;
      yield {
        at: level3.at,
        also: [value.at],
        subject: subjectOf(project),
        found: level3.text,
        args: { kind },
      };
    }
  },
};

// 人数 in per cent is told as a unit that disagrees; 频率 and 功率 are measured, not shares.
const counted = /(?:人数|次数|户数|人次|件数|个数|场次|天数|数量)$|人均/u;
const shareName = /(?<![频功效斜曲])率$|比例$|占比$/u;
// Money that is brought in or lent is what such projects yield, and how far a service reaches is a quantity to many.
const yielded = /招商|引进|到位|投放|贷款|投资额/u;
const reach = /覆盖率/u;

function kindOf(name: string, printed: string): "rate" | "payment" | undefined {
  const parsed = parseValue(printed);
  const unit = parsed.kind === "number" ? (parsed.unit ?? "") : "";
  if (/^[万亿]?元$/u.test(unit)) return yielded.test(name) ? undefined : "payment";
  if (reach.test(name) || counted.test(name)) return undefined;
  return /^(?:[%％]|百分比)$/u.test(unit) || shareName.test(name) ? "rate" : undefined;
}
