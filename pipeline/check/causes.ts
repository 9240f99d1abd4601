/** Which finding follows from which: two of one cause, where to mend the cause is certain to mend what follows. */
import {
  bareLevel,
  compareDecimals,
  convertMoney,
  type Decimal,
  moneyUnits,
  roundDecimal,
  subtractDecimals,
  sumDecimals,
} from "../records/index.ts";
import { agree, daysIn } from "./days.ts";
import { type Measure, measureIn } from "./figures.ts";
import { parseValue } from "./parse-value.ts";
import type { RuleCode, RuleFinding } from "./rules.ts";

export type FindingBy<Code extends RuleCode> = Extract<RuleFinding, { readonly code: Code }>;

/** A finding of the first rule is left out where one of the second tells its cause. */
export type CauseLink = {
  readonly consequence: RuleCode;
  readonly cause: RuleCode;
  /** Whether these two are of one cause, beyond their rules and where they are. */
  readonly isOne: (consequence: RuleFinding, cause: RuleFinding) => boolean;
};

function link<Consequence extends RuleCode, Cause extends RuleCode>(
  consequence: Consequence,
  cause: Cause,
  isOne: (consequence: FindingBy<Consequence>, cause: FindingBy<Cause>) => boolean,
): CauseLink {
  return {
    ...{ consequence, cause },
    isOne: (one, other) => isBy(one, consequence) && isBy(other, cause) && isOne(one, other),
  };
}

function isBy<Code extends RuleCode>(finding: RuleFinding, code: Code): finding is FindingBy<Code> {
  return finding.code === code;
}

/**
 * ≥0 is no target, and whatever is written for it is another: no number of it tells anything. So there is no condition on
 * the numbers of these.
 */
const ofNoTarget = [
  "goal-figure-differs",
  "part-one-figure-differs",
  "mid-term-below-annual",
  "worse-than-last-year",
  "satisfaction-below-floor",
] as const satisfies readonly RuleCode[];

/** A value that cannot stand tells nothing beside one that can: a share of 960% differs from the goal, too, and 96% will not. */
const impossibleCauses: readonly CauseLink[] = [
  link("goal-figure-differs", "rate-above-100", ({ args }) => isShare(statedBy(args))),
  link("part-one-figure-differs", "rate-above-100", ({ args }) => isShare(measured(args.stated))),
  link(
    "mid-term-below-annual",
    "rate-above-100",
    ({ args: { midTerm, annual } }) => isShare(measured(midTerm)) || isShare(measured(annual)),
  ),
  link("worse-than-last-year", "rate-above-100", ({ args }) => isShare(measured(args.lastYear))),
  // What stands for it may be of another month; another date of the same line is another matter.
  link("goal-date-differs", "date-impossible", ({ args: { stated, value } }, { args: { part } }) => {
    const [impossible, ...compared] = [part, stated, value].map((text) =>
      JSON.stringify(daysIn(text)[0]?.day),
    );
    return impossible !== undefined && compared.includes(impossible);
  }),
  ...ofNoTarget.map((consequence) => link(consequence, "target-always-met", () => true)),
];

/** The figure of the goal, put in the place of the indicator's, is right there. */
const valueCauses: readonly CauseLink[] = [
  link(
    "satisfaction-below-floor",
    "goal-figure-differs",
    ({ args }, goal) => (orderOf(statedBy(goal.args), measured(`${args.floor}%`)) ?? -1) >= 0,
  ),
  link("part-above-whole", "goal-figure-differs", ({ args }, goal) => {
    const [stated, { indicator }] = [statedBy(goal.args), goal.args];
    if (indicator === args.whole) return (orderOf(stated, measured(args.partValue)) ?? -1) >= 0;
    return indicator === args.part && (orderOf(stated, measured(args.wholeValue)) ?? 1) <= 0;
  }),
  link(
    "part-one-figure-differs",
    "goal-figure-differs",
    ({ args }, goal) => orderOf(measured(args.stated), measured(goal.args.stated)) === 0,
  ),
  link("mid-term-below-annual", "goal-figure-differs", ({ at, args }, goal) => {
    const stated = statedBy(goal.args);
    const isOfMidTerm = goal.also?.some((place) => JSON.stringify(place) === JSON.stringify(at));
    return isOfMidTerm
      ? (orderOf(stated, measured(args.annual)) ?? -1) >= 0
      : (orderOf(measured(args.midTerm), stated) ?? -1) >= 0;
  }),
  link("worse-than-last-year", "goal-figure-differs", ({ args }, goal) => {
    const order = orderOf(statedBy(goal.args), measured(args.lastYear));
    return order !== undefined && (args.way === "below" ? order >= 0 : order <= 0);
  }),
  link("prices-above-budget", "goal-figure-differs", ({ args }, { args: { stated, value } }) => {
    const factors = args.sums.split("×");
    const [from, to] = factors.includes(stated) ? [stated, value] : [value, stated];
    const share = Number(measured(to)?.number) / Number(measured(from)?.number);
    return (
      factors.length === 2 && factors.includes(from) && Number(args.needed) * share <= Number(args.budget)
    );
  }),
  // A sentence that does not agree with itself, and would with the indicator's number, is told by itself.
  link(
    "goal-figure-differs",
    "parts-not-sum-in-text",
    ({ args: { stated, value } }, { args: { whole, sum, unit } }) =>
      stated === whole && orderOf(measured(value), measured(`${sum}${unit}`)) === 0,
  ),
  link("goal-figure-differs", "change-against-its-word", ({ args: { stated, value } }, { args }) => {
    const [from, to] = [measured(args.from), measured(args.to)];
    const [written, number] = [orderOf(to, from), measured(value)?.number];
    if (to === undefined || written === undefined || number === undefined) return false;
    const right = { number, unit: to.unit };
    if (stated === args.to) return orderOf(right, from) === -written;
    return stated === args.from && orderOf(to, right) === -written;
  }),
  link("last-year-in-another-unit", "value-letter-in-number", ({ args }) => {
    const [, unit = ""] = /^\D*[\d.,]+(.*)$/u.exec(args.lastYear) ?? [];
    return unit !== "" && args.value.endsWith(unit);
  }),
];

