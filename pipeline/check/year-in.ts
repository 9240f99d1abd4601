/** The four digits of a year as cells give it: 2023, 2023年, 2023年度. */
import type { Department, Project } from "../records/index.ts";

/** Undefined if there is no year, or more than one. */
export function yearIn(text: string | undefined): string | undefined {
  return /^\s*((?:19|20)\d{2})\s*(?:年度?)?\s*$/u.exec(text ?? "")?.[1];
}

/** The year that a project is budgeted for. */
export function budgetYear(
  { year }: Pick<Project, "year">,
  department: Pick<Department, "year">,
): string | undefined {
  return yearIn(year?.text ?? department.year?.text);
}
