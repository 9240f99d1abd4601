/** The page of review in a browser: pages as printed, findings on their cells, keys and filters; and nothing from outside. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FindingsFile } from "../contracts/index.ts";
import { closeBrowser, findViolations, type OpenedPage, type OpenPage, withBrowser } from "./browser.ts";
import { buildSamples, samplesOut } from "./built-samples.ts";
import { decodePng, type Picture } from "./picture.ts";
import { readPdf } from "./read-pdf.ts";
import { readReview } from "./read-review.ts";
import { renderPdf } from "./render-pdf.ts";
import { reportIn } from "./report-in.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const data = join(import.meta.dirname, "..", "..", "data");
const work = temporaryFolder();
const out = join(work, "out");

const hostile = [
  "</script><script>document.title='seen'</script>",
  `"><img src=x onerror="document.title='seen'">`,
  "\u202e右到左\u202c",
  "&lt;b&gt;<!--",
].join("；");

/** One whose texts look like markup, and one whose export has no header that is known. */
function writeDepartments(): void {
  for (const name of ["甲", "乙"]) mkdirSync(join(work, "data", name), { recursive: true });
  const facts = { 部门名称: `甲局${hostile}`, 年度: "2023", 表式: "hebei", 总体绩效目标: [hostile] };
  writeFileSync(join(work, "data", "甲", "department.json"), JSON.stringify(facts));
  const quoted = `"${hostile.replaceAll('"', '""')}"`;
  const rows = ["项目编码,项目名称,预算数(元),资金用途", `130304210110000000001,${quoted},3600.00,${quoted}`];
  writeFileSync(join(work, "data", "甲", "projects.csv"), rows.join("\n"));
  writeFileSync(join(work, "data", "乙", "projects.csv"), "甲,乙\n1,2");
}

afterAll(closeBrowser);

beforeAll(async () => {
  writeDepartments();
  expect(await buildSamples()).toMatchObject({ exitCode: 0 });
  expect(await build(join(work, "data"))).toMatchObject({ exitCode: 1 });
  expect(await build(join(data, "beidaihe"), "--draft", "--lang", "en")).toMatchObject({ exitCode: 0 });
});

/** The page shows the pages, which are the same in a DOCX. */
const build = (...words: readonly string[]) => runHere("build", ...words, "--out", out, "--format", "pdf");

const outOf = (folder: string) => join(folder === "suzhou" ? samplesOut : out, folder);
const pageOf = (folder: string) => join(outOf(folder), "review.html");

async function open(openPage: OpenPage, folder: string, options?: { bypassCSP: true }): Promise<OpenedPage> {
  const opened = await openPage(pathToFileURL(pageOf(folder)).href, options);
  await opened.page.locator("html[data-ready]").waitFor();
  return opened;
}

const severities = { failure: "失败", error: "错误", warning: "警告", info: "提示" };

const textOf = async (page: Page, selector: string) => (await page.locator(selector).textContent()) ?? "";

/** The one sheet that a chosen cell is on, if any is. */
const chosenSheet = `[...document.querySelectorAll(".sheet:has(.box.chosen)")]
  .map((one) => one.getAttribute("aria-label")).join()`;

test("n and p go through all findings; each that has a page is on a cell of it", async (context) => {
  const { findings } = FindingsFile.parse(
    JSON.parse(readFileSync(join(outOf("suzhou"), "findings.json"), "utf8")),
  );
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage, "suzhou");
    const seen: string[] = [];
    for (const _ of findings) {
      await page.keyboard.press("n");
      seen.push(
        await page.evaluate(`${chosenSheet} + " " + document.querySelector(".details h3").textContent`),
      );
    }
    const wanted = findings.flatMap(({ page: number, zh, severity }) =>
      number === undefined ? [] : [`第${number}页 ${severities[severity]}：${zh.says}`],
    );
    expect(wanted.length).toBeGreaterThan(70);
    expect(seen).toEqual(expect.arrayContaining(wanted));
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    expect(seen.at(-1)).toContain(await textOf(page, ".details h3"));
    expect(noise).toEqual([]);
  });
});

