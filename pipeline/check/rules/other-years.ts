/** Dates and goals of another year than the budget's, and mid-term goals that do not fit the annual ones. */
import { compareDecimals, type Project } from "../../records/index.ts";
import { commonestFirst } from "../commonest.ts";
import { foldWidth } from "../comparable.ts";
import { daysIn } from "../days.ts";
import { measureIn } from "../figures.ts";
import type { IndicatorBlock, PrintedIndicator } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { isInTime } from "../levels.ts";
import { rule } from "../rule.ts";
import { budgetYear, yearIn } from "../year-in.ts";

/** What looks back comes after the year, and what continues may end later. */
const beyond =
  /决算|结算|评价|审计|验收|总结|自评|公开|公示|清算|结转|上年|次年|下年|跨年|质保|中期|长期|规划/u;
/** Of these none is to be done in a year that is over. */
const onlyLater = /公开|公示/gu;

export const dateOutsideYear = rule("date-outside-year", {
  number: 42,
  severity: "warning",
  about: {
    zh: "年度指标的时间不在预算年度内（决算、评价、验收等除外）",
    en: "a date of an annual indicator outside the budget year",
  },
  says: {
    zh: "年度指标的时间“{value}”不在预算年度 {year} 年内",
    en: "The date “{value}” of an annual indicator is outside the budget year {year}",
  },
  todo: { zh: "请核对年份，留意是否沿用了往年的数据。", en: "Check the year: it may be last year's." },
  indicator(indicator, { department }, project) {
    const { horizon, level3, value, parsed } = indicator;
    if (!isInTime(indicator) && !/时间|日期|期限|时限/u.test(level3?.text ?? "")) return;
    // A project of another year than its department's is told as that.
    const year = yearIn(department.year?.text) ?? budgetYear(project, department);
    if (horizon !== "annual" || value === undefined || parsed.kind !== "date" || year === undefined) return;
    const named = yearsIn(value.text);
    if (named.length === 0 || named.includes(year)) return;
    const words = `${level3?.text ?? ""}${value.text}`;
    const isOver = named.every((one) => one < year);
    if (beyond.test(isOver ? words.replaceAll(onlyLater, "") : words)) return;
    if (named.some((one) => isWithin(one, project))) return;
    return { at: value, args: { value: value.text, year } };
  },
});

export const goalOfAnotherYear = rule("goal-of-another-year", {
  number: 42,
  severity: "warning",
  about: {
    zh: "年度目标以另一年度开头，或在以前的年度完成",
    en: "an annual goal that begins with another year, or is to be reached in one that is over",
  },
  says: {
    zh: "年度目标写的是“{named}”，预算年度是 {year} 年",
    en: "The annual goal says “{named}”; the budget year is {year}",
  },
  todo: {
    zh: "请核对是否沿用了往年的目标。",
    en: "Check whether the goal is that of another year.",
  },
  *project(project, { department }) {
    const year = budgetYear(project, department);
    if (year === undefined) return;
    for (const line of project.goals.annual?.lines ?? []) {
      if (line.text.includes(year)) continue;
      const named = headOfAnotherYear(line.text, year) ?? dayOfEarlierYear(line.text, year);
      if (named === undefined || isWithin(named.slice(0, 4), project)) continue;
      yield { at: line, part: named, args: { named, year } };
    }
  },
});

/** 2025年，完成…; not 2025年度决算, 2025年重复参保人, nor 到2025年. */
const atHead =
  /^(?:目标)?[（(]?(?:\d{1,2}|[一二三四五六七八九十])?[)）.、：:]*(?<named>(?<year>20\d\d)年度?)(?=[,，:：]|计划|全年|预计|拟|完成|开展|安排|继续|实施)/u;

function headOfAnotherYear(text: string, year: string): string | undefined {
  const found = atHead.exec(foldWidth(text).replace(/\s+/gu, ""))?.groups;
  return found?.year === year ? undefined : found?.named;
}

/** What is done with a thing that is there: 支付2025年11月完工项目尾款; not 2025年11月底前支付完成. */
const doneWithIt = /^\d{0,2}(?:支付|拨付|兑付|偿还|补助|维护|管护|养护|运维|检查|保障)(?!完成)/u;

/** 2025年11月20日前完成; not 已于2025年11月完成, nor 2025年11月建成的. */
function dayOfEarlierYear(text: string, year: string): string | undefined {
  return daysIn(text).find(
    ({ day, written, clause }) =>
      day.year !== undefined &&
      day.year < year &&
      /(?:完成|竣工|完工|建成|交付|投入使用|上线|开通)(?!的|后)/u.test(clause) &&
      !/已|[自从]|以来|截至/u.test(clause) &&
      !beyond.test(clause) &&
      !doneWithIt.test(clause) &&
      written.length > "2025年".length,
  )?.written;
}

