/** A project without any benefit indicator. */
import { blocksLacking } from "../kind-missing.ts";
import type { Rule } from "../rule.ts";

export const benefitMissing: Rule<"benefit-missing"> = {
  about: { zh: "没有效益指标", en: "no benefit indicator" },
  check: (context) => blocksLacking("benefit", context),
};
