/** The preview in a browser: a draft that follows what is saved, while the page stays where one reads. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PreviewEnd, preview } from "../commands/preview.ts";
import type { PrintedDraft } from "../department/index.ts";
import { setClock } from "../files/index.ts";
import { type MakeDraft, openDraft } from "../preview/draft.ts";
import type { LiveFindings, LivePages } from "../write/review/page-data.ts";
import { closeBrowser, findViolations, type OpenedPage, type OpenPage, withBrowser } from "./browser.ts";
import { readReview } from "./read-review.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const samples = join(import.meta.dirname, "..", "..", "data");
const work = temporaryFolder();
const folder = join(work, "data", "suzhou");
const projects = join(folder, "projects.json");
const small = join(work, "小");

/** A preview of these folders, until `end` is called. */
async function openPreview(
  folders: readonly string[],
  more: { templates?: string; limits?: string; language?: "en"; port?: number } = {},
) {
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

afterAll(closeBrowser);
afterAll(async () => {
  expect(await served.end()).toEqual({ kind: "ended", exitCode: 0 });
});

async function open(openPage: OpenPage, address = served.address): Promise<OpenedPage> {
  const opened = await openPage(address);
  await opened.page.locator("html[data-ready]").waitFor();
  return opened;
}

/** What axe-core finds in a page, which may not be kept from running it. */
async function violationsAt(openPage: OpenPage, address: string): Promise<readonly string[]> {
  const { page } = await openPage(address, { bypassCSP: true, viewport: { width: 1280, height: 800 } });
  if (address.endsWith("suzhou/")) {
    await page.locator("html[data-ready]").waitFor();
    await page.locator(".rows button").first().click();
  }
  return findViolations(page);
}

/** Waits until the page has taken in what `act` brings about. */
async function following(page: Page, act: () => void): Promise<void> {
  const before = await page.locator("html").getAttribute("data-ready");
  act();
  await page.locator(`html:not([data-ready="${before}"])`).waitFor();
}

/** Saves a file with some words in place of others, and waits until the page has followed. */
async function edit(page: Page, from: string, to: string): Promise<void> {
  const text = readFileSync(projects, "utf8");
  if (!text.includes(from)) throw new Error(`no ${from}`);
  await following(page, () => writeFileSync(projects, text.replaceAll(from, to)));
}

const state = (page: Page) => page.locator(".live");
/** Waits until it says so. */
const says = (page: Page, what: RegExp) => page.locator(".live", { hasText: what }).waitFor();

/** How far the chosen cell is from the top of the window. */
async function chosenTop(page: Page): Promise<number> {
  return (await page.locator(".box.chosen").boundingBox())?.y ?? Number.NaN;
}

test("an edit shows, and the page stays where one reads, with the cell, the filters and the words", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage);
    await page.getByLabel("页", { exact: true }).fill("10");
    await page.getByLabel("页", { exact: true }).press("Enter");
    await page.getByLabel(/^提示 \d+$/u).uncheck();
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

test("pages that are not checked yet are not said to be without findings or data", async (context) => {
  writeSmall(small);
  const own = await openPreview([small]);
  await withBrowser(context, async (openPage) => {
    const { page } = await openPage("about:blank");
    let check = () => {};
    const asked = new Promise<void>((resolve) => {
      check = resolve;
    });
    await page.route("**/findings", async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(own.address);
    await page.locator(".sheet .box").first().click();
    const before = (await page.locator(".panel, .details").allTextContents()).join("\n");
    expect(before).toContain("正在检查");
    expect(before).not.toMatch(/没有/u);
    check();
    await page.locator("html[data-ready]").waitFor();
    expect(await page.locator(".panel").textContent()).toMatch(/\d+条/u);
    expect(await page.locator(".details").textContent()).toContain("没有这一格");
    await page.unrouteAll();
  });
  await own.end();
});

test("what cannot be printed is said, with its place, and the last pages stay until it is mended", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage);
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
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage);
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

/** For what does not depend on what is printed: the smallest department whose draft is made at once. */
function writeSmall(folder: string, projects: readonly string[] = ["道路养护"]): void {
  mkdirSync(folder, { recursive: true });
  const rows = projects.map((name, at) => `13030421011000000000${at},${name},3600.00,办公`);
  writeFileSync(join(folder, "projects.csv"), ["项目编码,项目名称,预算数(元),资金用途", ...rows].join("\n"));
}

test("a folder that is removed and made again is followed, and so is what is saved in it then", async (context) => {
  const [data, away] = [join(work, "again"), join(work, "away")];
  writeSmall(data);
  const own = await openPreview([data]);
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, own.address);
    renameSync(data, away);
    await says(page, /不能生成/u);
    cpSync(away, data, { recursive: true });
    await says(page, /^已更新/u);
    await following(page, () => writeSmall(data, ["桥梁检测"]));
    await expect.poll(() => page.locator(".contents").textContent()).toContain("桥梁检测");
  });
  await own.end();
});

