/** What department.json ignores: with a reason, until a day, listed and counted apart, and never a failure. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportOf } from "./example-export.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();
let made = 0;

/** A department whose total is not the sum of its sources, an error, and what it ignores. */
function department(
  ignored: readonly unknown[],
  total = "20000",
  name = "云平台运行维护费",
  more: Readonly<Record<string, string>> = {},
) {
  made += 1;
  const folder = join(root, `${made}`, "甲局");
  mkdirSync(folder, { recursive: true });
  const sum = { 项目名称: name, "预算数（元）": total, 绩效目标: "形成意见意见。", ...more };
  for (const { name, bytes } of exportOf({ projects: [{ cells: sum }], department: { 忽略: ignored } }, {}))
    writeFileSync(join(folder, name), bytes);
  return { folder, out: join(root, `${made}`, "out") };
}

const entry = { 规则: "total-not-sum", 理由: "含上年结转，已核对", 审核人: "张科长", 截至: "2026-06-30" };
const on = (day: string) => ["--date", day] as const;
const codes = (json: string) => {
  const [one] = JSON.parse(json).departments;
  return { counted: one.findings.map(codeOf), ignored: (one.ignored ?? []).map(codeOf) };
};
const codeOf = ({ code }: { readonly code: string }) => code;

test("does not stop publishing, is listed with its reason, and counted apart", async () => {
  const { folder, out } = department([entry]);
  expect((await runHere("check", folder, ...on("2026-06-30"))).exitCode).toBe(0);
  const built = await runHere(
    "build",
    folder,
    "--strict",
    "--out",
    out,
    "--format",
    "docx",
    ...on("2026-06-30"),
  );
  expect(built.exitCode).toBe(0);
  expect(built.stdout).toContain("另有 1 条按 department.json 的“忽略”没有计入（0/1/0/0）。");
  const list = readFileSync(join(out, "甲局", "ignored.csv"), "utf8");
  expect(list).toContain(",忽略理由,审核人,截至\r\n");
  expect(list).toContain(",total-not-sum,错误,");
  expect(list).toContain(",含上年结转，已核对,张科长,2026-06-30\r\n");
  expect(readFileSync(join(out, "甲局", "findings.csv"), "utf8")).not.toContain("total-not-sum");
  const json = JSON.parse(readFileSync(join(out, "甲局", "findings.json"), "utf8"));
  expect(json.ignored).toMatchObject([
    { code: "total-not-sum", ignored: { by: "张科长", until: "2026-06-30" } },
  ]);
  const sarif = JSON.parse(readFileSync(join(out, "甲局", "findings.sarif"), "utf8"));
  const suppressed = sarif.runs[0].results.filter((one: { suppressions?: unknown }) => one.suppressions);
  expect(suppressed).toMatchObject([{ ruleId: "total-not-sum", suppressions: [{ kind: "external" }] }]);
  const record = JSON.parse(readFileSync(join(out, "run.json"), "utf8")).departments[0];
  expect([record.ignored.error, record.findings.error]).toEqual([1, 0]);
});

test("hides nothing that follows from it, nor does a rule that is not asked for", async () => {
  // With the total of its sources, 6000, the purposes would not be more than the budget.
  const purposes = { 资金用途: "用于平台租赁5000元、设备维护1000元。" };
  const foundIn = async (ignored: readonly unknown[], ...options: readonly string[]) => {
    const { folder } = department(ignored, "5500", undefined, purposes);
    const { stdout } = await runHere("check", folder, "--reporter", "json", ...options, ...on("2026-06-30"));
    const found = codes(stdout).counted;
    return ["total-not-sum", "purposes-above-budget"].filter((code) => found.includes(code));
  };
  expect(await foundIn([])).toEqual(["total-not-sum"]);
  expect(await foundIn([entry])).toEqual(["purposes-above-budget"]);
  expect(await foundIn([], "--ignore", "total-not-sum")).toEqual(["purposes-above-budget"]);
  expect(await foundIn([], "--select", "purposes-above-budget")).toEqual(["purposes-above-budget"]);
  // Also on the screen of a build, though its lists have what they have, and of one that makes nothing anew.
  const { folder, out } = department([], "5500", undefined, purposes);
  const build = (...options: readonly string[]) =>
    runHere("build", folder, "--out", out, "--format", "docx", ...on("2026-06-30"), ...options);
  const listed = () => readFileSync(join(out, "甲局", "findings.csv"), "utf8");
  expect((await build()).stdout).not.toContain("purposes-above-budget");
  for (const options of [
    ["--ignore", "total-not-sum"],
    ["--select", "purposes-above-budget"],
    ["--select", "purposes-above-budget", "--force"],
  ]) {
    const { stdout } = await build(...options);
    expect([stdout.includes("purposes-above-budget"), stdout.includes("total-not-sum")]).toEqual([
      true,
      false,
    ]);
    expect([listed().includes("purposes-above-budget"), listed().includes("total-not-sum")]).toEqual([
      false,
      true,
    ]);
  }
});

