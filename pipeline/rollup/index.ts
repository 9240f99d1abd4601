/** Many departments → one summary over all of them, and one volume of all their reports. */
export { publishRollup } from "./publish-rollup.ts";
export { readDepartments } from "./read-departments.ts";
