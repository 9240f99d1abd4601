/** Two snapshots of a department's records → what changed, as data and in sentences. */
export { changesJson, changesMarkdown } from "./changes-files.ts";
export { compareSnapshots, type SideName, type SideNames } from "./compare-snapshots.ts";
export type { Outline, OutlineItem, OutlineTable } from "./outline.ts";
export { outlineChanges } from "./outline-changes.ts";
export { type Renamed, renamedBetween } from "./renamed.ts";
