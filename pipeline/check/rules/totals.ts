/** Totals that are not the sum of their parts: of a project's sources, as they are and as printed, and of all projects. */
import {
  type Amount,
  compareDecimals,
  type Decimal,
  type FormSpec,
  type MoneyUnit,
  roundDecimal,
  subtractDecimals,
  sumDecimals,
} from "../../records/index.ts";
import { amountIn, amountsIn, budgetsOf, choicesOf, differ, sourcesOf, undecidedOf } from "../money.ts";
import { rule } from "../rule.ts";

type Unequal = {
  /** What the form calls the total. */
  readonly label: string;
  readonly total: Decimal;
  readonly sum: Decimal;
  readonly unit: MoneyUnit;
  /** What of the sum the form does not call a source. */
  readonly open: readonly string[];
};

/** A blank source counts as 0, and so does money that the form does not call a source, unless it comes nearer to the total. */
export const totalNotSum = rule("total-not-sum", {
  number: 18,
  severity: "error",
  about: {
    zh: "资金总额不等于各项来源之和（误差 0.01）",
    en: "a total that is not the sum of its sources (beyond 0.01)",
  },
  says: {
    zh: ({ label, total, sum, unit, open }: Unequal) => {
      const said = `${label}为 ${total}${unit}，不等于各项来源之和 ${sum}${unit}`;
      return open.length === 0 ? said : `${said}（计入了表式没有写明是不是来源的“${open.join("”“")}”）`;
    },
    en: ({ label, total, sum, unit, open }: Unequal) => {
      const said = `“${label}” is ${total} ${unit}, and not the sum of its sources, ${sum} ${unit}`;
      return open.length === 0
        ? said
        : `${said} (with “${open.join("”, “")}”, of which the form does not say whether they are sources)`;
    },
  },
  todo: { zh: "请核对总额与各项来源。", en: "Check the total and the sources." },
  *project(project, { spec }) {
    for (const { part, budget } of budgetsOf(project)) {
      const sources = sourcesOf(budget, part, spec);
      const added = addUp(budget.total, sources, spec.money.unit);
      if (added === undefined || sources.length === 0) continue;
      const { at, total, unit } = added;
      if (!differ(total, added.sum)) continue;
      const { sum, chosen } = nearestSum(added, undecidedOf(budget, part, spec));
      if (!differ(total, sum)) continue;
      const open = Object.entries(budget.own).flatMap(([name, amount]) =>
        chosen.includes(amount) ? (spec.fields[`${part}.own.${name}`]?.label ?? name) : [],
      );
      const args = { label: labelOfTotal(part, spec), total: sumDecimals([total]), sum, unit, open };
      yield { at, also: [...sources, ...chosen], args };
    }
  },
});

/** The sum of the sources with those of the further amounts that bring it nearest to the total. */
function nearestSum(
  { total, sum, unit }: { readonly total: Decimal; readonly sum: Decimal; readonly unit: MoneyUnit },
  further: readonly Amount[],
): { readonly sum: Decimal; readonly chosen: readonly Amount[] } {
  const values = amountsIn(further, unit) ?? [];
  const pairs = values.flatMap((value, index) => {
    const amount = further[index];
    return amount === undefined ? [] : [{ value, amount }];
  });
  const away = (one: Decimal) => subtractDecimals(total, one).replace(/^-/u, "");
  const sums = choicesOf(pairs).map((choice) => ({
    sum: sumDecimals([sum, ...choice.map(({ value }) => value)]),
    chosen: choice.map(({ amount }) => amount),
  }));
  return sums.reduce((best, one) => (compareDecimals(away(one.sum), away(best.sum)) < 0 ? one : best));
}

/** With the horizon, where both totals of a form have one label. */
function labelOfTotal(part: "budget" | "midTermBudget", { fields }: Pick<FormSpec, "fields">): string {
  const horizon = part === "budget" ? "年度" : "中期";
  const [year, term] = [fields["budget.total"]?.label, fields["midTermBudget.total"]?.label];
  const label = part === "budget" ? year : term;
  return label === undefined || year === term ? `${horizon}${label ?? "资金总额"}` : label;
}

/** The term holds the year. A term of which no money is given says nothing. */
export const midTermMoneyBelowAnnual = rule("mid-term-money-below-annual", {
  number: 18,
  severity: "warning",
  about: { zh: "中期资金总额少于年度资金总额", en: "mid-term money that is less than the year's" },
  says: {
    zh: "中期资金总额 {midTerm}万元，少于年度资金总额 {annual}万元",
    en: "The mid-term total of {midTerm} 万元 is less than the year's, {annual} 万元",
  },
  todo: { zh: "请核对中期和年度的资金。", en: "Check both totals." },
  project({ budget, midTermBudget }, { spec }) {
    if (spec.fields["midTermBudget.total"] === undefined) return;
    const [annual, midTerm] = [budget.total, midTermBudget.total];
    const [year, term] = [annual, midTerm].map((one) => one && amountIn(one, "万元"));
    if (annual === undefined || midTerm === undefined || year === undefined || term === undefined) return;
    if (compareDecimals(term, "0") <= 0 || compareDecimals(term, year) >= 0) return;
    return { at: midTerm, also: [annual], args: { midTerm: term, annual: year } };
  },
});

