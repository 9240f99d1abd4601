/** Dates in goals that are not those of the time indicator with the same words. */
import type { Text } from "../../records/index.ts";
import { agree, type Day, daysIn, isMonth, type NamedDay } from "../days.ts";
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
      for (const named of daysIn(line.text)) {
        const { day, written } = named;
        const said = saidOf(named);
        const like = timed.filter(({ core }) => likeness(core, said) >= likeEnough);
        const meant = like.length === 0 ? timed.filter(({ name }) => saysOfAll(said, name)) : like;
        const [one, ...others] = meant;
        if (one === undefined || others.length > 0 || agree(one.day, day)) continue;
        const args = { stated: written, indicator: one.name, value: one.value.text };
        yield { at: line, also: [one.value], part: written, args };
      }
    }
  },
});

/** 对装备进行年检，2月底前完成: what is completed stands before. In 完成交付验收 it stands behind. */
function saidOf({ clause, before }: NamedDay): string {
  if (/^(?:完成|完工|办结|到位)$/u.test(clause) && !/\d月/u.test(before)) return before + clause;
  return clause.replace(/^完成(?=\p{Script=Han}{4}$)/u, "");
}

const completed = /^完成(?<done>交付|安装|调试|布展|装修|搬迁|招标|采购|验收|发放|拨付|施工)$/u;
const whole =
  /^(?:(?:前|之前|以前)?(?:全部|全面|所有)(?:的)?(?:建设|改造|施工)?(?:任务|项目|工程|工作)?|(?:前)?项目)(?<done>完工|竣工|建成|交付|投入使用)(?:并(?:通过)?验收)?$/u;
const paid = /^(?<done>发放|拨付|兑付)(?:完毕|到位)$/u;
const ofAPart =
  /主体|首批|首期|[一二三]期|前期|部分|上半年|[一二三四]季度|招标|设计|采购|签订|开工|验收|检测/u;

/** 10月底前全部完工 is said of all that is done, and so is 改造完工时间, unless it names a part. */
function saysOfAll(clause: string, name: string): boolean {
  const named = completed.exec(clause)?.groups?.done;
  if (named !== undefined) return name.includes(named);
  const done = (whole.exec(clause) ?? paid.exec(clause))?.groups?.done;
  return done !== undefined && !ofAPart.test(name) && name.includes(done);
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
  const { level3, value, printedValue, parsed } = indicator;
  if (level3 === undefined || value === undefined || parsed.kind !== "date" || !isInTime(indicator))
    return undefined;
  const name = bareName(level3.text);
  const day = onlyDayIn(value.text) ?? (isMonth.test(name) ? onlyDayIn(printedValue?.text ?? "") : undefined);
  return day && { name, core: coreOfName(name), value, day };
}

function onlyDayIn(text: string): Day | undefined {
  const [one, ...others] = daysIn(text);
  return others.length > 0 ? undefined : one?.day;
}
