/** A department that is tried again and again, as a preview does: what is kept between tries changes nothing of what is found. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { searchDepartments, startOpener } from "../batch/index.ts";
import { type Form, openRenderer } from "../compose/index.ts";
import type { DepartmentPreview } from "../department/index.ts";
import { keepProjects } from "../department/kept-projects.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { hashOfBytes, setClock } from "../files/index.ts";
import { keepAssembled } from "../normalise/assemble/keep-assembled.ts";
import { createContext } from "../normalise/drafts/context.ts";
import { createDraft } from "../normalise/drafts/draft.ts";
import { vocabularyOf } from "../normalise/headers/match-header.ts";
import { type DraftMaker, openMaker } from "../preview/make-drafts.ts";
import { readSources, runSources } from "./run-case.ts";
import fc from "./seeded-check.ts";
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
  const folder = mkdtempSync(join(work, "d"));
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
  return { folder, department, edit };
}

function said({ printed, find }: DepartmentPreview) {
  const { values, ...found } = find();
  const { pages } = printed ?? {};
  const bodies = [pages, values].map((one) => one && hashOfBytes(one.body));
  return { title: printed?.title, bodies, heads: [pages?.head, values?.head], ...found };
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
      ["indicators.csv", "≥", "大于等于零"],
      ["projects.csv", "预算数(元)", "预算数"],
      // Saved as it was.
      ["projects.csv", "绩效目标", "绩效目标"],
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

/** What may become of a line of a file, and of one of its cells. */
const edits = fc.record({
  file: fc.nat(),
  line: fc.nat(),
  cell: fc.nat(),
  how: fc.constantFrom("say", "say", "blank", "number", "drop", "twice", "swap"),
  says: fc.constantFrom("（待填）", "改了", "12", "960%", "3个", "合计", "A", "很".repeat(40)),
});
type Edit = typeof edits extends fc.Arbitrary<infer One> ? One : never;

function edited(text: string, { line, cell, how, says }: Edit): string {
  const lines = text.split("\n");
  const at = line % lines.length;
  const cells = (lines[at] ?? "").split(",");
  const changed = (change: (old: string) => string) =>
    lines.with(at, cells.map((one, index) => (index === cell % cells.length ? change(one) : one)).join(","));
  switch (how) {
    case "say":
      return changed((old) => old.replace(/(?<=[\p{L}\p{N}])/u, says)).join("\n");
    case "blank":
      return changed(() => "").join("\n");
    case "number":
      return changed((old) => old.replace(/\d/u, (digit) => String((Number(digit) + 1) % 10))).join("\n");
    case "drop":
      return lines.toSpliced(at, 1).join("\n");
    case "twice":
      return lines.toSpliced(at, 0, lines[at] ?? "").join("\n");
    default:
      return [...lines.slice(0, at), ...lines.slice(at, at + 2).toReversed(), ...lines.slice(at + 2)].join(
        "\n",
      );
  }
}

test.each(["ziping", "bumenziping", "zhejiang", "hubei"])("whatever is edited in %s", async (form) => {
  const files = readSources(new URL(`../../data/forms/${form}/`, import.meta.url));
  const { folder, department } = await departmentOf(files);
  const tried = maker.open();
  let before: DepartmentPreview["printed"];
  const property = fc.asyncProperty(edits, async (edit) => {
    const path = join(folder, files[edit.file % files.length]?.name ?? "");
    writeFileSync(path, edited(readFileSync(path, "utf8"), edit));
    const now = await tried(department, before);
    expect(said(now)).toEqual(said(await maker.open()(department, before)));
    before = now.printed ?? before;
    // What nothing can be printed of is no good to go on from.
    if (now.printed === undefined)
      for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  });
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
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

test("what says what it said is assembled once, and what is said of it said each time", () => {
  const [project] = recordsOf("suzhou").department.projects;
  if (project === undefined) throw new Error("no project");
  const kept = keepAssembled();
  let assembled = 0;
  const tries = ["甲", "甲", "乙"].map((name) => {
    const draft = createDraft({ kind: "file", file: "a.csv" });
    draft.values.set("project.name", { text: { text: name, at: draft.at } });
    const said: Diagnostic[] = [];
    const { tell } = kept.assemble("1", draft, ["form"], ({ report }) => {
      assembled += 1;
      report({ code: "no-project", at: draft.at, args: {} });
      return project;
    });
    kept.settle();
    tell(createContext(vocabularyOf([]), (finding) => said.push(finding)));
    return [assembled, said.length];
  });
  expect(tries).toEqual([
    [1, 1],
    [1, 1],
    [2, 1],
  ]);
});
