/** The user's own forms beside ours, and what becomes of them if the folder is not what it was. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic, Place } from "../../diagnostics/index.ts";
import { ownTemplates } from "../../files/index.ts";
import { runSources } from "../../testing/run-case.ts";
import { libraryOf, loadForms, readForms } from "./index.ts";

function formFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "huibian-forms-"));
  cpSync(join(ownTemplates, "hebei"), join(folder, "chengde"), { recursive: true });
  return folder;
}

async function load(folder: string) {
  const found: Diagnostic[] = [];
  const library = await loadForms(folder, (problem) => found.push(problem));
  return { forms: library && [...library.specs.keys()], found };
}

test("forms of the user's folder come beside ours, and share what ours share", async () => {
  const { forms, found } = await load(formFolder());
  expect([forms, found]).toEqual([
    [
      "anhui",
      "bumen",
      "bumenziping",
      "chengde",
      "guangxi",
      "hebei",
      "hubei",
      "jiankong",
      "shanxi",
      "tongyong",
      "xinjiang",
      "zhejiang",
      "ziping",
    ],
    [],
  ]);
});

test("a wrong formula is shown with its line and column", async () => {
  const folder = formFolder();
  const file = join(folder, "chengde", "form.json");
  const check = (that: string, says: unknown = "{left}") => ({ that, says, todo: "改" });
  const given = JSON.parse(readFileSync(file, "utf8"));
  const part = { label: "部分", type: "number" };
  const spec = {
    ...given,
    fields: {
      ...given.fields,
      "project.own.part": part,
      "tsaks.name": part,
      "tsaks.amount": { ...part, label: "金额" },
    },
    lists: { tasks: { label: "任务" } },
    checks: {
      one: check("budget.total >\n budget.totl"),
      two: check('indicator.level3 = "\ta" and budget.fiscl > 1'),
      three: check("budget.total = budget.fiscal", "应为 {rihgt}"),
      four: check("budget.total = budget.fiscal", { zh: "应为 {right}", en: "it is {budget.totl}" }),
      "weight-total": check("budget.total = budget.fiscal"),
    },
    compute: { "budget.total": "budget.fiscal", "project.own.part": "1 + project.own.part" },
    rollup: {
      one: { label: "一", how: "sum", of: "budget.totl" },
      two: { label: "二", how: "mean", of: "project.name" },
      three: { label: "三", how: "ratio", of: "indicator.value", to: "budget.total" },
      four: { label: "四", how: "ratio", of: "budget.total", to: "budget.total +" },
    },
  };
  writeFileSync(file, JSON.stringify(spec, null, 2));
  const { broken } = (await loadForms(folder, () => {})) ?? { broken: [] };
  const lines = readFileSync(file, "utf8").split("\n");
  const shown = broken.flatMap(({ problems }) =>
    problems.map(({ code, at, args }) => {
      const text = at.kind === "json" ? lines[at.line - 1]?.slice(at.column - 1) : "";
      return [code, text?.slice(0, 13), "nearest" in args ? args.nearest : ""];
    }),
  );
  expect(shown).toEqual([
    ["form-formula-wrong", 'budget.totl",', "budget.total"],
    ["form-formula-wrong", "budget.fiscl ", "budget.fiscal"],
    ["form-formula-wrong", 'rihgt}",', ""],
    ["form-formula-wrong", 'budget.totl}"', "budget.total"],
    ["form-formula-wrong", '"weight-total', ""],
    ["form-formula-wrong", '"budget.total', ""],
    ["form-formula-wrong", "project.own.p", ""],
    ["form-formula-wrong", 'budget.totl"', "budget.total"],
    ["form-formula-wrong", 'project.name"', ""],
    ["form-formula-wrong", "indicator.val", ""],
    ["form-formula-wrong", '"', ""],
    ["form-formula-wrong", '"tsaks.name":', "tasks"],
  ]);
  rmSync(folder, { recursive: true });
});

const [whole, some, rest] = ["budget.total", "project.own.some", "project.own.someMore"];

test.each([
  ["either of the other", { some: `${whole} - ${rest}`, someMore: `${whole} - ${some}` }, []],
  [
    "each of the other's blank",
    { some: `${whole} - (${rest} else 0万元)`, someMore: `${whole} - (${some} else 0万元)` },
    [`${rest} else 0万元)`, `${some} else 0万元)`],
  ],
  [
    "one of a default of its own",
    { some: `${rest} + 1万元`, someMore: `${whole} - (${whole} else 0万元)` },
    [],
  ],
  ["one of itself, behind a longer name", { some: `${rest} + ${some}` }, [some]],
  ["one of all that are given", { some: `9万元 - sum(${some} where given ${some})` }, []],
  [
    "one of all that are small",
    { some: `9万元 - sum(${some} where ${some} < 1万元)` },
    [`${some} where ${some} < 1万元)`],
  ],
])("what is computed, %s, has its fault at the field", async (_, formulas, expected) => {
  const folder = formFolder();
  const file = join(folder, "chengde", "form.json");
  const given = JSON.parse(readFileSync(file, "utf8"));
  const own = (label: string) => ({ label, type: "money" });
  const fields = { ...given.fields, "project.own.some": own("一"), "project.own.someMore": own("二") };
  const compute = Object.fromEntries(
    Object.entries(formulas).map(([name, of]) => [`project.own.${name}`, of]),
  );
  writeFileSync(file, JSON.stringify({ ...given, fields, compute }, null, 2));
  const { broken } = (await loadForms(folder, () => {})) ?? { broken: [] };
  const lines = readFileSync(file, "utf8").split("\n");
  const shown = broken.flatMap(({ problems }) =>
    problems.map(({ at }) => (at.kind === "json" ? lines[at.line - 1]?.slice(at.column - 1) : "")),
  );
  expect(shown.map((text) => text?.replace(/",?$/u, ""))).toEqual(expected);
});

test("one spelling for two fields is shown at both, wherever a file or department.json would have it", async () => {
  const folder = formFolder();
  const file = join(folder, "chengde", "form.json");
  const spec = JSON.parse(readFileSync(file, "utf8"));
  const fields = {
    ...spec.fields,
    "project.own.a": { label: "地区" },
    "project.own.b": { label: "区域", aliases: ["区县", "地区"] },
    "department.own.staff": { label: "年度" },
    "department.own.posts": { label: "年度主要任务" },
    "tasks.name": { label: "名称" },
    "tasks.title": { label: "题目", aliases: ["名称"] },
    "aims.name": { label: "名称" },
  };
  const lists = { tasks: { label: "年度主要任务" }, aims: { label: "目标表" } };
  writeFileSync(file, JSON.stringify({ ...spec, fields, lists }, null, 2));
  const { broken } = (await loadForms(folder, () => {})) ?? { broken: [] };
  const lines = readFileSync(file, "utf8").split("\n");
  const textAt = (at: Place) => (at.kind === "json" ? lines[at.line - 1]?.slice(at.column - 1) : undefined);
  expect(
    broken.flatMap(({ problems }) =>
      problems.map(({ code, at, also = [], args }) => [code, textAt(at), also.map(textAt), args]),
    ),
  ).toEqual([
    ...[
      ['"地区"', ['"地区"'], { spelling: "地区", first: "project.own.a", second: "project.own.b" }],
      ['"年度"', [], { spelling: "年度", first: "department.year", second: "department.own.staff" }],
      ['"名称"', ['"名称"'], { spelling: "名称", first: "tasks.name", second: "tasks.title" }],
      [
        '"年度主要任务"',
        ['"年度主要任务"'],
        { spelling: "年度主要任务", first: "department.own.posts", second: "lists.tasks" },
      ],
    ].map((rest) => ["form-spelling-ambiguous", ...rest]),
  ]);
  rmSync(folder, { recursive: true });
});

test("one name for two groups, two figures or two grades is shown at both", async () => {
  const folder = formFolder();
  const file = join(folder, "chengde", "form.json");
  const figure = (label: string) => ({ label, how: "sum", of: "budget.total" });
  const given = JSON.parse(readFileSync(file, "utf8"));
  const spec = {
    ...given,
    fields: {
      ...given.fields,
      "indicator.own.goal": { label: "目标名称" },
      "project.own.score": { label: "评分", type: "number" },
    },
    groupBy: "indicator.own.goal",
    groupOrder: [
      "目标一",
      { name: "目标 二", aliases: ["目标二", "目标三"] },
      { name: "三", aliases: ["目标一"] },
      "目标三",
    ],
    rollup: { one: figure("预算"), two: figure("预 算"), three: figure("执行") },
    closing: { grades: { label: "等级", of: "project.own.score", bounds: { 优: 90, 差: 60 }, below: "差" } },
  };
  writeFileSync(file, JSON.stringify(spec, null, 2));
  writeFileSync(join(folder, "chengde", "closing.hbs"), "<section><h1>结论</h1></section>");
  const { broken } = (await loadForms(folder, () => {})) ?? { broken: [] };
  const lines = readFileSync(file, "utf8").split("\n");
  const lineOf = (at: Place) => (at.kind === "json" ? lines[at.line - 1]?.slice(at.column - 1) : undefined);
  const found = broken.flatMap(({ problems }) => problems);
  expect(found.map(({ code, at, also = [] }) => [code, lineOf(at), also.map(lineOf)])).toEqual(
    [
      ['"目标一"', ['"目标一",']],
      ['"目标三"', ['"目标三"']],
      ['"预 算",', ['"预算",']],
      ['"差"', ['"差": 60']],
    ].map((rest) => ["form-name-twice", ...rest]),
  );
  rmSync(folder, { recursive: true });
});

test("a link that leads out of the form's folder is a failure of that form, and one to another form is none", async () => {
  const folder = formFolder();
  const outside = join(folder, "..", `${basename(folder)}-outside.hbs`);
  writeFileSync(outside, "<p>秘密</p>");
  symlinkSync(outside, join(folder, "chengde", "secret.hbs"));
  mkdirSync(join(folder, "shared"));
  writeFileSync(join(folder, "shared", "seal.hbs"), "<p></p>");
  symlinkSync(join("..", "shared", "seal.hbs"), join(folder, "chengde", "seal.hbs"));
  const library = await loadForms(folder, () => expect.unreachable());
  const at = { kind: "file", file: `${folder}/chengde/secret.hbs` };
  expect(library?.broken).toEqual([
    { form: "chengde", problems: [{ code: "form-file-outside", at, args: { file: at.file } }] },
  ]);
  expect([library?.specs.has("chengde"), library?.specs.has("hebei")]).toEqual([false, true]);
  rmSync(outside);
  rmSync(folder, { recursive: true });
});

test("a folder that is gone, and a file that cannot be read, are failures that name them", async () => {
  const folder = formFolder();
  const gone = (below: string) => ({
    code: "file-unreadable",
    at: { kind: "file", file: `${folder}/${below}/gone.hbs` },
  });
  symlinkSync(join(folder, "nowhere"), join(folder, "chengde", "gone.hbs"));
  const library = await loadForms(folder, () => expect.unreachable());
  expect(library?.broken).toMatchObject([{ form: "chengde", problems: [gone("chengde")] }]);
  // What all forms share costs all of them.
  mkdirSync(join(folder, "shared"));
  symlinkSync(join(folder, "nowhere"), join(folder, "shared", "gone.hbs"));
  const { forms, found } = await load(folder);
  expect(forms).toBeUndefined();
  expect(found).toMatchObject([gone("shared")]);
  rmSync(folder, { recursive: true });
  expect((await load(folder)).found).toMatchObject([{ code: "templates-without-form" }]);
});

test("what is wrong with a template does not hide a wrong formula", async () => {
  const folder = formFolder();
  const [json, template] = ["form.json", "project.hbs"].map((name) => join(folder, "chengde", name));
  if (json === undefined || template === undefined) return expect.unreachable();
  const check = { that: "budget.totl > 0", says: "{left}", todo: "改" };
  writeFileSync(json, JSON.stringify({ ...JSON.parse(readFileSync(json, "utf8")), checks: { one: check } }));
  writeFileSync(template, readFileSync(template, "utf8").replace("{{project.name}}", "{{project.nam}}"));
  const library = await loadForms(folder, () => expect.unreachable());
  const codes = library?.broken.flatMap(({ problems }) => problems.map(({ code }) => code));
  expect(codes).toEqual(["template-unknown-path", "form-formula-wrong"]);
});

test("a name of the form's own that fields has otherwise is told once, with every place that has it", async () => {
  const sources = (await readForms(undefined, () => expect.unreachable())) ?? expect.fail();
  const problemsWith = (wrong: string, right: string) => {
    const files = sources.forms.get("bumen")?.map(({ name, text }) => ({
      ...{ name, text: name.endsWith("form.json") ? text.replace(`"${right}": {`, `"${wrong}": {`) : text },
    }));
    return libraryOf({
      ...sources,
      ours: new Set(),
      forms: new Map([["bumen", files ?? []]]),
    }).broken.flatMap(({ problems }) => problems);
  };
  const slips = [
    ["tasks.amonut", "tasks.amount", 4],
    ["tasks.nmae", "tasks.name", 4],
  ] as const;
  for (const [wrong, right, others] of slips) {
    const [found, ...more] = problemsWith(wrong, right);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ args: { nearest: wrong } });
    expect(found?.also).toHaveLength(others);
  }
});

/** Our own forms, in which a template was changed where it lies. */
async function oursWith(id: string, change: (template: string) => string) {
  const sources = (await readForms(undefined, () => expect.unreachable())) ?? expect.fail();
  const files = sources.forms.get(id)?.map(({ name, text }) => ({
    ...{ name, text: name.endsWith("project.hbs") ? change(text) : text },
  }));
  return libraryOf({ ...sources, forms: new Map(sources.forms).set(id, files ?? []) });
}

