/** The page of all departments after some nights: what failed, what is new, what it leads to; and the same in a browser. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeBrowser, findViolations, type OpenPage, withBrowser } from "./browser.ts";
import { deadLinks, overviewRows, readOverview } from "./read-overview.ts";
import { runHere } from "./run-here.ts";
import { breakDepartment, writeDepartment } from "./small-departments.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const work = temporaryFolder();
const [data, out] = [join(work, "data"), join(work, "out")];
const hostile = `"></td><script>document.title='seen'</script>&amp;`;

const build = (...words: readonly string[]) =>
  runHere("build", data, "--out", out, "--format", "docx", "--draft", ...words);

const rowOf = (name: string) => overviewRows(out).find((row) => row.部门?.startsWith(name)) ?? {};

function changeGoal(name: string, goal: string): void {
  const path = join(data, name, "projects.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace("保障工作", goal));
}

afterAll(closeBrowser);

/** The last of three nights; what each left is looked at on the way. */
beforeAll(async () => {
  for (const name of ["甲", "乙", "丙", "市直/丁#1%"]) writeDepartment(data, name, 2);
  const facts = join(data, "市直/丁#1%", "department.json");
  writeFileSync(facts, readFileSync(facts, "utf8").replace("市直/丁#1%", hostile.replaceAll('"', '\\"')));
  expect(await build()).toMatchObject({ exitCode: 0 });
  expect(overviewRows(out).map(({ 新变化: news }) => news)).toEqual(["—", "—", "—", "—"]);
  breakDepartment(data, "乙");
  changeGoal("丙", "保障重点工作");
  const last = await build();
  expect(last.exitCode).toBe(1);
  expect(last.stdout).toContain(`各部门总览：${join(out, "index.html")}\n`);
}, 60_000);

test("failures come first with their reasons, and what is new since the draft before is told", async () => {
  const { findings } = JSON.parse(readFileSync(join(out, "乙/draft/findings.json"), "utf8"));
  const [first, second] = overviewRows(out);
  expect(first).toMatchObject({ 新变化: "新失败", 项目: "2" });
  expect(first?.部门).toContain("乙局");
  for (const part of ["失败", "本次运行", findings[0].zh.says, findings[0].zh.todo, "上次的报告保留不动"])
    expect(first?.状态).toContain(part);
  expect(second?.部门).toContain("丙局");
  expect(second?.新变化).toContain("改动 1 处");
  expect(second?.新变化).toContain("项目 改 1");
  expect(rowOf("甲局")).toMatchObject({ 新变化: "无", 与上一版比: "没有正式稿" });
  expect(rowOf("甲局").状态).toContain("本次未改动");
});

test("every link leads to a file of the output folder", () => {
  expect(deadLinks(out)).toEqual([]);
  const { links } = readOverview(out);
  for (const name of ["review.html", ".docx", "findings.csv", "changes-since-draft.md"])
    expect(links.filter((link) => link.endsWith(name)).length, name).toBeGreaterThan(0);
});

test("an edition to be published is led to, and a page of somebody else's is left as it is", async () => {
  const own = join(work, "own");
  mkdirSync(own);
  writeFileSync(join(own, "index.html"), "<title>主页</title>");
  const published = ["build", join(data, "甲"), "--out", own, "--format", "docx", "--public"];
  const kept = await runHere(...published);
  expect(kept.stdout).toContain(`没有写各部门总览：${join(own, "index.html")}`);
  expect(readFileSync(join(own, "index.html"), "utf8")).toBe("<title>主页</title>");
  rmSync(join(own, "index.html"));
  await runHere(...published);
  expect(readOverview(own).links).toContain(`${encodeURIComponent("甲")}/public`);
  // What was found in a draft that could never be made is no final edition's.
  await runHere("build", join(data, "乙"), "--out", own, "--format", "docx", "--draft");
  expect(overviewRows(own).map(({ 打开: links }) => links?.slice(0, 3))).toEqual(["草稿 ", "正式稿"]);
  expect(deadLinks(own)).toEqual([]);
});

test("a department that could never be built is called as its folder is, and has no final edition", async () => {
  const [folder, own] = [join(work, "never", "丁"), join(work, "never-out")];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "projects.json"), '[{"项目名称":');
  await runHere("build", folder, "--out", own);
  expect(overviewRows(own)).toMatchObject([
    { 部门: expect.stringMatching(/^丁/u), 打开: expect.stringMatching(/^没有正式稿 /u) },
  ]);
});

