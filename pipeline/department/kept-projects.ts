/** Departments, one try after the other → the same, in which a project that says what it said is the record of the try before. */
import { isRecord } from "../files/index.ts";
import type { Department, Project } from "../records/index.ts";

export type KeepProjects = (department: Department) => Department;

/** So what was made of it, by whatever stage, is known by the record it was made of (`perProject`). */
export function keepProjects(): KeepProjects {
  let kept: ReadonlyMap<string, Project> = new Map();
  return (department) => {
    const projects = department.projects.map((project) => {
      const before = kept.get(project.key);
      return before !== undefined && isSameRecord(before, project) ? before : project;
    });
    kept = new Map(projects.map((project) => [project.key, project]));
    return { ...department, projects };
  };
}

function isSameRecord({ tables, ...before }: Project, { tables: grouped, ...project }: Project): boolean {
  if (!isEqual(before, project)) return false;
  // They hold the indicators that were compared.
  const compared = new Map(project.indicators.map((one, index) => [one, before.indicators[index]]));
  return isEqual(tables, grouped, compared);
}

/** Of plain data, as records are; `compared`: what is known to be equal, and to what. */
function isEqual(one: unknown, other: unknown, compared?: ReadonlyMap<unknown, unknown>): boolean {
  if (Object.is(one, other) || (compared !== undefined && compared.get(other) === one)) return true;
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isEqual(item, other[index], compared))
    );
  if (!isRecord(one) || !isRecord(other)) return false;
  let keys = 0;
  for (const key in one) {
    if (!isEqual(one[key], other[key], compared)) return false;
    keys += 1;
  }
  return keys === Object.keys(other).length;
}
