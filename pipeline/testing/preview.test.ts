/** The preview in a browser: a draft that follows what is saved, while the page stays where one reads. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PreviewEnd, preview } from "../commands/preview.ts";
import { setClock } from "../files/index.ts";
import { withBrowser } from "./browser.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const samples = join(import.meta.dirname, "..", "..", "data");
const work = temporaryFolder();
const folder = join(work, "data", "suzhou");
const projects = join(folder, "projects.json");

/** A preview of these folders, until `end` is called. */
async function openPreview(folders: readonly string[], more: { port?: number; templates?: string } = {}) {
  const cancel = new AbortController();
  const clock = setClock({ date: "2026-11-29", now: new Date(0) });
  if (clock === undefined) throw new Error("no clock");
  const options = { folders, only: [], exclude: [], out: join(work, "out"), clock, language: "zh" } as const;
  let ended: Promise<PreviewEnd> = Promise.reject(new Error("not begun"));
  ended.catch(() => undefined);
  const address = await new Promise<string>((resolve, reject) => {
    ended = preview({
      ...{ ...options, ...more, signal: cancel.signal },
      onServing: (served) => resolve(served.address),
    });
    ended.then((end) => end.kind === "refused" && reject(new Error(end.problems[0]?.code)), reject);
  });
  return {
    address,
    end: () => {
      cancel.abort();
      return ended;
    },
  };
}

let served: Awaited<ReturnType<typeof openPreview>>;

beforeAll(async () => {
  cpSync(join(samples, "suzhou"), folder, { recursive: true });
  served = await openPreview([folder]);
});

afterAll(async () => {
  expect(await served.end()).toEqual({ kind: "ended", exitCode: 0 });
});

/** Whatever the page says, or asks of others than its server, is noise. */
async function open(browser: Browser, address = served.address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const noise: string[] = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("request", (asked) => {
    if (!asked.url().startsWith(new URL(address).origin)) noise.push(asked.url());
  });
  await page.goto(address);
  await page.locator("html[data-ready]").waitFor();
  return { page, noise };
}

/** Saves a file with some words in place of others, and waits until the page has followed. */
async function edit(page: Page, from: string, to: string): Promise<void> {
  const before = await page.locator("html").getAttribute("data-ready");
  const text = readFileSync(projects, "utf8");
  if (!text.includes(from)) throw new Error(`no ${from}`);
  writeFileSync(projects, text.replaceAll(from, to));
  await page.locator(`html:not([data-ready="${before}"])`).waitFor();
}

const state = (page: Page) => page.locator(".live");

/** How far the chosen cell is from the top of the window. */
async function chosenTop(page: Page): Promise<number> {
  return (await page.locator(".box.chosen").boundingBox())?.y ?? Number.NaN;
}

test("an edit shows, and the page stays where one reads, with the cell, the filters and the words", async (context) => {
  await withBrowser(context, async (browser) => {
    const { page, noise } = await open(browser);
    await page.getByLabel("页", { exact: true }).fill("10");
    await page.getByLabel("页", { exact: true }).press("Enter");
    await page.getByLabel("提示 53").uncheck();
    await page.getByLabel("查找").fill("网络");
    await page.locator("main").evaluate((main) => main.scrollBy(0, 137));
    const cell = page.locator(".sheet .box", { hasText: "67万" }).first();
    await cell.click();
    const details = await page.locator(".details").textContent();
    expect(details).toContain("67万");
    const [top, number] = [await chosenTop(page), await page.locator(".place").textContent()];

    const goal = "劳务派遣人员前台工作人员完成年度工作目标任务。";
    await edit(page, goal, goal.repeat(60));
    expect(await page.locator(".place").textContent()).not.toBe(number);
    expect(Math.abs((await chosenTop(page)) - top)).toBeLessThan(1);
    expect(await page.locator(".box.chosen").textContent()).toContain("67万");
    expect(await page.locator(".details").textContent()).toBe(details);
    expect(await page.getByLabel("提示").isChecked()).toBe(false);
    expect(await page.getByLabel("查找").inputValue()).toBe("网络");

    // The cell that one looks at is the one that is edited.
    await edit(page, '"67万"', '"68万"');
    expect(Math.abs((await chosenTop(page)) - top)).toBeLessThan(1);
    expect(await page.locator(".details").textContent()).toContain("68万");
    expect(noise).toEqual([]);
  });
});

test("what cannot be printed is said, with its place, and the last pages stay until it is mended", async (context) => {
  await withBrowser(context, async (browser) => {
    const { page, noise } = await open(browser);
    const sheets = await page.locator(".sheet").count();
    await edit(page, '"部门名称"', '"部门名称');
    expect(await state(page).textContent()).toMatch(/不能生成：.*projects\.json:2:\d+.*上一次的各页/su);
    expect(await page.locator(".sheet").count()).toBe(sheets);
    await state(page).getByRole("button").click();
    expect(await page.locator(".details h3").textContent()).toMatch(/^失败：/u);
    await edit(page, '"部门名称', '"部门名称"');
    expect(await state(page).textContent()).toMatch(/^已更新 [\d:]+$/u);
    expect(await page.locator(".panel").textContent()).not.toContain("失败");
    expect(noise).toEqual([]);
  });
});

test("a save in steps, as spreadsheet programs do it, flashes no error", async (context) => {
  await withBrowser(context, async (browser) => {
    const { page } = await open(browser);
    await page.evaluate(() => {
      const live = document.querySelector(".live");
      const seen = new Set<string | null>();
      new MutationObserver(() => seen.add(live?.getAttribute("data-state") ?? null)).observe(
        live ?? document,
        { attributes: true },
      );
      Object.assign(window, { seen });
    });
    const before = await page.locator("html").getAttribute("data-ready");
    const text = readFileSync(projects, "utf8").replace('"宿州市医疗保障局"', '"宿州市医保局"');
    writeFileSync(join(folder, "~$projects.json"), "an owner");
    writeFileSync(join(folder, "9A8B7C00"), text.slice(0, 100));
    renameSync(projects, join(work, "old.json"));
    await new Promise((resolve) => setTimeout(resolve, 150));
    writeFileSync(join(folder, "9A8B7C00"), text);
    renameSync(join(folder, "9A8B7C00"), projects);
    rmSync(join(folder, "~$projects.json"));
    await page.locator(`html:not([data-ready="${before}"])`).waitFor();
    expect(await page.title()).toBe("宿州市医保局2023年部门预算绩效文本");
    expect(await page.evaluate("[...seen].join()")).not.toContain("failed");
  });
});

test("nothing is written but the cache of parts", () => {
  expect(readdirSync(join(work, "out"), { recursive: true, encoding: "utf8" }).toSorted()).toEqual([
    ".huibian",
    join(".huibian", "cache"),
    expect.stringMatching(/[\da-f]{32}\.parts$/u),
  ]);
  expect(readdirSync(folder)).toEqual(["projects.json"]);
});