test("a fault of a unit is on the cell that prints it with its number", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "beidaihe/draft");
    await page.getByLabel("Rule").selectOption("unit-without-number");
    await page.keyboard.press("n");
    expect(await textOf(page, ".box.chosen")).toBe("百分比");
  });
});

test("filters leave what they say, in the list, on the cells and beside the sheets", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "suzhou");
    expect(await textOf(page, ".count")).toBe("79条");
    // One that is on many cells of a sheet is noted once beside it.
    await page.getByLabel("规则").selectOption("spellings-mixed");
    await page.keyboard.press("n");
    expect(await page.locator(".chosen").count()).toBe(1);
    const marked = page.locator(".sheet", { has: page.locator(".chosen") });
    expect(await marked.locator(".box[data-severity]").count()).toBeGreaterThan(1);
    expect(await marked.locator(".note").count()).toBe(1);
    await page.getByLabel("规则").selectOption("");
    await page.getByLabel(/^提示 \d+$/u).uncheck();
    expect(await textOf(page, ".count")).toBe("28条，共79条");
    await page.getByLabel(/^警告 \d+$/u).uncheck();
    await page.keyboard.press("n");
    expect(await page.locator(".box[data-severity]").count()).toBeGreaterThan(0);
    for (const selector of [".box[data-severity]", ".rows button", ".note"])
      for (const one of await page.locator(selector).all())
        expect(await one.getAttribute("data-severity")).toBe("error");
    await page.getByLabel("规则").selectOption("required-field-missing");
    await page.keyboard.press("n");
    expect(await textOf(page, ".details dd >> nth=2")).toContain("（required-field-missing）");
  });
});

test("a cell says what it prints and what was found in it, by mouse and by keyboard", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "suzhou");
    await page.getByLabel("页", { exact: true }).fill("4");
    await page.keyboard.press("Enter");
    const topOf = () => page.evaluate("document.querySelector('main').scrollTop");
    const top = await topOf();
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 300);
    await expect.poll(topOf).not.toBe(top);
    await page.keyboard.press("Enter");
    expect(await topOf()).toBe(top);
    const cell = page.locator('[aria-label="第4页"] .box', { hasText: "宿州市医疗保障局本级" });
    await cell.click();
    expect(await textOf(page, ".details dd >> nth=0")).toBe("宿州市医疗保障局本级");
    expect(await textOf(page, ".details h3")).toContain("其他 5 个项目都是");
    for (const close of [() => page.keyboard.press("Escape"), () => page.getByLabel("关闭").click()]) {
      await cell.click();
      await close();
      expect(await page.locator(".details *").count()).toBe(0);
      expect(await page.locator(".chosen").count()).toBe(0);
    }
    await cell.focus();
    await page.keyboard.press("Enter");
    expect(await textOf(page, ".details dd >> nth=0")).toBe("宿州市医疗保障局本级");
  });
});

/** Written by hand from the exports: what is printed, where it was given, and how. */
const places: readonly {
  readonly folder: string;
  readonly page: string;
  readonly printed: string;
  readonly says: readonly (readonly [term: string, text: string])[];
}[] = [
  {
    folder: "beidaihe/draft",
    page: "Page 5",
    printed: "0.36",
    says: [
      ["Given", "3,600.00"],
      ["File", "projects.csv"],
      ["Row", "2"],
      ["Column", "F 预算数(元)"],
      ["How it was made", "taken from this cell"],
    ],
  },
  {
    folder: "beidaihe/draft",
    page: "Page 5",
    printed: "产出指标",
    says: [
      ["Given", "产出指标"],
      ["File", "indicators.csv"],
      ["Column", "B 一级指标"],
    ],
  },
  {
    folder: "beidaihe/draft",
    page: "Page 5",
    printed: "≥90百分比",
    says: [["How it was made", "put together of operator, value and unit"]],
  },
  {
    folder: "suzhou",
    page: "第4页",
    printed: "宿州市医疗保障局本级",
    says: [
      ["文件", "projects.json"],
      ["行号", "10"],
      ["列", "15 /项目/0/实施单位"],
      ["怎样得出", "直接取自这一格"],
    ],
  },
];

