/** A spending schedule that the form prints and a project leaves blank. */
import { scheduleFields } from "../../records/index.ts";
import type { Rule } from "../rule.ts";
import { stepsOf } from "../schedule.ts";
import { subjectOf } from "../subject-of.ts";

export const scheduleBlank: Rule<"schedule-blank"> = {
  about: { zh: "资金支出计划全部空白", en: "a spending schedule left blank" },
  *check({ department, spec, blankAt }) {
    if (!scheduleFields.some((field) => spec.fields[`schedule.${field}`])) return;
    for (const project of department.projects) {
      if (stepsOf(project).length > 0) continue;
      yield { at: blankAt(project.at, "schedule.march"), subject: subjectOf(project), args: {} };
    }
  },
};
