/** Projects → the values in them with their paths, listed once by a process that stays. */
import { type Project, perProject, type ValueAtPath, valuesOfProject } from "../records/index.ts";

export type ValuesOf = (project: Project) => Iterable<ValueAtPath>;

export function keepValues(): ValuesOf {
  const kept = perProject<readonly ValueAtPath[]>();
  return (project) => kept.find(project, []) ?? kept.keep(project, [], [...valuesOfProject(project)]);
}