test("a fault of a template is marked where it is printed, and one of department.json on its cell", async (context) => {
  const [templates, data] = [join(work, "templates"), join(work, "甲")];
  cpSync(join(samples, "..", "templates", "anhui"), join(templates, "anhui"), { recursive: true });
  cpSync(join(samples, "suzhou"), data, { recursive: true });
  const facts = { 表式: "anhui", 总体绩效目标: ["保障参保人员待遇。"], 工作保障措施: ["加强领导。"] };
  const department = join(data, "department.json");
  writeFileSync(department, JSON.stringify(facts, undefined, 1));
  const form = join(templates, "anhui", "project.hbs");
  const whole = readFileSync(form, "utf8");
  const own = await openPreview([data], { templates });
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage, own.address);
    const marked = async () => {
      await state(page).getByRole("button").click();
      return page.locator(".box.chosen").first().textContent();
    };

    writeFileSync(form, whole.replace('"{{span}}"', '"{{text}}"'));
    await says(page, /rowspan.*anhui\/project\.hbs:\d+/su);
    expect(await marked()).toBe("1.劳务派遣人员前台工作人员绩效目标表");
    writeFileSync(form, whole.replace("{{project.name}}", "{{project.nam}}"));
    await says(page, /project\.nam.*anhui\/project\.hbs:\d+/su);
    expect(await marked()).toBe("1.劳务派遣人员前台工作人员绩效目标表");
    writeFileSync(form, whole);
    await says(page, /^已更新/u);

    const wrong = { ...facts, 工作保障措施: [{ 甲: 1 }] };
    writeFileSync(department, JSON.stringify(wrong, undefined, 1));
    await says(page, /department\.json:\d+/u);
    expect(await marked()).toBe("加强领导。");
    expect(await page.locator(".details").textContent()).toContain("怎样得出");
    writeFileSync(department, JSON.stringify(facts, undefined, 1));
    await says(page, /^已更新/u);
    expect(noise).toEqual([]);
  });
  await own.end();
});

test("the page speaks English as well, has a name for all that it has, and hides no page behind details", async (context) => {
  const own = await openPreview([folder], { language: "en" });
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage, own.address);
    await page.setViewportSize({ width: 1280, height: 800 });
    await says(page, /^Up to date/u);
    await page
      .locator(".rows li", { hasText: /Page \d+/u })
      .first()
      .getByRole("button")
      .click();
    const [details, sheet] = [page.locator(".details"), page.locator("main")];
    const [left, right] = [await details.boundingBox(), await sheet.boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
    const texts = await page.locator("header, .panel > .findings > .filters, .live").allInnerTexts();
    expect(texts.join()).not.toMatch(/问题|警告|查找|已更新|规则/u);
    expect(noise).toEqual([]);
    const address = await page.evaluate("location.href");
    expect(await violationsAt(openPage, String(address))).toEqual([]);
  });
  await own.end();
});

test("of what is saved while a draft is made the last alone is made, and pages that are ready are shown", async () => {
  const ends: (() => void)[] = [];
  const head = { sheets: [], groups: [], fonts: [] } as unknown as LivePages["head"];
  const pages = { head, body: new Uint8Array() };
  const make: MakeDraft = async () => {
    await new Promise<void>((resolve) => ends.push(resolve));
    const printed = { title: "", pages, pageOf: () => undefined } as unknown as PrintedDraft;
    return { name: "", printed, find: () => ({ findings: [], marks: [], changes: [] }) };
  };
  const draft = openDraft(make, "zh");
  const told: string[] = [];
  draft.follow(({ state, pages: version }) => told.push(`${state} ${version}`));
  const saves = Array.from({ length: 50 }, () => draft.renew());
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await Promise.all(saves);
  expect(ends.length).toBe(2);
  expect([...new Set(told)]).toEqual(["making 0", "shown 1", "making 1", "shown 50"]);
});

