/** A department's records → its figures in a roll-up, counted anew: what the files are held to. */
import type { KindCounts } from "../contracts/index.ts";
import type { Amount, Department, MoneyField } from "../records/index.ts";
import { exactSum } from "../verify/index.ts";

export type Recount = {
  readonly projects: number;
  readonly indicators: number;
  readonly kinds: KindCounts;
  /** 万元; undefined if no amount can be counted. */
  readonly money: Readonly<Record<"total" | "fiscal" | "other", string | undefined>>;
};

/** Places that the point moves from each unit to 万元. */
const shifts = { 元: -4, 千元: -1, 万元: 0, 亿元: 4 } as const;

export function recount({ projects }: Department): Recount {
  const levels = projects.flatMap(({ indicators }) => indicators.map(({ level1 }) => level1?.text ?? ""));
  const kinds = { output: 0, cost: 0, benefit: 0, satisfaction: 0, other: 0 };
  for (const level of levels) kinds[kindOf(level)] += 1;
  const sum = (field: MoneyField) => moneySum(projects.flatMap(({ budget }) => budget[field] ?? []));
  return {
    projects: projects.length,
    indicators: levels.length,
    kinds,
    money: { total: sum("total"), fiscal: sum("fiscal"), other: sum("other") },
  };
}

function moneySum(amounts: readonly Amount[]): string | undefined {
  const counted = amounts.flatMap(({ value, unit }) =>
    value === undefined || unit === undefined ? [] : [`${value}e${shifts[unit]}`],
  );
  return counted.length === 0 ? undefined : exactSum(counted);
}

/** What has several of these words is what comes first. */
function kindOf(level: string): keyof KindCounts {
  const says = (...words: readonly string[]) =>
    words.some((word) => level.replace(/\s/gu, "").includes(word));
  if (says("满意")) return "satisfaction";
  if (says("产出")) return "output";
  if (says("成本")) return "cost";
  return says("效益", "效果") ? "benefit" : "other";
}
