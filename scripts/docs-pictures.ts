/** Reports built in `out/` → the pictures in `docs/pictures`, one page of each form, the example of templates/README.md, and the page of review in both languages: `npm start`, then `npx tsc -p scripts && node build/scripts/docs-pictures.js`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { writeExample } from "../pipeline/testing/form-guide.ts";
import { encodePng, type Picture, withFewColours } from "../pipeline/testing/picture.ts";
import { readPdf } from "../pipeline/testing/read-pdf.ts";
import { renderPdf } from "../pipeline/testing/render-pdf.ts";

/**
 * A sample of each form, and the number of a project whose first page shows the form well, or the one `behind` it; 0: the
 * first page of Part 1.
 */
const pictures: readonly { form: string; department: string; project: number; behind?: number }[] = [
  { form: "hebei", department: "beidaihe", project: 3 },
  { form: "anhui", department: "suzhou", project: 2 },
  { form: "xinjiang", department: "korla", project: 3 },
  // A list has no projects in the contents: its first page.
  { form: "zhejiang", department: "forms/zhejiang", project: 1 },
  { form: "ziping", department: "forms/ziping", project: 2 },
  { form: "bumen", department: "forms/bumen", project: 0 },
  { form: "bumenziping", department: "forms/bumenziping", project: 0 },
  { form: "tongyong", department: "forms/tongyong", project: 1 },
  { form: "shanxi", department: "forms/shanxi", project: 2 },
  { form: "hubei", department: "forms/hubei", project: 1 },
  { form: "guangxi", department: "forms/guangxi", project: 1 },
  { form: "jiankong", department: "forms/jiankong", project: 2, behind: 1 },
];

/** Large enough to read a cell when the picture is opened, and small enough for 60 kB. */
const dpi = 96;
/** White left around the example, in pixels. */
const border = 12;
const folder = join("docs", "pictures");

mkdirSync(folder, { recursive: true });
for (const { form, department, project, behind = 0 } of pictures) {
  const reports = join("out", department);
  const report = readdirSync(reports).find((name) => name.endsWith(".pdf"));
  if (report === undefined) throw new Error(`no PDF in ${reports}: run npm start`);
  const bytes = readFileSync(join(reports, report));
  const { outline } = await readPdf(bytes);
  // A part behind the projects has sections without numbers of theirs.
  const numbered = outline.findLastIndex(({ items }) => items.some(({ title }) => /^\d/u.test(title)));
  const ofProjects = numbered < 0 ? outline.length - 1 : numbered;
  const [partOne, part] = [outline[ofProjects - 1], outline[ofProjects]];
  const first = project === 0 ? partOne?.page : (part?.items[project - 1]?.page ?? part?.page);
  const sheet = first === undefined ? undefined : first + behind;
  const [page] = sheet === undefined ? [] : await renderPdf(bytes, { dpi, sheets: [sheet] });
  if (page === undefined) throw new Error(`${report} has no project ${project}`);
  write(form, page);
}
write("example", await drawExample());
for (const language of ["zh", "en"] as const) writePng(`review-${language}`, await drawReview(language));

function write(name: string, picture: Picture): void {
  writePng(name, encodePng(picture));
}

function writePng(name: string, png: Uint8Array): void {
  const path = join(folder, `${name}.png`);
  writeFileSync(path, png);
  console.log(`${path}: ${png.length} bytes`);
}

/** A finding on a cell of a table, with where the cell was given: as the README begins. */
async function drawReview(language: "zh" | "en"): Promise<Uint8Array> {
  const scratch = mkdtempSync(join(tmpdir(), "huibian-review-"));
  const options = ["--out", scratch, "--lang", language, "--no-cache"];
  const main = join("dist", "cli", "main.js");
  execFileSync(process.execPath, [main, "build", join("data", "beidaihe"), ...options]);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 640 } });
    await page.goto(pathToFileURL(join(scratch, "beidaihe", "review.html")).href);
    await page.locator("html[data-ready]").waitFor();
    // A word that nobody meant: 经济效意 for 经济效益.
    const told = page.locator(".details", { hasText: "经济效意" });
    for (let step = 0; step < 40 && (await told.count()) === 0; step += 1) await page.keyboard.press("n");
    return await withFewColours(await page.screenshot());
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true });
  }
}

/** The page on which the projects of the worked example are, as far down as they reach. */
async function drawExample(): Promise<Picture> {
  const scratch = mkdtempSync(join(tmpdir(), "huibian-example-"));
  writeExample(readFileSync(join("templates", "README.md"), "utf8"), scratch);
  const main = join("dist", "cli", "main.js");
  const place = (name: string) => join(scratch, name);
  const options = ["--templates", place("forms"), "--out", place("out")];
  execFileSync(process.execPath, [main, "build", place("data"), ...options]);
  const reports = join(place("out"), "yunxi");
  const report = readdirSync(reports).find((name) => name.endsWith(".pdf")) ?? "";
  const bytes = readFileSync(join(reports, report));
  rmSync(scratch, { recursive: true });
  const { outline } = await readPdf(bytes);
  const sheet = outline.at(-1)?.items[0]?.page ?? outline.at(-1)?.page;
  const [page] = sheet === undefined ? [] : await renderPdf(bytes, { dpi, sheets: [sheet] });
  if (page === undefined) throw new Error("the example has no page of projects");
  return cropped(page);
}

/** Without the blank margins and the page number at the foot. */
function cropped({ width, height, grey }: Picture): Picture {
  const body = grey.subarray(0, width * Math.round(height * 0.88));
  const dark = Array.from(body.entries()).flatMap(([at, value]) => (value < 200 ? [at] : []));
  const rows = dark.map((at) => Math.floor(at / width));
  const columns = dark.map((at) => at % width);
  const least = (all: readonly number[]) => all.reduce((one, other) => Math.min(one, other), Infinity);
  const most = (all: readonly number[]) => all.reduce((one, other) => Math.max(one, other), 0);
  const [top, left] = [Math.max(least(rows) - border, 0), Math.max(least(columns) - border, 0)];
  const size = { width: most(columns) + border - left, height: most(rows) + border - top };
  const inside = Array.from({ length: size.width * size.height }, (_, at) => {
    const [row, column] = [top + Math.floor(at / size.width), left + (at % size.width)];
    return grey[row * width + column] ?? 255;
  });
  return { ...size, grey: Uint8Array.from(inside) };
}