test("a page of a preview that was started anew says so, and so does its address", async (context) => {
  writeSmall(small);
  const before = await openPreview([small]);
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, before.address);
    await before.end();
    await says(page, /已经结束/u);
    const again = await openPreview([small], { port: Number(new URL(before.address).port) });
    await says(page, /重新启动过，这个网址不能再用/u);
    await page.reload();
    expect(await page.locator("body").textContent()).toMatch(/每次启动，网址都不同/u);
    await again.end();
  });
});

test("a page whose server has ended says so, also when another program answers in its place", async (context) => {
  writeSmall(small);
  const before = await openPreview([small]);
  const port = Number(new URL(before.address).port);
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, before.address);
    await before.end();
    await says(page, /^预览已经结束，或连接断了/u);
    const other = createServer((_, response) => response.writeHead(403).end()).listen(port, "127.0.0.1");
    await says(page, /由另一个程序应答/u);
    other.close();
  });
});

test("who writes another name of this machine in the address is told what to open", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await openPage(served.address.replace("127.0.0.1", "localhost"));
    const answered = await page.reload();
    expect(answered?.status()).toBe(421);
    expect(await page.locator("body").textContent()).toMatch(/只在 127\.0\.0\.1 应答.*窗口里写的网址/u);
  });
});

test("a page that nobody sees keeps none of the browser's few connections, and follows when it is seen", async (context) => {
  await withBrowser(context, async (openPage) => {
    const [hidden, seen] = [(await open(openPage)).page, (await open(openPage)).page];
    const turn = (state: string) =>
      hidden.evaluate((isHidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, value: isHidden === "hidden" });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    const before = await hidden.title();
    await turn("hidden");
    await edit(seen, '"宿州市医保局"', '"宿州市医疗局"');
    expect([await hidden.title(), await seen.title()]).toEqual([before, before.replace("医保局", "医疗局")]);
    await following(hidden, () => void turn("visible"));
    expect(await hidden.title()).toBe(await seen.title());
    await edit(seen, '"宿州市医疗局"', '"宿州市医保局"');
  });
});

test("a department that has more projects than it may have is not printed, as it is not built", async (context) => {
  writeSmall(small, ["道路养护", "桥梁检测"]);
  const { address, end } = await openPreview([small], { limits: "projects=1" });
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, address);
    await says(page, /不能生成：一个部门的项目数超过上限 1/u);
  });
  await end();
});

test("each of several departments has an address, and one that is new is there", async (context) => {
  const folders = join(work, "all");
  const write = (name: string) => writeSmall(join(folders, name), [`${name}的项目`]);
  for (const name of ["甲局", "<b>乙局"]) write(name);
  const all = await openPreview([folders]);
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await openPage(all.address);
    expect(await page.getByRole("link").allTextContents()).toEqual(
      ["<b>乙局", "甲局"].map((one) => join(folders, one)),
    );
    await page.getByRole("link", { name: "乙局" }).click();
    await page.locator("html[data-ready]").waitFor();
    expect(await page.locator(".contents").textContent()).toContain("<b>乙局的项目");
    const [, pages] = (await page.locator(".place").textContent())?.match(/共(\d+)页/u) ?? [];
    const errors = (await page.getByLabel(/^错误/u).locator("..").textContent())?.match(/\d+/u)?.[0];
    writeFileSync(join(folders, "甲局", "projects.csv"), "");
    await page.goto(`${all.address}${encodeURIComponent("甲局")}/`);
    await says(page, /不能生成/u);
    const listed = async () => {
      await page.goto(all.address);
      const rows = await page.locator("tbody tr").allInnerTexts();
      return rows.map((row) => row.split("\t"));
    };
    // One save may be heard of twice: then the draft is made once more.
    await expect.poll(async () => (await listed())[1]?.slice(1, 4)).toEqual(["不能生成", "", "1"]);
    expect((await listed())[0]?.slice(1, 5)).toEqual(["已生成", pages, "0", errors]);
    expect(noise).toEqual([]);
    expect(await violationsAt(openPage, all.address)).toEqual([]);
    write("丙局");
    await expect
      .poll(async () => {
        await page.goto(all.address);
        return page.getByRole("link").count();
      })
      .toBe(3);
    await page.getByRole("link", { name: "丙局" }).click();
    await page.locator("html[data-ready]").waitFor();
    expect(await page.locator(".contents").textContent()).toContain("丙局的项目");
  });
  expect(await all.end()).toEqual({ kind: "ended", exitCode: 0 });
});

