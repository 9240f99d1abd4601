/** A project without any cost indicator. */
import { blocksLacking } from "../kind-missing.ts";
import type { Rule } from "../rule.ts";

export const costMissing: Rule<"cost-missing"> = {
  about: { zh: "没有成本指标", en: "no cost indicator" },
  check: (context) => blocksLacking("cost", context),
};
