/** Whether a department's export gives operator, value and unit in columns of their own. */
import type { Department } from "../records/index.ts";

export function hasSplitColumns(department: Department): boolean {
  return department.projects.some((project) =>
    project.indicators.some(({ operator, unit }) => operator !== undefined || unit !== undefined),
  );
}