test.for([...new Set(places.map(({ folder }) => folder))])(
  "a click on a cell leads to where it was given: %s",
  async (folder, context) => {
    await withBrowser(context, async (openPage) => {
      const { page } = await open(openPage, folder);
      for (const { page: label, printed, says } of places.filter((one) => one.folder === folder)) {
        await page.getByLabel(/^(?:页|Page)$/u).fill(label.replaceAll(/\D/gu, ""));
        await page.keyboard.press("Enter");
        const boxes = page.locator(`[aria-label="${label}"] .box`, {
          hasText: new RegExp(`^${printed}$`, "u"),
        });
        await boxes.first().click();
        const [terms = [], texts = []] = await Promise.all(
          ["dt", "dd"].map((name) => page.locator(`.details ${name}`).allTextContents()),
        );
        expect(terms.map((term, at) => [term, texts[at]])).toEqual(expect.arrayContaining([...says]));
      }
    });
  },
);

test("every printed value of a draft, and of odd texts, has its place in the data", () => {
  for (const folder of ["beidaihe/draft", "甲"]) {
    const { boxes } = readReview(readFileSync(pageOf(folder)));
    const values = boxes.flatMap(({ text, values }) =>
      text === "" || text.startsWith("【缺") ? [] : values,
    );
    expect(values.length).toBeGreaterThan(5);
    expect(values.filter(({ place }) => place === undefined)).toEqual([]);
  }
});

test("words are found wherever they are printed, and Enter goes on to the next place", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "suzhou");
    await page.getByLabel("查找").fill("ＤＩＰ");
    await page.keyboard.press("Enter");
    await expect.poll(() => textOf(page, ".hits")).toMatch(/^1\/\d+$/u);
    expect(await textOf(page, ".found")).toContain("DIP");
    const first = await page.locator(".found").boundingBox();
    await page.keyboard.press("Enter");
    expect(await textOf(page, ".hits")).toMatch(/^2\//u);
    expect(await textOf(page, ".found")).toContain("DIP");
    expect(await page.locator(".found").boundingBox()).not.toEqual(first);
    await page.getByLabel("查找").fill("没有这些字");
    // The second comes while the first is still looked for: there is nothing yet to go on to.
    const meanwhile = await page.evaluate(
      `for (const key of ["Enter", "Enter"])
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key }));
      [document.querySelector(".hits").textContent, document.querySelectorAll(".found").length]`,
    );
    expect(meanwhile).toEqual(["正在查找…", 0]);
    await expect.poll(() => textOf(page, ".hits")).toBe("没有找到");
    expect(await page.locator(".found").count()).toBe(0);
  });
});

test("contents lead to the page of their heading, and only what is near the screen is drawn", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "suzhou");
    await page.getByText("目录", { exact: true }).first().click();
    await page.locator(".contents a").last().click();
    const label = `第${(await textOf(page, ".contents li:last-child .number")).replaceAll(/\D/gu, "")}页`;
    await page.locator(`[aria-label="${label}"] svg`).waitFor();
    await expect.poll(() => page.locator(".sheet:first-child svg").count()).toBe(0);
    expect(await page.locator(".sheet svg").count()).toBeLessThan(8);
    await page.locator("main").evaluate((main) => main.scrollTo(0, 0));
    await page.locator(`[aria-label="${label}"] svg`).waitFor({ state: "detached" });
    await page.locator(".contents a").last().click();
    await page.locator(`[aria-label="${label}"] svg`).waitFor();
  });
});

