/** Weights that are not numbers, out of range, or that miss the total or the split that the form sets. */
import {
  bareLevel,
  compareDecimals,
  type Decimal,
  groupBy,
  type Indicator,
  parseDecimal,
  sumDecimals,
  type Text,
} from "../../records/index.ts";
import type { IndicatorBlock } from "../indicator-blocks.ts";
import { indicatorNotApplicable, isNotApplicable } from "../not-applicable.ts";
import { placeOfIndicator } from "../place-of-indicator.ts";
import { type Blank, type OwnContext, rule } from "../rule.ts";
import { kindsMissing } from "./indicators-missing.ts";
import { otherLevel1 } from "./level2-misplaced.ts";

type Weighed = { readonly weight: string; readonly total: string; readonly tooSmall: boolean };

type OtherPoints = {
  readonly level1: string;
  readonly sum: string;
  readonly expected: string;
  /** It would have its points if each level 2 stood under its own level 1. */
  readonly misfiled: boolean;
};

export const weightTotal = rule("weight-total", {
  number: 25,
  severity: "error",
  about: { zh: "权重合计不等于表式规定的总分", en: "weights that miss the form's total" },
  expects: {
    zh: "权重合计，例如 90；不设则不检查",
    en: "the weights' total, for example 90; without it nothing is checked",
  },
  says: {
    zh: "{horizon:horizon}指标权重合计为 {sum}，应为 {expected}{odd:odd}{without:without}{levels:levels}",
    en: "The weights of the {horizon:horizon} indicators add up to {sum}; expected {expected}{odd:odd}{without:without}{levels:levels}",
  },
  todo: { zh: "请调整各指标的权重。", en: "Adjust the weights." },
  block(block, { expect, blankAt }) {
    const { horizon, indicators } = block;
    const weights = weightsOf(indicators);
    const values = weights.flatMap(({ value }) => value ?? []);
    const [first, ...also] = weights.map(({ text }) => text);
    // A weight that is not a number has its own finding, and no sum can be right without it.
    if (expect === undefined || first === undefined || values.length < weights.length) return;
    const sum = sumDecimals(values);
    const difference = compareDecimals(sum, String(expect));
    if (difference === 0) return;
    const without = difference < 0 ? kindsMissing(block) : [];
    const expected = String(expect);
    // Half of a sum that a whole kind is missing in is no measure of one weight.
    const isSlip = (value: Decimal) =>
      without.length > 0 ? compareDecimals(value, "0") <= 0 : isOdd(value, difference < 0 ? expected : sum);
    const odd = weights.flatMap(({ text, value }) => (value !== undefined && isSlip(value) ? text.text : []));
    // Levels are added where the rule that follows finds them other than their share.
    const args = { horizon, sum, expected, odd, without, levels: [] };
    return { at: first, also: [...also, ...blankWeights(block, blankAt)], args };
  },
});

export const weightSplit = rule("weight-split", {
  number: 26,
  severity: "warning",
  about: {
    zh: "一级指标的权重与表式规定的分配不符",
    en: "weights of a level 1 that are not what the form gives it",
  },
  expects: {
    zh: "split：各一级指标的权重，可列几种；不设则不检查",
    en: "split: the points of each level 1, in one or several ways; without it nothing is checked",
  },
  says: {
    zh: ({ level1, sum, expected }: OtherPoints) => `“${level1}”的权重合计为 ${sum}，按表式应为 ${expected}`,
    en: ({ level1, sum, expected }: OtherPoints) =>
      `The weights of “${level1}” add up to ${sum}; the form gives it ${expected}`,
  },
  todo: { zh: "请调整权重。", en: "Adjust the weights." },
  *block({ indicators }, { split: splits }) {
    const groups = groupBy(indicators, ({ level1 }) => level1 && bareLevel(level1.text));
    // One that lacks its level 1 has its own finding, and no level's sum can be right without it.
    if (indicators.some(({ level1, weight }) => level1 === undefined && weight !== undefined)) return;
    const split = splits.find((one) => sameNames(Object.keys(one), [...groups.keys()]));
    for (const [level1, group] of groups) {
      const expected = split?.[level1];
      const weights = weightsOf(group);
      const values = weights.flatMap(({ value }) => value ?? []);
      const [first, ...also] = weights.map(({ text }) => text);
      if (expected === undefined || first === undefined || values.length < group.length) continue;
      const sum = sumDecimals(values);
      if (compareDecimals(sum, String(expected)) === 0) continue;
      const filed = weightsOf(indicators.filter((one) => level1WhenFiled(one) === level1));
      const inPlace = sumDecimals(filed.flatMap(({ value }) => value ?? []));
      const misfiled = compareDecimals(inPlace, String(expected)) === 0;
      yield { at: first, also, args: { level1, sum, expected: String(expected), misfiled } };
    }
  },
});

