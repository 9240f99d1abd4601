/** Folders given on the command line → the departments in and below them, and which of them are meant. */
export { listFonts } from "./classify-file.ts";
export {
  type DepartmentFolder,
  fileInstead,
  findDepartments,
  type Search,
  type SearchOptions,
  type UnreadableData,
} from "./find-departments.ts";
export { isWithin, realPathOf } from "./links.ts";
export { type Selection, selectDepartments } from "./select-departments.ts";
export { splitDepartments, type WantedShard } from "./split-departments.ts";
