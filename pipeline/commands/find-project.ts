/** What a person calls a project → the projects meant: by code, else by number, else by whole name, else by part of it. */
import { nearestName, type Project } from "../records/index.ts";

/** A project with its number in the report. */
export type NumberedProject = { readonly number: number; readonly project: Project };

/** How a project can be asked for. */
export type ProjectName = { readonly number: number; readonly code?: string; readonly name?: string };

/** The first way of naming that fits decides: `12` is a number before it is part of a name. */
export function findProjects(
  projects: readonly NumberedProject[],
  wanted: string,
): readonly NumberedProject[] {
  const ways: readonly ((one: NumberedProject) => boolean)[] = [
    ({ project }) => project.code?.text === wanted,
    ({ number }) => String(number) === wanted,
    ({ project }) => project.name?.text === wanted,
    ({ project }) => wanted !== "" && (project.name?.text.includes(wanted) ?? false),
  ];
  const found = ways.map((fits) => projects.filter(fits));
  return found.find((some) => some.length > 0) ?? [];
}

export function projectNames(projects: readonly NumberedProject[]): readonly ProjectName[] {
  return projects.map(({ number, project: { code, name } }) => ({
    number,
    ...(code && { code: code.text }),
    ...(name && { name: name.text }),
  }));
}

/** The name or code that was probably meant, "" where none is near. */
export function nearestProject(projects: readonly ProjectName[], wanted: string): string {
  const known = projects.flatMap(({ code, name }) => [code, name]).filter((word) => word !== undefined);
  return nearestName(wanted, known);
}
