/** Many departments → one summary over all of them, and one volume of all their reports. */
export type { DepartmentRead, DepartmentsRead } from "./figures.ts";
export { publishRollup } from "./publish-rollup.ts";
export { figuresRead, readDepartments } from "./read-departments.ts";
export { asPublished, verifySummary } from "./verify-summary.ts";
