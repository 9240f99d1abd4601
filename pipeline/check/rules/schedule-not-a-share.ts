/** A step of the spending schedule that is no share between 0 and 100%. */
import { compareDecimals } from "../../records/index.ts";
import type { Rule } from "../rule.ts";
import { type ScheduleStep, scheduleLabels, stepsOf } from "../schedule.ts";
import { subjectOf } from "../subject-of.ts";

export const scheduleNotAShare: Rule<"schedule-not-a-share"> = {
  about: { zh: "资金支出计划不是 0 到 100% 的比例", en: "a scheduled share outside 0 to 100%" },
  *check({ department }) {
    for (const project of department.projects) {
      for (const step of stepsOf(project).filter(isNoShare)) {
        yield {
          at: step.text.at,
          subject: subjectOf(project),
          found: step.text.text,
          args: { label: scheduleLabels[step.field] },
        };
      }
    }
  },
};

function isNoShare({ share }: ScheduleStep): boolean {
  return share === undefined || compareDecimals(share, "0") < 0 || compareDecimals(share, "100") > 0;
}