/** The sum of the sources, put in the place of the total, or a budget in the right unit, is right there. */
const moneyCauses: readonly CauseLink[] = [
  link("prices-above-budget", "total-not-sum", ({ args }, { args: { sum, unit } }) =>
    isAtLeast(convertMoney(sum, { from: unit, to: "万元" }), args.needed),
  ),
  link("purposes-above-budget", "total-not-sum", ({ args }, { args: { sum, unit } }) =>
    isAtLeast(convertMoney(sum, { from: unit, to: "万元" }), args.sum),
  ),
  link("cost-above-budget", "total-not-sum", ({ args }, total) =>
    isAtLeast(inUnit(total.args, args.unit), args.sum),
  ),
  link("cost-below-budget", "total-not-sum", ({ args }, total) => {
    const sum = inUnit(total.args, args.unit);
    return sum !== undefined && compareDecimals(sum, args.sum) === 0;
  }),
  link("mid-term-money-below-annual", "total-not-sum", ({ at, args }, total) => {
    const sum = inUnit(total.args, "万元");
    const isOfMidTerm = JSON.stringify(total.at) === JSON.stringify(at);
    return isOfMidTerm ? isAtLeast(sum, args.annual) : sum !== undefined && isAtLeast(args.midTerm, sum);
  }),
  link("prose-money-differs", "total-not-sum", ({ args }, { args: { total, sum, unit } }) =>
    isSaidWith(args, { from: total, to: sum, unit }),
  ),
  link("cost-above-budget", "budget-negative", ({ args: { budget, sum } }) =>
    isAtLeast(subtractDecimals("0", budget), sum),
  ),
  // A budget of nothing that costs are held against is no slip of the costs, and said with them.
  link("budget-zero", "cost-above-budget", (_, { args }) => args.budget === "0"),
  link(
    "prose-money-differs",
    "cost-above-budget",
    ({ args }, { args: { budget, sum, unit } }) =>
      budget === "0" && isSaidWith(args, { from: budget, to: sum, unit }),
  ),
  // Which of the two is in the wrong unit, the purpose or Part 1 tells, which agrees with the costs.
  link("purposes-above-budget", "cost-ten-thousand-times-off", ({ args }, costs) => {
    const sum = inUnit(costs.args, "万元");
    const isAlike = sum !== undefined && compareDecimals(sumDecimals([args.sum, args.sum]), sum) >= 0;
    return costs.args.larger && isAlike && isAtLeast(sum, args.sum);
  }),
  link("prose-money-differs", "cost-ten-thousand-times-off", ({ args }, { args: { budget, sum, unit } }) =>
    isSaidWith(args, { from: budget, to: sum, unit }),
  ),
];

