/** A Chinese comma inside an amount: 3，600元. */
import { eachText } from "../each-text.ts";
import type { Rule } from "../rule.ts";

export const fullwidthCommaInNumber: Rule<"fullwidth-comma-in-number"> = {
  about: { zh: "数字中用了全角逗号", en: "a full-width comma inside a number" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      const found = grouped.exec(text.text)?.[0];
      if (found !== undefined) yield { at: text.at, ...(subject && { subject }), found, args: {} };
    }
  },
};

// 100，200人 may be a list; money and decimals are not.
const grouped = /(?<![\d.，])\d{1,3}(?:，\d{3})+(?:\.\d+|(?=\s*(?:万|亿)?元))/u;
