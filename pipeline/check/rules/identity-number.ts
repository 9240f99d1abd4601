/** An identity card number in a text that will be published. */
import { eachText } from "../each-text.ts";
import { identityNumbers, mask } from "../personal-numbers.ts";
import type { Rule } from "../rule.ts";

export const identityNumber: Rule<"identity-number"> = {
  about: { zh: "身份证号码", en: "identity card numbers" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      for (const number of identityNumbers(text.text)) {
        const masked = mask(number);
        yield { at: text.at, ...(subject && { subject }), found: masked, args: { masked } };
      }
    }
  },
};
