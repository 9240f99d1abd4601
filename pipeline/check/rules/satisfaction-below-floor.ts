/** A satisfaction below the floor that the form sets, or below 60% where it sets none. */
import { compareDecimals } from "../../records/index.ts";
import { eachIndicator } from "../each-indicator.ts";
import { isOfKind } from "../levels.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

// Complaints are to be few, and a rise is counted from elsewhere.
const otherWay = /不满意|投诉|差评|提高|提升|增/u;

export const satisfactionBelowFloor: Rule<"satisfaction-below-floor"> = {
  about: { zh: "满意度低于下限", en: "a satisfaction below its floor" },
  expects: { zh: "下限（%），不设则为 60", en: "the floor in per cent; 60 unless set" },
  *check(context) {
    const floor = String(context.expect ?? 60);
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value, printedValue } = indicator;
      if (value === undefined || printedValue === undefined || !isOfKind(indicator, "satisfaction")) continue;
      if (otherWay.test(level3?.text ?? "")) continue;
      const parsed = parseValue(printedValue.text);
      if (parsed.kind !== "number" || parsed.operator === "≤" || parsed.operator === "<") continue;
      if (!/^(?:[%％]|百分比)$/u.test(parsed.unit ?? "")) continue;
      if (compareDecimals(parsed.number, floor) >= 0) continue;
      yield {
        at: value.at,
        subject: subjectOf(project),
        found: value.text,
        args: { floor, value: printedValue.text },
      };
    }
  },
};
