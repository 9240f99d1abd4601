/** A department's projects → what the summary says of them. */
import { convertMoney, type Department, sumDecimals, withTwoPlaces } from "../records/index.ts";

export type Totals = {
  readonly projects: number;
  readonly indicators: number;
  /** 万元, exact; absent where no project states a total that can be counted. */
  readonly budgetTotal?: string;
};

export function totalsOf(department: Department): Totals {
  const amounts = department.projects.flatMap(({ budget: { total } }) =>
    total?.value === undefined || total.unit === undefined
      ? []
      : [convertMoney(total.value, { from: total.unit, to: "万元" })],
  );
  const counts = {
    projects: department.projects.length,
    indicators: department.projects.reduce((sum, project) => sum + project.indicators.length, 0),
  };
  return amounts.length === 0 ? counts : { ...counts, budgetTotal: withTwoPlaces(sumDecimals(amounts)) };
}

/** What a run counts over its departments; a department without a total adds nothing to it. */
export function sumOfTotals(departments: readonly Partial<Totals>[]): Totals {
  const amounts = departments.flatMap(({ budgetTotal }) => budgetTotal ?? []);
  const counts = {
    projects: departments.reduce((sum, one) => sum + (one.projects ?? 0), 0),
    indicators: departments.reduce((sum, one) => sum + (one.indicators ?? 0), 0),
  };
  return amounts.length === 0 ? counts : { ...counts, budgetTotal: withTwoPlaces(sumDecimals(amounts)) };
}