test("of our forms one is compiled when a department has it, and says then what is wrong with it", async () => {
  const forms = await oursWith("hebei", (template) =>
    template.replace("{{project.name}}", "{{project.nam}}"),
  );
  expect([forms.broken, [...forms.specs.keys()].includes("hebei")]).toEqual([[], true]);
  const built = (form: string) => {
    const file = {
      name: "department.json",
      bytes: bytesOf(JSON.stringify({ 部门名称: "甲局", 表式: form })),
    };
    const list = { name: "项目.csv", bytes: bytesOf("项目名称,三级指标,指标值\n培训,人数,3人\n") };
    const { normalised, diagnostics } = runSources([file, list], { folder: "甲局", forms });
    return [normalised?.form.id, diagnostics.flatMap(({ code, at }) => (at.kind === "template" ? code : []))];
  };
  expect(built("tongyong")).toEqual(["tongyong", []]);
  expect(built("hebei")).toEqual([undefined, ["template-unknown-path"]]);
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("where the user's folder shares files of its own, every form is compiled with them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "huibian-forms-"));
  cpSync(join(ownTemplates, "shared", "cover.hbs"), join(folder, "shared", "cover.hbs"), { recursive: true });
  writeFileSync(join(folder, "shared", "cover.hbs"), "<p>{{report.titel}}</p>");
  const library = await loadForms(folder, () => expect.unreachable());
  expect([library?.specs.size, library?.broken.length]).toEqual([0, 12]);
  rmSync(folder, { recursive: true });
});
