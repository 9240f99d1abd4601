/** A department's figures → what must be known of them: what is not counted, and what contradicts them. For lists, not for print. */
import type { MoneySum, RollupDepartment } from "../contracts/index.ts";
import { fields, moneyFields } from "../records/index.ts";

type Counted = Extract<RollupDepartment, { readonly state: "counted" }>;

export function notesOf({ money, sources, figures, stated }: Counted): readonly string[] {
  return [
    ...moneyFields.flatMap((name) => uncounted(fields[`budget.${name}`].label.zh, money[name])),
    ...sources.flatMap((source) => uncounted(source.label, source)),
    ...figures.flatMap(({ label, uncounted: gaps }) =>
      gaps === 0 ? [] : [`“${label}”有 ${gaps} 处没有填写或无法读出，未计入`],
    ),
    ...(stated === undefined
      ? []
      : [`部门所填预算合计为 ${stated.total} 万元，相差 ${stated.difference} 万元`]),
  ];
}

function uncounted(name: string, { uncounted: projects }: MoneySum): readonly string[] {
  return projects === 0 ? [] : [`${projects} 个项目的${name}没有填写、无法读出，或没有写明单位，未计入`];
}
