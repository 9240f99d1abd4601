/** A goal that only names its project, or an indicator. */
import type { Text } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { rule } from "../rule.ts";

/** One of few words that count as a goal only with a number or a verb. */
export const goalIsAName = rule("goal-is-a-name", {
  number: 46,
  severity: "warning",
  gathered: "over the department",
  about: {
    zh: "绩效目标只写了项目或指标的名称（群众满意度）",
    en: "a goal that is only the name of the project or of an indicator (群众满意度)",
  },
  says: {
    zh: "“{goal}”只是名称，没有说要达到什么",
    en: "“{goal}” is only a name, and does not say what is to be achieved",
  },
  todo: { zh: "请写明要做什么、做到什么程度。", en: "Say what is to be done, and how far." },
  *department({ department: { projects, subGoals } }) {
    for (const project of projects) {
      for (const line of [...(project.goals.annual?.lines ?? []), ...(project.goals.midTerm?.lines ?? [])]) {
        const goal = comparable(line.text);
        if (isNameOnly(goal, project.name)) yield { at: line, project, args: { goal } };
      }
    }
    for (const { name, goals, takenFrom } of subGoals) {
      if (takenFrom !== undefined) continue;
      for (const line of goals) {
        const goal = comparable(line.text);
        if (isNameOnly(goal, name)) yield { at: line, args: { goal } };
      }
    }
  },
});

/** Names of a few characters (造林) are verbs as often as not. */
function isNameOnly(goal: string, name: Text | undefined): boolean {
  if (goal.length >= 4 && goal === comparable(name?.text ?? "")) return true;
  return (
    /^\p{Script=Han}{2,8}?(?:满意度+|满意率|合格率|完成率|覆盖率|及时率|知晓率)$/u.test(goal) &&
    !/提[高升]|确保|保[障持]|达到|实现|加强|提供|增[强加]|改善/u.test(goal)
  );
}
