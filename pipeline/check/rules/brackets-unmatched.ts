/** A bracket or quotation mark without its other half. */
import { eachWholeText } from "../each-text.ts";
import type { Rule } from "../rule.ts";
import { unmatchedMark } from "../unmatched-mark.ts";

export const bracketsUnmatched: Rule<"brackets-unmatched"> = {
  about: { zh: "括号或引号不成对", en: "a bracket or quotation mark without its other half" },
  *check({ department }) {
    for (const { texts, subject } of eachWholeText(department)) {
      const mark = unmatchedMark(texts.map(({ text }) => text).join("\n"));
      const text = texts.find((one) => mark !== undefined && one.text.includes(mark)) ?? texts[0];
      if (mark === undefined || text === undefined) continue;
      yield { at: text.at, ...(subject && { subject }), found: text.text, part: mark, args: { mark } };
    }
  },
};
