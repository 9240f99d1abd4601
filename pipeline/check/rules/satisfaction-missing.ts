/** A project without any satisfaction indicator. */
import { blocksLacking } from "../kind-missing.ts";
import type { Rule } from "../rule.ts";

export const satisfactionMissing: Rule<"satisfaction-missing"> = {
  about: { zh: "没有满意度指标", en: "no satisfaction indicator" },
  check: (context) => blocksLacking("satisfaction", context),
};
