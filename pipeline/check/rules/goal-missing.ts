/** A goal that the form prints and the project does not give. */
import { isNotApplicable } from "../not-applicable.ts";
import { rule } from "../rule.ts";

export const goalMissing = rule("goal-missing", {
  number: 3,
  severity: "error",
  about: { zh: "绩效目标没有填写", en: "a project without a goal" },
  says: { zh: "{horizon:horizon}绩效目标没有填写", en: "The {horizon:horizon} goal is blank" },
  todo: { zh: "请补填绩效目标。", en: "Write the goal." },
  *project({ goals, indicators, at }, { spec, blankAt }) {
    for (const horizon of ["annual", "midTerm"] as const) {
      if (!spec.fields[`goals.${horizon}`]) continue;
      const lines = goals[horizon]?.lines;
      if (lines === undefined) yield { at: blankAt(at, `goals.${horizon}`), args: { horizon } };
      // What has indicators has a goal, too: 无 is none.
      const [line, ...more] = lines ?? [];
      if (line === undefined || more.length > 0 || !isNotApplicable(line.text)) continue;
      if (indicators.some((one) => one.horizon === horizon)) yield { at: line, args: { horizon } };
    }
  },
});
