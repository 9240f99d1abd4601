/** A cost in money with a sign that asks to spend more. */
import { eachIndicator } from "../each-indicator.ts";
import { isOfKind } from "../levels.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const costAtLeast: Rule<"cost-at-least"> = {
  about: { zh: "成本指标的金额用了“≥”或“＞”", en: "a cost in money given with ≥ or ＞" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value, operator, printedValue } = indicator;
      if (value === undefined || printedValue === undefined || !isOfKind(indicator, "cost")) continue;
      const parsed = parseValue(printedValue.text);
      if (parsed.kind !== "number" || (parsed.operator !== "≥" && parsed.operator !== ">")) continue;
      // What is saved may well be as much as possible.
      if (!/^[万亿]?元/u.test(parsed.unit ?? "") || /节约|节省|降低|减少|压减/u.test(level3?.text ?? ""))
        continue;
      yield {
        at: operator?.at ?? value.at,
        subject: subjectOf(project),
        found: (operator ?? value).text,
        args: { value: printedValue.text },
      };
    }
  },
};
