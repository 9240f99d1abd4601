/** A landline number in a text that will be published. */
import { eachText } from "../each-text.ts";
import { landlineNumbers } from "../personal-numbers.ts";
import type { Rule } from "../rule.ts";

export const phoneNumber: Rule<"phone-number"> = {
  about: { zh: "固定电话号码", en: "landline numbers" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      for (const found of landlineNumbers(text.text)) {
        yield { at: text.at, ...(subject && { subject }), found, args: {} };
      }
    }
  },
};
