/** A dash where nothing is to be filled in: accounting formats show one for nothing, and programs export it. */
import type { Text } from "../../records/index.ts";
import { amountsOf, budgetsOf } from "../money.ts";
import { rule } from "../rule.ts";

export const accountingDash = rule("accounting-dash", {
  number: 48,
  severity: "info",
  gathered: "over the department",
  about: {
    zh: "资金来源、指标符号、计量单位用横线表示没有",
    en: "a dash that stands for nothing in a source of money, an operator or a unit",
  },
  says: { zh: "用横线表示没有，按空白读取", en: "A dash stands for nothing; it is read as blank" },
  todo: { zh: "没有的，请留空。", en: "Leave it blank." },
  *project(project) {
    const sources = budgetsOf(project).flatMap(({ budget: { total: _, ...rest } }) => amountsOf(rest));
    for (const text of sources) if (isDash(text)) yield { at: text, args: {} };
    for (const { operator, unit } of project.indicators) {
      if (operator !== undefined && isDash(operator)) yield { at: operator, args: {} };
      if (unit !== undefined && isDash(unit)) yield { at: unit, args: {} };
    }
  },
  correct: (text) => (dash.test(text) ? "" : text),
});

const dash = /^\s*[¥￥]?\s*[-—–－]+\s*$/u;

/** Nearly all cells are longer, or are no sign. */
function isDash({ text }: Text): boolean {
  return text.length < 8 && dash.test(text);
}
