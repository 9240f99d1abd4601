/** Several projects with one code. */
import { groupBy } from "../group-by.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const codeDuplicated: Rule<"code-duplicated"> = {
  about: { zh: "几个项目用了同一个项目编码", en: "several projects with the same code" },
  *check({ department }) {
    const byCode = groupBy(department.projects, (project) => project.code?.text);
    for (const [code, [first, ...others]] of byCode) {
      if (first?.code === undefined || others.length === 0) continue;
      yield {
        at: first.code.at,
        also: others.map((project) => project.code?.at ?? project.at),
        subject: subjectOf(first),
        found: code,
        args: { count: others.length + 1 },
      };
    }
  },
};
