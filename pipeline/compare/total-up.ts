/** A snapshot → its counts and sums, for the head of a change list. */
import type { ComparedTotals, Snapshot } from "../contracts/index.ts";
import { type MoneyField, moneyFields, sumDecimals } from "../records/index.ts";
import { exactTenThousands, twoPlaces } from "./money-text.ts";

export function totalUp({ projects }: Snapshot): ComparedTotals {
  const sums = moneyFields.flatMap((field) => {
    const sum = sumOf(projects, field);
    return sum === undefined ? [] : [[field, sum] as const];
  });
  return {
    projects: projects.length,
    indicators: projects.reduce((count, { indicators }) => count + indicators.length, 0),
    ...Object.fromEntries(sums),
  };
}

function sumOf(projects: Snapshot["projects"], field: MoneyField): string | undefined {
  const amounts = projects.flatMap(({ budget }) => {
    const amount = budget?.[field];
    return (amount && exactTenThousands(amount)) ?? [];
  });
  return amounts.length === 0 ? undefined : twoPlaces(sumDecimals(amounts));
}
