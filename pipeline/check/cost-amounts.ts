/** The cost indicators of a project's year → how their money compares with its budget, where that can be told at all. */
import {
  type Amount,
  compareDecimals,
  type Decimal,
  type Indicator,
  type Project,
  shiftDecimal,
  sumDecimals,
  type Text,
} from "../records/index.ts";
import { isOfKind } from "./levels.ts";
import { amountIn, differ } from "./money.ts";
import { isNotApplicable } from "./not-applicable.ts";
import { parseValue } from "./parse-value.ts";
import type { RuleContext } from "./rule.ts";
import { subjectOf } from "./subject-of.ts";

export type CostSum = {
  readonly project: Project;
  readonly values: readonly [Text, ...Text[]];
  readonly total: Amount;
  readonly sum: Decimal;
  readonly budget: Decimal;
  readonly unit: string;
  readonly above: boolean;
  /** Every cost indicator is a sum of money, so nothing is left to account for the rest. */
  readonly complete: boolean;
};

/** The projects whose costs do not add up to the year's budget. Mid-term money is never compared with a year's. */
export function* costSumsOff({ department, spec }: RuleContext): Iterable<CostSum> {
  if (!spec.horizons.includes("annual")) return;
  const unit = spec.money.unit;
  for (const project of department.projects) {
    const total = project.budget.total;
    const budget = total === undefined ? undefined : amountIn(total, unit);
    const costs = project.indicators.filter(isBudgetCost);
    const amounts = costs.flatMap((indicator) => moneyOf(indicator) ?? []);
    const values = costs.flatMap(({ value }) => value ?? []);
    const [first, ...others] = values;
    if (
      total === undefined ||
      budget === undefined ||
      first === undefined ||
      costs.some(isNoTotal) ||
      hasWholeAndParts(costs)
    )
      continue;
    const counted = amounts.map((yuan) => shiftDecimal(yuan, -powerOf(unit)));
    const sum = sumDecimals(counted);
    // One of them may be the whole, and the others its parts.
    if (counted.length === 0 || counted.some((amount) => !differ(amount, budget)) || !differ(sum, budget))
      continue;
    const above = compareDecimals(sum, budget) > 0;
    yield {
      project,
      values: [first, ...others],
      total,
      sum,
      budget,
      unit,
      above,
      complete: amounts.length === costs.length,
    };
  }
}

/** What both rules say of such a sum. */
export function describeCostSum({ project, values: [first, ...others], total, sum, budget, unit }: CostSum) {
  return {
    at: first.at,
    also: [...others.map(({ at }) => at), total.at],
    subject: subjectOf(project),
    found: first.text,
    args: { sum, budget, unit },
  };
}

/** What society or nature pays is not the budget's. */
function isBudgetCost(indicator: Indicator): boolean {
  const { horizon, level2, level3, value } = indicator;
  if (horizon !== "annual" || !isOfKind(indicator, "cost") || /社会|生态/u.test(level2?.text ?? ""))
    return false;
  return (
    value !== undefined &&
    level3 !== undefined &&
    !isNotApplicable(value.text) &&
    !isNotApplicable(level3.text)
  );
}

const priceName = /单价|单位成本|单次|单个|单件|次均|标准|人均|户均|均价|平均|每|节约|节省|降低|减少|压减/u;
const wholeName = /总成本|总额|总投入|总费用|合计|总计|总支出/u;

function hasWholeAndParts(costs: readonly Indicator[]): boolean {
  return costs.length > 1 && costs.some(({ level3 }) => wholeName.test(level3?.text ?? ""));
}

/** A unit price, a saving, a range or a floor: no sum of the year's money. */
function isNoTotal({ level3, printedValue }: Indicator): boolean {
  const parsed = parseValue(printedValue?.text ?? "");
  if (priceName.test(level3?.text ?? "") || /每/u.test(printedValue?.text ?? "")) return true;
  if (parsed.kind === "range" || parsed.kind === "unclear") return true;
  if (parsed.kind !== "number") return false;
  return parsed.operator === "≥" || parsed.operator === ">" || /元.+|万.*\//u.test(parsed.unit ?? "");
}

const powers: ReadonlyMap<string, number> = new Map(
  Object.entries({ 元: 0, 万: 4, 万元: 4, 亿: 8, 亿元: 8 }),
);

/** In 元; undefined where the value is no sum of money. */
function moneyOf({ printedValue }: Indicator): Decimal | undefined {
  const parsed = parseValue(printedValue?.text ?? "");
  const power = parsed.kind === "number" ? powers.get(parsed.unit ?? "") : undefined;
  return parsed.kind === "number" && power !== undefined ? shiftDecimal(parsed.number, power) : undefined;
}

function powerOf(unit: string): number {
  return powers.get(unit) ?? 0;
}
