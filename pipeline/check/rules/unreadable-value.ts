/** A value that begins like a number and cannot be read as one, or that breaks off. */
import { parseValue } from "../parse-value.ts";
import { rule } from "../rule.ts";

export const valueNotParsed = rule("value-not-parsed", {
  number: 9,
  severity: "warning",
  about: { zh: "指标值像数值而读不出来", en: "a value that looks numeric and cannot be read" },
  says: {
    zh: "指标值“{value}”像是数值，但读不出“符号＋数字＋单位”",
    en: "The value “{value}” looks numeric, but cannot be read as sign, number and unit",
  },
  todo: {
    zh: "请检查是否多写、漏写了符号、数字或单位；有几个数值的，请分成几个指标。",
    en: "Check for an extra or missing sign, number or unit; split several values into several indicators.",
  },
  indicator({ value, printedValue }) {
    if (value === undefined || printedValue === undefined) return;
    if (parseValue(printedValue.text).kind !== "unclear") return;
    return { at: value, args: { value: printedValue.text } };
  },
});

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
