/** A folder of exports → its checked records, by the steps that a run takes. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Lap } from "./measurement.ts";
import { loadModule } from "./program.ts";

const ignore = () => {};

/** The steps loaded, with the forms, so that reading is all that is measured of them. */
export async function openReader(program: string) {
  const steps = await loadModule(program, "department/read-records");
  const { loadForms } = await loadModule(program, "assets/forms/index");
  const library = await loadForms(undefined, ignore);
  if (library === undefined) throw new Error("no forms");
  return async (exports: string, lap: Lap) => {
    const folder = basename(exports);
    const read = await lap("read", () => {
      const sources = readdirSync(exports).map((name) => ({
        name,
        bytes: readFileSync(join(exports, name)),
      }));
      const departmentFile = sources.find(({ name }) => name === "department.json");
      const files = sources.filter((source) => source !== departmentFile);
      return steps.readFiles({ folder, departmentFile, files, unread: [], found: [] }, ignore);
    });
    const tools = { folder, library, mostProjects: undefined, report: ignore };
    const records = await lap("normalise", () => steps.normaliseFiles(read, tools, ignore));
    if (records === undefined) throw new Error(`${folder} cannot be read`);
    await lap("check", () => steps.checkRecords(records, []));
    return records;
  };
}
