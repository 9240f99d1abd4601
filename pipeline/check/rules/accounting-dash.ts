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
  says: {
    zh: ({ instead }: Dash) => `用横线表示没有，按${instead === "" ? "空白" : " 0 "}读取`,
    en: ({ instead }: Dash) => `A dash stands for nothing; it is read as ${instead === "" ? "blank" : "0"}`,
  },
  todo: {
    zh: "没有的，资金请填 0，符号和单位请留空。",
    en: "Write 0 for money; leave an operator or a unit blank.",
  },
  *project(project) {
    const sources = budgetsOf(project).flatMap(({ budget: { total: _, ...rest } }) => amountsOf(rest));
    for (const text of sources) if (isDash(text)) yield { at: text, args: { instead: "0" } };
    for (const { operator, unit } of project.indicators) {
      if (operator !== undefined && isDash(operator)) yield { at: operator, args: { instead: "" } };
      if (unit !== undefined && isDash(unit)) yield { at: unit, args: { instead: "" } };
    }
  },
  correct: (text, { instead }) => (dash.test(text) ? String(instead) : text),
});

/** What says the same as the dash. */
type Dash = { readonly instead: string };

const dash = /^\s*[¥￥]?\s*[-—–－]+\s*$/u;

/** Nearly all cells are longer, or are no sign. */
function isDash({ text }: Text): boolean {
  return text.length < 8 && dash.test(text);
}
