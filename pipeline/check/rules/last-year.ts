/** A target against the value of the year before. */
import { foldWidth } from "../comparable.ts";
import { type Measure, measureIn } from "../figures.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { parseValue } from "../parse-value.ts";
import { rule } from "../rule.ts";
import { budgetYear } from "../year-in.ts";

type Worse = {
  readonly name: string;
  readonly value: string;
  readonly lastYear: string;
  readonly way: "below" | "above";
};

export const worseThanLastYear = rule("worse-than-last-year", {
  number: 44,
  severity: "warning",
  about: {
    zh: "指标值明显差于上年完成值（数量少于一半，比率低 10 个、满意度低 9 个百分点以上；用≤的，高于一倍以上，浓度高于一成以上）",
    en: "a target clearly worse than last year's value (less than half of a count, 10 points of a rate, 9 of satisfaction; with ≤, more than twice as much, a tenth more of a concentration)",
  },
  says: {
    zh: ({ name, value, lastYear, way }: Worse) =>
      `“${name}”的指标值“${value}”明显${way === "below" ? "低" : "高"}于上年完成值“${lastYear}”`,
    en: ({ name, value, lastYear, way }: Worse) =>
      `The target “${value}” of “${name}” is clearly ${way} last year's “${lastYear}”`,
  },
  todo: {
    zh: "请核对目标是否定得太松，或说明原因。",
    en: "Check whether the target is too easy, or say why.",
  },
  indicator(indicator) {
    const both = compared(indicator);
    if (both === undefined || both.target.unit !== both.lastYear.unit) return;
    // Costs follow what is done; a price does not grow threefold.
    const isCost = indicator.kinds.has("cost");
    if (isCost && !both.target.unit.startsWith("元/")) return;
    const { level3, value, parsed } = indicator;
    if (parsed.kind !== "number" || !level3 || !value || !indicator.lastYear) return;
    const [target, before] = [Number(both.target.number), Number(both.lastYear.number)];
    const isCeiling = parsed.operator === "≤" || parsed.operator === "<";
    const way = isCeiling ? "above" : "below";
    if (isCost && (!isCeiling || target <= before * 3)) return;
    const isUp = gauge.test(level3.text)
      ? target > before * 1.1
      : isFarAbove(target, before, both.target.unit);
    if (isCeiling ? !isUp : isToFall.test(level3.text)) return;
    if (
      !isCeiling &&
      (both.target.unit === "%" ? target > before - pointsOf(level3.text) : target >= before / 2)
    )
      return;
    const { lastYear } = indicator;
    const args: Worse = { name: bareName(level3.text), value: value.text, lastYear: lastYear.text, way };
    return { at: value, also: [lastYear], args };
  },
});

/** Of those who are asked fewer points tell than of what is counted. */
function pointsOf(name: string): number {
  return name.includes("满意") ? 9 : 10;
}

const isToFall = /时间|时限|时长|事故|投诉|差错|失误|违规|死亡|发病|降|减|能耗|用水量|用电量|纠纷|失业|漏损/u;

/** What is measured of the air and the water is to be no worse than it was, whatever was done. */
const gauge = /浓度$/u;

/** Times are set by rules that any year keeps with ease; one more than one is chance. */
function isFarAbove(target: number, before: number, unit: string): boolean {
  if (/^(?:工作日|天|日|小时|分钟?|秒钟?|个?月|年)$/u.test(unit)) return false;
  return before > 0 && target > before * 2 && (unit === "%" || target - before > 1);
}

export const lastYearInAnotherUnit = rule("last-year-in-another-unit", {
  number: 44,
  severity: "warning",
  about: {
    zh: "上年完成值与指标值的单位不同",
    en: "last year's value in another unit than the target",
  },
  says: {
    zh: "“{name}”的指标值是“{value}”，上年完成值却是“{lastYear}”，单位不同",
    en: "The target of “{name}” is “{value}”, last year's value “{lastYear}”: the units differ",
  },
  todo: { zh: "请统一单位。", en: "Use one unit." },
  indicator(indicator) {
    const both = compared(indicator);
    const { level3, printedValue, lastYear } = indicator;
    if (both === undefined || isSameUnit(both, level3?.text ?? "")) return;
    if (level3 === undefined || printedValue === undefined || lastYear === undefined) return;
    const args = { name: bareName(level3.text), value: printedValue.text, lastYear: lastYear.text };
    return { at: lastYear, also: [printedValue], args };
  },
});

/** 每人补助 says of whom the money is, so 3万元 is 3万元/人. */
function isSameUnit(
  { target, lastYear }: { readonly target: Measure; readonly lastYear: Measure },
  name: string,
) {
  const [short = "", long = ""] = [target.unit, lastYear.unit].toSorted((a, b) => a.length - b.length);
  return short === long || (/每|均/u.test(name) && long.startsWith(`${short}/`));
}

export const lastYearDatedThisYear = rule("last-year-dated-this-year", {
  number: 44,
  severity: "warning",
  about: {
    zh: "上年完成值里的日期是预算年度或以后",
    en: "last year's value with a date of the budget year, or of a later one",
  },
  says: {
    zh: "“{name}”的上年完成值是“{lastYear}”，预算年度是 {year} 年",
    en: "Last year's value of “{name}” is “{lastYear}”; the budget year is {year}",
  },
  todo: { zh: "请核对年份。", en: "Check the year." },
  indicator({ level3, lastYear }, { department }, project) {
    const year = budgetYear(project, department);
    if (level3 === undefined || lastYear === undefined || year === undefined) return;
    const named = /^[≥≤<>=]*(20\d\d)(?:年|[-./]\d)/u.exec(foldWidth(lastYear.text).trim())?.[1];
    if (named === undefined || named < year) return;
    return { at: lastYear, args: { name: bareName(level3.text), lastYear: lastYear.text, year } };
  },
});

function compared({ parsed, lastYear }: PrintedIndicator) {
  const before = lastYear && measureIn(parseValue(lastYear.text));
  const target = before && measureIn(parsed);
  return target && { target, lastYear: before };
}
