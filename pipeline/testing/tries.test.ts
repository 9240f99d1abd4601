/** A department that is tried again and again, as a preview does: what is kept between tries changes nothing of what is found. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { searchDepartments, startOpener } from "../batch/index.ts";
import { type Form, openRenderer } from "../compose/index.ts";
import type { DepartmentPreview } from "../department/index.ts";
import { keepProjects } from "../department/kept-projects.ts";
import { setClock } from "../files/index.ts";
import { type DraftMaker, openMaker } from "../preview/make-drafts.ts";
import { readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { syntheticDepartment } from "./synthetic-department.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const work = temporaryFolder();
const out = join(work, "out");
const opener = startOpener(undefined);
let maker: DraftMaker;

beforeAll(async () => {
  const clock = setClock({ date: "2026-11-29", now: new Date(0) });
  if (clock === undefined) throw new Error("no clock");
  maker = await openMaker({ out, opener, clock, language: "zh", pause: () => Promise.resolve() });
});
afterAll(async () => {
  await maker.close();
  opener.close();
});

async function departmentOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const folder = join(work, String(files.length));
  mkdirSync(folder);
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const { departments } = await searchDepartments([folder], { out, opener, report: () => {} });
  const [department] = departments;
  if (department === undefined) throw new Error("no department");
  const edit = (name: string, from: string, to: string) => {
    const text = readFileSync(join(folder, name), "utf8");
    if (!text.includes(from)) throw new Error(`no ${from} in ${name}`);
    writeFileSync(
      join(folder, name),
      text.replace(from, () => to),
    );
  };
  return { department, edit };
}

function said({ printed, find }: DepartmentPreview) {
  return { title: printed?.title, pages: printed?.pages, ...find() };
}

/** Two projects of a sample, as JSON. */
function someOfSuzhou() {
  const text = readFileSync(new URL("../../data/suzhou/projects.json", import.meta.url), "utf8");
  const whole: { readonly 项目: readonly unknown[] } = JSON.parse(text);
  const some = JSON.stringify({ ...whole, 项目: whole.项目.slice(0, 2) }, undefined, 1);
  return [{ name: "projects.json", bytes: Buffer.from(some) }];
}

const ofTables = syntheticDepartment({ seed: 7, projects: 3, indicators: { from: 2, to: 4 } });

test.each([
  [
    "tables",
    ofTables,
    [
      ["indicators.csv", "产出指标", "产出"],
      ["indicators.csv", "数量指标", ""],
      ["projects.csv", "项目3", "项目2"],
      ["projects.csv", "130304230000000000002", "130304230000000000009"],
      ["department.json", "2023", "2024"],
      ["department.json", '"表式":"hebei"', '"表式":"xinjiang"'],
      ["department.json", '"表式":"xinjiang"', '"表式":"hebei","规则":{"brackets-unmatched":"off"}'],
      ["projects.csv", "绩效目标", "绩效目标（"],
      ["projects.csv", "绩效目标（", "绩效目标"],
    ],
  ],
  [
    "a tree",
    someOfSuzhou(),
    [
      ["projects.json", '"每年13人"', '""'],
      ["projects.json", '""', "null"],
      ["projects.json", '"资金总额": "61.1万"', '"资金总额": null'],
      ["projects.json", "劳务派遣人员前台工作人员", "改名的项目"],
      ["projects.json", '"年度": 2023', '"年度": 2022'],
      ["projects.json", '"每年', '"（待填）'],
      ["projects.json", '"项目": [', '"项目": [\n\n'],
      ["projects.json", '"宿州市医疗保障局"', '"别的局"'],
    ],
  ],
] as const)("after each edit of %s it says what one that was never tried says", async (_, files, edits) => {
  const { department, edit } = await departmentOf(files);
  const tried = maker.open();
  let before = await tried(department, undefined);
  before.find();
  for (const [name, from, to] of edits) {
    edit(name, from, to);
    before = await tried(department, before.printed);
    expect(said(before)).toEqual(said(await maker.open()(department, undefined)));
  }
});

function recordsOf(folder: string, edit: (text: string) => string = (text) => text) {
  const sources = readSources(new URL(`../../data/${folder}/`, import.meta.url)).map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(edit(Buffer.from(bytes).toString())),
  }));
  const { normalised } = runSources(sources, { folder, forms: readShippedForms() });
  if (normalised === undefined) throw new Error(`${folder} cannot be read`);
  return normalised;
}

test("of an edited project alone is anything made anew", () => {
  const { department, form } = recordsOf("suzhou");
  const edited = recordsOf("suzhou", (text) => text.replace("每年13人", "每年14人")).department;
  const settle = keepProjects();
  const [first, second] = [settle(department), settle(edited)];
  expect(second).toEqual(edited);
  const isSame = second.projects.map((project) => first.projects.includes(project));
  expect(isSame).toEqual(second.projects.map((_, index) => index > 0));

  let printed = 0;
  const project: Form["print"]["project"] = (view) => {
    printed += 1;
    return form.print.project(view);
  };
  const counting = { ...form, print: { ...form.print, project } };
  const render = openRenderer();
  for (const one of [first, second])
    render({ form: counting, department: one, draft: true, day: "2026-11-29" }, () => undefined);
  expect(printed).toBe(first.projects.length + 1);
});