const timeCauses: readonly CauseLink[] = [
  link("goal-date-differs", "date-outside-year", ({ args }) => isSameDay(args.stated, args.value)),
  link("goal-date-differs", "goal-of-another-year", ({ args }) => isSameDay(args.stated, args.value)),
  link(
    "date-outside-year",
    "date-after-period",
    ({ args }, { args: { period } }) => yearsOf(period).at(-1) === args.year,
  ),
  link("period-excludes-year", "period-reversed", ({ args: { period, year } }) =>
    isBetween(year, yearsOf(period)),
  ),
  link("mid-term-range-excludes-year", "period-reversed", ({ found = "", args: { year } }) =>
    isBetween(year, yearsOf(found)),
  ),
  link(
    "mid-term-range-unlike-others",
    "period-reversed",
    ({ args: { range, usual } }) => `${yearsOf(range).toSorted()}` === `${yearsOf(usual)}`,
  ),
  link("mid-term-range-unlike-others", "mid-term-range-excludes-year", ({ args }, { args: { year } }) =>
    isBetween(year, yearsOf(args.usual)),
  ),
];

const formCauses: readonly CauseLink[] = [
  // What a blank weight lacks, it can have; what is too much, it cannot take away.
  link(
    "weight-total",
    "required-field-missing",
    ({ args: { sum, expected } }) => compareDecimals(sum, expected) < 0,
  ),
  link("weight-out-of-range", "weight-total", ({ args }, total) => total.args.odd.includes(args.weight)),
  link(
    "level2-unknown",
    "level2-misspelt",
    (one, { args }) => bareLevel(one.args.name) === bareLevel(args.name),
  ),
  link("level2-missing", "level2-misspelt", (one, { args }) =>
    one.args.kinds.every((kind) => bareLevel(kind) === bareLevel(args.usual)),
  ),
  // The lost character, and no other mark.
  link("halfwidth-here-alone", "question-mark", ({ found = "" }) => !otherMarks.test(found)),
  link(
    "halfwidth-punctuation",
    "question-mark",
    ({ found = "", args }) => args.count === 1 && !otherMarks.test(found),
  ),
];

/** Where both are about one cell. */
export const inOneCell: readonly CauseLink[] = [
  ...[...impossibleCauses, ...valueCauses, ...moneyCauses, ...timeCauses, ...formCauses],
];

/** Where both are about one project. */
export const inOneProject: readonly CauseLink[] = [
  link(
    "weight-split",
    "level2-misplaced",
    (one, { args }) =>
      one.args.misfiled &&
      [args.level1, args.belongs].some((level1) => bareLevel(level1) === one.args.level1),
  ),
];

const otherMarks = /[,;:.!]/u;

/** Undefined if they are not counted alike. */
function orderOf(one: Measure | undefined, other: Measure | undefined): -1 | 0 | 1 | undefined {
  if (one === undefined || other === undefined || one.unit !== other.unit) return undefined;
  return compareDecimals(one.number, other.number);
}

function isShare(one: Measure | undefined): boolean {
  return (orderOf(one, measured("100%")) ?? 1) <= 0;
}

function measured(text: string): Measure | undefined {
  return measureIn(parseValue(text));
}

/** What a goal says an indicator is, counted as the indicator is: 微克 of one in 微克/立方米. */
function statedBy({ stated, value }: FindingBy<"goal-figure-differs">["args"]): Measure | undefined {
  const [number, unit] = [measured(stated)?.number, measured(value)?.unit];
  return number === undefined || unit === undefined ? undefined : { number, unit };
}

function isAtLeast(one: Decimal | undefined, other: Decimal): boolean {
  return one !== undefined && compareDecimals(one, other) >= 0;
}

function inUnit(
  { sum, unit }: { readonly sum: Decimal; readonly unit: string },
  to: string,
): Decimal | undefined {
  const [from, into] = [unit, to].map((one) => moneyUnits.find((known) => known === one));
  return from === undefined || into === undefined ? undefined : convertMoney(sum, { from, to: into });
}

/** Whether Part 1 says what the projects come to once a total is another. */
function isSaidWith(
  { of, stated, actual, unit: said }: FindingBy<"prose-money-differs">["args"],
  { from, to, unit }: { readonly from: Decimal; readonly to: Decimal; readonly unit: string },
): boolean {
  const more = inUnit({ sum: subtractDecimals(to, from), unit }, said);
  if (of !== "total" || more === undefined) return false;
  const places = /\.(\d+)$/u.exec(stated)?.[1]?.length ?? 0;
  return compareDecimals(roundDecimal(sumDecimals([actual, more]), places), stated) === 0;
}

function yearsOf(text: string): readonly string[] {
  return text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? [];
}

/** In either order. */
function isBetween(year: string, years: readonly string[]): boolean {
  const [from, to, ...more] = years.toSorted();
  return from !== undefined && to !== undefined && more.length === 0 && from <= year && year <= to;
}

/** Of whatever year: 2025年10月底前 and 10月31日. */
function isSameDay(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => daysIn(text)[0]?.day);
  return (
    left !== undefined &&
    right !== undefined &&
    agree({ ...left, year: undefined }, { ...right, year: undefined })
  );
}
