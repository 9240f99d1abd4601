/** A period that ends before it begins, or an indicator's date after the end of its project. */
import { rule } from "../rule.ts";
import { budgetYear, excludesYear } from "../year-in.ts";

export const periodReversed = rule("period-reversed", {
  number: 16,
  severity: "error",
  about: { zh: "项目期、中期目标起止的结束早于开始", en: "a period that ends before it begins" },
  says: { zh: "结束时间早于开始时间", en: "The period ends before it begins" },
  todo: { zh: "请更正起止时间。", en: "Correct the dates." },
  *project({ period, midTermRange }) {
    for (const text of [period, midTermRange]) {
      const span = text && parseSpan(text.text);
      if (text && span && isLater(span.from, span.to)) yield { at: text, args: {} };
    }
  },
});

export const dateAfterPeriod = rule("date-after-period", {
  number: 16,
  severity: "warning",
  about: { zh: "指标的日期晚于项目期的结束", en: "an indicator's date after the end of its project" },
  says: {
    zh: "指标的时间晚于项目期“{period}”的结束",
    en: "The indicator's date is after the end of the project period “{period}”",
  },
  todo: { zh: "请核对时间。", en: "Check the date." },
  indicator({ level3, value, parsed }, { department }, project) {
    const { period } = project;
    const year = budgetYear(project, department);
    // Then it is the period that is wrong.
    if (year !== undefined && excludesYear(project, year)) return;
    const end = period && parseSpan(period.text)?.to;
    if (value === undefined || period === undefined || end === undefined) return;
    if (parsed.kind !== "date") return;
    const date = dateIn(value.text);
    if (date === undefined || !isLater(date, end)) return;
    // What looks back on a project comes after it.
    if (/验收|评价|决算|结算|审计|总结/u.test(level3?.text ?? "")) return;
    return { at: value, also: [period], args: { period: period.text } };
  },
});

/** [year], [year, month] or [year, month, day]. */
type Day = readonly number[];

const day = String.raw`((?:19|20)\d{2})(?:[年./-](\d{1,2})(?!\d)(?:[月./-](\d{1,2})(?!\d))?)?[年月日]?`;
const inYear = String.raw`(\d{1,2})月(?:(\d{1,2})日)?`;
const span = new RegExp(`^${day}(?:[-–—~～]+|至|到)(?:${day}|${inYear})[底末止]*$`, "u");
const single = new RegExp(String.raw`(?<!\d)${day}`, "u");

/** `2023年1月—2023年12月`, `2023.01-2023.12`, `2022-2024年`, `2023年1月—12月`; undefined if it is no such span. */
function parseSpan(text: string): { readonly from: Day; readonly to: Day } | undefined {
  const found = span.exec(text.replace(/\s+/gu, ""));
  if (found === null) return undefined;
  const [, year, month, date, toYear, toMonth, toDate, sameMonth, sameDate] = found;
  const from = dayOf(year, month, date);
  const to = toYear === undefined ? dayOf(year, sameMonth, sameDate) : dayOf(toYear, toMonth, toDate);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The first date with a year in a text. */
function dateIn(text: string): Day | undefined {
  const [, year, month, date] = single.exec(text.replace(/\s+/gu, "")) ?? [];
  return dayOf(year, month, date);
}

/** Whether one is later than the other as far as both say: 2023年12月 is not later than 2023年. */
function isLater(one: Day, other: Day): boolean {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined || part < against) return false;
    if (part > against) return true;
  }
  return false;
}

function dayOf(...parts: readonly (string | undefined)[]): Day | undefined {
  const [year, month, date] = parts.flatMap((part) => (part === undefined ? [] : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return undefined;
  return [year, month, date].filter((part) => part !== undefined);
}
