/** The same goal in several projects; one finding for each such goal. */
import type { Horizon, Project } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { groupBy } from "../group-by.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const goalCopied: Rule<"goal-copied"> = {
  about: { zh: "几个项目的绩效目标完全相同", en: "the same goal in several projects" },
  *check({ department, spec }) {
    for (const horizon of spec.horizons) {
      const groups = groupBy(department.projects, (project) => goalText(project, horizon));
      for (const [first, ...others] of groups.values()) {
        const at = first?.goals[horizon]?.lines[0]?.at;
        if (first === undefined || at === undefined || others.length === 0) continue;
        const names = [first, ...others].map((project) => project.name?.text ?? project.key);
        yield {
          at,
          also: others.flatMap((project) => project.goals[horizon]?.lines[0]?.at ?? []),
          subject: subjectOf(first),
          args: { horizon, count: names.length, projects: names.join("、") },
        };
      }
    }
  },
};

/** Undefined for a goal too short to be anybody's own. */
function goalText({ goals }: Project, horizon: Horizon): string | undefined {
  const text = (goals[horizon]?.lines ?? []).map((line) => comparable(line.text)).join("\n");
  return text.length < 10 ? undefined : text;
}
