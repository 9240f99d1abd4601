/** A project of another year than the department's. */
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { yearOf } from "../year-of.ts";

export const projectYearMismatch: Rule<"project-year-mismatch"> = {
  about: { zh: "项目年度与部门年度不一致", en: "a project of another year than the department's" },
  *check({ department }) {
    const year = yearOf(department.year?.text);
    if (department.year === undefined || year === undefined) return;
    for (const project of department.projects) {
      const own = yearOf(project.year?.text);
      if (project.year === undefined || own === undefined || own === year) continue;
      yield {
        at: project.year.at,
        also: [department.year.at],
        subject: subjectOf(project),
        found: project.year.text,
        args: { year },
      };
    }
  },
};
