/** A department's records → the figures that a roll-up has of it; the figures of many → what they come to. */

import { totalsOf, twoPlaces } from "../batch/department-totals.ts";
import { differ } from "../check/index.ts";
import type { KindCounts, MoneySum, Rollup, RollupMoney } from "../contracts/index.ts";
import { type Amount, convertMoney, type Department, type Project, sumDecimals } from "../records/index.ts";

export type Figures = Pick<Rollup["totals"], "projects" | "indicators" | "kinds" | "money">;

export type DepartmentFigures = Figures & {
  /** 万元 */
  readonly stated?: { readonly total: string; readonly difference: string };
};

/** Counts are those of `build`, and so is the total: the annual budgets of the projects. */
export function figuresOf(department: Department): DepartmentFigures {
  const { projects } = department;
  const { projects: count, indicators } = totalsOf(department);
  const budgets = projects.map(({ budget }) => budget);
  const money = {
    total: sumUp(
      budgets.map(({ total }) => total),
      { absent: "uncounted" },
    ),
    // A source that was left blank is none.
    fiscal: sumUp(
      budgets.map(({ fiscal }) => fiscal),
      { absent: "nothing" },
    ),
    other: sumUp(
      budgets.map(({ other }) => other),
      { absent: "nothing" },
    ),
  };
  const figures = { projects: count, indicators, kinds: kindsOf(projects), money };
  const stated = contradiction(department.budgetTotal, money.total.sum);
  return stated === undefined ? figures : { ...figures, stated };
}

export function sumOfFigures(all: readonly Figures[]): Figures {
  const add = (count: (figures: Figures) => number) => all.reduce((sum, figures) => sum + count(figures), 0);
  const addMoney = (name: keyof RollupMoney): MoneySum => {
    const sums = all.map(({ money }) => money[name]);
    return withSum(
      sums.flatMap(({ sum }) => sum ?? []),
      sums.reduce((count, { uncounted }) => count + uncounted, 0),
    );
  };
  return {
    projects: add(({ projects }) => projects),
    indicators: add(({ indicators }) => indicators),
    kinds: {
      output: add(({ kinds }) => kinds.output),
      cost: add(({ kinds }) => kinds.cost),
      benefit: add(({ kinds }) => kinds.benefit),
      satisfaction: add(({ kinds }) => kinds.satisfaction),
      other: add(({ kinds }) => kinds.other),
    },
    money: { total: addMoney("total"), fiscal: addMoney("fiscal"), other: addMoney("other") },
  };
}

function sumUp(
  amounts: readonly (Amount | undefined)[],
  { absent }: { readonly absent: "uncounted" | "nothing" },
): MoneySum {
  const given = absent === "nothing" ? amounts.filter((amount) => amount !== undefined) : amounts;
  const counted = given.flatMap((amount) => inTenThousands(amount) ?? []);
  return withSum(counted, given.length - counted.length);
}

function withSum(values: readonly string[], uncounted: number): MoneySum {
  return values.length === 0 ? { uncounted } : { sum: twoPlaces(sumDecimals(values)), uncounted };
}

function inTenThousands(amount: Amount | undefined): string | undefined {
  if (amount?.value === undefined || amount.unit === undefined) return undefined;
  return convertMoney(amount.value, { from: amount.unit, to: "万元" });
}

/** What department.json says the total is, where it is another. */
function contradiction(stated: Amount | undefined, sum = "0"): DepartmentFigures["stated"] {
  const total = inTenThousands(stated);
  if (total === undefined || !differ(total, sum)) return undefined;
  const less = sum.startsWith("-") ? sum.slice(1) : `-${sum}`;
  return { total: twoPlaces(total), difference: twoPlaces(sumDecimals([total, less])) };
}

function kindsOf(projects: readonly Project[]): KindCounts {
  const counts = { output: 0, cost: 0, benefit: 0, satisfaction: 0, other: 0 };
  for (const { indicators } of projects)
    for (const { level1 } of indicators) counts[kindOf(level1?.text ?? "")] += 1;
  return counts;
}

/** The first that fits: 服务对象满意度效益 is satisfaction. 效果 is what 效益 was called before 2021. */
const kinds = [
  ["satisfaction", /满意/u],
  ["output", /产出/u],
  ["cost", /成本/u],
  ["benefit", /效益|效果/u],
] as const;

function kindOf(level1: string): keyof KindCounts {
  const bare = level1.replace(/\s+/gu, "");
  return kinds.find(([, pattern]) => pattern.test(bare))?.[0] ?? "other";
}
