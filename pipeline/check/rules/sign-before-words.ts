/** ≥ or ≤ before words that nothing is more or less than: ≥健全. */
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

/** 合格, 良好 and 二级 are grades, and one may well be above another. */
const isState =
  /^[^\d级优良合格]{0,8}(?:健全|完善|到位|运行|落实|长效|长期|稳定|有效|畅通|保障|明显|显著|开展|建立)$/u;
