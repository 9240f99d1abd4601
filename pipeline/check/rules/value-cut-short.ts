/** A value that ends in a comma or in 的: the export cut it, or its end was never written. */
import { eachIndicator } from "../each-indicator.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

// 目的 and 标的 are words of their own.
const unfinished = /[,，、]$|(?<![目标])的$/u;

export const valueCutShort: Rule<"value-cut-short"> = {
  about: { zh: "指标值以逗号或“的”结尾，像是没有写完", en: "a value that ends in a comma or 的" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { value } = indicator;
      if (value === undefined || !unfinished.test(value.text.trim())) continue;
      yield { at: value.at, subject: subjectOf(project), found: value.text, args: { value: value.text } };
    }
  },
};
