/** Dates in goals that are not those of the time indicator with the same words. */
import type { Text } from "../../records/index.ts";
import { type Day, daysIn } from "../days.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { isInTime } from "../levels.ts";
import { likeEnough, likeness } from "../likeness.ts";
import { type RuleContext, rule } from "../rule.ts";

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
    for (const line of block.project.goals[block.horizon]?.lines ?? []) {
      for (const { day, clause, written } of daysIn(line.text)) {
        const meant = timed.filter(({ core }) => likeness(core, clause) >= likeEnough);
        const [one, ...others] = meant;
        if (one === undefined || others.length > 0 || agree(one.day, day)) continue;
        const args = { stated: written, indicator: one.name, value: one.value.text };
        yield { at: line, also: [one.value], part: written, args };
      }
    }
  },
});

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
