/** What makes a department be built again, and what does not. */

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BuildOptions, build } from "../commands/build.ts";
import { forecast } from "../commands/forecast.ts";
import { holdOutput } from "../editions/index.ts";
import { ownTemplates, setClock } from "../files/index.ts";
import { buildOptions } from "../testing/build-options.ts";
import { runHere } from "../testing/run-here.ts";
import { thisProcess } from "../testing/this-process.ts";
import { makeFile, refuseUnwritable } from "./output-folders.ts";
import type { RunEvent } from "./run-result.ts";

const projects =
  "项目编码,项目名称,预算数(元),其中：财政资金(元),其他资金(元),资金用途,3月底,6月底,10月底,12月底,绩效目标\n";
const indicators =
  "项目编码,一级指标,二级指标,三级指标,绩效指标描述,指标符号,指标值,计量单位,指标值确定依据\n";
/** Without errors: `--strict` publishes it. */
const department = (form = "hebei", further = {}) => ({
  "department.json": JSON.stringify({ 部门名称: "甲局", 年度: "2023", 表式: form, ...further }),
  "projects.csv": `${projects}13030421011AAAAAAAAAA,租赁费,"3,600.00","3,600.00",0,租赁,25%,50%,75%,100%,保障工作\n`,
  "indicators.csv": `${indicators}13030421011AAAAAAAAAA,产出指标,数量指标,线路数,线路条数,≥,2,条,计划\n13030421011AAAAAAAAAA,效益指标,社会效益指标,受益人数,受益人数,≥,20,人,计划\n`,
});

type Files = Readonly<Record<string, string>>;

