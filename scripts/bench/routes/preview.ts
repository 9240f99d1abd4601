/** A preview in which somebody edits a department: what a try takes until its pages, and then its findings, are there. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Route } from "../measurement.ts";
import { loadModule } from "../program.ts";

const ignore = () => {};

/** Of a project that `generateDepartment` has edited. */
const editedWords = "按审核意见修改";

export const preview: Route = async ({ program, exports, edited, work }) => {
  const { searchDepartments, startOpener } = await loadModule(program, "batch/index");
  const { setClock } = await loadModule(program, "files/clock");
  const { openMaker } = await loadModule(program, "preview/make-drafts");
  const clock = setClock({ date: "2024-01-15", now: new Date("2024-01-15T00:00:00Z") });
  if (clock === undefined) throw new Error("no such date");
  const [folder, out] = [join(work, "previewed", basename(exports)), join(work, "previewed-out")];
  rmSync(folder, { recursive: true, force: true });
  cpSync(exports, folder, { recursive: true });
  const opener = startOpener(undefined);
  const pause = async () => undefined;
  const maker = await openMaker({ out, opener, clock, language: "zh", pause });
  const { departments } = await searchDepartments([folder], { out, opener, report: ignore });
  const [department] = departments;
  if (department === undefined) throw new Error(`${folder} has no department`);
  const make = maker.open();
  let before = (await make(department, undefined)).printed;
  const table = join(folder, "projects.csv");
  const text = readFileSync(join(edited, "projects.csv"), "utf8");
  // Edits before it, as a person makes them: the first ones cost more, as its code is not compiled yet.
  for (const opinion of ["初审", "复审", "会审"]) {
    writeFileSync(table, text.replace(editedWords, `按${opinion}意见修改`));
    const { printed, find } = await make(department, before);
    find();
    before = printed ?? before;
  }
  writeFileSync(table, text);
  return async ({ lap }) => {
    const { find, printed } = await lap("pages", () => make(department, before));
    if (printed === undefined) throw new Error(`the preview has no pages of ${folder}`);
    await lap("findings", () => find());
    await maker.close();
    opener.close();
  };
};
