/** A satisfaction that is approximate, too low, or not a number. */
import { compareDecimals } from "../../records/index.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { isPercent } from "../parse-value.ts";
import { rule } from "../rule.ts";

export const satisfactionApproximate = rule("satisfaction-approximate", {
  number: 15,
  severity: "warning",
  about: { zh: "满意度用了“≈”", en: "a satisfaction given with ≈" },
  says: { zh: "满意度“{value}”用了“≈”", en: "The satisfaction “{value}” uses ≈" },
  todo: { zh: "满意度请用“≥”给出下限。", en: "Give a lower limit with ≥." },
  indicator({ value, operator, printedValue, parsed, kinds }) {
    if (value === undefined || printedValue === undefined || !kinds.has("satisfaction")) return;
    if (parsed.kind !== "number" || parsed.operator !== "≈") return;
    return { at: operator ?? value, args: { value: printedValue.text } };
  },
});

// Complaints are to be few, and a rise is counted from elsewhere.
const otherWay = /不满意|投诉|差评|提高|提升|增/u;

export const satisfactionBelowFloor = rule("satisfaction-below-floor", {
  number: 15,
  severity: "warning",
  about: { zh: "满意度低于下限", en: "a satisfaction below its floor" },
  expects: { zh: "下限（%），不设则为 60", en: "the floor in per cent; 60 unless set" },
  says: { zh: "满意度 {value} 低于 {floor}%", en: "The satisfaction of {value} is below {floor}%" },
  todo: { zh: "请核对满意度目标。", en: "Check the target." },
  indicator({ level3, value, printedValue, parsed, kinds }, { expect = 60 }) {
    if (value === undefined || printedValue === undefined || !kinds.has("satisfaction")) return;
    if (!isPercent(parsed) || parsed.operator === "≤" || parsed.operator === "<") return;
    const floor = String(expect);
    if (otherWay.test(level3?.text ?? "") || compareDecimals(parsed.number, floor) >= 0) return;
    return { at: value, args: { floor, value: printedValue.text } };
  },
});

/** 满意, 考核满意; one finding for each project. */
export const satisfactionNotQuantified = rule("satisfaction-not-quantified", {
  number: 15,
  severity: "info",
  about: { zh: "满意度没有量化（满意、考核满意）", en: "a satisfaction in words" },
  says: {
    zh: "有 {count:number} 个满意度指标没有量化，例如“{value}”",
    en: "{count:number} satisfaction indicator(s) are not quantified, for example “{value}”",
  },
  todo: {
    zh: "如能量化，请写成百分比，例如 ≥90%。",
    en: "If possible, give a percentage, for example ≥90%.",
  },
  block({ indicators }) {
    const [first, ...also] = indicators.filter(isWorded).flatMap(({ value }) => value ?? []);
    return first && { at: first, also, args: { count: also.length + 1, value: first.text } };
  },
});

// 百分之九十 and 九成 are numbers too.
const numeral = /\d|百分之|[一二三四五六七八九]成/u;

function isWorded({ printedValue, parsed, kinds }: PrintedIndicator): boolean {
  if (printedValue === undefined || !kinds.has("satisfaction")) return false;
  return parsed.kind === "text" && !numeral.test(printedValue.text);
}
