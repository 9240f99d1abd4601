/** Departments, one try after the other → the same, in which a project that says what it said is the record of the try before. */
import { type Department, isEqual, type Project } from "../records/index.ts";

export type KeepProjects = (department: Department) => Department;

/** So what was made of it, by whatever stage, is known by the record it was made of (`perProject`). */
export function keepProjects(): KeepProjects {
  let kept: ReadonlyMap<string, Project> = new Map();
  return (department) => {
    const projects = department.projects.map((project) => {
      const before = kept.get(project.key);
      return before === undefined || !isSameRecord(before, project) ? project : before;
    });
    kept = new Map(projects.map((project) => [project.key, project]));
    return { ...department, projects };
  };
}

function isSameRecord(known: Project, found: Project): boolean {
  if (known === found) return true;
  const [{ tables, ...before }, { tables: grouped, ...project }] = [known, found];
  if (!isEqual(before, project)) return false;
  // They hold the indicators that were compared.
  const compared = new Map(project.indicators.map((one, index) => [one, before.indicators[index]]));
  return isEqual(tables, grouped, compared);
}
