/** A value that begins like a number and cannot be read as one. */
import { eachIndicator } from "../each-indicator.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const valueNotParsed: Rule<"value-not-parsed"> = {
  about: { zh: "指标值像数值而读不出来", en: "a value that looks numeric and cannot be read" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { value, printedValue } = indicator;
      if (value === undefined || printedValue === undefined) continue;
      if (parseValue(printedValue.text).kind !== "unclear") continue;
      yield {
        at: value.at,
        subject: subjectOf(project),
        found: value.text,
        args: { value: printedValue.text },
      };
    }
  },
};
