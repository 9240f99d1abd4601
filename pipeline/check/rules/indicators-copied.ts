/** A block of indicators that stands unchanged in several projects; one finding for each such block. */
import type { Place } from "../../diagnostics/index.ts";
import { blockText } from "../copied-blocks.ts";
import { eachBlock, type IndicatorBlock } from "../each-indicator.ts";
import { placeOfIndicator } from "../fields-of.ts";
import { groupBy } from "../group-by.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const indicatorsCopied: Rule<"indicators-copied"> = {
  about: { zh: "几个项目的绩效指标完全相同", en: "the same block of indicators in several projects" },
  *check(context) {
    const groups = groupBy([...eachBlock(context)], blockText);
    for (const [first, ...others] of groups.values()) {
      if (first === undefined || others.length === 0) continue;
      const [at, ...also] = [first, ...others].map(startOf);
      if (at === undefined) continue;
      const names = [first, ...others].map(({ project }) => project.name?.text ?? project.key);
      yield {
        at,
        also,
        subject: subjectOf(first.project),
        args: { horizon: first.horizon, count: names.length, projects: names.join("、") },
      };
    }
  },
};

function startOf({ project, indicators: [first] }: IndicatorBlock): Place {
  return first === undefined ? project.at : (first.level3?.at ?? placeOfIndicator(first, project));
}
