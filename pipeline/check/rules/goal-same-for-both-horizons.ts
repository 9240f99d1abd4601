/** The same text as mid-term and as annual goal. */
import { comparable } from "../comparable.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const goalSameForBothHorizons: Rule<"goal-same-for-both-horizons"> = {
  about: { zh: "年度目标与中期目标完全相同", en: "the same text as mid-term and as annual goal" },
  *check({ department, spec }) {
    if (!spec.fields["goals.annual"] || !spec.fields["goals.midTerm"]) return;
    for (const project of department.projects) {
      const { annual, midTerm } = project.goals;
      const [one, other] = [annual, midTerm].map((goal) =>
        (goal?.lines ?? []).map((line) => comparable(line.text)).join("\n"),
      );
      const at = annual?.lines[0]?.at;
      const also = midTerm?.lines[0]?.at;
      if (at === undefined || also === undefined || one !== other) continue;
      yield { at, also: [also], subject: subjectOf(project), args: {} };
    }
  },
};
