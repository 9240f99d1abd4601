/** An indicator without a level-3 name or without a value. */
import { placeOfIndicator } from "../fields-of.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import { rule } from "../rule.ts";

type Blank = { readonly valueToo: boolean };

export const indicatorNameMissing = rule("indicator-name-missing", {
  number: 4,
  severity: "error",
  about: { zh: "三级指标没有填写", en: "an indicator without a level-3 name" },
  says: {
    zh: ({ valueToo }: Blank) => (valueToo ? "三级指标和指标值都没有填写" : "三级指标没有填写"),
    en: ({ valueToo }: Blank) =>
      valueToo ? "The level-3 indicator and its value are blank" : "The level-3 indicator is blank",
  },
  todo: {
    zh: "请补填；没有此项指标的，请删去这一行。",
    en: "Fill it in, or remove the row if there is no such indicator.",
  },
  indicator(indicator, { project, blankAt }) {
    if (indicator.level3 !== undefined || indicatorNotApplicable(indicator)) return;
    const at = blankAt(placeOfIndicator(indicator, project), "indicator.level3");
    return { at, args: { valueToo: indicator.value === undefined } };
  },
});

/** A unit alone is reported by another rule. */
export const indicatorValueMissing = rule("indicator-value-missing", {
  number: 4,
  severity: "error",
  about: { zh: "指标值没有填写", en: "an indicator without a value" },
  says: { zh: "“{indicator}”的指标值没有填写", en: "The value of “{indicator}” is blank" },
  todo: {
    zh: "请补填；确实不适用的，请填“不适用”。",
    en: "Fill it in; if the indicator does not apply, write 不适用.",
  },
  indicator(indicator, { project, blankAt }) {
    const { level3, value, unit } = indicator;
    if (level3 === undefined || value !== undefined || unit !== undefined) return;
    if (indicatorNotApplicable(indicator)) return;
    const at = blankAt(placeOfIndicator(indicator, project), "indicator.value");
    return { at, args: { indicator: level3.text } };
  },
});
