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
        found,
        args: { right: found.replace(/^[[［【]/u, "〔").replace(/[\]］】]/u, "〕") },
      };
    }
  },
};

const bracketed = /[[［【](?:19|20)\d{2}[\]］】]\s*第?\s*\d{1,5}\s*号/u;
