/** An indicator without a level-3 name or without a value. */

import { bareLevel } from "../../records/index.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import { placeOfIndicator } from "../place-of-indicator.ts";
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
  *block({ project, indicators }, { blankAt }) {
    const leftOver = new Set(leftOverRows(indicators));
    for (const indicator of indicators) {
      if (indicator.level3 !== undefined || indicatorNotApplicable(indicator) || leftOver.has(indicator))
        continue;
      const at = blankAt(placeOfIndicator(indicator, project), "indicator.level3");
      yield { at, args: { valueToo: indicator.value === undefined } };
    }
  },
});

/** Forms have more rows than are needed; one note for each project and horizon. */
export const blankRow = rule("blank-row", {
  number: 4,
  severity: "info",
  about: {
    zh: "表格留下的空行（同一二级指标下另有指标）",
    en: "blank rows left of the form, beside indicators of the same level 2",
  },
  says: {
    zh: "有 {count:number} 行没有三级指标，也没有指标值，像是表格留下的空行",
    en: "{count:number} row(s) have neither a level-3 indicator nor a value, as if left of the form",
  },
  todo: { zh: "请删去空行，或补填指标。", en: "Remove the rows, or fill them in." },
  block({ project, indicators }, { blankAt }) {
    const [first, ...also] = leftOverRows(indicators).map((one) =>
      blankAt(placeOfIndicator(one, project), "indicator.level3"),
    );
    return first && { at: first, also, args: { count: also.length + 1 } };
  },
});

/** Rows that say nothing, under a level 2 that has indicators. */
function leftOverRows(indicators: readonly PrintedIndicator[]): readonly PrintedIndicator[] {
  const blank = indicators.filter((one) => one.level3 === undefined && one.printedValue === undefined);
  if (blank.length === 0) return [];
  const filled = new Set(
    indicators.flatMap((one) => (one.level3 === undefined ? [] : bareLevel(one.level2?.text ?? ""))),
  );
  return blank.filter(({ level2 }) => level2 !== undefined && filled.has(bareLevel(level2.text)));
}

/** A unit alone is reported by another rule. */
export const indicatorValueMissing = rule("indicator-value-missing", {
  number: 4,
  ofLists: false,
  severity: "error",
  about: { zh: "指标值没有填写", en: "an indicator without a value" },
  says: { zh: "“{indicator}”的指标值没有填写", en: "The value of “{indicator}” is blank" },
  todo: {
    zh: "请补填；确实不适用的，请填“不适用”。",
    en: "Fill it in; if the indicator does not apply, write 不适用.",
  },
  indicator(indicator, { blankAt }, project) {
    const { level3, value, unit } = indicator;
    if (level3 === undefined || value !== undefined || unit !== undefined) return;
    if (indicatorNotApplicable(indicator)) return;
    const at = blankAt(placeOfIndicator(indicator, project), "indicator.value");
    return { at, args: { indicator: level3.text } };
  },
});
