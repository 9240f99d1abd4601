/** An indicator marked 无 or 不适用 that still has a sign or a unit. */
import type { Indicator, Text } from "../../records/index.ts";
import { eachIndicator } from "../each-indicator.ts";
import { isNotApplicable } from "../not-applicable.ts";
import { callsForNoNumber } from "../operator-code.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const notApplicableWithUnit: Rule<"not-applicable-with-unit"> = {
  about: { zh: "填了“无”“不适用”，却有符号或计量单位", en: "无 or 不适用 together with a sign or a unit" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      if (indicator.value === undefined || !isNotApplicable(indicator.value.text)) continue;
      const [first, ...others] = strayOf(indicator);
      if (first === undefined) continue;
      yield {
        at: first.at,
        also: [...others.map((text) => text.at), indicator.value.at],
        subject: subjectOf(project),
        found: first.text,
        args: { stray: [first, ...others].map((text) => text.text).join("") },
      };
    }
  },
};

function strayOf({ operator, unit }: Indicator): readonly Text[] {
  const sign = operator !== undefined && !callsForNoNumber(operator.text) ? [operator] : [];
  const measure = unit !== undefined && !isNotApplicable(unit.text) ? [unit] : [];
  return [...sign, ...measure];
}
