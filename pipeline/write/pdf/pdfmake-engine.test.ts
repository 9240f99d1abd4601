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
    fonts: ["song-regular", "hei-regular", "latin-regular"].map(testFonts().get),
    information: { title: "", author: "", subject: "", producer: "test", createdAt: new Date(0) },
    language: "zh-CN",
    xmp: "",
  });
}
const size = { width: 200, height: 100 };
const blank = { size, content: [], destinations: [], links: [] };
const text = (words: string, x: number, y: number) => ({
  text: words,
  font: "song-regular",
  fontSize: 10,
  characterSpacing: 0,
  absolutePosition: { x, y },
});

test("a line that does not fit makes no further page, and an empty page stays", async () => {
  const engine = open();
  engine.drawPage({ ...blank, content: [text("上", 10, -20), text("中", 10, 50), text("下", 10, 99)] });
  engine.drawPage(blank);
  engine.drawPage({ ...blank, size: { width: 100, height: 300 }, content: [text("末", 10, 50)] });
  const { pages } = await readPdf(await engine.finish());
  expect(pages.map(({ width, height }) => [width, height])).toEqual([
    [200, 100],
    [200, 100],
    [100, 300],
  ]);
  expect(pages.map(({ items }) => items.length)).toEqual([1, 0, 1]);
});

test("a second page of a settled one is refused", () => {
  expect(() => open().drawPage({ ...blank, content: [text("外", 10, 101)] })).toThrow("2 pages");
});

test("only fonts that are used are embedded", async () => {
  const engine = open();
  engine.drawPage({ ...blank, content: [text("字", 10, 10), text("。", 30, 10)] });
  const file = Buffer.from(await engine.finish()).toString("latin1");
  expect(file.match(/\/Type \/FontDescriptor/gu)).toHaveLength(1);
});

test("text is drawn without painting a path that is not there", async () => {
  const engine = open();
  engine.drawPage({
    ...blank,
    content: [text("字", 10, 10)],
    watermark: { text: "草稿", font: "hei-regular" },
  });
  const file = Buffer.from(await engine.finish());
  const start = file.indexOf("stream\n") + "stream\n".length;
  const operators = inflateSync(file.subarray(start, file.indexOf("\nendstream", start))).toString("latin1");
  expect(operators.match(/TJ$/gmu)).toHaveLength(2);
  expect(operators).not.toMatch(/^[fS]$/mu);
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
