/** Holds pdfmake and pdfkit to the inside that `pdfmake-engine.ts` relies on. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { deflateSync, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { testFonts } from "../../testing/fonts.ts";
import { readPdf } from "../../testing/read-pdf.ts";
import { openCodedFonts } from "./coded-fonts.ts";
import { openContentStream } from "./content-stream.ts";
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
  });
}
const size = { width: 200, height: 100 };
const blank = { size, streams: [], destinations: [], links: [], annotations: [] };

function finish(engine: Engine): Uint8Array {
  const structure = engine.objects.takeNumbers(1);
  engine.objects.add(structure, "<</Type/StructTreeRoot>>");
  return engine.finish({ xmp: "", structure });
}

/** Operators that say something in one font, which the engine is told. */
function words(engine: Engine, text: string, font = "song-regular"): Uint8Array {
  const { fontOf, takeDrawn } = openCodedFonts(testFonts());
  const { name, draw } = fontOf(font);
  const stream = openContentStream();
  stream.put(`BT\n/${name} 10 Tf\n1 0 0 1 10 50 Tm(`);
  draw(text, stream);
  stream.put(")Tj\nET\n");
  engine.drawText(takeDrawn());
  return stream.take();
}

function saying(engine: Engine, text: string, font?: string) {
  return { ...blank, streams: [{ operators: words(engine, text, font) }] };
}

test("every page is a page, of its own size, an empty one too", async () => {
  const engine = open();
  engine.drawPage(saying(engine, "上"));
  engine.drawPage(blank);
  engine.drawPage({ ...saying(engine, "末"), size: { width: 100, height: 300 } });
  const { pages } = await readPdf(finish(engine));
  expect(pages.map(({ width, height, items }) => [width, height, items.map(({ text }) => text)])).toEqual([
    [200, 100, ["上"]],
    [200, 100, []],
    [100, 300, ["末"]],
  ]);
});

test("only fonts that are used are embedded, each once", () => {
  const engine = open();
  engine.drawText({ "hei-regular": "" });
  engine.drawPage(saying(engine, "字。"));
  engine.drawPage(saying(engine, "字"));
  const said = streamsOf(Buffer.from(finish(engine))).join("\n");
  expect(said.match(/\/Type \/FontDescriptor/gu)).toHaveLength(1);
  expect(said.match(/\/FontFile2 /gu)).toHaveLength(1);
});

test("a stream is written as it is given, deflated or not", async () => {
  const engine = open();
  const deflated = deflateSync(words(engine, "先"));
  engine.drawPage({ ...blank, streams: [{ deflated }, { operators: words(engine, "后") }] });
  const file = finish(engine);
  expect(Buffer.from(file).includes(deflated)).toBe(true);
  const { pages } = await readPdf(file);
  expect(pages.flatMap(({ items }) => items.map(({ text }) => text)).join("")).toBe("先后");
});

test("what pages share is written once, and covers so much and no more", async () => {
  const engine = open();
  engine.shareStream("mark", words(engine, "草稿", "hei-regular"), 0.25);
  for (const text of ["字", "文"])
    engine.drawPage({ ...blank, streams: [{ operators: words(engine, text) }, { shared: "mark" }] });
  const file = Buffer.from(finish(engine));
  expect(streamsOf(file).join("\n")).toMatch(/\/Type \/ExtGState\n\/ca 0\.25\n/u);
  expect(
    streamsOf(file).filter((stream) => /^\/opacity-0-25 gs\nBT[\s\S]*Tj\nET\n$/u.test(stream)),
  ).toHaveLength(1);
  const { pages } = await readPdf(new Uint8Array(file));
  expect(pages.map(({ items }) => items.map(({ text }) => text))).toEqual([
    ["字", "草稿"],
    ["文", "草稿"],
  ]);
});

test("a stream that nobody shared is our own mistake", () => {
  expect(() => open().drawPage({ ...blank, streams: [{ shared: "mark" }] })).toThrow(
    'no stream is called "mark"',
  );
});

test("links forward and back, and outline levels below the second", async () => {
  const engine = open();
  const link = { x: 10, y: 20, width: 30, height: 8, text: "", parentKey: 1 };
  engine.drawPage({ ...blank, destinations: [{ name: "a", top: 15 }], links: [{ ...link, to: "b" }] });
  engine.drawPage({ ...blank, destinations: [{ name: "b", top: 60 }], links: [{ ...link, to: "a" }] });
  const leaf = { page: 1, top: 60, entries: [] };
  const middle = { title: "二", page: 0, top: 15, entries: [{ ...leaf, title: "三" }] };
  engine.addOutline([{ title: "一", page: 0, top: 15, entries: [middle] }]);
  engine.addPageLabels([
    { page: 0, style: "R", start: 3 },
    { page: 1, style: "D", start: 7 },
  ]);
  const { pages, outline } = await readPdf(await finish(engine));
  const rect = { x0: 10, y0: 20, x1: 40, y1: 28 };
  expect(pages.map(({ links, label }) => ({ links, label }))).toEqual([
    { links: [{ rect, destPage: 1, destTop: 60 }], label: "III" },
    { links: [{ rect, destPage: 0, destTop: 15 }], label: "7" },
  ]);
  expect(outline).toMatchObject([
    { open: true, items: [{ open: false, items: [{ title: "三", page: 1, top: 60, left: 0 }] }] },
  ]);
});

/** What the file's deflated streams say, one character a byte. */
function streamsOf(file: Buffer): readonly string[] {
  const said: string[] = [];
  for (let at = file.indexOf("\nstream\n"); at >= 0; at = file.indexOf("\nstream\n", at + 1)) {
    const start = at + "\nstream\n".length;
    try {
      said.push(inflateSync(file.subarray(start, file.indexOf("\nendstream", start))).toString("latin1"));
    } catch {
      // Not deflated: it says what it says, and is not looked for here.
    }
  }
  return said;
}