export const weightNotANumber = rule("weight-not-a-number", {
  number: 25,
  severity: "error",
  about: { zh: "权重不是数字", en: "a weight that is no number" },
  says: { zh: "权重不是数字", en: "The weight is not a number" },
  todo: { zh: "请填写数字，例如 10。", en: "Write a number, for example 10." },
  block: ({ indicators }) =>
    weightsOf(indicators)
      .filter(({ text, value }) => value === undefined && !isNotApplicable(text.text))
      .map(({ text }) => ({ at: text, args: {} })),
});

export const weightOutOfRange = rule("weight-out-of-range", {
  number: 27,
  severity: "warning",
  about: { zh: "权重不大于 0，或超过合计的一半", en: "a weight not above 0, or above half of the total" },
  says: {
    zh: ({ weight, total, tooSmall }: Weighed) =>
      tooSmall ? `权重 ${weight} 不大于 0` : `权重 ${weight} 超过合计 ${total} 的一半`,
    en: ({ weight, total, tooSmall }: Weighed) =>
      tooSmall
        ? `The weight ${weight} is not above 0`
        : `The weight ${weight} is more than half of the total ${total}`,
  },
  todo: { zh: "请核对权重。", en: "Check the weight." },
  *block({ indicators }) {
    const weights = weightsOf(indicators);
    const total = sumDecimals(weights.flatMap(({ value }) => value ?? []));
    for (const { text, value } of weights) {
      if (value === undefined) continue;
      if (!isOdd(value, total)) continue;
      const tooSmall = compareDecimals(value, "0") <= 0;
      yield { at: text, args: { weight: text.text, total, tooSmall } };
    }
  },
});

/** Those of indicators that are to be weighed. */
function blankWeights(
  { project, indicators }: IndicatorBlock,
  blankAt: OwnContext["blankAt"],
): readonly Blank[] {
  return indicators
    .filter((one) => one.weight === undefined && one.level3 !== undefined && !indicatorNotApplicable(one))
    .map((one) => blankAt(placeOfIndicator(one, project), "indicator.weight"));
}

/** Not above 0, or above half of the total. */
function isOdd(weight: Decimal, total: Decimal): boolean {
  return compareDecimals(weight, "0") <= 0 || compareDecimals(sumDecimals([weight, weight]), total) > 0;
}

/** A misplaced level 2 counted where it belongs. */
function level1WhenFiled(indicator: Indicator): string | undefined {
  return otherLevel1(indicator) ?? (indicator.level1 && bareLevel(indicator.level1.text));
}

type Weight = { readonly text: Text; readonly value: Decimal | undefined };

/** The weights that are filled in. `10`, `10%` and `10分` are all ten. */
function weightsOf(indicators: readonly Indicator[]): readonly Weight[] {
  return indicators
    .flatMap(({ weight }) => weight ?? [])
    .map((text) => ({ text, value: parseDecimal(text.text.replace(/\s*[%％分]\s*$/u, "")) }));
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}