/** Of at least four projects. */
export const midTermRangeUnlikeOthers = rule("mid-term-range-unlike-others", {
  number: 42,
  severity: "warning",
  about: {
    zh: "中期目标起止与其他项目都不同",
    en: "a mid-term range unlike those of all other projects",
  },
  says: {
    zh: "中期目标起止是“{range}”，其他 {count:number} 个项目都是“{usual}”",
    en: "The mid-term range is “{range}”; that of {count:number} other projects is “{usual}”",
  },
  todo: { zh: "请核对起止年份。", en: "Check the years." },
  *department({ department: { projects } }) {
    const given = projects.flatMap((project) => {
      const range = project.midTermRange;
      const years = range === undefined ? [] : yearsIn(range.text);
      return range === undefined || years.length !== 2 ? [] : [{ project, range, key: years.join("-") }];
    });
    const [usual = [], ...others] = commonestFirst(given, ({ key }) => key);
    const [first] = usual;
    const unlike = others.flat();
    if (first === undefined || usual.length < 3 || unlike.length * 3 > usual.length) return;
    // Where few agree, one that is as long and only begins in another year was copied, as one of its own length is not.
    const isShifted = unlike.every(({ key }) => lengthOf(key) === lengthOf(first.key));
    if (unlike.length * 4 > usual.length && !isShifted) return;
    for (const { project, range } of unlike) {
      const args = { range: range.text, usual: first.range.text, count: usual.length };
      yield { at: range, also: [first.range], project, args };
    }
  },
});

function lengthOf(range: string): number {
  const [from, to] = range.split("-").map(Number);
  return (to ?? 0) - (from ?? 0);
}

/** Sums and shares that are to grow; costs and limits may well fall. */
export const midTermBelowAnnual = rule("mid-term-below-annual", {
  number: 42,
  severity: "warning",
  about: {
    zh: "中期指标值低于同名年度指标值",
    en: "a mid-term target below the annual one of the same name",
  },
  says: {
    zh: "“{name}”的中期指标值“{midTerm}”低于年度指标值“{annual}”",
    en: "The mid-term target “{midTerm}” of “{name}” is below the annual one, “{annual}”",
  },
  todo: { zh: "请核对中期和年度的指标值。", en: "Check both targets." },
  *department({ blocks }) {
    for (const [midTerm, annual] of pairsOf(blocks)) {
      const wanted = new Map(annual.indicators.map((one) => [one.identity, one]));
      for (const one of midTerm.indicators) {
        const other = wanted.get(one.identity) ?? inYear(one, annual);
        const [low, high] = [targetOf(one), other && targetOf(other)];
        if (one.value === undefined || other?.value === undefined || !low || !high) continue;
        if (low.unit !== high.unit || compareDecimals(low.number, high.number) >= 0) continue;
        const args = {
          name: one.level3?.text ?? "",
          midTerm: one.value.text,
          annual: other.value.text,
        };
        yield { at: one.value, also: [other.value], project: midTerm.project, args };
      }
    }
  },
});

/** 累计救助人次 in all the years is 救助人次 in one. */
const ofAllYears = /累计|[三五]年|[35]年/u;

function inYear(one: PrintedIndicator, annual: IndicatorBlock): PrintedIndicator | undefined {
  if (!ofAllYears.test(one.level3?.text ?? "")) return undefined;
  const name = nameInYear(one);
  return annual.indicators.find((other) => nameInYear(other) === name);
}

function nameInYear({ level2, level3 }: PrintedIndicator): string {
  return `${level2?.text}\n${bareName(level3?.text ?? "").replace(ofAllYears, "")}`;
}

function* pairsOf(blocks: readonly IndicatorBlock[]): Iterable<readonly [IndicatorBlock, IndicatorBlock]> {
  const annual = new Map(
    blocks.filter(({ horizon }) => horizon === "annual").map((block) => [block.project, block]),
  );
  for (const block of blocks) {
    const other = block.horizon === "midTerm" ? annual.get(block.project) : undefined;
    if (other !== undefined) yield [block, other];
  }
}

function targetOf({ level3, kinds, parsed }: PrintedIndicator) {
  if (parsed.kind !== "number" || kinds.has("cost")) return undefined;
  if (parsed.operator === "≤" || parsed.operator === "<") return undefined;
  if (/投诉|事故|差错|失误|死亡|发病|时间|时限|降|减|失|违规|纠纷|能耗/u.test(level3?.text ?? ""))
    return undefined;
  return measureIn(parsed);
}

function yearsIn(text: string): readonly string[] {
  return text.match(/(?<!\d)20\d\d(?!\d)/gu) ?? [];
}

/** Whether the project's own period has a year. */
function isWithin(year: string, { period }: Project): boolean {
  const years = period === undefined ? [] : yearsIn(period.text);
  const [from = "", to = from] = years;
  return from !== "" && from <= year && year <= to;
}