test("what is known hides nothing that follows from it and is new", async () => {
  const [within, above] = ["用于平台租赁5000元。", "用于平台租赁5000元、设备维护1000元。"];
  const since = async (before: string, now: string, { isOlder = false } = {}) => {
    const { folder, out } = department([], "5500", undefined, { 资金用途: before });
    await runHere("check", folder, "--out", out);
    const list = join(out, "甲局", "findings.json");
    const { consequences, ...older } = JSON.parse(readFileSync(list, "utf8"));
    expect(JSON.stringify(consequences).includes("purposes-above-budget")).toBe(before === above);
    if (isOlder) writeFileSync(list, JSON.stringify(older));
    const { folder: later } = department([], "5500", undefined, { 资金用途: now });
    const { stdout } = await runHere("check", later, "--baseline", out, "--reporter", "json");
    return codes(stdout).counted;
  };
  expect(await since(within, above)).toEqual(["purposes-above-budget"]);
  expect(await since(above, above)).toEqual([]);
  // A list that was written before what follows was kept says nothing of what is new in it.
  expect(await since(above, above, { isOlder: true })).toEqual([]);
});

test("the day after its last it counts again, and the department is built again for it", async () => {
  const { folder, out } = department([entry]);
  const build = (day: string) => runHere("build", folder, "--out", out, "--format", "docx", ...on(day));
  await build("2026-06-29");
  expect((await build("2026-06-30")).stdout).toContain("未改动");
  const later = await build("2026-07-01");
  expect(later.stdout).toContain("已于 2026-06-30 到期");
  expect(later.stdout).toContain("total-not-sum");
  expect(existsSync(join(out, "甲局", "ignored.csv"))).toBe(false);
  expect((await build("2026-07-02")).stdout).toContain("未改动");
  expect((await runHere("check", folder, ...on("2026-07-01"))).exitCode).toBe(1);
  const again = await build("2026-06-30");
  expect(again.stdout).toContain("另有 1 条");
});

test("has ended for a dry run and a roll-up, too", async () => {
  const { folder, out } = department([entry]);
  const foundOn = async (day: string) => {
    const options = [folder, "--out", out, "--reporter", "json", ...on(day)];
    const planned = await runHere("build", ...options, "--dry-run");
    const rolledUp = await runHere("rollup", ...options, "--format", "docx");
    const [plan] = JSON.parse(planned.stdout).departments;
    return [plan.findings.error, codes(rolledUp.stdout).counted.includes(entry.规则)];
  };
  expect(await foundOn("2026-06-30")).toEqual([0, false]);
  expect(await foundOn("2026-07-01")).toEqual([1, true]);
});

test("what ignores nothing any more is reported", async () => {
  const { folder } = department([entry], "6000");
  const { stdout } = await runHere("check", folder, ...on("2026-01-01"), "--reporter", "json");
  expect(codes(stdout)).toMatchObject({ counted: expect.arrayContaining(["ignore-unused"]), ignored: [] });
});

test("by project, by place, by several rules", async () => {
  const of = async (...ignored: readonly unknown[]) => {
    const { folder } = department(ignored);
    return codes((await runHere("check", folder, "--reporter", "json")).stdout);
  };
  const reason = { 理由: "已核对" };
  const both = ["total-not-sum", "word-doubled"];
  const all = ["level2-missing", ...both];
  expect((await of({ 项目: "云平台运行维护费", ...reason })).ignored.toSorted()).toEqual(all);
  expect((await of({ 项目: "13030421149DE4SESSX5B", ...reason })).ignored.toSorted()).toEqual(all);
  expect((await of({ 规则: both, ...reason })).ignored.toSorted()).toEqual(both);
  expect((await of({ 所在: "export.csv:2:D", ...reason })).ignored).toEqual(["total-not-sum"]);
  expect((await of({ 所在: "export.csv:2", 规则: "word-doubled", ...reason })).ignored).toEqual([
    "word-doubled",
  ]);
  expect((await of({ 所在: "export.csv:22", ...reason })).counted).toContain("ignore-unused");
});

