/** A spending schedule that is filled in, but does not reach 100% in December. */
import { compareDecimals } from "../../records/index.ts";
import type { Rule } from "../rule.ts";
import { stepsOf } from "../schedule.ts";
import { subjectOf } from "../subject-of.ts";

export const scheduleNotComplete: Rule<"schedule-not-complete"> = {
  about: { zh: "资金支出计划到 12 月底没有达到 100%", en: "a spending schedule that does not end at 100%" },
  *check({ department, blankAt }) {
    for (const project of department.projects) {
      const last = stepsOf(project).at(-1);
      if (last === undefined) continue;
      if (last.field !== "december") {
        yield { at: blankAt(last.text.at, "schedule.december"), subject: subjectOf(project), args: {} };
        continue;
      }
      // What is no share at all has its own finding.
      if (last.share === undefined || compareDecimals(last.share, "100") >= 0) continue;
      yield { at: last.text.at, subject: subjectOf(project), found: last.text.text, args: {} };
    }
  },
};
