/** A name that is a cost, with a unit of per cent. */
import { eachIndicator } from "../each-indicator.ts";
import { bareName } from "../indicator-name.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const costInPercent: Rule<"cost-in-percent"> = {
  about: { zh: "成本、费用类指标用了 %", en: "a cost given in per cent" },
  offUnlessSet: {
    zh: "成本指标常以节约率、控制率填报，单凭名称分不清",
    en: "costs are often given as a share saved or kept, and the name alone does not tell",
  },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value, printedValue, unit } = indicator;
      if (level3 === undefined || value === undefined) continue;
      const parsed = parseValue(printedValue?.text ?? "");
      if (parsed.kind !== "number" || !/^(?:[%％]|百分比)$/u.test(parsed.unit ?? "")) continue;
      const name = bareName(level3.text);
      if (!/(?:成本|费用|金额|支出|费)$/u.test(name)) continue;
      yield {
        at: unit?.at ?? value.at,
        also: [level3.at],
        subject: subjectOf(project),
        found: printedValue?.text ?? value.text,
        args: { name, unit: parsed.unit ?? "" },
      };
    }
  },
};
