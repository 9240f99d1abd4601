/** An indicator marked 无 or 不适用, alone or with a sign or unit left over; or a unit left over without a value. */
import { callsForNoNumber } from "../../records/index.ts";
import { indicatorNotApplicable, isNotApplicable } from "../not-applicable.ts";
import { placeOfIndicator } from "../place-of-indicator.ts";
import { rule } from "../rule.ts";

export const notApplicableWithUnit = rule("not-applicable-with-unit", {
  number: 10,
  severity: "error",
  about: { zh: "填了“无”“不适用”，却有符号或计量单位", en: "无 or 不适用 together with a sign or a unit" },
  says: {
    zh: "指标填了“无”或“不适用”，却又有符号或计量单位“{stray}”",
    en: "The indicator is marked 无 or 不适用, but has a sign or unit: “{stray}”",
  },
  todo: {
    zh: "请删去符号和计量单位，或补填指标值。",
    en: "Clear the sign and the unit, or fill in the value.",
  },
  indicator({ value, operator, unit }) {
    if (value === undefined || !isNotApplicable(value.text)) return;
    const sign = operator !== undefined && !callsForNoNumber(operator.text) ? [operator] : [];
    const measure = unit !== undefined && !isNotApplicable(unit.text) ? [unit] : [];
    const [first, ...others] = [...sign, ...measure];
    if (first === undefined) return;
    const stray = [first, ...others].map(({ text }) => text).join("");
    return { at: first, also: [...others, value], args: { stray } };
  },
});

export const unitWithoutNumber = rule("unit-without-number", {
  number: 10,
  severity: "error",
  about: { zh: "只有计量单位，没有指标值", en: "a unit without a value" },
  says: { zh: "只有计量单位“{unit}”，没有指标值", en: "Unit “{unit}” without a value" },
  todo: {
    zh: "请补填指标值；确实不适用的，请删去计量单位。",
    en: "Fill in the value; if the indicator does not apply, clear the unit.",
  },
  indicator({ unit, value }, { blankAt }) {
    if (unit === undefined || value !== undefined || isNotApplicable(unit.text)) return;
    return { at: unit, also: [blankAt(unit.at, "indicator.value")], args: { unit: unit.text } };
  },
});

/** Only worth knowing, so one note for each project and horizon. */
export const notApplicableRow = rule("not-applicable-row", {
  number: 10,
  severity: "info",
  about: { zh: "指标填了“无”“不适用”", en: "indicators marked 无 or 不适用" },
  says: {
    zh: "有 {count:number} 个指标填了“无”或“不适用”",
    en: "{count:number} indicators are marked 无 or 不适用",
  },
  todo: { zh: "如有适用的指标，请补充。", en: "Add an indicator if one applies." },
  block({ project, indicators }) {
    const [first, ...also] = indicators
      .filter(indicatorNotApplicable)
      .map((indicator) => indicator.level3?.at ?? placeOfIndicator(indicator, project));
    return first && { at: first, also, args: { count: also.length + 1 } };
  },
});
