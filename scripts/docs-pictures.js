/** Reports built in `out/` → the pictures of the READMEs, one page of each form: `npm start`, then `npx tsc -p scripts && node build/scripts/docs-pictures.js`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodePng } from "../pipeline/testing/picture.js";
import { renderPdf } from "../pipeline/testing/render-pdf.js";
/** A sample of each form; the sheet, from 0, is one on which a project begins. */
const pictures = [
    { form: "hebei", department: "beidaihe", sheet: 9 },
    { form: "anhui", department: "suzhou", sheet: 7 },
    { form: "xinjiang", department: "korla", sheet: 7 },
];
/** Large enough to read a cell when the picture is opened; the three stay below 60 kB each. */
const dpi = 96;
const folder = join("docs", "pictures");
mkdirSync(folder, { recursive: true });
for (const { form, department, sheet } of pictures) {
    const reports = join("out", department);
    const report = readdirSync(reports).find((name) => name.endsWith(".pdf"));
    if (report === undefined)
        throw new Error(`no PDF in ${reports}: run npm start`);
    const [page] = await renderPdf(readFileSync(join(reports, report)), { dpi, sheets: [sheet] });
    if (page === undefined)
        throw new Error(`${report} has no sheet ${sheet}`);
    const path = join(folder, `${form}.png`);
    const bytes = encodePng(page);
    writeFileSync(path, bytes);
    console.log(`${path}: ${page.width} × ${page.height}, ${bytes.length} bytes`);
}
