/** Rows that state totals, and the projects → each stated amount beside the amounts that it covers. */
import { type Place, tableOf } from "../../diagnostics/index.ts";
import {
  type Amount,
  type Budget,
  compareDecimals,
  convertMoney,
  type Decimal,
  type MoneyUnit,
  moneyFields,
  type Project,
  type StatedTotal,
  shiftDecimal,
  sumDecimals,
} from "../../records/index.ts";
import { type Context, quiet } from "../drafts/context.ts";
import type { DraftProject } from "../drafts/draft.ts";
import { readBudget } from "../drafts/read-money.ts";

export type StatedRow = {
  readonly label: string;
  /** Its amounts. */
  readonly draft: DraftProject;
  /** The rows of the projects that it may cover: each reading of it, the likeliest first. */
  readonly covers: () => readonly (readonly Place[])[];
};

const parts = ["budget", "midTermBudget"] as const;
type Named = readonly (readonly [name: string, amount: Amount])[];

/** A reading under which more amounts agree is the likelier one. */
export function statedTotals(
  rows: readonly StatedRow[],
  {
    projects,
    departmentUnit,
  }: { readonly projects: readonly Project[]; readonly departmentUnit: MoneyUnit | undefined },
  context: Context,
): StatedTotal[] {
  if (rows.length === 0) return [];
  const byRow = amountsByRow(projects);
  const unheard = quiet(context);
  return rows.flatMap(({ label, draft, covers }) => {
    const stated = parts.flatMap((part) => named(part, readBudget(draft, { part, departmentUnit }, unheard)));
    for (const [, { text, at, value }] of stated) {
      if (value === undefined && !/^[-—–/\s]*$/u.test(text))
        context.report({ code: "total-not-a-number", at, found: text, args: { amount: text } });
    }
    const readings = covers()
      .map((places) => readTotals({ label, stated }, places, byRow))
      .filter((totals) => totals !== undefined);
    const agreeing = readings.map((totals) => totals.filter(agrees).length);
    const best = agreeing.indexOf(Math.max(...agreeing));
    return readings[best] ?? [];
  });
}

/** Undefined if the amounts of a covered row are not those of a project: another table may have said them before. */
function readTotals(
  { label, stated }: { readonly label: string; readonly stated: Named },
  places: readonly Place[],
  byRow: ReadonlyMap<string, ReadonlyMap<string, Amount>>,
): StatedTotal[] | undefined {
  const covered = places.map((at) => byRow.get(rowKeys(at)[0] ?? ""));
  if (covered.includes(undefined)) return undefined;
  return stated.flatMap(([name, amount]) => {
    const of = covered.flatMap((amounts) => amounts?.get(name) ?? []);
    // A project without a total is a finding of its own, and a sum without it would only repeat that.
    const complete = of.length === covered.length || !name.endsWith(".total");
    // A dash in a row of totals is a cell left blank.
    const isStated = amount.value !== undefined && /\d/u.test(amount.text);
    return !isStated || !complete ? [] : [{ label, amount, of }];
  });
}

function agrees({ amount, of }: StatedTotal): boolean {
  const { unit } = amount;
  if (unit === undefined) return false;
  const sum = sumDecimals(of.map((one) => inUnit(one, unit)));
  const difference = sumDecimals([sum, `-${inUnit(amount, unit)}`.replace(/^--/u, "")]);
  return compareDecimals(difference.replace(/^-/u, ""), shiftDecimal("1", -2)) <= 0;
}

function inUnit({ value = "0", unit }: Amount, to: MoneyUnit): Decimal {
  return unit === undefined ? value : convertMoney(value, { from: unit, to });
}

/** The amounts of all projects by the rows, or JSON objects, that state them. */
function amountsByRow(projects: readonly Project[]): Map<string, Map<string, Amount>> {
  const rows = new Map<string, Map<string, Amount>>();
  for (const project of projects) {
    // A project without any amount is known by its row.
    for (const key of rowKeys(project.at).slice(0, 1)) if (!rows.has(key)) rows.set(key, new Map());
    for (const [name, amount] of parts.flatMap((part) => named(part, project[part]))) {
      for (const key of rowKeys(amount.at)) {
        const amounts = rows.get(key) ?? new Map<string, Amount>();
        rows.set(key, amounts.set(name, amount));
      }
    }
  }
  return rows;
}

function named(part: (typeof parts)[number], budget: Budget): Named {
  const shared = moneyFields.flatMap((name) => {
    const amount = budget[name];
    return amount === undefined ? [] : [[`${part}.${name}`, amount] as const];
  });
  const own = Object.entries(budget.own).map(([name, amount]) => [`${part}.own.${name}`, amount] as const);
  return [...shared, ...own];
}

/** The row of a cell; a JSON value and the objects that hold it. */
function rowKeys(at: Place): readonly string[] {
  if (at.kind === "cell") return [`${tableOf(at)} ${at.row}`];
  if (at.kind !== "json") return [];
  const steps = at.pointer.split("/");
  return steps.map((_, index) => `${at.file} ${steps.slice(0, steps.length - index).join("/")}`);
}
