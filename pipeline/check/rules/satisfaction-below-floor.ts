/** A satisfaction below the floor that the form sets; a form without one has no such rule. */
import { compareDecimals } from "../../records/index.ts";
import { eachIndicator } from "../each-indicator.ts";
import { isOfKind } from "../levels.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const satisfactionBelowFloor: Rule<"satisfaction-below-floor"> = {
  about: { zh: "满意度低于表式规定的下限", en: "a satisfaction below the form's floor" },
  expects: { zh: "下限（%），不设则不检查", en: "the floor in per cent; without it nothing is checked" },
  *check(context) {
    if (context.expect === undefined) return;
    const floor = String(context.expect);
    for (const { project, indicator } of eachIndicator(context)) {
      const { value, printedValue } = indicator;
      if (value === undefined || printedValue === undefined || !isOfKind(indicator, "satisfaction")) continue;
      const parsed = parseValue(printedValue.text);
      if (parsed.kind !== "number" || !/^(?:[%％]|百分比)$/u.test(parsed.unit ?? "")) continue;
      if (compareDecimals(parsed.number, floor) >= 0) continue;
      yield { at: value.at, subject: subjectOf(project), found: printedValue.text, args: { floor } };
    }
  },
};
