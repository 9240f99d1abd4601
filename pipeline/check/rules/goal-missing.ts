/** A goal that the form prints and the project does not give. */
import { rule } from "../rule.ts";

export const goalMissing = rule("goal-missing", {
  number: 3,
  severity: "error",
  about: { zh: "绩效目标没有填写", en: "a project without a goal" },
  says: { zh: "{horizon:horizon}绩效目标没有填写", en: "The {horizon:horizon} goal is blank" },
  todo: { zh: "请补填绩效目标。", en: "Write the goal." },
  *project({ goals, at }, { spec, blankAt }) {
    for (const horizon of ["annual", "midTerm"] as const) {
      if (!spec.fields[`goals.${horizon}`] || goals[horizon] !== undefined) continue;
      yield { at: blankAt(at, `goals.${horizon}`), args: { horizon } };
    }
  },
});