test("a run about one department leaves the others, with what was last new about them", async () => {
  expect(await build("--only", "甲")).toMatchObject({ exitCode: 0 });
  expect(overviewRows(out).length).toBe(4);
  expect(rowOf("甲局").状态).toContain("本次未改动");
  expect(rowOf("乙局")).toMatchObject({ 新变化: "新失败" });
  expect(rowOf("乙局").状态).toMatch(/失败 不在本次，上次 \d{4}-\d\d-\d\d \d\d:\d\d projects\.csv/u);
  expect(rowOf("丙局").新变化).toContain("改动 1 处");
});

test("a final edition is told of beside the draft, and a mended department is news", async () => {
  writeDepartment(data, "乙", 3);
  expect(await build()).toMatchObject({ exitCode: 0 });
  expect(rowOf("乙局").新变化).toMatch(/^已恢复改动 1 处项目 \+1问题 \+\d+页 \+1金额 \+0\.36$/u);
  expect(rowOf("丙局")).toMatchObject({ 新变化: "无" });
  expect(await runHere("build", join(data, "丙"), "--out", out, "--format", "docx")).toMatchObject({
    exitCode: 0,
  });
  expect(rowOf("丙局")).toMatchObject({ 新变化: "无", 与上一版比: "第一版" });
  expect(rowOf("丙局").打开).toMatch(/^正式稿 第 1 版.*草稿/u);
  changeGoal("丙", "保障各项重点");
  expect(await build()).toMatchObject({ exitCode: 0 });
  expect(rowOf("丙局").与上一版比).toMatch(/^第 1 版后改动 1 处/u);
});

test("what is gone is not told of, and nothing is new where the record is lost", async () => {
  rmSync(join(out, "甲"), { recursive: true });
  writeFileSync(join(out, ".index.json"), "{");
  writeFileSync(join(out, "市直/丁#1%/draft/manifest.json"), "{");
  expect(await build("--only", "丙")).toMatchObject({ exitCode: 0 });
  expect(rowOf("丁#1%")).toMatchObject({ 项目: "—", 问题: "—" });
  expect(rowOf("丁#1%").状态).toMatch(/^不详/u);
  expect(overviewRows(out).map(({ 新变化: news }) => news)).toEqual(["—", "—", "—"]);
  expect(await build("--only", "丙")).toMatchObject({ exitCode: 0 });
  expect(overviewRows(out).map(({ 新变化: news }) => news)).toEqual(["—", "—", "无"]);
});

test("a department is known again by any name that a folder can have", async () => {
  const [names, folder] = [["__proto__", "constructor"], temporaryFolder()];
  for (const name of names) writeDepartment(folder, name, 1);
  const out = join(folder, "out");
  for (const news of ["—", "无", "无"]) {
    await runHere("build", folder, "--out", out, "--format", "docx", "--draft", "--force");
    expect(overviewRows(out).map((row) => row.新变化)).toEqual(names.map(() => news));
  }
});

const open = (openPage: OpenPage, width = 1280) =>
  openPage(pathToFileURL(join(out, "index.html")).href, {
    viewport: { width, height: 900 },
    bypassCSP: width < 1280,
  });

test("rows are filtered, found and sorted; texts are texts; axe-core finds nothing, in both languages", async (context) => {
  breakDepartment(data, "乙");
  expect(await build()).toMatchObject({ exitCode: 1 });
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage);
    const shown = () => page.locator("tbody tr:visible th b").allTextContents();
    expect((await shown())[0]).toBe("乙局");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.localName")).toBe("main");
    await page.getByLabel("显示").selectOption("failed");
    expect(await shown()).toEqual(["乙局"]);
    expect(await page.locator("output").textContent()).toBe("1 / 4");
    await page.getByLabel("显示").selectOption("");
    await page.getByLabel("查找部门").fill("丁＃");
    expect(await shown()).toEqual([`${hostile}局`]);
    await page.getByLabel("查找部门").fill("没有");
    expect(await page.locator(".none").isVisible()).toBe(true);
    await page.getByLabel("查找部门").fill("");
    await page.getByRole("combobox", { name: /^排序/u }).selectOption("name");
    expect((await shown()).slice(-3)).toEqual(["丙局", "甲局", "乙局"]);
    expect(await page.title()).toBe("各部门总览");
    expect(noise).toEqual([]);
    const narrow = await open(openPage, 400);
    expect(await narrow.page.evaluate("document.documentElement.scrollWidth")).toBe(400);
    expect(await findViolations(narrow.page)).toEqual([]);
    expect(await build("--lang", "en")).toMatchObject({ exitCode: 1 });
    const english = await open(openPage, 1200);
    expect(await english.page.locator("h1").textContent()).toBe("All departments");
    expect(await english.page.locator("main").textContent()).not.toMatch(/重做|失败|草稿/u);
    expect(await findViolations(english.page)).toEqual([]);
  });
});
