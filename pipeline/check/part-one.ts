/** The items of 分项绩效目标 that the department itself gives, each with the project of the same name, the second of a name with the second. */
import type { Department, Project, SubGoal } from "../records/index.ts";
import { comparable } from "./comparable.ts";
import { groupBy } from "./group-by.ts";

export type PartOneItem = { readonly item: SubGoal; readonly project?: Project };

/** None where the list was taken from the projects, or names duties rather than projects. */
export function partOneItems({ subGoals, projects }: Department): readonly PartOneItem[] {
  const byName = groupBy(projects, ({ name }) => comparable(name?.text ?? ""));
  const taken = new Map<string, number>();
  const own = subGoals.filter(({ name, takenFrom }) => takenFrom === undefined && name !== undefined);
  const items = own.map((item) => {
    const name = comparable(item.name?.text ?? "");
    const ordinal = taken.get(name) ?? 0;
    taken.set(name, ordinal + 1);
    const namesakes = byName.get(name) ?? [];
    // A name that stands more often here than there goes on meaning its last project.
    const project = namesakes[ordinal] ?? namesakes.at(-1);
    return project === undefined ? { item } : { item, project };
  });
  const matched = items.filter(({ project }) => project !== undefined).length;
  return matched * 2 > items.length ? items : [];
}
