/** A project without indicators. */
import { eachBlock } from "../each-indicator.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const indicatorsMissing: Rule<"indicators-missing"> = {
  about: { zh: "项目没有绩效指标", en: "a project without indicators" },
  *check(context) {
    for (const { project, horizon, indicators } of eachBlock(context)) {
      if (indicators.length > 0) continue;
      yield { at: project.name?.at ?? project.at, subject: subjectOf(project), args: { horizon } };
    }
  },
};
