/** Numbers and dates in goals, and in Part 1, that are not those of the indicator with the same words. */
import { compareDecimals, groupBy, type Project, type Text } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { type Day, daysIn } from "../days.ts";
import { type Figure, type Measure, measureIn } from "../figures.ts";
import type { IndicatorBlock, PrintedIndicator } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { isInTime } from "../levels.ts";
import { likeness } from "../likeness.ts";
import { type Found, type RuleContext, rule } from "../rule.ts";
import { budgetYear } from "../year-in.ts";

type Differs = { readonly stated: string; readonly indicator: string; readonly value: string };

/** Enough of the words to mean one thing, and so few that another may be meant. */
const alike = 0.75;
const related = 0.3;

export const goalFigureDiffers = rule("goal-figure-differs", {
  number: 39,
  severity: "warning",
  about: {
    zh: "绩效目标里的数字与同名指标的指标值不同",
    en: "a number in a goal that is not that of the indicator with the same words",
  },
  says: {
    zh: "绩效目标写的是“{stated}”，指标“{indicator}”的指标值是“{value}”",
    en: "The goal says “{stated}”; the indicator “{indicator}” has “{value}”",
  },
  todo: { zh: "请核对，把目标和指标改成一致。", en: "Make the goal and the indicator agree." },
  block: (block, context) => differing(linesOf(block), [block], context),
});

/** Part 1 speaks of a project below its name, and of all of them in its prose. */
export const partOneFigureDiffers = rule("part-one-figure-differs", {
  number: 39,
  severity: "warning",
  about: {
    zh: "第一部分里的数字与第二部分同名指标的指标值不同",
    en: "a number in Part 1 that is not that of the indicator with the same words in Part 2",
  },
  says: {
    zh: "第一部分写的是“{stated}”，第二部分指标“{indicator}”的指标值是“{value}”",
    en: "Part 1 says “{stated}”; the indicator “{indicator}” in Part 2 has “{value}”",
  },
  todo: { zh: "请核对，把两处改成一致。", en: "Make both agree." },
  *department(context) {
    const { department, blocks } = context;
    const annual = blocks.filter(({ horizon }) => horizon === "annual");
    yield* differing(department.overall, annual, context);
    const byName = new Map(annual.map((block) => [comparable(block.project.name?.text ?? ""), block]));
    for (const { name, goals, takenFrom } of department.subGoals) {
      const block = takenFrom === undefined ? byName.get(comparable(name?.text ?? "")) : undefined;
      if (block !== undefined) yield* differing(goals, [block], context);
    }
  },
});

export const goalDateDiffers = rule("goal-date-differs", {
  number: 39,
  severity: "warning",
  about: {
    zh: "绩效目标里的时间与同名时效指标的指标值不同",
    en: "a date in a goal that is not that of the time indicator with the same words",
  },
  says: {
    zh: "绩效目标写的是“{stated}”，时效指标“{indicator}”的指标值是“{value}”",
    en: "The goal says “{stated}”; the time indicator “{indicator}” has “{value}”",
  },
  todo: { zh: "请核对，把目标和指标改成一致。", en: "Make the goal and the indicator agree." },
  *block(block, { coreOfName }) {
    const timed = block.indicators.flatMap((indicator) => deadlineOf(indicator, coreOfName) ?? []);
    if (timed.length === 0) return;
    for (const line of linesOf(block)) {
      for (const { day, clause, written } of daysIn(line.text)) {
        const meant = timed.filter(({ core }) => likeness(core, clause) >= alike);
        const [one, ...others] = meant;
        if (one === undefined || others.length > 0 || agree(one.day, day)) continue;
        const args = { stated: written, indicator: one.name, value: one.value.text };
        yield { at: line, also: [one.value], part: written, args };
      }
    }
  },
});

function linesOf({ project, horizon }: IndicatorBlock): readonly Text[] {
  return project.goals[horizon]?.lines ?? [];
}

type Candidate = {
  readonly project: Project;
  readonly name: string;
  readonly core: string;
  readonly value: Text;
  readonly measure: Measure;
};
/** By unit: only what is counted alike can be compared. */
type Candidates = ReadonlyMap<string, readonly Candidate[]>;

function candidatesOf(
  blocks: readonly IndicatorBlock[],
  units: ReadonlySet<string>,
  coreOfName: RuleContext["coreOfName"],
): Candidates {
  const candidates = blocks.flatMap(({ project, indicators }) =>
    indicators.flatMap(({ level3, value, parsed, counted }) => {
      if (level3 === undefined || value === undefined || !units.has(counted ?? "")) return [];
      const measure = measureIn(parsed);
      if (measure === undefined) return [];
      const name = bareName(level3.text);
      return { project, name, core: coreOfName(name), value, measure };
    }),
  );
  return groupBy(candidates, ({ measure }) => measure.unit);
}

function* differing(
  texts: readonly Text[],
  blocks: readonly IndicatorBlock[],
  { figuresOf, coreOfName, department }: RuleContext,
): Iterable<Found<Differs>> {
  const stated = texts.flatMap((text) =>
    figuresOf(text.text)
      .filter(mayMeanIndicator)
      .map((figure) => ({ text, figure })),
  );
  if (stated.length === 0) return;
  const units = new Set(stated.map(({ figure }) => figure.unit));
  const candidates = candidatesOf(blocks, units, coreOfName);
  for (const { text, figure } of stated) {
    const one = contradicted(figure, candidates);
    if (one === undefined) continue;
    const year = budgetYear(one.project, department);
    if (figure.year !== undefined && figure.year !== year) continue;
    const { project, name, value } = one;
    const args = { stated: figure.written, indicator: name, value: value.text };
    yield { at: text, also: [value], part: figure.written, project, args };
  }
}

/** A money sum is compared with the budget. */
function mayMeanIndicator({ part, aside, unit, words }: Figure): boolean {
  return !part && !aside && unit !== "元" && comparable(words).length >= 3;
}

/** The one indicator that a figure must mean, if it has another number. */
function contradicted(figure: Figure, candidates: Candidates): Candidate | undefined {
  const words = comparable(figure.words);
  const sameUnit = candidates.get(figure.unit) ?? [];
  const meant = sameUnit.filter(({ core }) => likeness(words, core) >= alike);
  const [one, ...others] = meant;
  if (one === undefined || others.length > 0) return undefined;
  const said = sameUnit.some(
    ({ core, measure }) =>
      likeness(words, core) >= related && compareDecimals(measure.number, figure.number) === 0,
  );
  return said ? undefined : one;
}

type Deadline = {
  readonly name: string;
  readonly core: string;
  readonly value: Text;
  readonly day: Day;
};

function deadlineOf(
  indicator: PrintedIndicator,
  coreOfName: RuleContext["coreOfName"],
): Deadline | undefined {
  const { level3, value, parsed } = indicator;
  if (level3 === undefined || value === undefined || parsed.kind !== "date" || !isInTime(indicator))
    return undefined;
  const [one, ...others] = daysIn(value.text);
  if (one === undefined || others.length > 0) return undefined;
  const name = bareName(level3.text);
  return { name, core: coreOfName(name), value, day: one.day };
}

/** As far as both say. */
function agree(one: Day, other: Day): boolean {
  return (["year", "month", "day"] as const).every(
    (part) => one[part] === undefined || other[part] === undefined || one[part] === other[part],
  );
}
