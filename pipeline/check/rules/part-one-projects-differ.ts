/** A project that Part 1 leaves out, or an item of Part 1 that is no project. */
import { partOneItems } from "../part-one.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const partOneProjectsDiffer: Rule<"part-one-projects-differ"> = {
  about: { zh: "第一部分与第二部分的项目不一致", en: "projects in only one of Part 1 and Part 2" },
  *check({ department }) {
    const items = partOneItems(department);
    if (items.length === 0) return;
    for (const { item, project } of items) {
      if (project !== undefined || item.name === undefined) continue;
      yield { at: item.name.at, found: item.name.text, args: { name: item.name.text, missingIn: "two" } };
    }
    const named = new Set(items.map(({ project }) => project));
    for (const project of department.projects) {
      if (named.has(project) || project.name === undefined) continue;
      const { at, text } = project.name;
      yield { at, subject: subjectOf(project), found: text, args: { name: text, missingIn: "one" } };
    }
  },
};
