/** A mobile number in a text that will be published. */
import { eachText } from "../each-text.ts";
import { mask, mobileNumbers } from "../personal-numbers.ts";
import type { Rule } from "../rule.ts";

export const mobileNumber: Rule<"mobile-number"> = {
  about: { zh: "手机号码", en: "mobile numbers" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      for (const number of mobileNumbers(text.text)) {
        const masked = mask(number);
        yield { at: text.at, ...(subject && { subject }), found: masked, args: { masked } };
      }
    }
  },
};
