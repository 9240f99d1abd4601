/** Two marks in a row where one belongs: ，。 */
import { eachText } from "../each-text.ts";
import type { Rule } from "../rule.ts";

export const punctuationRepeated: Rule<"punctuation-repeated"> = {
  about: { zh: "标点重复（，。）", en: "two punctuation marks in a row" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      const found = repeated.exec(text.text)?.[0];
      if (found === undefined) continue;
      yield {
        at: text.at,
        ...(subject && { subject }),
        found: text.text,
        part: found,
        args: { marks: found },
      };
    }
  },
};

// ...... and 。。。 stand for ……, and http:// is no slip.
const repeated = /[，,、；;：。](?!。。)[，,、；;：。．]+/u;
