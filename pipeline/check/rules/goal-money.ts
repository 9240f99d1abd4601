/** Money in a goal that is neither the project's budget nor a source, a cost or the sum of what the goal lists. */
import {
  compareDecimals,
  type Decimal,
  roundDecimal,
  shiftDecimal,
  sumDecimals,
} from "../../records/index.ts";
import { type Figure, measureIn } from "../figures.ts";
import type { IndicatorBlock } from "../indicator-blocks.ts";
import { amountIn, amountsOf, budgetsOf } from "../money.ts";
import { rule } from "../rule.ts";
import { budgetYear } from "../year-in.ts";

export const goalMoneyDiffers = rule("goal-money-differs", {
  number: 39,
  severity: "warning",
  about: {
    zh: "绩效目标里的预算金额与项目预算不同",
    en: "a goal that names another budget than the project's",
  },
  says: {
    zh: "绩效目标写的是 {stated}，项目的{horizon:horizon}资金总额是 {budget}万元",
    en: "The goal says {stated}; the project's {horizon:horizon} budget is {budget} 万元",
  },
  todo: { zh: "请核对，把目标和预算改成一致。", en: "Make the goal and the budget agree." },
  block(block, { figuresOf, department }) {
    const { project, horizon } = block;
    const total = budgetsOf(project).find((one) => one.horizon === horizon)?.budget.total;
    const lines = project.goals[horizon]?.lines ?? [];
    const budget = total && amountIn(total, "万元");
    if (total === undefined || budget === undefined) return;
    const sums = lines.flatMap((line) =>
      figuresOf(line.text)
        .filter(({ unit, part, aside }) => unit === "元" && !part && !aside)
        .filter(({ year }) => year === undefined || year === budgetYear(project, department))
        .map((figure) => ({ line, figure })),
    );
    const named = lines.flatMap((line) => figuresOf(line.text).filter(({ unit }) => unit === "元"));
    const yuan = shiftDecimal(budget, 4);
    const [one, ...others] = sums.filter(
      ({ figure }) => isBudget(figure, yuan) || (named.length === 1 && isAllSpent(figure, yuan)),
    );
    if (
      one === undefined ||
      others.length > 0 ||
      isAccounted(
        one.figure,
        sums.map(({ figure }) => figure),
        block,
      )
    )
      return;
    return {
      at: one.line,
      also: [total],
      part: one.figure.written,
      args: { stated: one.figure.written, horizon, budget },
    };
  },
});

/** Words that mean all of the project's money. */
const whole =
  /^(?:(?:本|该)?项目|20\d\d年度?|年度|全年|本年度?)*(?:财政|部门)?(?:预算(?:资金|金额|总额|总投资|安排|支出)?|资金总额|项目资金|项目经费)(?:安排|合计|总计|总额|金额)?$/u;
/** Words that may mean a part of it, so only more than there is is wrong. */
const spent =
  /(?:^|[^拨])(?:安排|投入|申请|列支)(?:本级|财政|预算|专项|项目|年度)*(?:资金|经费|预算)(?:合计|总计|总额)?$/u;

function isBudget({ words, number }: Figure, yuan: Decimal): boolean {
  return whole.test(words) || (spent.test(words) && compareDecimals(number, yuan) > 0);
}

/** 投入190万元, where no other sum is named. */
function isAllSpent({ words, number }: Figure, yuan: Decimal): boolean {
  return (
    /^(?:20\d\d年度?|本?年度?|全年|本?项目)?(?:计划)?(?:投入|安排)$/u.test(words) &&
    compareDecimals(number, yuan) > 0
  );
}

/** Whether the books have it: the total, a source, a cost, or all that the goal names together. */
function isAccounted(
  { number, written }: Figure,
  stated: readonly Figure[],
  { project, indicators }: IndicatorBlock,
): boolean {
  const amounts = budgetsOf(project)
    .flatMap(({ budget }) => amountsOf(budget))
    .flatMap((amount) => amountIn(amount, "元") ?? []);
  const costs = indicators.flatMap(({ parsed }) => {
    const measure = measureIn(parsed);
    return measure?.unit === "元" ? measure.number : [];
  });
  const all = sumDecimals(stated.map((figure) => figure.number));
  const known: readonly Decimal[] = [...amounts, ...costs, ...(stated.length > 1 ? [all] : [])];
  // 53万元 is 53.16 as far as it says.
  const places =
    (/\.(\d+)/u.exec(written)?.[1]?.length ?? 0) - (/亿/u.test(written) ? 8 : /万/u.test(written) ? 4 : 0);
  const rounded = (amount: Decimal) => roundDecimal(shiftDecimal(amount, places), 0);
  const sumsOfKnown = amounts.some((amount) => compareDecimals(amount, all) === 0);
  return sumsOfKnown || known.some((amount) => rounded(amount) === rounded(number));
}
