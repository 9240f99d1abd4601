/** The items of 分项绩效目标 that the department itself gives, each with the project of the same name. */
import type { Department, Project, SubGoal } from "../records/index.ts";
import { comparable } from "./comparable.ts";

export type PartOneItem = { readonly item: SubGoal; readonly project?: Project };

/** None where the list was taken from the projects, or names duties rather than projects. */
export function partOneItems({ subGoals, projects }: Department): readonly PartOneItem[] {
  const byName = new Map<string, Project>();
  for (const project of projects) {
    const name = comparable(project.name?.text ?? "");
    if (!byName.has(name)) byName.set(name, project);
  }
  const own = subGoals.filter(({ name, takenFrom }) => takenFrom === undefined && name !== undefined);
  const items = own.map((item) => {
    const project = byName.get(comparable(item.name?.text ?? ""));
    return project === undefined ? { item } : { item, project };
  });
  const matched = items.filter(({ project }) => project !== undefined).length;
  return matched * 2 > items.length ? items : [];
}
