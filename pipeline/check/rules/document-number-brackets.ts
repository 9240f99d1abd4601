/** A document's number with its year in other brackets than 〔〕. */
import { eachText } from "../each-text.ts";
import type { Rule } from "../rule.ts";

export const documentNumberBrackets: Rule<"document-number-brackets"> = {
  about: { zh: "文号的年份没有用六角括号〔〕", en: "a document number whose year is not in 〔〕" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      const found = bracketed.exec(text.text)?.[0];
      if (found === undefined) continue;
      yield {
        at: text.at,
        ...(subject && { subject }),
        found: text.text,
        part: found,
        args: { right: found.replace(/^[[［【(（]/u, "〔").replace(/[\]］】)）]/u, "〕") },
      };
    }
  },
};

// Round brackets may hold any year, so there an issuer must stand before, and no house, well or line behind.
const bracketed =
  /(?:[[［【](?:19|20)\d{2}[\]］】]|(?<=\p{Script=Han})[(（](?:19|20)\d{2}[)）])\s*第?\s*\d{1,5}\s*号(?![楼线院机井馆门厅地路泵炉桥坝库仓塔渠])/u;
