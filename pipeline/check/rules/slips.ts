/** Slips of writing that one pattern finds; of each, the first in a text is reported. */
import { groupedDigits, withHalfwidthGroups } from "../grouped-digits.ts";
import { rule } from "../rule.ts";

export const documentNumberBrackets = rule("document-number-brackets", {
  number: 33,
  severity: "warning",
  gathered: "over the department",
  about: { zh: "文号的年份没有用六角括号〔〕", en: "a document number whose year is not in 〔〕" },
  says: {
    zh: "文号的年份应当用六角括号：{right}",
    en: "The year of a document number must be in 〔〕: {right}",
  },
  todo: { zh: "请改用〔〕。", en: "Use 〔〕." },
  text(text) {
    const found = documentNumber.exec(text.text)?.[0];
    if (found === undefined) return;
    return { at: text, part: found, args: { right: inSixCornered(found) } };
  },
  correct: (text) => text.replace(new RegExp(documentNumber, "gu"), inSixCornered),
});

function inSixCornered(number: string): string {
  return number.replace(/^[[［【(（]/u, "〔").replace(/[\]］】)）]/u, "〕");
}

// Round brackets may hold any year, so an issuer must precede them, and no house, well or line follow.
const documentNumber =
  /(?:[[［【](?:19|20)\d{2}[\]］】]|(?<=\p{Script=Han})[(（](?:19|20)\d{2}[)）])\s*第?\s*\d{1,5}\s*号(?![楼线院机井馆门厅地路泵炉桥坝库仓塔渠])/u;

export const fullwidthCommaInNumber = rule("fullwidth-comma-in-number", {
  number: 33,
  severity: "warning",
  about: { zh: "数字中用了全角逗号", en: "a full-width comma inside a number" },
  says: { zh: "数字中用了中文逗号", en: "Full-width comma inside a number" },
  todo: { zh: "请改用半角逗号，或去掉逗号。", en: "Use a half-width comma, or none." },
  text(text) {
    const found = groupedDigits(text.text);
    return found === undefined ? undefined : { at: text, found, args: {} };
  },
  correct: withHalfwidthGroups,
});

export const punctuationRepeated = rule("punctuation-repeated", {
  number: 33,
  severity: "warning",
  about: { zh: "标点重复（，。）", en: "two punctuation marks in a row" },
  says: { zh: "标点重复：“{marks}”", en: "Repeated punctuation: “{marks}”" },
  todo: {
    zh: "请删去多余的标点，并核对是否漏了文字。",
    en: "Remove the extra mark, and check whether words are missing.",
  },
  text(text) {
    const found = repeated.exec(text.text)?.[0];
    return found === undefined ? undefined : { at: text, part: found, args: { marks: found } };
  },
});

// ...... and 。。。 are written for ……, and http:// is no slip.
const repeated = /[，,、；;：。](?!。。)[，,、；;：。．]+/u;
