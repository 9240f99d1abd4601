/** A sign and a value of two kinds: ≥ before words that nothing is more or less than (≥健全), 定性 before a number. */
import { callsForNoNumber } from "../../records/index.ts";
import { isNotApplicable } from "../not-applicable.ts";
import { rule } from "../rule.ts";
import { isVague } from "../vague-value.ts";

export const signBeforeWords = rule("sign-before-words", {
  number: 10,
  severity: "warning",
  gathered: "in each project",
  about: {
    zh: "定性的指标值前有≥、≤等符号（≥健全）",
    en: "a sign such as ≥ before a value in words (≥健全)",
  },
  says: {
    zh: "指标值“{value}”是文字，前面却有符号“{sign}”",
    en: "The value “{value}” is in words, but has the sign “{sign}”",
  },
  todo: {
    zh: "请把符号改为“定性”或留空，或改填数值。",
    en: "Choose 定性 or no sign, or give a number.",
  },
  indicator({ operator, value, parsed }) {
    if (operator === undefined || value === undefined || parsed.kind !== "text") return;
    if (callsForNoNumber(operator.text) || parsed.operator === undefined || parsed.operator === "=") return;
    const words = value.text.trim();
    if (isNotApplicable(words) || !(isVague(words) || isState.test(words))) return;
    return { at: operator, also: [value], args: { value: words, sign: operator.text } };
  },
});

export const numberCalledQualitative = rule("number-called-qualitative", {
  number: 10,
  severity: "warning",
  gathered: "in each project",
  about: { zh: "符号是“定性”，指标值却是数值", en: "a number whose sign says 定性" },
  says: {
    zh: "符号“{sign}”表示定性，指标值却是“{value}”",
    en: "The sign “{sign}” says that the value is in words, but it is “{value}”",
  },
  todo: { zh: "请选用≥、＝、≤等符号，或改填文字。", en: "Choose ≥, ＝ or ≤, or give words." },
  indicator({ operator, value, printedValue, parsed }) {
    if (operator === undefined || value === undefined || printedValue === undefined) return;
    if (!/^(?:定性|0*6(?:\.0+)?$)/u.test(operator.text.trim())) return;
    if (parsed.kind !== "number" || parsed.unit === undefined) return;
    return { at: operator, also: [value], args: { sign: operator.text, value: printedValue.text } };
  },
});

/** 合格, 良好 and 二级 are grades, and one may well be above another. */
const isState =
  /^[^\d级优良合格]{0,8}(?:健全|完善|到位|运行|落实|长效|长期|稳定|有效|畅通|保障|明显|显著|开展|建立)$/u;
