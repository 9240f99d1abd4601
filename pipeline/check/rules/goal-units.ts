/** A number in a goal in another unit than that of the indicator with the same words and the same number. */
import { compareDecimals, type Text } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { type Figure, type Measure, measureIn } from "../figures.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { likeEnough, likeness } from "../likeness.ts";
import { type RuleContext, rule } from "../rule.ts";

export const goalUnitDiffers = rule("goal-unit-differs", {
  number: 39,
  severity: "warning",
  about: {
    zh: "绩效目标里的数字与同名指标相同，度量单位却不同（38公里与38米、5200立方米与5200吨）",
    en: "the number of an indicator in a goal, in another unit of measurement (38 km and 38 m)",
  },
  says: {
    zh: "绩效目标写的是“{stated}”，指标“{indicator}”的指标值是“{value}”，单位不同",
    en: "The goal says “{stated}”; the indicator “{indicator}” has “{value}”: the units differ",
  },
  todo: { zh: "请核对单位。", en: "Check the unit." },
  *block({ project, horizon, indicators }, { figuresOf, coreOfName }) {
    const measured = indicators.flatMap((indicator) => measuredBy(indicator, coreOfName) ?? []);
    if (measured.length === 0) return;
    for (const line of project.goals[horizon]?.lines ?? []) {
      const figures = figuresOf(line.text);
      for (const figure of figures) {
        const [one, ...others] = measured.filter((indicator) => isMeant(indicator, figure));
        if (one === undefined || others.length > 0 || hasUnit(figures, one)) continue;
        const { name: indicator, value, printed } = one;
        const args = { stated: figure.written, indicator, value: printed };
        yield { at: line, also: [value], part: figure.written, args };
      }
    }
  },
});

type Measured = {
  readonly name: string;
  readonly core: string;
  readonly value: Text;
  readonly printed: string;
  readonly measure: Measure;
};

/** Undefined of what is counted and not measured. */
function measuredBy(
  { level3, value, printedValue, parsed, counted }: PrintedIndicator,
  coreOfName: RuleContext["coreOfName"],
): Measured | undefined {
  const measure = dimensionOf.has(counted ?? "") ? measureIn(parsed) : undefined;
  if (measure === undefined || level3 === undefined || value === undefined) return undefined;
  const name = bareName(level3.text);
  return { name, core: coreOfName(name), value, printed: printedValue?.text ?? value.text, measure };
}

/** What can be converted into each other. 天 and 工作日 are told apart by few. */
const dimensionOf: ReadonlyMap<string, string> = new Map(
  [
    ["秒", "分钟", "小时", "天"],
    ["米", "公里", "厘米", "毫米"],
    ["亩", "公顷", "平方米", "平方公里"],
    ["吨", "公斤", "千克", "克"],
    ["立方米", "升"],
    ["%", "‰"],
  ].flatMap((units) => units.map((unit) => [unit, units[0] ?? ""] as const)),
);

function isMeant(
  { core, measure }: Measured,
  { unit, number, aside, part, words, behind, written }: Figure,
): boolean {
  const dimension = dimensionOf.get(unit);
  if (aside || part || measure.unit === unit || dimension === undefined) return false;
  // Of a floor 方 are square metres.
  if (measure.unit === "平方米" && /[^平立]方$/u.test(written)) return false;
  if (compareDecimals(measure.number, number) !== 0) return false;
  const said = comparable(words + behind);
  if (dimensionOf.get(measure.unit) !== dimension && !isThing([unit, measure.unit], `${said}${core}`))
    return false;
  return core.length >= 3 && said.length >= 3 && likeness(said, core) >= likeEnough;
}

/** 5200立方米 is not 5200吨, unless it is of water; times and shares may be the same by chance. */
function isThing(units: readonly string[], words: string): boolean {
  return units.every((unit) => !/[%‰天时钟秒]$/u.test(unit)) && !/[水液油气]/u.test(words);
}

function hasUnit(figures: readonly Figure[], { measure }: Measured): boolean {
  return figures.some(
    ({ unit, number }) => unit === measure.unit && compareDecimals(number, measure.number) === 0,
  );
}
