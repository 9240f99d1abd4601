/** Several projects of one unit with one name; projects of one code are told by their code instead. */
import type { Project } from "../../records/index.ts";
import { groupBy } from "../group-by.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const nameDuplicated: Rule<"name-duplicated"> = {
  about: { zh: "同一单位的项目名称重复", en: "several projects of one unit with the same name" },
  *check({ department }) {
    const codes = codesOfUnits(department.projects);
    const byName = groupBy(department.projects, (project) => nameWithinUnit(project, codes));
    for (const [first, ...others] of byName.values()) {
      if (first?.name === undefined || others.length === 0) continue;
      const code = first.code?.text;
      if (code !== undefined && others.every((project) => project.code?.text === code)) continue;
      yield {
        at: first.name.at,
        also: others.map((project) => project.name?.at ?? project.at),
        subject: subjectOf(first),
        found: first.name.text,
        args: { count: others.length + 1 },
      };
    }
  },
};

/** The code that goes with a unit's name: not every export of a department gives it. */
function codesOfUnits(projects: readonly Project[]): ReadonlyMap<string, string> {
  return new Map(
    projects.flatMap(({ unit, unitCode }) =>
      unit === undefined || unitCode === undefined ? [] : [[unit.text, unitCode.text] as const],
    ),
  );
}

function nameWithinUnit(
  { name, unit, unitCode }: Project,
  codes: ReadonlyMap<string, string>,
): string | undefined {
  if (name === undefined) return undefined;
  const named = unit?.text ?? "";
  return `${unitCode?.text ?? codes.get(named) ?? named}\n${name.text}`;
}
