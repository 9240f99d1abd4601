/** A satisfaction given as about so much. */
import { eachIndicator } from "../each-indicator.ts";
import { isOfKind } from "../levels.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const satisfactionApproximate: Rule<"satisfaction-approximate"> = {
  about: { zh: "满意度用了“≈”", en: "a satisfaction given with ≈" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { value, operator, printedValue } = indicator;
      if (value === undefined || printedValue === undefined || !isOfKind(indicator, "satisfaction")) continue;
      const parsed = parseValue(printedValue.text);
      if (parsed.kind !== "number" || parsed.operator !== "≈") continue;
      yield {
        at: operator?.at ?? value.at,
        subject: subjectOf(project),
        found: (operator ?? value).text,
        args: { value: printedValue.text },
      };
    }
  },
};