/** The status that a request is answered with, and the answer. */
function ask(
  path: string,
  { method = "GET", headers = {} } = {},
): Promise<{ status?: number; text: string }> {
  const { hostname, port } = new URL(served.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (more) => {
        text += more;
      });
      response.once("end", () => resolve({ status: response.statusCode, text }));
    });
    asked.once("error", reject);
    asked.end();
  });
}

test("nobody is answered but who knows the address, in a page of this server, on this machine", async () => {
  const { pathname, host, origin, port } = new URL(served.address);
  const pages = `${pathname}suzhou/`;
  expect((await ask(pages)).status).toBe(200);
  expect((await ask(pages, { headers: { origin, "sec-fetch-site": "same-origin" } })).status).toBe(200);
  const token = pathname.slice(1, -1);
  for (const other of [`evil.example:${port}`, `localhost:${port}`, host.slice(0, host.indexOf(":"))]) {
    const { status, text } = await ask(pages, { headers: { host: other } });
    expect([status, text.includes(token), text.includes("宿州")]).toEqual([421, false, false]);
  }
  for (const headers of [
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: origin.replace("http:", "https:") },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])
    expect(await ask(pages, { headers })).toEqual({ status: 403, text: "" });
  const wrong = pathname.replace(/.\/$/u, (end) => (end === "A/" ? "B/" : "A/"));
  for (const path of ["/", "/suzhou/", wrong, `${wrong}suzhou/pages`, pathname.slice(0, -2), "//", "/%00/"])
    expect(await ask(path)).toEqual({
      status: 403,
      text: expect.stringMatching(/^这个网址不是现在这个预览的/u),
    });
  for (const method of ["POST", "HEAD", "OPTIONS", "PUT", "DELETE"])
    expect((await ask(pages, { method })).status).toBe(405);
  for (const way of [
    "suzhou/pieces/../../../../package.json",
    "suzhou/pieces/%2e%2e%2f%2e%2e%2fpackage.json",
    "suzhou/pieces/",
    "suzhou/__proto__",
    "constructor/",
    "..%2f..%2fdata/",
    "suzhou/pages/more/%",
    projects,
  ])
    expect((await ask(`${pathname}${way}`)).status).toBe(404);
});

test("after all these tries it shows what a draft that is built says, page by page and finding by finding", async () => {
  const data = async (what: string) =>
    JSON.parse((await ask(`${new URL(served.address).pathname}suzhou/${what}`)).text);
  const live: LivePages = await data("pages");
  const found: LiveFindings = await data("findings");
  const out = join(work, "built");
  await runHere("build", folder, "--draft", "--out", out, "--format", "pdf", "--date", "2026-11-29");
  const { head: built } = readReview(readFileSync(join(out, "suzhou", "draft", "review.html")));
  expect(live.version).toBeGreaterThan(3);
  expect(live).toMatchObject({ title: built.title, head: built.pages });
  expect(found.findings).toEqual(built.findings);
  expect(found.values).toEqual(built.values);
});

test("an address that was copied without its last slash leads to the page as well", async () => {
  for (const path of ["", "suzhou"]) {
    const { status, url } = await fetch(served.address.replace(/\/$/u, path === "" ? "" : `/${path}`));
    expect([status, url]).toEqual([200, `${served.address}suzhou/`]);
  }
});

test("a port that is taken is refused with a sentence", async () => {
  const { port } = new URL(served.address);
  const refused = await runHere("preview", folder, "--no-open", "--port", port, "--out", join(work, "out"));
  expect(refused).toMatchObject({ exitCode: 2 });
  expect(refused.stderr).toContain(`不能使用端口 ${port}：正被另一个程序使用（EADDRINUSE）`);
});

test("nothing is written but the cache of parts", () => {
  const written = readdirSync(join(work, "out"), { recursive: true, encoding: "utf8" }).toSorted();
  const files = written.filter((name) => /[\da-f]{32}\.parts$/u.test(name));
  expect(files.length).toBeGreaterThan(0);
  expect(written).toEqual([".huibian", join(".huibian", "cache"), ...files]);
  expect(readdirSync(folder)).toEqual(["projects.json"]);
});
