/** A cumulative share that is below the one before it. */
import { compareDecimals } from "../../records/index.ts";
import type { Rule } from "../rule.ts";
import { scheduleLabels, stepsOf } from "../schedule.ts";
import { subjectOf } from "../subject-of.ts";

export const scheduleDecreasing: Rule<"schedule-decreasing"> = {
  about: { zh: "资金支出计划的累计比例减少", en: "a cumulative share below the one before it" },
  *check({ department }) {
    for (const project of department.projects) {
      const steps = stepsOf(project);
      for (const [index, { field, text, share }] of steps.entries()) {
        const before = steps[index - 1];
        if (share === undefined || before?.share === undefined) continue;
        if (compareDecimals(share, before.share) >= 0) continue;
        yield {
          at: text.at,
          also: [before.text.at],
          subject: subjectOf(project),
          found: text.text,
          args: { label: scheduleLabels[field], before: before.text.text },
        };
      }
    }
  },
};