test("of hundreds of projects only a few sheets and findings are drawn, wherever one is", async (context) => {
  const folder = join(work, "big", "大");
  mkdirSync(folder, { recursive: true });
  const codes = Array.from({ length: 250 }, (_, index) => `1303042101${String(index + 1).padStart(11, "0")}`);
  const rows = codes.map((code, index) => `${code},道路养护${index + 1},3600.00,办公`);
  writeFileSync(join(folder, "projects.csv"), ["项目编码,项目名称,预算数(元),资金用途", ...rows].join("\n"));
  await build(folder, "--draft", "--no-verify", "--no-cache");
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage, join("大", "draft"));
    const few = async () => {
      expect(await page.locator(".sheet svg").count()).toBeLessThan(8);
      expect(await page.locator(".rows li").count()).toBeLessThan(60);
    };
    expect(await page.locator(".sheet").count()).toBeGreaterThan(250);
    await few();
    await page.keyboard.press("p");
    await page.locator(".sheet:last-child svg").waitFor();
    await page.locator(".sheet:first-child svg").waitFor({ state: "detached" });
    await few();
    await page.getByLabel("查找").fill("道路养护177");
    await page.getByLabel("查找").press("Enter");
    await page.locator(".sheet .found", { hasText: "道路养护177" }).first().waitFor();
    await few();
    expect(noise).toEqual([]);
  });
});

test("an address that leads to no heading opens the page as any other", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await openPage(`${pathToFileURL(pageOf("suzhou")).href}#100%`);
    await page.locator("html[data-ready]").waitFor();
    await page.keyboard.press("n");
    expect(await page.locator(".details h3").count()).toBe(1);
  });
});

test("the chosen cell stays chosen while its page is out of sight", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "suzhou");
    await page.locator(".rows button", { hasText: "中期资金总额" }).first().click();
    const main = page.locator("main");
    const place = await main.evaluate(({ scrollTop }) => scrollTop);
    await main.evaluate((sheets) => sheets.scrollTo(0, sheets.scrollHeight));
    await expect.poll(() => page.locator(".chosen").count()).toBe(0);
    await main.evaluate((sheets, top) => sheets.scrollTo(0, top), place);
    await page.locator(".chosen").waitFor();
    expect(await textOf(page, ".chosen")).toBe("183.3万");
  });
});

test("found words look the same on every cell, marked or not", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "suzhou");
    await page.getByLabel("查找").fill("满意度");
    await page.keyboard.press("Enter");
    await page.locator(".found").waitFor();
    const isMarked = async () => (await page.locator(".found[data-severity]").count()) > 0;
    while (!(await isMarked())) await page.keyboard.press("Enter");
    const marked = await fillOf(page, ".found");
    while (await isMarked()) await page.keyboard.press("Enter");
    expect(await fillOf(page, ".found")).toBe(marked);
  });
});

const fillOf = (page: Page, selector: string) =>
  page.locator(`${selector} > rect`).evaluate((rectangle) => getComputedStyle(rectangle).fill);

const projectHeader = "项目编码,项目名称,预算数(元),绩效目标";
const indicatorHeader = "项目编码,一级指标,二级指标,三级指标,指标符号,指标值,计量单位";
const [first, second, third] = ["130304210110000000001", "130304210110000000002", "130304210110000000003"];

const editions = [
  {
    projects: [
      `${first},道路养护,3600.00,"1.养护道路；\n2.补种行道树"`,
      `${second},桥梁检测,100.00,检测桥梁`,
    ],
    indicators: [
      `${first},产出指标,数量指标,养护里程,≥,12,公里`,
      `${first},产出指标,数量指标,巡查次数,≥,24,次`,
    ],
  },
  {
    projects: [`${first},道路养护,4600.00,"1.养护道路；\n2.补种绿篱"`, `${third},隧道照明,200.00,更换灯具`],
    indicators: [
      `${first},产出指标,数量指标,养护里程,≥,15,公里`,
      `${first},产出指标,质量指标,养护合格率,≥,95,%`,
    ],
  },
] as const;

