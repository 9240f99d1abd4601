/** A dash where nothing is to be filled in: accounting formats show one for nothing, and programs export it. */
import type { FieldName } from "../../records/index.ts";
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
  cell({ text, field }) {
    if (field === undefined || !maybeBlank.test(field) || !dash.test(text.text)) return;
    return { at: text, args: {} };
  },
  correct: (text) => (dash.test(text) ? "" : text),
});

const dash = /^\s*[¥￥]?\s*[-—–－]+\s*$/u;

/** A total has to be filled in. */
const maybeBlank: { readonly test: (field: FieldName) => boolean } =
  /^(?:(?:b|midTermB)udget\.(?!total$)|indicator\.(?:operator|unit)$)/u;
