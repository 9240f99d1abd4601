/** Amounts of a budget in one unit, for rules that add and compare. */
import {
  type Amount,
  type Budget,
  compareDecimals,
  convertMoney,
  type Decimal,
  type FormSpec,
  type MoneyUnit,
  type Project,
  shiftDecimal,
  subtractDecimals,
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

/** Whether two sums differ by more than 0.01 of the unit they are in. */
export function differ(left: Decimal, right: Decimal): boolean {
  const difference = subtractDecimals(left, right);
  return compareDecimals(difference.replace(/^-/u, ""), shiftDecimal("1", -2)) > 0;
}

/** Annual money and mid-term money are never compared with each other, so each is a budget of its own. */
export function budgetsOf({ budget, midTermBudget }: Project) {
  return [
    { horizon: "annual", part: "budget", budget },
    { horizon: "midTerm", part: "midTermBudget", budget: midTermBudget },
  ] as const;
}

/** Everything that a budget states: its total, and all money below it, whether it adds up to the total or not. */
export function amountsOf({ total, fiscal, other, own }: Budget): readonly Amount[] {
  return [total, fiscal, other, ...Object.values(own)].filter((amount) => amount !== undefined);
}

type Part = "budget" | "midTermBudget";
type Fields = Pick<FormSpec, "fields">;

/** The sources that a budget gives: the two of every form, then those of its own that a form says are sources. */
export function sourcesOf(budget: Budget, part: Part, form: Fields): readonly Amount[] {
  const { fiscal, other } = budget;
  return [fiscal, other, ...ownMoney(budget, { part, source: true }, form)].filter(
    (amount) => amount !== undefined,
  );
}

/** Own money of which the form does not say whether it is a source: it may be one, or be stated beside the total. */
export function undecidedOf(budget: Budget, part: Part, form: Fields): readonly Amount[] {
  return ownMoney(budget, { part, source: undefined }, form);
}

/**
 * The names of own money that adds up to the total of the year together with the two sources of every form. What a form
 * leaves open is one if the total says so: it is explained by it, or there is room for all of it.
 */
export function ownSourceNames(budget: Budget, form: Fields, unit: MoneyUnit): readonly string[] {
  const part = "budget";
  const names = Object.keys(budget.own);
  const said = (name: string) => form.fields[`${part}.own.${name}`]?.source;
  const declared = names.filter((name) => said(name) === true);
  const open = names.filter((name) => said(name) === undefined);
  const total = budget.total && amountIn(budget.total, unit);
  if (open.length === 0 || total === undefined) return [...declared, ...open];
  const worth = (name: string) => {
    const amount = budget.own[name];
    return (amount && amountIn(amount, unit)) ?? "0";
  };
  const listed = sourcesOf(budget, part, form).flatMap((amount) => amountIn(amount, unit) ?? []);
  const rest = subtractDecimals(total, sumDecimals(listed));
  const sumOf = (chosen: readonly string[]) => sumDecimals(chosen.map(worth));
  const fits = choicesOf(open).find((chosen) => !differ(rest, sumOf(chosen)));
  const all = compareDecimals(sumOf(open), rest) <= 0 ? open : [];
  return [...declared, ...(fits ?? all)];
}

/** Every choice of some of them, of none, or of all. Forms have a handful; of more than ten the others are in none. */
export function choicesOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  let choices: readonly (readonly Item[])[] = [[]];
  for (const one of items.slice(0, 10)) choices = choices.flatMap((chosen) => [chosen, [...chosen, one]]);
  return choices;
}

function ownMoney(
  { own }: Budget,
  { part, source }: { readonly part: Part; readonly source: boolean | undefined },
  { fields }: Fields,
): readonly Amount[] {
  return Object.entries(own).flatMap(([name, amount]) =>
    fields[`${part}.own.${name}`]?.source === source ? amount : [],
  );
}
