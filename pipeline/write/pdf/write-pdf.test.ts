/** The specimen through the PDF writer, read back with pdfjs. */
import { DOMParser } from "@xmldom/xmldom";
import { beforeAll, describe, expect, test } from "vitest";
import type { LaidLine, LaidRun, PageItem } from "../../layout/index.ts";
import { testFonts } from "../../testing/fonts.ts";
import { headingPlaces, laidSpecimen } from "../../testing/laid-specimen.ts";
import { type ReadPdf, readPdf, textInBox } from "../../testing/read-pdf.ts";
import { type LaidDocument, writePdf } from "../../testing/whole-document.ts";

const createdAt = new Date("2026-03-01T08:00:00.500Z");
const write = async (laid: LaidDocument) => writePdf(laid, { createdAt, fonts: testFonts() });

const specimen = laidSpecimen();
let bytes: Uint8Array;
let pdf: ReadPdf;
beforeAll(async () => {
  bytes = await write(specimen);
  pdf = await readPdf(bytes);
});

describe("pages", () => {
  test("are the laid ones, sheet for sheet", () => {
    const sizes = pdf.pages.map(({ width, height }) => ({ width, height }));
    expect(sizes).toEqual(
      specimen.pages.map(({ geometry: { width, height } }) => ({
        width: expect.closeTo(width, 3),
        height: expect.closeTo(height, 3),
      })),
    );
  });

  test("say what was laid, in reading order", () => {
    for (const [index, page] of specimen.pages.entries()) {
      const read = pdf.pages[index]?.items.filter(({ slanted }) => !slanted) ?? [];
      const lines = [...page.items.flatMap(linesOf), ...(page.footer === undefined ? [] : [page.footer])];
      const laid = lines.flatMap(({ runs }) => runs.map(({ text }) => text));
      expect(solid(read.map(({ text }) => text))).toBe(solid(laid));
    }
  });

  test("show every run at its place", () => {
    for (const [index, page] of specimen.pages.entries()) {
      const read = pdf.pages[index]?.items ?? [];
      for (const line of [
        ...page.items.flatMap(linesOf),
        ...(page.footer === undefined ? [] : [page.footer]),
      ])
        for (const run of line.runs.filter(({ text }) => /^\S/u.test(text)))
          expect(
            read.some(({ x, y }) => Math.abs(x - run.x) < 0.1 && Math.abs(y - line.baseline) < 0.1),
            `${run.text} on sheet ${index}`,
          ).toBe(true);
    }
  });

  test("carry the printed numbers as labels, a cover none", () => {
    expect(pdf.pages.map(({ label }) => label)).toEqual(["", "I", "1", "2", "3", "4", "5"]);
  });

  test("show the watermark from corner to corner, landscape too", async () => {
    for (const { items, width } of pdf.pages) {
      const [mark, ...more] = items.filter(({ slanted }) => slanted);
      expect(more).toEqual([]);
      expect(mark?.text).toBe("草稿 2026-03-01");
      expect(mark?.x).toBeLessThan(width / 2);
      expect(mark?.font).toBe("NotoSansSC-Regular");
    }
    const { watermark: _, ...document } = specimen.document;
    const plain = await readPdf(await write({ ...specimen, document }));
    expect(plain.pages.flatMap(({ items }) => items.filter(({ slanted }) => slanted))).toEqual([]);
  });
});

test("a cell is read back from its box", () => {
  const page = pdf.pages[4];
  const table = specimen.pages[4]?.items.find((item) => item.kind === "table");
  if (page === undefined || table?.kind !== "table") throw new Error("the specimen has a table on sheet 4");
  const { x, y, widths, heights } = table;
  const right = x + (widths[0] ?? 0);
  expect(textInBox(page, x, y + (heights[0] ?? 0), right, y + 2 * (heights[1] ?? 0))).toBe(
    "预算规模\n及资金用途",
  );
});

describe("navigation", () => {
  test("the outline nests the headings and leads to them", () => {
    const part1 = headingPlaces.get("part-1");
    expect(pdf.outline).toMatchObject([
      {
        title: "第一部分　部门整体绩效目标",
        page: 2,
        top: expect.closeTo(part1?.top ?? 0, 1),
        open: true,
        items: [{ title: "一、总体绩效目标", page: 2 }],
      },
      {
        title: "第二部分　项目绩效目标",
        page: 4,
        open: true,
        items: [
          { title: "1.道路养护专项{name-0}绩效目标表", page: 4, open: false },
          { title: "2.A&B <演示> 绩效目标表", page: 6, open: false },
        ],
      },
    ]);
  });

  test("each line of the contents is one link to its heading", () => {
    const entries = specimen.pages[1]?.items.flatMap((item) =>
      item.kind === "contents-entry" ? [item] : [],
    );
    const expected = entries?.map(({ entry, lines }) => {
      const place = headingPlaces.get(entry.id);
      const [line] = lines;
      const rect = { y0: expect.closeTo(line?.top ?? 0, 1), x0: expect.closeTo(line?.runs[0]?.x ?? 0, 1) };
      return { rect, destPage: place?.page, destTop: expect.closeTo(place?.top ?? 0, 1) };
    });
    expect(pdf.pages.flatMap(({ links }) => links)).toMatchObject(expected ?? []);
    expect(expected).toHaveLength(5);
  });
});

