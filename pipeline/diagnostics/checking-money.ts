/** Findings about sums of money. */
import { define } from "./define.ts";
import { type HorizonWord, horizonEn, horizonZh } from "./horizon-words.ts";

export const checkingMoney = {
  "total-not-sum": define<{
    readonly horizon: HorizonWord;
    readonly total: string;
    readonly sum: string;
    readonly unit: string;
  }>({
    severity: "error",
    zh: ({ horizon, total, sum, unit }) => ({
      says: `${horizonZh[horizon]}资金总额为 ${total}${unit}，不等于各项来源之和 ${sum}${unit}`,
      todo: "请核对总额与各项来源。",
    }),
    en: ({ horizon, total, sum, unit }) => ({
      says: `The ${horizonEn[horizon]} total of ${total} ${unit} is not the sum of its sources, ${sum} ${unit}`,
      todo: "Check the total and the sources.",
    }),
  }),
  "source-blank": define<{ readonly label: string }>({
    severity: "info",
    zh: ({ label }) => ({ says: `“${label}”空白，核对合计时按 0 计`, todo: "没有这项资金的，可填 0。" }),
    en: ({ label }) => ({
      says: `“${label}” is blank and counts as 0 in sums`,
      todo: "Write 0 if there is none.",
    }),
  }),
  "printed-parts-not-sum": define<{
    readonly horizon: HorizonWord;
    readonly total: string;
    readonly parts: string;
  }>({
    severity: "warning",
    zh: ({ horizon, total, parts }) => ({
      says: `${horizonZh[horizon]}资金四舍五入后，打印的 ${parts} 与打印的合计 ${total} 不相等（原数相等）`,
      todo: "无需更改原数；如需打印数相等，请由财务人员决定如何取整。",
    }),
    en: ({ horizon, total, parts }) => ({
      says: `Once rounded, the ${horizonEn[horizon]} amounts print as ${parts} against a total of ${total} (the exact amounts agree)`,
      todo: "The data are right; decide how to round if the printed amounts must agree.",
    }),
  }),
  "department-total-mismatch": define<{
    readonly total: string;
    readonly sum: string;
    readonly unit: string;
    readonly projects: number;
  }>({
    severity: "error",
    zh: ({ total, sum, unit, projects }) => ({
      says: `部门预算合计为 ${total}${unit}，不等于 ${projects} 个项目之和 ${sum}${unit}`,
      todo: "请核对是否漏报、多报了项目，或金额有误。",
    }),
    en: ({ total, sum, unit, projects }) => ({
      says: `The department's total of ${total} ${unit} is not the sum of its ${projects} projects, ${sum} ${unit}`,
      todo: "Look for a missing or extra project, or a wrong amount.",
    }),
  }),
  "money-units-mixed": define<{ readonly unit: string; readonly first: string }>({
    severity: "error",
    zh: ({ unit, first }) => ({
      says: `同一项目的金额单位不一致：这里是${unit}，别处是${first}`,
      todo: "请统一用元或万元。",
    }),
    en: ({ unit, first }) => ({
      says: `The amounts of one budget differ in unit: ${unit} here, ${first} elsewhere`,
      todo: "Use 元 or 万元 throughout.",
    }),
  }),
  "money-unit-differs": define<{
    readonly unit: string;
    readonly printed: string;
    readonly count: number;
  }>({
    severity: "info",
    zh: ({ unit, printed, count }) => ({
      says: `导出数据的金额单位是${unit}，本表式是${printed}：这一列的 ${count} 个金额按原数印出，并加印“${unit}”`,
      todo: "不需要处理；如要按表式的单位印出，请在源系统里按该单位导出。",
    }),
    en: ({ unit, printed, count }) => ({
      says: `The export counts in ${unit} and the form in ${printed}: the ${count} amount(s) of this column are printed as given, with ${unit} after them`,
      todo: "Nothing to do; to print the form's unit, export in it.",
    }),
  }),
  "cost-above-budget": define<{ readonly sum: string; readonly budget: string; readonly unit: string }>({
    severity: "error",
    zh: ({ sum, budget, unit }) => ({
      says: `成本指标合计 ${sum}${unit}，超过年度资金总额 ${budget}${unit}`,
      todo: "请核对成本指标与预算金额。",
    }),
    en: ({ sum, budget, unit }) => ({
      says: `The costs add up to ${sum} ${unit}, more than the year's budget of ${budget} ${unit}`,
      todo: "Check the costs and the budget.",
    }),
  }),
  "cost-below-budget": define<{ readonly sum: string; readonly budget: string; readonly unit: string }>({
    severity: "warning",
    zh: ({ sum, budget, unit }) => ({
      says: `成本指标合计 ${sum}${unit}，少于年度资金总额 ${budget}${unit}`,
      todo: "请核对是否漏列了成本指标。",
    }),
    en: ({ sum, budget, unit }) => ({
      says: `The costs add up to ${sum} ${unit}, less than the year's budget of ${budget} ${unit}`,
      todo: "See whether a cost indicator is missing.",
    }),
  }),
} as const;