async function buildEdition({ projects, indicators }: (typeof editions)[number]): Promise<void> {
  const folder = join(work, "editions", "丙");
  mkdirSync(folder, { recursive: true });
  const facts = { 部门名称: "丙局", 年度: "2023", 表式: "hebei" };
  writeFileSync(join(folder, "department.json"), JSON.stringify(facts));
  writeFileSync(join(folder, "projects.csv"), [projectHeader, ...projects].join("\n"));
  writeFileSync(join(folder, "indicators.csv"), [indicatorHeader, ...indicators].join("\n"));
  expect(await build(folder)).toMatchObject({ exitCode: 0 });
}

test("what changed since the edition before is on its cells, with what was there, when it is asked for", async (context) => {
  await buildEdition(editions[0]);
  expect(readReview(readFileSync(pageOf("丙"))).head.changes).toEqual([]);
  await buildEdition(editions[1]);
  const { changes } = readReview(readFileSync(pageOf("丙"))).head;
  const told = changes.map(({ what, before, after, marks: [mark] }) => [what, before, after, mark?.[1]]);
  expect(told).toEqual(
    expect.arrayContaining([
      ["项目", undefined, "隧道照明", "project.name"],
      ["项目", "桥梁检测", undefined, undefined],
      ["预算数", "0.36万元", "0.46万元", "budget.total"],
      ["指标值", "≥12公里", "≥15公里", "indicators.0.printedValue"],
      ["绩效指标", undefined, "产出指标 / 质量指标 / 养护合格率：≥95%", "indicators.1.level3"],
      ["绩效指标", "产出指标 / 数量指标 / 巡查次数：≥24次", undefined, "project.name"],
    ]),
  );
  expect(told.find(([, before]) => before?.includes("行道树"))).toMatchObject(
    [/目标/u, /行道树/u, /绿篱/u, /^goals\.annual\./u].map((one) => expect.stringMatching(one)),
  );
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage, "丙");
    const toggle = page.getByRole("button", { name: `变动 ${changes.length}` });
    const value = page.locator(".box", { hasText: /^≥15公里$/u });
    await page.locator("summary", { hasText: "变动" }).click();
    await page.locator(".changes button", { hasText: "≥12公里 → ≥15公里" }).click();
    expect(await toggle.getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator(".details del").allTextContents()).toEqual(["≥12公里"]);
    expect(await value.getAttribute("class")).toContain("changed");
    await page.locator(".changes button", { hasText: "桥梁检测 → （无）" }).click();
    expect(await page.locator(".chosen").count()).toBe(0);
    await toggle.click();
    await value.click();
    expect(await page.locator(".details del").count()).toBe(0);
    expect(await page.locator("main.comparing").count()).toBe(0);
    const chosen = await fillOf(page, ".chosen");
    await toggle.click();
    await value.click();
    expect(await fillOf(page, ".chosen")).toBe(chosen);
    expect(await page.locator(".details ins").allTextContents()).toEqual(["≥15公里"]);
    expect(noise).toEqual([]);
  });
});

test("texts that look like markup are texts", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage, "甲");
    const shown = hostile.replaceAll(/[\u202a-\u202e]/gu, "").replaceAll(/\s/gu, "");
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect((await textOf(page, "main")).replaceAll(/\s/gu, "")).toContain(shown);
    expect(await page.title()).toContain("甲局</script><script>");
    expect(await page.locator("img").count()).toBe(0);
    // What would turn the rest of a line is shown by its number, or left out of a drawing.
    await page.keyboard.press("n");
    expect(await page.evaluate("document.title + document.body.innerText")).not.toMatch(/[\u202a-\u202e]/u);
    expect(noise).toEqual([]);
  });
});

test("of a department that failed there are its findings", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page, noise } = await open(openPage, "乙");
    expect(await textOf(page, "main")).toBe("报告没有生成，先改正下列问题。");
    await page.keyboard.press("n");
    expect(await textOf(page, ".details h3")).toMatch(/^失败：/u);
    expect(noise).toEqual([]);
  });
});

const judged = ["suzhou", "beidaihe/draft", "乙"];

test.for(judged)(
  "axe-core finds nothing, in Chinese, in English and of a department that failed: %s",
  async (folder, context) => {
    await withBrowser(context, async (openPage) => {
      const { page } = await open(openPage, folder, { bypassCSP: true });
      await page.keyboard.press("n");
      await page.keyboard.press("n");
      expect(await findViolations(page)).toEqual([]);
    });
  },
);