describe("properties", () => {
  test("stand in Info", () => {
    expect(pdf.info).toMatchObject({
      PDFFormatVersion: "1.7",
      Language: "zh-CN",
      Title: "示范局2026年部门预算绩效文本 A&B",
      Author: "示范局",
      Subject: "部门预算绩效文本",
      Creator: "huibian",
      Producer: "huibian",
      CreationDate: "D:20260301080000Z",
      ModDate: "D:20260301080000Z",
    });
  });

  test("stand in a well-formed XMP packet, whatever the title holds", async () => {
    const document = { ...specimen.document, title: "A&B <c>\u0001 ]]>", author: "", subject: "" };
    const { xmp, info } = await readPdf(await write({ ...specimen, document }));
    const parser = new DOMParser({ onError: (_, message) => expect.fail(message) });
    const packet = parser.parseFromString(xmp.trim(), "text/xml");
    const text = (name: string) => packet.getElementsByTagName(name)[0]?.textContent;
    expect(text("dc:title")).toBe("A&B <c>  ]]>");
    expect(text("dc:creator")).toBeUndefined();
    expect(text("xmp:CreateDate")).toBe("2026-03-01T08:00:00Z");
    expect(text("xmp:ModifyDate")).toBe("2026-03-01T08:00:00Z");
    expect(text("pdf:Producer")).toBe(info.Producer);
    expect(text("pdfaid:part")).toBe("2");
    expect(text("pdfaid:conformance")).toBe("A");
  });

  test("claim PDF/A-2a and PDF/UA-1, which PDF/A has to be told of", () => {
    expect(pdf.xmp).toContain("<pdfaid:conformance>A<");
    expect(pdf.xmp).toContain("<pdfuaid:part>1<");
    expect(pdf.xmp).toContain("<pdfaSchema:prefix>pdfuaid<");
  });
});

test("the same input gives the same bytes, and is not written to", async () => {
  expect(Buffer.from(await write(freeze(laidSpecimen()))).equals(bytes)).toBe(true);
});

describe("text", () => {
  const draw = async (run: Partial<LaidRun>) => {
    const { items } = (await readPdf(await write(oneRun(run)))).pages[0] ?? { items: [] };
    return items;
  };

  test("takes the width that layout measured: no kerning, no ligatures, spacing after each character", async () => {
    const advance = testFonts().get("latin-regular").advance;
    for (const text of ["AVATo.Wa", "fi1.5ffl"]) {
      const measured = Array.from(text, (sign) => (advance?.(sign.codePointAt(0) ?? 0) ?? 0) * 20 + 1.5);
      const items = await draw({ text, font: "latin-regular", size: 20, spacing: 1.5 });
      expect(items).toMatchObject([{ text, font: "Tinos-Regular" }]);
      const width = measured.reduce((sum, value) => sum + value, 0);
      expect(Math.abs((items[0]?.width ?? 0) - width)).toBeLessThan(1.6);
      expect(items[0]?.width).toBeGreaterThan(width - 1.5 - 0.1);
    }
  });

  // Noto draws 民 and the radical ⺠ with one glyph, and so the two forms of 母 and of ….
  test.each(["民⺠母⺟", "⺠民⺟母", "…⋯", "X5R", "㎡①"])("reads back as written: %s", async (text) => {
    const items = await draw({ text });
    expect(items.map((item) => item.text).join("")).toBe(text);
  });

  test("stays on its page at the sheet's very foot", async () => {
    const { pages } = await readPdf(await write(oneRun({ text: "脚" }, 841)));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.items[0]?.y).toBeCloseTo(841, 1);
  });

  test("that its font cannot draw is our own mistake", async () => {
    await expect(draw({ text: "字", font: "latin-regular" })).rejects.toThrow("has no glyph for U+5b57");
    await expect(draw({ font: "none" })).rejects.toThrow('"none"');
  });
});

test("a contents entry without a heading is our own mistake", async () => {
  await expect(write({ ...specimen, pages: specimen.pages.slice(0, 2) })).rejects.toThrow(
    "no place is known",
  );
});

function oneRun(run: Partial<LaidRun>, baseline = 200): LaidDocument {
  const [cover] = specimen.pages;
  const title = cover?.items[0];
  if (cover === undefined || title?.kind !== "text") throw new Error("the specimen begins with a title");
  const whole: LaidRun = {
    ...{ text: "字", font: "song-regular", bold: false, size: 12, x: 100, width: 12, spacing: 0 },
    ...run,
  };
  const lines = [{ top: baseline - 12, height: 15, baseline, runs: [whole] }];
  const { watermark: _, ...document } = specimen.document;
  const items = [{ ...title, part: { ...title.part, lines } }];
  return { document, pages: [{ ...cover, items }], flows: [] };
}

function linesOf(item: PageItem): readonly LaidLine[] {
  if (item.kind === "text") return item.part.lines;
  if (item.kind === "contents-entry") return item.lines;
  return item.cells.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
}

function solid(texts: readonly string[]): string {
  return texts.join("").replace(/\s/gu, "");
}

function freeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of value instanceof Map ? value.values() : Object.values(value)) freeze(part);
  return value;
}
