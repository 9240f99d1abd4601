/** Dates that no calendar has, and dates that a spreadsheet has made of numbers. */
import { bareLevel, type Indicator } from "../../records/index.ts";
import { foldWidth } from "../comparable.ts";
import { isMonth } from "../days.ts";
import { bareName } from "../indicator-name.ts";
import { rule } from "../rule.ts";

export const dateImpossible = rule("date-impossible", {
  number: 16,
  severity: "error",
  about: { zh: "不存在的日期（2月30日、13月）", en: "a date that does not exist (2月30日, 13月)" },
  says: { zh: "没有“{part}”这个日期", en: "There is no such date as “{part}”" },
  todo: { zh: "请更正日期。", en: "Correct the date." },
  cell: ({ text, noDate: part }) => (part === undefined ? undefined : { at: text, part, args: { part } }),
});

/** 14 with 月 in the column of units, where the name asks when a thing is done. */
export const monthImpossible = rule("month-impossible", {
  number: 16,
  severity: "error",
  about: {
    zh: "完成月份不在 1 至 12 之间",
    en: "a month by which a thing is done that is none of the twelve",
  },
  says: { zh: "没有“{month}月”", en: "There is no month {month}" },
  todo: { zh: "请更正月份。", en: "Correct the month." },
  indicator({ level3, value, printedValue, parsed }) {
    if (level3 === undefined || value === undefined || parsed.kind !== "date") return;
    const printed = foldWidth(printedValue?.text ?? "").replace(/\s+/gu, "");
    const month = /^[≥≤<>=]*(\d{1,2})月$/u.exec(printed)?.[1];
    if (month === undefined || !isMonth.test(bareName(level3.text))) return;
    return Number(month) >= 1 && Number(month) <= 12 ? undefined : { at: value, args: { month } };
  },
});

export const dateForNumber = rule("date-for-number", {
  number: 16,
  severity: "warning",
  about: {
    zh: "该填数字的指标值是日期，像是 Excel 变的（3-5 变成 3月5日）",
    en: "a date in place of a number, as Excel makes it (3月5日 of 3-5)",
  },
  says: {
    zh: "指标值“{value}”像是 Excel 把数字变成的日期",
    en: "The value “{value}” seems to be a date that Excel has made of a number",
  },
  todo: {
    zh: "请填回原数（例如 3-5），并在 Excel 中把该列设为“文本”；确是日期的，请写成“3月5日前”。",
    en: "Write the number (such as 3-5) and set the column to Text in Excel; write a deadline as 3月5日前.",
  },
  *indicator(indicator) {
    const { value, unit } = indicator;
    if (unit !== undefined && isDate(unit.text)) yield { at: unit, args: { value: unit.text } };
    if (value !== undefined && isOutOfPlace(indicator)) yield { at: value, args: { value: value.text } };
  },
});

const inYear = /^\d{1,2}月\d{1,2}日$/u;
const english = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
const withEnglish = new RegExp(`^(?:${english}-\\d{1,4}|\\d{1,2}-${english}(?:-\\d{2,4})?)$`, "iu");
const whole = /^(?:19|20)\d{2}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2})$/u;

function isDate(text: string): boolean {
  return [inYear, withEnglish, whole].some((form) => form.test(text));
}

/** A date is one where something is counted; elsewhere only if its look or what is beside it shows that it was a number. */
function isOutOfPlace(indicator: Indicator): boolean {
  const { value, unit, operator } = indicator;
  const text = foldWidth(value?.text ?? "").replace(/^[≥≤><=]+|\s+/gu, "");
  if (withEnglish.test(text) || /^19[01]\d[-/]/u.test(text)) return true;
  if (isTimed(indicator)) return isSerial(text) && unit === undefined;
  if (isDate(text)) return unit !== undefined || (!/^(?:19|20)/u.test(text) && isCounted(indicator));
  const isBare = unit === undefined && operator === undefined;
  return isSerial(text) && isCounted(indicator) && (isBare || isFractionOfThings(text, unit?.text ?? ""));
}

/** The day count of a spreadsheet for a date from 2020 to 2040. */
function isSerial(text: string): boolean {
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? Number(text) : 0;
  return serial >= 43831 && serial <= 51501;
}

function isFractionOfThings(text: string, unit: string): boolean {
  return text.includes(".") && /^[人个座台套件次项家户所辆名]/u.test(unit);
}

function isTimed({ level2, level3 }: Indicator): boolean {
  const name = level3?.text ?? "";
  return (
    bareLevel(level2?.text ?? "") === "时效" ||
    /时间|时限|时点|日期|期限|工期|周期|截止|时效|何时|[日期]$/u.test(name)
  );
}

function isCounted({ level2, level3 }: Indicator): boolean {
  const isCount =
    /^(?:数量|成本|经济成本)$/u.test(bareLevel(level2?.text ?? "")) || /满意度/u.test(level2?.text ?? "");
  return isCount || /(?:率|数|数量|面积|里程|长度|比例|占比|满意度)$/u.test(level3?.text ?? "");
}
