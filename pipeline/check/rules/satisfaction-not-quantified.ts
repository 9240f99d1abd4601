/** A satisfaction in words (满意, 考核满意), which no survey can be held against; one finding for each project. */
import type { Indicator } from "../../records/index.ts";
import { eachBlock } from "../each-indicator.ts";
import { isOfKind } from "../levels.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const satisfactionNotQuantified: Rule<"satisfaction-not-quantified"> = {
  about: { zh: "满意度没有量化（满意、考核满意）", en: "a satisfaction in words" },
  *check(context) {
    for (const { project, indicators } of eachBlock(context)) {
      const worded = indicators.filter(isWorded).flatMap(({ value }) => value ?? []);
      const [first, ...others] = worded;
      if (first === undefined) continue;
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: subjectOf(project),
        found: first.text,
        args: { count: worded.length, value: first.text },
      };
    }
  },
};

// 百分之九十 and 九成 are numbers too.
const numeral = /\d|百分之|[一二三四五六七八九]成/u;

function isWorded(indicator: Indicator): boolean {
  const { printedValue } = indicator;
  if (printedValue === undefined || !isOfKind(indicator, "satisfaction")) return false;
  return parseValue(printedValue.text).kind === "text" && !numeral.test(printedValue.text);
}
