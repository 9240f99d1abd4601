/** The project's own name in the place of an indicator's; one finding for each project. */
import { comparable } from "../comparable.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const projectNameAsIndicator: Rule<"project-name-as-indicator"> = {
  about: { zh: "三级指标照抄项目名称", en: "the project's name used as an indicator" },
  *check({ department, spec }) {
    for (const project of department.projects) {
      const name = comparable(project.name?.text ?? "");
      const copies = project.indicators
        .filter(({ horizon }) => spec.horizons.includes(horizon))
        .flatMap(({ level3 }) => level3 ?? [])
        .filter(({ text }) => name !== "" && comparable(text) === name);
      const [first, ...others] = copies;
      if (first === undefined) continue;
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: subjectOf(project),
        found: first.text,
        args: { count: copies.length },
      };
    }
  },
};