test("a project is named with and without what chooses how its characters look", async () => {
  const of = async (name: string, 项目: string) => {
    const { folder } = department([{ 规则: "total-not-sum", 项目, 理由: "已核对" }], "20000", name);
    return codes((await runHere("check", folder, "--reporter", "json")).stdout);
  };
  for (const [name, typed] of [
    ["葛\u{E0100}城养护费", "葛城养护费"],
    ["葛城养护费", "葛\u{E0101}城养护费"],
  ] as const) {
    const { ignored, counted } = await of(name, typed);
    expect(ignored).toEqual(["total-not-sum"]);
    expect(counted).not.toContain("ignore-project-unknown");
  }
  expect((await of("葛\u{E0100}城养护费", "葛城养护")).counted).toContain("ignore-project-unknown");
});

test("an entry with a key that is not known ignores nothing, and a project that there is not is told beside one that there is", async () => {
  const of = async (entry: object) => {
    const { folder } = department([{ 理由: "已核对", ...entry }]);
    return codes((await runHere("check", folder, "--reporter", "json")).stdout);
  };
  const misspelt = await of({ 规责: "total-not-sum", 项目: "云平台运行维护费" });
  expect(misspelt.ignored).toEqual([]);
  expect(misspelt.counted).toContain("department-key-unknown");
  // That would say that what it was to ignore is mended.
  expect(misspelt.counted).not.toContain("ignore-unused");
  const renamed = await of({ 规则: "total-not-sum", 项目: ["云平台运行维护费", "云平台运维费"] });
  expect(renamed.ignored).toEqual(["total-not-sum"]);
  expect(renamed.counted).toContain("ignore-project-unknown");
});

test("thousands of entries are refused at once", async () => {
  const of = async (count: number) => {
    const { folder } = department(Array.from({ length: count }, () => entry));
    return codes((await runHere("check", folder, "--reporter", "json", ...on("2026-06-30"))).stdout);
  };
  const most = await of(5000);
  expect(most.ignored).toEqual(["total-not-sum"]);
  expect(most.counted).not.toContain("ignore-too-many");
  const more = await of(5001);
  expect(more.ignored).toEqual([]);
  expect(more.counted.filter((code: string) => /^ignore-/u.test(code))).toEqual(["ignore-too-many"]);
});

test("a place of JSON by its pointer, without the line that it is on", async () => {
  const folder = join(temporaryFolder(), "甲局");
  mkdirSync(folder);
  const project = { 项目编码: "13030421149DE4SESSX5B", 项目名称: "运行费", 资金用途: "维护维护平台" };
  writeFileSync(
    join(folder, "projects.json"),
    JSON.stringify([{ ...project }, { ...project, 资金用途: "租赁租赁" }]),
  );
  const doubled = async (place: string) => {
    const ignored = [{ 所在: place, 规则: "word-doubled", 理由: "已核对" }];
    writeFileSync(join(folder, "department.json"), JSON.stringify({ 表式: "hebei", 忽略: ignored }));
    return codes((await runHere("check", folder, "--reporter", "json")).stdout).ignored;
  };
  expect(await doubled("/0/资金用途")).toEqual(["word-doubled"]);
  expect(await doubled("projects.json /1")).toEqual(["word-doubled"]);
  expect(await doubled("/0/资金用")).toEqual([]);
});

test("wrong entries are told with the nearest word, and a failure cannot be ignored", async () => {
  const reason = { 理由: "已核对" };
  const out = async (ignored: readonly unknown[]) =>
    (await runHere("check", department(ignored).folder)).stdout;
  expect(await out([{ 规则: "total-not-sun", ...reason }])).toContain("是不是“total-not-sum”？");
  expect(await out([{ 项目: "云平台运行维护", ...reason }])).toContain("是不是“云平台运行维护费”？");
  expect(await out([{ 规则: "json-broken", ...reason }])).toContain("“json-broken”是失败");
  expect(await out([{ 规责: "total-not-sum", 项目: "甲", ...reason }])).toContain("不认得“规责”");
  for (const wrong of [{ 规则: "total-not-sum" }, { ...reason }])
    expect(await out([wrong])).toContain('"理由": "…", "审核人": "…", "截至": "2026-06-30"');
  expect(await out([{ ...entry, 截至: "2026-02-30" }])).toContain('“截至”的内容不对，这里应是"2026-06-30"\n');
  expect(await out([{ ...entry, 理由: " " }])).toContain('“理由”的内容不对，这里应是"…"\n');
});
