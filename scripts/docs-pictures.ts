/** Reports built in `out/` → the pictures in `docs/pictures`, one page of each form: `npm start`, then `npx tsc -p scripts && node build/scripts/docs-pictures.js`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodePng } from "../pipeline/testing/picture.ts";
import { readPdf } from "../pipeline/testing/read-pdf.ts";
import { renderPdf } from "../pipeline/testing/render-pdf.ts";

/** A sample of each form, and the number of a project whose first page shows the form well; 0: the first page of Part 1. */
const pictures = [
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
];

/** Large enough to read a cell when the picture is opened, and small enough for 60 kB. */
const dpi = 96;
const folder = join("docs", "pictures");

mkdirSync(folder, { recursive: true });
for (const { form, department, project } of pictures) {
  const reports = join("out", department);
  const report = readdirSync(reports).find((name) => name.endsWith(".pdf"));
  if (report === undefined) throw new Error(`no PDF in ${reports}: run npm start`);
  const bytes = readFileSync(join(reports, report));
  const { outline } = await readPdf(bytes);
  const part = outline.at(-1);
  const sheet = project === 0 ? outline.at(-2)?.page : (part?.items[project - 1]?.page ?? part?.page);
  const [page] = sheet === undefined ? [] : await renderPdf(bytes, { dpi, sheets: [sheet] });
  if (page === undefined) throw new Error(`${report} has no project ${project}`);
  const path = join(folder, `${form}.png`);
  const png = encodePng(page);
  writeFileSync(path, png);
  console.log(`${path}: ${page.width} × ${page.height}, ${png.length} bytes`);
}
