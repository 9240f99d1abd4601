/** A value that begins like a number and cannot be read as one, or that breaks off. */

import { foldWidth } from "../comparable.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { rule } from "../rule.ts";
import { signTwice, type ValueFault } from "../value-fault.ts";

export const valueNotParsed = rule("value-not-parsed", {
  number: 9,
  severity: "warning",
  gathered: "in each project",
  about: { zh: "指标值像数值而读不出来", en: "a value that looks numeric and cannot be read" },
  says: {
    zh: "指标值“{value}”像是数值，但读不出“符号＋数字＋单位”",
    en: "The value “{value}” looks numeric, but cannot be read as sign, number and unit",
  },
  todo: {
    zh: "请检查是否多写、漏写了符号、数字或单位；有几个数值的，请分成几个指标。",
    en: "Check for an extra or missing sign, number or unit; split several values into several indicators.",
  },
  indicator: (indicator) => withFault(indicator, "unreadable"),
});

export const valueWithoutNumber = rule("value-without-number", {
  number: 9,
  severity: "error",
  about: { zh: "指标值只有符号、单位或标点", en: "a value that is only a sign, a unit or a mark" },
  says: {
    zh: "指标值“{value}”只有符号、单位或标点，没有内容",
    en: "The value “{value}” is only a sign, a unit or a mark",
  },
  todo: { zh: "请补填数字或文字。", en: "Fill in the number or the words." },
  indicator: (indicator) => withFault(indicator, "no-number"),
});

export const valueLetterInNumber = rule("value-letter-in-number", {
  number: 9,
  severity: "error",
  about: { zh: "数字里混有字母（O 当 0、l 当 1）", en: "a letter in a number (O for 0, l for 1)" },
  says: {
    zh: "指标值“{value}”的数字里混有字母，像是把字母当作数字",
    en: "The number in “{value}” has a letter in it that looks like a digit",
  },
  todo: { zh: "请把字母 O、l、S 等改成数字。", en: "Replace O, l or S with the digit that is meant." },
  indicator: (indicator) => withFault(indicator, "letter-in-number"),
});

export const valueSignsContradict = rule("value-signs-contradict", {
  number: 9,
  severity: "error",
  about: { zh: "指标值的符号与文字相反（≥98%以下）", en: "a sign that contradicts a word (≥98%以下)" },
  says: {
    zh: "指标值“{value}”既说不少于、又说不超过",
    en: "The value “{value}” says at least and at most of one number",
  },
  todo: { zh: "请核对并只留一个。", en: "Keep the one that is meant." },
  indicator: (indicator) => withFault(indicator, "signs-contradict"),
});

export const valueUnitTwice = rule("value-unit-twice", {
  number: 9,
  severity: "warning",
  about: { zh: "计量单位写了两遍", en: "a value with its unit twice" },
  says: { zh: "指标值“{value}”里单位写了两遍", en: "The value “{value}” has its unit twice" },
  todo: {
    zh: "请只留一个；计量单位另有一列的，指标值里只写数字。",
    en: "Keep one; if the unit has a column, the value is the number alone.",
  },
  indicator: (indicator) => withFault(indicator, "unit-twice"),
});

/** Where a system writes == throughout, that is one thing. */
export const valueSignTwice = rule("value-sign-twice", {
  number: 9,
  severity: "warning",
  gathered: "over the department",
  about: {
    zh: "指标值的符号写了两遍（==、≥≥、≥不低于）",
    en: "a value with its sign twice (==, ≥≥, ≥不低于)",
  },
  says: { zh: "指标值的符号写了两遍：“{sign}”", en: "The value has its sign twice: “{sign}”" },
  todo: { zh: "请只留一个。", en: "Keep one." },
  indicator(indicator) {
    const found = withFault(indicator, "sign-twice");
    const sign = found && signTwice.exec(foldWidth(found.args.value).replace(/\s+/gu, ""))?.[0];
    return found && { ...found, args: { sign: sign ?? "" } };
  },
});

export const valueRangeReversed = rule("value-range-reversed", {
  number: 9,
  severity: "warning",
  about: { zh: "指标值的范围由大到小（98%-95%）", en: "a range from the larger to the smaller number" },
  says: {
    zh: "指标值“{value}”的范围由大到小",
    en: "The range “{value}” runs from the larger to the smaller number",
  },
  todo: { zh: "请核对两个数，并由小到大填写。", en: "Check both numbers, and write the smaller first." },
  indicator: (indicator) => withFault(indicator, "range-reversed"),
});

export const valueWithoutWords = rule("value-without-words", {
  number: 9,
  severity: "warning",
  about: {
    zh: "指标值没有汉字，又不是数字、日期、范围、比例、等级或标准号",
    en: "a value without Chinese that is no number, date, range, ratio, grade or standard",
  },
  says: {
    zh: "指标值“{value}”没有汉字，又不是数字、日期、范围、比例、等级或标准号",
    en: "The value “{value}” has no Chinese, and is no number, date, range, ratio, grade or standard",
  },
  todo: { zh: "请填写实际的指标值。", en: "Fill in the actual value." },
  indicator: (indicator) => withFault(indicator, "no-words"),
});

function withFault({ value, printedValue, fault }: PrintedIndicator, wanted: ValueFault) {
  if (value === undefined || printedValue === undefined || fault !== wanted) return undefined;
  return { at: value, args: { value: printedValue.text } };
}

/** The export cut it, or its end was never written. */
export const valueCutShort = rule("value-cut-short", {
  number: 9,
  severity: "warning",
  about: { zh: "指标值以逗号或“的”结尾，像是没有写完", en: "a value that ends in a comma or 的" },
  says: { zh: "指标值“{value}”像是没有写完", en: "The value “{value}” seems to be truncated" },
  todo: {
    zh: "请补全，或删去句末多余的字。",
    en: "Complete it, or remove the extra characters at its end.",
  },
  indicator: ({ value }) =>
    value && unfinished.test(value.text.trim()) ? { at: value, args: { value: value.text } } : undefined,
});

// 目的 and 标的 are words of their own.
const unfinished = /[,，、]$|(?<![目标])的$/u;
