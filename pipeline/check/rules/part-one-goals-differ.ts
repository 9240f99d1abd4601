/** Goals in Part 1 that the project's own table does not have; one finding for all projects. */
import type { Project } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { partOneItems } from "../part-one.ts";
import type { Rule } from "../rule.ts";

export const partOneGoalsDiffer: Rule<"part-one-goals-differ"> = {
  about: {
    zh: "第一部分的绩效目标与第二部分的项目目标不同",
    en: "goals in Part 1 that the project's table does not have",
  },
  *check({ department }) {
    const strays = partOneItems(department).flatMap(({ item, project }) => {
      const stray = project && item.goals.find((goal) => !isGoalOf(project, goal.text));
      return stray === undefined ? [] : [{ stray, name: item.name?.text ?? "" }];
    });
    const [first, ...others] = strays;
    if (first === undefined) return;
    yield {
      at: first.stray.at,
      also: others.map(({ stray }) => stray.at),
      found: first.stray.text,
      args: { count: strays.length, project: first.name },
    };
  },
};

/** Whether the project's goals hold it, or it holds one of them; a project without goals has nothing to differ from. */
function isGoalOf({ goals }: Project, goal: string): boolean {
  const own = [...(goals.annual?.items ?? []), ...(goals.midTerm?.items ?? [])].map(comparable);
  const wanted = comparable(goal);
  return own.length === 0 || own.some((text) => text.includes(wanted) || wanted.includes(text));
}
