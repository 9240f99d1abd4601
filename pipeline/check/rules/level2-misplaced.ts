/** A standard level 2 under another level 1 than the classification gives it; once for each such group. */
import { eachBlock } from "../each-indicator.ts";
import { bareLevel, level1For } from "../levels.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const level2Misplaced: Rule<"level2-misplaced"> = {
  about: { zh: "二级指标放错了一级指标", en: "a level 2 under the wrong level 1" },
  *check(context) {
    for (const { project, indicators } of eachBlock(context)) {
      const seen = new Set<string>();
      for (const { level1, level2 } of indicators) {
        if (level1 === undefined || level2 === undefined) continue;
        const allowed = level1For(level2.text);
        const group = `${level1.text}\n${level2.text}`;
        if (allowed === undefined || seen.has(group)) continue;
        seen.add(group);
        if (allowed.some((name) => bareLevel(level1.text).includes(name))) continue;
        yield {
          at: level2.at,
          also: [level1.at],
          subject: subjectOf(project),
          found: level2.text,
          args: { level1: level1.text, belongs: `${allowed[0]}指标` },
        };
      }
    }
  },
};
