/** A goal that the form prints and the project does not give. */
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const goalMissing: Rule<"goal-missing"> = {
  about: { zh: "绩效目标没有填写", en: "a project without a goal" },
  *check({ department, spec, blankAt }) {
    const horizons = (["annual", "midTerm"] as const).filter((horizon) => spec.fields[`goals.${horizon}`]);
    for (const project of department.projects) {
      for (const horizon of horizons) {
        if (project.goals[horizon] !== undefined) continue;
        yield {
          at: blankAt(project.at, `goals.${horizon}`),
          subject: subjectOf(project),
          args: { horizon },
        };
      }
    }
  },
};