/** What differs by more than the tolerance belongs to `total-not-sum`. */
export const printedPartsNotSum = rule("printed-parts-not-sum", {
  number: 18,
  severity: "warning",
  about: {
    zh: "原数相等或只差尾数，四舍五入后打印的各项之和不等于打印的合计",
    en: "amounts that agree, but not as rounded and printed",
  },
  says: {
    zh: "{horizon:horizon}资金四舍五入后，打印的 {parts} 与打印的合计 {total} 不相等（原数相等）",
    en: "After rounding, the {horizon:horizon} amounts print as {parts} against a total of {total} (the exact amounts agree)",
  },
  todo: {
    zh: "无需更改原数；如需打印数相等，请由财务人员决定如何取整。",
    en: "The data are right; decide how to round if the printed amounts must agree.",
  },
  *project(project, { spec }) {
    const { money } = spec;
    if (money.print !== "fixed") return;
    const printed = (value: string) => roundDecimal(value, money.places);
    for (const { horizon, part, budget } of budgetsOf(project)) {
      const sources = sourcesOf(budget, part, spec);
      const added = addUp(budget.total, sources, money.unit);
      if (added === undefined || added.parts.length === 0 || differ(added.total, added.sum)) continue;
      const total = printed(added.total);
      const parts = added.parts.map(printed);
      if (compareDecimals(total, sumDecimals(parts)) === 0) continue;
      yield { at: added.at, also: sources, args: { horizon, total, parts: parts.join(" + ") } };
    }
  },
});

export const departmentTotalMismatch = rule("department-total-mismatch", {
  number: 20,
  severity: "error",
  about: {
    zh: "部门预算合计不等于各项目之和",
    en: "a department's total that is not the sum of its projects",
  },
  says: {
    zh: "部门预算合计为 {total}{unit}，不等于 {projects:number} 个项目之和 {sum}{unit}",
    en: "The department's total of {total} {unit} is not the sum of its {projects:number} projects, {sum} {unit}",
  },
  todo: {
    zh: "请核对是否漏报、多报了项目，或金额有误。",
    en: "Check for a missing or extra project, or a wrong amount.",
  },
  department({ department: { budgetTotal, projects }, spec }) {
    const totals = projects.flatMap((project) => project.budget.total ?? []);
    const added = addUp(budgetTotal, totals, spec.money.unit);
    // A project without a total is a finding of its own, and a sum without it would only repeat that.
    if (added === undefined || totals.length < projects.length) return;
    const { at, total, sum, unit } = added;
    if (!differ(total, sum)) return;
    return { at, also: totals, args: { total: sumDecimals([total]), sum, unit, projects: projects.length } };
  },
});

export const statedTotalMismatch = rule("stated-total-mismatch", {
  number: 20,
  severity: "error",
  about: {
    zh: "导出里的合计、小计不等于它下面各项目之和",
    en: "a total or subtotal in an export that is not the sum of its projects",
  },
  says: {
    zh: "导出里的“{label}”为 {total}{unit}，不等于它所含 {projects:number} 个项目之和 {sum}{unit}",
    en: "The export's “{label}” is {total} {unit}, but its {projects:number} projects add up to {sum} {unit}",
  },
  todo: {
    zh: "请核对是否漏报、多报了项目，或金额、合计有误。",
    en: "Check for a missing or extra project, or a wrong amount or total.",
  },
  *department({ department: { source }, spec }) {
    for (const { label, amount, of } of source?.totals ?? []) {
      const added = addUp(amount, of, spec.money.unit);
      if (added === undefined || !differ(added.total, added.sum)) continue;
      const { at, total, sum, unit } = added;
      yield { at, also: of, args: { label, total: sumDecimals([total]), sum, unit, projects: of.length } };
    }
  },
});

/** Undefined if there are no amounts to add, or one is missing, is not a number or has no unit. */
function addUp(at: Amount | undefined, amounts: readonly Amount[], unit: MoneyUnit) {
  const total = at && amountIn(at, unit);
  const parts = amountsIn(amounts, unit);
  if (at === undefined || total === undefined || parts === undefined || parts.length === 0) return undefined;
  return { at, total, parts, sum: sumDecimals(parts), unit };
}