/** A folder of departments, and of forms that tests may edit. */
function workspace(departments: Readonly<Record<string, Files>> = { 甲: department() }) {
  const root = mkdtempSync(join(tmpdir(), "huibian-incremental-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [name, files] of Object.entries(departments))
    for (const [file, text] of Object.entries(files)) write(`data/${name}/${file}`, text);
  const options = (changes: Partial<BuildOptions>) =>
    buildOptions({
      folders: [join(root, "data")],
      out: join(root, "out"),
      formats: ["docx"],
      keepEditions: 5,
      clock: clockOf("2024-01-01"),
      ...changes,
    });
  const run = async (changes: Partial<BuildOptions> = {}) => {
    const outcome = await build(options(changes));
    if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
    return outcome.run;
  };
  return {
    root,
    write,
    run,
    read: (path: string) => readFileSync(join(root, path), "utf8"),
    outcome: (changes: Partial<BuildOptions> = {}) => build(options(changes)),
    forecast: (changes: Partial<BuildOptions> = {}) => forecast(options(changes)),
    /** Why each department was built; the state of one that was not. */
    reasons: async (changes: Partial<BuildOptions> = {}) =>
      (await run(changes)).departments.map(({ state, because }) => (state === "built" ? because : state)),
  };
}

function clockOf(date: string) {
  const clock = setClock({ date, now: new Date(0) });
  if (clock === undefined) throw new Error(`no date: ${date}`);
  return clock;
}

describe("a department is built again", () => {
  test("where an export changes, comes or goes; not where only its date does", async () => {
    const { root, write, run, read, reasons } = workspace();
    expect(await reasons()).toEqual([[{ kind: "new" }]]);
    utimesSync(join(root, "data/甲/projects.csv"), new Date(1), new Date(1));
    expect(await reasons()).toEqual(["unchanged"]);
    write("data/甲/projects.csv", `${read("data/甲/projects.csv")}\n`);
    expect(await reasons()).toEqual([[{ kind: "data", file: "projects.csv", change: "changed" }]]);
    write("data/甲/表.xlsx", "x");
    expect(await reasons()).toEqual([[{ kind: "data", file: "表.xlsx", change: "added" }]]);
    rmSync(join(root, "data/甲/表.xlsx"));
    expect(await reasons()).toEqual([[{ kind: "data", file: "表.xlsx", change: "removed" }]]);
    expect((await run()).departments).toMatchObject([{ state: "unchanged" }]);
  });

  test("where an export in a folder below it changes, which is named by its way there", async () => {
    const { "department.json": own, "projects.csv": table, "indicators.csv": below } = department();
    const missing = below.replace(",≥,2,条,", ",≥,,条,");
    const files = { "department.json": own, "一科/projects.csv": table, "二科/2月/indicators.csv": missing };
    const { write, run, reasons, read } = workspace({ 甲: files });
    const { departments } = await run();
    expect(departments).toMatchObject([{ state: "built" }]);
    expect(read("out/甲/findings.csv")).toContain("二科/2月/indicators.csv,2,");
    write("data/甲/二科/2月/indicators.csv", below);
    const changed = { kind: "data", file: "二科/2月/indicators.csv", change: "changed" };
    expect(await reasons()).toMatchObject([[changed]]);
    expect(read("out/甲/findings.csv")).not.toContain("indicators.csv");
    const listed = { ...JSON.parse(own), 文件: ["一科/projects.csv", "二科/2月/indicators.csv"] };
    write("data/甲/department.json", JSON.stringify(listed));
    expect((await run()).departments).toMatchObject([{ state: "built" }]);
  });

  test("where its own form changes; another form's looks are nothing to it, its headers are", async () => {
    const { root, write, read, reasons } = workspace({
      甲: department("mine"),
      乙: department("other"),
    });
    for (const form of ["mine", "other"])
      cpSync(join(ownTemplates, "hebei"), join(root, "forms", form), { recursive: true });
    const templates = join(root, "forms");
    await reasons({ templates });
    expect(await reasons({ templates })).toEqual(["unchanged", "unchanged"]);

    write("forms/mine/project.hbs", `${read("forms/mine/project.hbs")}\n`);
    const mine = { kind: "form", form: "mine", files: ["project.hbs"] };
    expect(await reasons({ templates })).toEqual(["unchanged", [mine]]);

    const other = JSON.parse(read("forms/other/form.json"));
    other.fields["project.purpose"].aliases = ["钱花在哪里"];
    write("forms/other/form.json", JSON.stringify(other));
    expect(await reasons({ templates })).toEqual([
      [{ kind: "form", form: "other", files: ["form.json"] }],
      [{ kind: "choice", forms: ["other"] }],
    ]);

    cpSync(join(ownTemplates, "shared"), join(root, "forms/shared"), { recursive: true });
    write("forms/shared/cover.hbs", `${read("forms/shared/cover.hbs")}\n`);
    expect(await reasons({ templates })).toEqual([
      [{ kind: "form", form: "other", files: ["cover.hbs"] }],
      [{ kind: "form", form: "mine", files: ["cover.hbs"] }],
    ]);
  });

  test("where a form that was broken is mended, as it may be taken now", async () => {
    const { root, write, read, reasons } = workspace();
    cpSync(join(ownTemplates, "hebei"), join(root, "forms/mine"), { recursive: true });
    const whole = read("forms/mine/project.hbs");
    write("forms/mine/project.hbs", "{{#if}}");
    const templates = join(root, "forms");
    await reasons({ templates });
    expect(await reasons({ templates })).toEqual(["unchanged"]);
    write("forms/mine/project.hbs", whole);
    expect(await reasons({ templates })).toEqual([[{ kind: "choice", forms: ["mine"] }]]);
  });

  test("where an option differs that its files depend on; of a draft, where another day is asked for", async () => {
    const { reasons } = workspace();
    await reasons();
    const next = { clock: clockOf("2031-05-06"), date: "2031-05-06" };
    expect(await reasons(next)).toEqual(["unchanged"]);
    expect(await reasons({ language: "en" })).toEqual([
      [{ kind: "option", option: "--lang", before: "zh", now: "en" }],
    ]);
    expect(await reasons({ language: "en", formats: ["docx", "pdf"] })).toEqual([
      [{ kind: "option", option: "--format", before: "docx", now: "docx,pdf" }],
    ]);
    const unread = { language: "en", formats: ["docx", "pdf"], verify: false } as const;
    expect(await reasons(unread)).toEqual(["unchanged"]);
    expect(await reasons({ ...unread, force: true })).toEqual([[{ kind: "forced" }]]);
    expect(await reasons({ ...unread, verify: true })).toEqual([
      [{ kind: "option", option: "--no-verify", before: "false", now: "true" }],
    ]);
    expect(await reasons({ draft: true })).toEqual([[{ kind: "new" }]]);
    expect(await reasons({ draft: true, clock: clockOf("2024-01-02") })).toEqual(["unchanged"]);
    expect(await reasons({ draft: true, ...next })).toEqual([
      [{ kind: "option", option: "--date", before: "2024-01-01", now: "2031-05-06" }],
    ]);
  });

  test("of a draft, where a final edition has been made that says something else", async () => {
    const { write, reasons } = workspace();
    await reasons({ draft: true });
    await reasons();
    expect(await reasons({ draft: true })).toEqual([[{ kind: "edition", now: 1 }]]);
    expect(await reasons({ draft: true, force: true })).toEqual([[{ kind: "forced" }]]);
    await reasons({ force: true });
    expect(await reasons({ draft: true })).toEqual(["unchanged"]);
    write("data/甲/projects.csv", department()["projects.csv"].replace("租赁费", "线路费"));
    await reasons();
    expect(await reasons({ draft: true })).toEqual([
      [
        { kind: "data", file: "projects.csv", change: "changed" },
        { kind: "edition", now: 2 },
      ],
    ]);
  });

  test("where the user's fonts change", async () => {
    const { root, reasons } = workspace();
    const tinos = "node_modules/@expo-google-fonts/tinos";
    mkdirSync(join(root, "fonts"));
    cpSync(`${tinos}/400Regular/Tinos_400Regular.ttf`, join(root, "fonts/a.ttf"));
    const fonts = join(root, "fonts");
    await reasons({ fonts });
    expect(await reasons({ fonts })).toEqual(["unchanged"]);
    expect(await reasons()).toEqual([[{ kind: "fonts", files: ["a.ttf"] }]]);
    await reasons({ fonts });
    cpSync(`${tinos}/700Bold/Tinos_700Bold.ttf`, join(root, "fonts/b.ttf"));
    expect(await reasons({ fonts })).toEqual([[{ kind: "fonts", files: ["b.ttf"] }]]);
  });

  test("where the program is another, or the edition does not say what went into it", async () => {
    const { write, read, reasons } = workspace();
    await reasons();
    const manifest = JSON.parse(read("out/甲/manifest.json"));
    const { inputs } = manifest;
    const rewrite = (changes: object) =>
      write("out/甲/manifest.json", JSON.stringify({ ...manifest, ...changes }));
    rewrite({ inputs: { ...inputs, program: { ...inputs.program, version: "0.0.1" } } });
    expect(await reasons()).toEqual([[{ kind: "version", before: "0.0.1", now: inputs.program.version }]]);
    rewrite({ inputs: { ...inputs, program: { ...inputs.program, code: "0".repeat(64) } } });
    expect(await reasons()).toEqual([[{ kind: "program" }]]);
    rewrite({ inputs: undefined });
    expect(await reasons()).toEqual([[{ kind: "unrecorded" }]]);
    write("out/甲/manifest.json", "{");
    expect(await reasons()).toEqual([[{ kind: "unpublished" }]]);
    expect(await reasons()).toEqual(["unchanged"]);
  });

  test("where a file of the edition is gone or edited, or the lists are of a try that failed", async () => {
    const { root, write, read, run, reasons } = workspace();
    const [first] = (await run()).departments;
    const file = first?.files[0]?.name ?? "";
    const { bytes, sha256 } = first?.files[0] ?? { bytes: 0, sha256: "" };
    expect([bytes > 0, sha256]).toEqual([true, expect.stringMatching(/^[0-9a-f]{64}$/u)]);
    rmSync(join(root, "out/甲", file));
    expect(await reasons()).toEqual([[{ kind: "output", file, change: "removed" }]]);
    write(`out/甲/${file}`, "mine");
    expect(await reasons()).toEqual([[{ kind: "output", file, change: "changed" }]]);

    const good = read("data/甲/department.json");
    write("data/甲/department.json", "{");
    expect((await run()).departments).toMatchObject([{ state: "failed" }]);
    write("data/甲/department.json", good);
    expect(await reasons()).toEqual([[{ kind: "lists" }]]);
    expect(read("out/甲/findings.json")).not.toContain('"failure"');
    expect(await reasons()).toEqual(["unchanged"]);
  });

  test("where --force says so", async () => {
    const { reasons } = workspace();
    await reasons();
    expect(await reasons({ force: true })).toEqual([[{ kind: "forced" }]]);
  });

  test("each time under --strict while it has errors, and not once it has none", async () => {
    const good = department();
    const wrong = good["indicators.csv"].replaceAll("效益指标", "产出指标");
    const { write, run, reasons } = workspace({ 甲: { ...good, "indicators.csv": wrong } });
    for (const _ of [1, 2])
      expect((await run({ strict: true })).departments).toMatchObject([{ state: "failed" }]);
    expect((await run({ strict: true })).departments[0]?.because).toEqual([{ kind: "unpublished" }]);
    write("data/甲/indicators.csv", good["indicators.csv"]);
    expect((await run({ strict: true })).departments).toMatchObject([{ state: "built" }]);
    expect(await reasons({ strict: true })).toEqual(["unchanged"]);
    expect(await reasons()).toEqual([[{ kind: "option", option: "--strict", before: "true", now: "false" }]]);
  });
});

test("an unchanged department is reported with the figures it was built with, and is in the totals", async () => {
  const { run } = workspace({ 甲: department(), 乙: department() });
  const first = await run();
  const second = await run();
  const figures = ({ departments }: typeof first) =>
    departments.map(
      ({ name, form, formReason, title, projects, indicators, budgetTotal, pages, files, output }) => ({
        ...{ name, form, formReason, title, projects, indicators, budgetTotal, pages, files, output },
      }),
    );
  expect(figures(second)).toEqual(figures(first));
  expect(second.totals).toEqual(first.totals);
});

test("the findings of an unchanged department are those that it was built with, and can be chosen from", async () => {
  const { root, read } = workspace({ 甲: department(), 乙: department("xinjiang") });
  const run = (...words: readonly string[]) =>
    runHere("build", join(root, "data"), "--out", join(root, "out"), "--format", "docx", ...words);
  // In the order of the lists, as they are kept there.
  const findingsIn = (stdout: string) =>
    JSON.parse(stdout).departments.map((one: { findings: readonly unknown[]; counts: unknown }) => [
      ...[one.findings.map((finding) => JSON.stringify(finding)).toSorted(), one.counts],
    ]);
  const first = await run("--reporter", "json");
  const second = await run("--reporter", "json");
  expect(JSON.parse(second.stdout).departments).toMatchObject([
    { state: "unchanged" },
    { state: "unchanged" },
  ]);
  expect(findingsIn(second.stdout)).toEqual(findingsIn(first.stdout));
  const [{ code = "" } = {}] = JSON.parse(read("out/甲/findings.json")).findings;
  const chosen = await run("--reporter", "json", "--select", code);
  const codes = JSON.parse(chosen.stdout).departments.flatMap(
    (one: { findings: readonly { code: string }[] }) => one.findings.map((finding) => finding.code),
  );
  expect(new Set(codes)).toEqual(new Set([code]));
  const listed = (stdout: string) => stdout.split("\n").filter((line) => /^ {2,}(?:错误|警告)/u.test(line));
  const [again, forced] = [await run("-v"), await run("-v", "--force")];
  expect(listed(again.stdout)).not.toEqual([]);
  expect(listed(again.stdout)).toEqual(listed(forced.stdout));
});

describe("a selection", () => {
  const three = { 河北: department(), 新疆: department(), "安徽(1)": department() };

  test("builds what it names, and says of the others that they were not meant", async () => {
    const { run } = workspace(three);
    const only = await run({ only: ["河北", "安徽(1)"] });
    expect(only.departments.map(({ state, reason }) => reason ?? state).toSorted()).toEqual([
      "built",
      "built",
      "not-selected",
    ]);
    const rest = await run({ exclude: ["河*"] });
    expect(rest.departments.map(({ state, reason }) => reason ?? state).toSorted()).toEqual([
      "built",
      "not-selected",
      "unchanged",
    ]);
  });

  test("that names nothing is refused, with what may have been meant, and nothing is written", async () => {
    const { root, outcome } = workspace(three);
    expect(await outcome({ only: ["河南"] })).toMatchObject({
      kind: "refused",
      exitCode: 2,
      problems: [{ code: "selection-matches-nothing", args: { pattern: "河南", nearest: ["河北"] } }],
    });
    expect(await outcome({ only: ["河北"], exclude: ["河北"] })).toMatchObject({
      problems: [{ code: "selection-leaves-nothing" }],
    });
    expect(() => readFileSync(join(root, "out/run.json"))).toThrow("ENOENT");
  });
});

test("a report whose data are gone is named, once, where the same folders are built", async () => {
  const { root, write, run } = workspace({ 甲: department(), 乙: department() });
  const codes = async (changes: Partial<BuildOptions> = {}) =>
    (await run(changes)).problems.map(({ code, at }) => [code, "file" in at && at.file]);
  await run();
  rmSync(join(root, "data/甲"), { recursive: true });
  expect(await codes()).toEqual([["report-without-data", join(root, "out/甲")]]);
  write("more/丙/department.json", department()["department.json"]);
  expect(await codes({ folders: [join(root, "more")] })).toEqual([]);
});

test.each([
  ["forms", "templates", "templates-without-form"],
  ["fonts", "fonts", "fonts-folder-unreadable"],
] as const)(
  "a folder of %s that is gone when the plan is carried out fails the departments, and is named",
  async (folder, option, code) => {
    const { root, run } = workspace();
    cpSync(join(ownTemplates, "hebei"), join(root, "forms/own"), { recursive: true });
    mkdirSync(join(root, "fonts"));
    const remove = (event: RunEvent) => {
      if (event.kind === "found") rmSync(join(root, folder), { recursive: true });
    };
    const { departments, exitCode } = await run({ [option]: join(root, folder), onEvent: remove });
    expect(departments).toMatchObject([{ state: "failed", findings: [{ code }] }]);
    expect(exitCode).toBe(1);
  },
);

describe("a retry", () => {
  const broken = { ...department(), "department.json": "{" };

  test("takes what was cut short by a cancel, and not what was never meant", async () => {
    const { run } = workspace({ 甲: department(), 乙: department(), 丙: department() });
    const cancel = new AbortController();
    cancel.abort();
    const cut = await run({ signal: cancel.signal, exclude: ["丙"] });
    expect(cut.exitCode).toBe(130);
    const retried = await run({ retry: { given: [] } });
    expect(retried.departments.map(({ state }) => state)).toEqual(["built", "built"]);
    expect(retried.kept).toMatchObject([{ state: "skipped", reason: "not-selected" }]);
  });

  test("has the last run's options, but for those that are given again", async () => {
    const { write, run, read } = workspace({ 甲: broken });
    const given = { draft: true, language: "en", date: "2020-02-02", clock: clockOf("2020-02-02") } as const;
    await run(given);
    write("data/甲/department.json", department()["department.json"]);
    const { departments } = await run({
      retry: { given: ["formats"] },
      folders: ["nowhere"],
      formats: ["pdf"],
    });
    expect(departments).toMatchObject([{ state: "built", files: [{ format: "pdf" }] }]);
    expect(departments[0]?.output).toMatch(/甲\/draft$/u);
    const { options } = JSON.parse(read("out/run.json"));
    expect(options).toMatchObject({ draft: true, language: "en", date: "2020-02-02", formats: ["pdf"] });
    expect(JSON.parse(read("out/甲/draft/manifest.json")).inputs.options.day).toBe("2020-02-02");
  });

  test("from another working folder takes the same departments, forms and fonts", async () => {
    const [theirs, ours] = [workspace(), workspace({ 甲: broken, 乙: department() })];
    theirs.write("data/甲/department.json", department()["department.json"].replace("甲局", "别的局"));
    cpSync(join(ownTemplates, "hebei"), join(ours.root, "forms/own"), { recursive: true });
    mkdirSync(join(ours.root, "fonts"));
    cpSync(
      "node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
      join(ours.root, "fonts/a.ttf"),
    );
    const given = { folders: ["data"], templates: "forms", fonts: "fonts", jobs: 1 };
    const at = async <Result>(folder: string, work: () => Promise<Result>) => {
      const before = process.cwd();
      process.chdir(folder);
      return work().finally(() => process.chdir(before));
    };
    await at(ours.root, () => ours.run(given));
    expect(JSON.parse(ours.read("out/run.json")).options).toMatchObject({
      from: ours.root,
      folders: ["data"],
    });

    const retry = { given: [] };
    const again = await at(theirs.root, () => ours.run({ retry }));
    expect(again.departments).toMatchObject([{ folder: `${ours.root}/data/甲`, state: "failed" }]);
    ours.write("data/甲/department.json", department()["department.json"]);
    // Once more from elsewhere, and then from where it all began.
    const mended = await at(join(theirs.root, "data"), () => ours.run({ retry }));
    expect(mended.departments).toMatchObject([
      { folder: `${ours.root}/data/甲`, state: "built", name: "甲局" },
    ]);
    const { options, departments } = JSON.parse(ours.read("out/run.json"));
    expect(options).toMatchObject({ templates: `${ours.root}/forms`, fonts: `${ours.root}/fonts` });
    expect(departments).toMatchObject([
      { folder: `${ours.root}/data/乙`, state: "built" },
      { folder: `${ours.root}/data/甲`, state: "built" },
    ]);
    expect((await at(ours.root, () => ours.run({ retry }))).departments).toEqual([]);
  });

  test("says that the last run was killed, until a run has left its record", async () => {
    const { root, run, outcome, forecast } = workspace({ 甲: department(), 乙: broken });
    // The program itself throws: the run ends without a record, as one that is killed does.
    const stop = (event: { readonly kind: string }) => {
      if (event.kind === "found") throw new Error("killed");
    };
    const retry = { given: [] };
    const refusal = { kind: "refused", exitCode: 2, problems: [{ code: "run-interrupted" }] };
    await expect(outcome({ onEvent: stop })).rejects.toThrow("killed");
    expect(await outcome({ retry })).toMatchObject(refusal);
    await run({ exclude: ["乙"] });
    expect((await run({ retry })).departments).toEqual([]);
    await expect(outcome({ onEvent: stop })).rejects.toThrow("killed");
    expect(await outcome({ retry })).toMatchObject(refusal);
    expect(await forecast({ retry })).toMatchObject(refusal);
    await run();
    expect((await run({ retry })).departments).toMatchObject([{ state: "failed" }]);
    expect(readdirSync(join(root, "out", ".huibian"))).toEqual(["cache"]);
  });

  test("that waited for another run is about that run: its record, its folders, its options", async () => {
    const { root, write, run, read } = workspace({ 甲: broken });
    await run();
    const first = read("out/run.json");
    for (const [name, text] of Object.entries(broken)) write(`more/丙/${name}`, text);
    await run({ folders: [join(root, "more")], strict: true });
    const second = read("out/run.json");
    write("out/run.json", first);
    write("more/丙/department.json", department()["department.json"]);
    const { signal } = new AbortController();
    const ignore = () => undefined;
    const other = await holdOutput(join(root, "out"), {
      ...{ self: thisProcess, wait: 0, signal, report: ignore, onWait: ignore },
    });
    const waiting = (event: RunEvent) => {
      if (event.kind !== "waiting") return;
      write("out/run.json", second);
      if (other.kind === "held") void other.release();
    };
    const { departments } = await run({ retry: { given: [] }, wait: 20, onEvent: waiting });
    expect(departments).toMatchObject([{ folder: join(root, "more/丙"), state: "built" }]);
    expect(JSON.parse(read("out/run.json")).options).toMatchObject({ strict: true });
  });

  test("drops a failed department whose folder is gone, and names it", async () => {
    const { root, run, read } = workspace({ 甲: broken, 乙: department(), 丙: broken });
    await run();
    rmSync(join(root, "data/甲"), { recursive: true });
    const { problems } = await run({ retry: { given: [] } });
    expect(problems).toMatchObject([{ code: "retry-folder-gone", args: { folder: join(root, "data/甲") } }]);
    const { departments } = JSON.parse(read("out/run.json"));
    expect(departments.map(({ folder }: { folder: string }) => folder.slice(-1))).toEqual(["丙", "乙"]);
  });

  test.each([
    ["missing", undefined, "run-record-missing"],
    ["damaged", '{"version": "0.1.0"', "run-record-damaged"],
    ["of another kind", '{"version": "0.1.0"}', "run-record-damaged"],
  ])("whose record is %s is refused", async (_, text, code) => {
    const { write, outcome } = workspace();
    if (text !== undefined) write("out/run.json", text);
    expect(await outcome({ retry: { given: [] } })).toMatchObject({
      kind: "refused",
      exitCode: 2,
      problems: [{ code }],
    });
  });
});

describe("a dry run", () => {
  test("of a draft names its records, and the list of what is ignored", async () => {
    const { root, forecast, run } = workspace({
      甲: department("hebei", { 忽略: [{ 项目: "租赁费", 理由: "已核对" }] }),
    });
    const folder = join(root, "out", "甲", "draft");
    // The second is compared with the first.
    for (const force of [false, true]) {
      const planned = await forecast({ draft: true, force });
      if (planned.kind === "refused") throw new Error("refused");
      await run({ draft: true, force });
      const [{ writes = [] } = {}] = planned.plan.departments;
      expect(writes.toSorted()).toEqual(
        readdirSync(folder)
          .map((name) => join(folder, name))
          .toSorted(),
      );
    }
  });

  test("names the files that a build then writes, and what would fail, and writes nothing", async () => {
    const { root, forecast, run } = workspace({ 甲: department(), 乙: { "department.json": "{" } });
    const planned = await forecast();
    expect(() => readFileSync(join(root, "out"))).toThrow("ENOENT");
    if (planned.kind === "refused") throw new Error("refused");
    const [second, first] = planned.plan.departments;
    expect(first).toMatchObject({ state: "build", because: [{ kind: "new" }] });
    expect(first?.reads.map((path) => path.slice(root.length + 1))).toEqual([
      "data/甲/department.json",
      "data/甲/indicators.csv",
      "data/甲/projects.csv",
    ]);
    expect(second?.failures).toMatchObject([{ code: "json-broken" }]);
    await run();
    for (const { writes } of planned.plan.departments) {
      const folder = dirname(writes[0] ?? "");
      const written = readdirSync(folder, { withFileTypes: true });
      const files = written.flatMap((one) => (one.isFile() ? [join(folder, one.name)] : []));
      expect(writes.toSorted()).toEqual(files.toSorted());
    }
    const after = await forecast({ only: ["甲"] });
    if (after.kind === "refused") throw new Error("refused");
    expect(after.plan.departments.map(({ state, writes }) => [state, writes])).toEqual([
      ["not-selected", []],
      ["unchanged", []],
    ]);
  });
});

describe("an output folder that cannot be written", () => {
  test("as a file stands in its place: nothing is written anywhere", async () => {
    const { root, write, outcome, forecast } = workspace({ 甲: department(), 乙: department() });
    write("out/甲", "a file");
    for (const result of [await outcome(), await forecast()])
      expect(result).toMatchObject({ exitCode: 2, problems: [{ code: "output-not-a-folder" }] });
    expect(() => readFileSync(join(root, "out/乙/manifest.json"))).toThrow("ENOENT");
  });

  test("is told with the system's reason, for the nearest folder that stands", async () => {
    const { root } = workspace();
    const full = async () => {
      throw new Error("ENOSPC: no space left on device, write");
    };
    const [refusal, ...others] = await refuseUnwritable([join(root, "out/a"), join(root, "out/b")], full);
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ code: "output-not-writable", args: { output: root } });
    expect(await refuseUnwritable([join(root, "out/a")], makeFile)).toEqual([]);
  });

  test("what a killed run tried the folder with goes with the next", async () => {
    const { root, write } = workspace();
    write("out/.huibian-probe.tmp", "x");
    await makeFile(join(root, "out"));
    expect(readdirSync(join(root, "out"))).toEqual([]);
  });

  test("what may not be removed does not keep a folder from being written", async () => {
    const { root, write } = workspace();
    // A folder under the name is no more to be removed than another user's file in a folder such as /tmp.
    write("out/.huibian-probe.tmp/another", "x");
    expect(await refuseUnwritable([join(root, "out")], makeFile)).toEqual([]);
    expect(readdirSync(join(root, "out"))).toEqual([".huibian-probe.tmp"]);
  });
});
