/** A level-3 name longer than the form's system takes. */
import { eachIndicator } from "../each-indicator.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const level3TooLong: Rule<"level3-too-long"> = {
  about: { zh: "三级指标名称超过系统的长度", en: "a level-3 name longer than the system takes" },
  expects: {
    zh: "最多几个字，例如 40；不设则不检查",
    en: "the most characters, for example 40; without it nothing is checked",
  },
  *check(context) {
    if (context.expect === undefined) return;
    const most = context.expect;
    for (const { project, indicator } of eachIndicator(context)) {
      const length = [...(indicator.level3?.text ?? "")].length;
      if (indicator.level3 === undefined || length <= most) continue;
      const { at, text } = indicator.level3;
      yield { at, subject: subjectOf(project), found: text, args: { length, most } };
    }
  },
};
