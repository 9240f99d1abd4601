/** Holds pdfmake and pdfkit to the inside that `pdfmake-engine.ts` relies on. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { testFonts } from "../../testing/fonts.ts";
import { readPdf } from "../../testing/read-pdf.ts";
import { type Engine, openEngine } from "./pdfmake-engine.ts";

const require = createRequire(import.meta.url);

// The engine's types describe these versions. For another one: read the diff of pdfmake's Printer, LayoutBuilder,
// Renderer and of pdfkit's EmbeddedFont, then change the numbers.
test.each([
  ["pdfmake", "0.3.11"],
  ["pdfkit", "0.19.1"],
])("%s is the version that was read", (library, version) => {
  expect(JSON.parse(readFileSync(require.resolve(`${library}/package.json`), "utf8"))).toMatchObject({
    version,
  });
});

function open(): Engine {
  return openEngine({
    fontFile: testFonts().get,
    information: { title: "", author: "", subject: "", producer: "test", createdAt: new Date(0) },
    language: "zh-CN",
    xmp: "",
  });
}
const size = { width: 200, height: 100 };
const blank = { size, operators: "", fonts: [], destinations: [], links: [] };

/** A page that says something in one font. */
function saying(engine: Engine, words: string, font = "song-regular") {
  const { name, encode } = engine.fontOf(font);
  const operators = `BT\n/${name} 10 Tf\n1 0 0 1 10 50 Tm(${encode(words)})Tj\nET`;
  return { ...blank, operators, fonts: [font] };
}

test("every page is a page, of its own size, an empty one too", async () => {
  const engine = open();
  engine.drawPage(saying(engine, "上"));
  engine.drawPage(blank);
  engine.drawPage({ ...saying(engine, "末"), size: { width: 100, height: 300 } });
  const { pages } = await readPdf(engine.finish());
  expect(pages.map(({ width, height, items }) => [width, height, items.map(({ text }) => text)])).toEqual([
    [200, 100, ["上"]],
    [200, 100, []],
    [100, 300, ["末"]],
  ]);
});

test("only fonts that are used are embedded, each once", () => {
  const engine = open();
  engine.fontOf("hei-regular");
  engine.drawPage(saying(engine, "字。"));
  engine.drawPage(saying(engine, "字"));
  const file = Buffer.from(engine.finish()).toString("latin1");
  expect(file.match(/\/Type \/FontDescriptor/gu)).toHaveLength(1);
  expect(file.match(/\/FontFile2 /gu)).toHaveLength(1);
});

test("a page's stream does not depend on what other pages say", () => {
  const alone = open();
  const after = open();
  after.drawPage(saying(after, "在前"));
  expect(saying(after, "甲乙")).toEqual(saying(alone, "甲乙"));
});

test("what is drawn on top covers so much and no more", async () => {
  const engine = open();
  const mark = saying(engine, "草稿", "hei-regular");
  engine.drawPage({
    ...saying(engine, "字"),
    fonts: ["song-regular", ...mark.fonts],
    watermark: { operators: mark.operators, opacity: 0.25 },
  });
  const file = Buffer.from(engine.finish());
  expect(file.toString("latin1")).toMatch(/\/Type \/ExtGState\n\/ca 0\.25\n/u);
  const start = file.indexOf("stream\n") + "stream\n".length;
  const operators = inflateSync(file.subarray(start, file.indexOf("\nendstream", start))).toString("latin1");
  expect(operators).toMatch(/Tj\nET\n\/Gs1 gs\nBT.*Tj\nET\n$/su);
  const { pages } = await readPdf(new Uint8Array(file));
  expect(pages.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(["字", "草稿"]);
});

test("links forward and back, and outline levels below the second", async () => {
  const engine = open();
  const link = { x: 10, y: 20, width: 30, height: 8 };
  engine.drawPage({ ...blank, destinations: [{ name: "a", top: 15 }], links: [{ ...link, to: "b" }] });
  engine.drawPage({ ...blank, destinations: [{ name: "b", top: 60 }], links: [{ ...link, to: "a" }] });
  const leaf = { page: 1, top: 60, entries: [] };
  const middle = { title: "二", page: 0, top: 15, entries: [{ ...leaf, title: "三" }] };
  engine.addOutline([{ title: "一", page: 0, top: 15, entries: [middle] }]);
  engine.addPageLabels([
    { page: 0, prefix: "附-" },
    { page: 1, style: "D", start: 7 },
  ]);
  const { pages, outline } = await readPdf(await engine.finish());
  const rect = { x0: 10, y0: 20, x1: 40, y1: 28 };
  expect(pages.map(({ links, label }) => ({ links, label }))).toEqual([
    { links: [{ rect, destPage: 1, destTop: 60 }], label: "附-" },
    { links: [{ rect, destPage: 0, destTop: 15 }], label: "7" },
  ]);
  expect(outline).toMatchObject([
    { open: true, items: [{ open: false, items: [{ title: "三", page: 1, top: 60, left: 0 }] }] },
  ]);
});
