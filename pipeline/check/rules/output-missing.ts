/** A project without any output indicator. */
import { blocksLacking } from "../kind-missing.ts";
import type { Rule } from "../rule.ts";

export const outputMissing: Rule<"output-missing"> = {
  about: { zh: "没有产出指标", en: "no output indicator" },
  check: (context) => blocksLacking("output", context),
};
