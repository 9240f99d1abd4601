/** Amounts of a budget in one unit, for rules that add and compare. */
import {
  type Amount,
  type Budget,
  compareDecimals,
  convertMoney,
  type Decimal,
  type MoneyUnit,
  type Project,
  shiftDecimal,
  sumDecimals,
} from "../records/index.ts";

/** Undefined if the amount is not a number or has no unit, which are findings of their own. */
export function amountIn(amount: Amount, unit: MoneyUnit): Decimal | undefined {
  if (amount.value === undefined || amount.unit === undefined) return undefined;
  return convertMoney(amount.value, { from: amount.unit, to: unit });
}

/** All the amounts in one unit, or undefined if one of them cannot be counted. */
export function amountsIn(amounts: readonly Amount[], unit: MoneyUnit): readonly Decimal[] | undefined {
  const counted = amounts.flatMap((amount) => amountIn(amount, unit) ?? []);
  return counted.length === amounts.length ? counted : undefined;
}

const negative = (value: Decimal): Decimal => (value.startsWith("-") ? value.slice(1) : `-${value}`);

/** Whether two sums differ by more than 0.01 of the unit they are in. */
export function differ(left: Decimal, right: Decimal): boolean {
  const difference = sumDecimals([left, negative(right)]);
  return compareDecimals(difference.replace(/^-/u, ""), shiftDecimal("1", -2)) > 0;
}

/** Annual money and mid-term money are never compared with each other, so each is a budget of its own. */
export function budgetsOf({ budget, midTermBudget }: Project) {
  return [
    { horizon: "annual", budget },
    { horizon: "midTerm", budget: midTermBudget },
  ] as const;
}

/** The sources that a budget gives: the two of every form, then the form's own. */
export function sourcesOf(budget: Budget): readonly Amount[] {
  return [budget.fiscal, budget.other, ...Object.values(budget.own)].filter((amount) => amount !== undefined);
}
