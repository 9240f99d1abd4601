/** A cost in money with a sign that asks to spend more. */
import { rule } from "../rule.ts";

export const costAtLeast = rule("cost-at-least", {
  number: 13,
  severity: "warning",
  about: { zh: "成本指标的金额用了“≥”或“＞”", en: "a cost in money given with ≥ or ＞" },
  says: {
    zh: "成本指标的金额“{value}”意思是花得越多越好",
    en: "The cost “{value}” means: the more is spent, the better",
  },
  todo: { zh: "成本一般用“≤”，请核对符号。", en: "Costs usually take ≤: check the sign." },
  indicator({ level3, value, operator, printedValue, parsed, kinds }) {
    if (value === undefined || printedValue === undefined || !kinds.has("cost")) return;
    if (parsed.kind !== "number" || (parsed.operator !== "≥" && parsed.operator !== ">")) return;
    // What is saved may well be as much as possible.
    if (!/^[万亿]?元/u.test(parsed.unit ?? "") || /节约|节省|降低|减少|压减/u.test(level3?.text ?? ""))
      return;
    return { at: operator ?? value, args: { value: printedValue.text } };
  },
});