test("a page in English is all in English, and a draft is marked as one", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "beidaihe/draft");
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    expect(await textOf(page, "h2")).toBe("Findings");
    expect(await textOf(page, ".count")).toMatch(/^Findings: \d+$/u);
    expect(await textOf(page, ".details h3")).toMatch(/^(?:Error|Warning|Note): /u);
    expect(await page.locator(".watermark").count()).toBeGreaterThan(0);
  });
});

test("printed, it is the pages and nothing else, at the size of the paper", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await open(openPage, "suzhou");
    const [ours, printed] = await Promise.all([
      readPdf(readFileSync(reportIn(outOf("suzhou"), "pdf"))),
      page.pdf({ preferCSSPageSize: true }).then((bytes) => readPdf(new Uint8Array(bytes))),
    ]);
    const words = ({ items }: (typeof ours.pages)[number]) =>
      items.map(({ text }) => text.replaceAll(/\s/gu, "")).join("");
    expect(printed.pages.map(words)).toEqual(ours.pages.map(words));
    for (const [index, { width, height }] of printed.pages.entries()) {
      expect(width).toBeCloseTo(ours.pages[index]?.width ?? 0, -1);
      expect(height).toBeCloseTo(ours.pages[index]?.height ?? 0, -1);
    }
    await expect.poll(() => page.locator(".sheet svg").count()).toBeLessThan(8);
  });
});

/** Pages of each kind: cover, contents, prose, tables, landscape. */
const looked: readonly { readonly folder: string; readonly sheets: readonly number[] }[] = [
  { folder: "suzhou", sheets: [0, 2, 4, 6] },
  { folder: "beidaihe/draft", sheets: [3] },
];

test.for(looked)("a page looks like that of the PDF: $folder", async ({ folder, sheets }, context) => {
  await withBrowser(context, async (openPage) => {
    const drawn = await renderPdf(readFileSync(reportIn(outOf(folder), "pdf")), { dpi: 96, sheets });
    const { page } = await open(openPage, folder);
    // On paper nothing is marked, and a point is a point.
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    for (const [index, sheet] of sheets.entries()) {
      // Alone, it begins on a whole pixel.
      await page.evaluate(
        `document.querySelectorAll(".sheet").forEach((one, at) => { one.style.display = at === ${sheet} ? "" : "none"; })`,
      );
      const shot = await page.locator(".sheet").nth(sheet).screenshot();
      const [ours, theirs] = [await decodePng(shot), drawn[index] ?? expect.unreachable("it was drawn")];
      expect(unlikeness(ours, theirs)).toBeLessThan(mostUnlike);
      expect(unlikeness(shifted(ours), theirs)).toBeGreaterThan(1.5 * mostUnlike);
    }
  });
});

/** Two programs smooth edges in two ways: so squares of so many pixels are compared, and not pixels. */
const square = 4;
/** Of the ink on both. */
const mostUnlike = 0.16;

/** How much of the ink stands elsewhere. */
function unlikeness(one: Picture, other: Picture): number {
  let [difference, ink] = [0, 0];
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  for (let y = 0; y + square <= height; y += square)
    for (let x = 0; x + square <= width; x += square) {
      const [here, there] = [inkIn(one, x, y), inkIn(other, x, y)];
      difference += Math.abs(here - there);
      ink += (here + there) / 2;
    }
  return difference / ink;
}

function inkIn({ width, grey }: Picture, left: number, top: number): number {
  let ink = 0;
  for (let y = top; y < top + square; y += 1)
    for (let x = left; x < left + square; x += 1) ink += 255 - (grey[y * width + x] ?? 255);
  return ink;
}

/** Two pixels to the right. */
function shifted({ width, height, grey }: Picture): Picture {
  return { width, height, grey: Uint8Array.from(grey, (_, at) => grey[at - 2] ?? 255) };
}
