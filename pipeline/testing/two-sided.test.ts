/** Reports printed on both sides of a sheet: the same number on the same side in the PDF and in the DOCX as LibreOffice shows it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Document } from "../model/index.ts";
import { documentOf, heading, houseStyle, paragraph, section } from "./build-document.ts";
import { testFonts } from "./fonts.ts";
import { gallery } from "./gallery.ts";
import { openInLibreOffice } from "./libreoffice.ts";
import { readDocx } from "./read-docx.ts";
import { readPdf } from "./read-pdf.ts";
import { sidesOf, wrongSides } from "./sides.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { layOut, resolveDocument, writeDocx, writePdf } from "./whole-document.ts";

const createdAt = new Date("2024-01-15T00:00:00Z");
const cover = section([paragraph("封面")], { numbering: "none", centred: true });
const contents = section([{ kind: "contents", entryStyles: ["contents-1", "contents-2", "contents-3"] }], {
  numbering: "roman",
});

/** As many headings as the contents have entries. */
function body(entries: number) {
  return section(
    Array.from({ length: entries }, (_, index) => [
      heading(`h-${index}`, `第${index + 1}项`),
      paragraph("正文。"),
    ]).flat(),
  );
}

const landscape = section([heading("wide", "横放")], { continues: true, orientation: "landscape" });

/** About 26 entries fill a page of contents. */
const documents: Readonly<Record<string, Document>> = {
  "contents of 1 page": documentOf(cover, contents, body(9), landscape),
  "contents of 2 pages": documentOf(cover, contents, body(40), landscape),
  "contents of 3 pages": documentOf(cover, contents, body(64)),
  "no cover, contents of 1 page": documentOf(contents, body(9)),
  "no cover, contents of 2 pages": documentOf(contents, body(40)),
  "no cover, contents of 3 pages": documentOf(contents, body(64), landscape),
  "neither cover nor contents": documentOf(body(3), landscape),
  "a cover of two pages": documentOf(
    section([paragraph("封面"), paragraph("扉页", { pageBreakBefore: true })], { numbering: "none" }),
    contents,
    body(9),
  ),
  "a draft": { ...documentOf(cover, contents, body(9)), watermark: "草稿 2024-01-15" },
  ...gallery,
  "one side": oneSided(documentOf(cover, contents, body(40), landscape)),
};

function oneSided(document: Document): Document {
  const page = { ...houseStyle.page, twoSided: false };
  return { ...document, theme: { ...houseStyle, page } };
}

async function write(document: Document) {
  const resolved = resolveDocument(document, (finding) => expect(finding).toBeUndefined());
  if (resolved === undefined) throw new Error("the document is wrong");
  const laid = layOut(resolved, testFonts(), (finding) => expect(finding).toBeUndefined());
  const docx = await writeDocx(laid, { createdAt });
  const { pages } = await readPdf(writePdf(laid, { createdAt, fonts: testFonts() }));
  return { docx, labels: pages.map(({ label }) => label), sides: sidesOf(pages) };
}

const written = new Map(
  await Promise.all(Object.entries(documents).map(async ([name, one]) => [name, await write(one)] as const)),
);
const of = (name: string) => written.get(name) ?? { docx: new Uint8Array(), labels: [], sides: [] };

describe("PDF", () => {
  test("contents and body begin on right-hand pages, behind blank ones where it takes them", () => {
    expect(of("contents of 1 page").sides.slice(0, 6)).toEqual([
      ...["-", "blank", "I right", "blank"],
      ...["1 right", "2 left"],
    ]);
    expect(of("contents of 2 pages").sides.slice(0, 6)).toEqual([
      ...["-", "blank", "I right", "II left"],
      ...["1 right", "2 left"],
    ]);
    expect(of("contents of 3 pages").sides.slice(0, 8)).toEqual([
      ...["-", "blank", "I right", "II left", "III right", "blank"],
      ...["1 right", "2 left"],
    ]);
    expect(of("no cover, contents of 1 page").sides).toEqual(["I right", "blank", "1 right"]);
    expect(of("neither cover nor contents").sides).toEqual(["1 right", "2 left"]);
    expect(of("a cover of two pages").sides).toEqual(["-", "-", "I right", "blank", "1 right"]);
  });

  test.each(Object.keys(documents).filter((name) => name !== "one side"))(
    "%s: every number stands at the outer edge of its side of the sheet",
    (name) => expect(wrongSides(of(name).sides)).toEqual([]),
  );

  test("labels are the printed numbers; a blank page has none", () => {
    for (const { labels, sides } of written.values())
      expect(labels.map((label) => label || "-")).toEqual(
        sides.map((side) => (side === "blank" ? "-" : side.split(" ")[0])),
      );
  });

  test("printed on one side there is no blank page, and each number stands at the right", () => {
    expect(of("one side").sides).toEqual([
      ...["-", "I right", "II right"],
      ...["1 right", "2 right", "3 right", "4 right", "5 right"],
    ]);
  });
});

test("DOCX: contents and body begin on an odd page, whatever an edit does to the pages before", () => {
  const types = [
    ...(readDocx(of("a draft").docx).parts.get("word/document.xml") ?? "").matchAll(
      /<w:sectPr>.*?<\/w:sectPr>/gsu,
    ),
  ];
  expect(types.map(([xml]) => /<w:type w:val="(\w+)"/u.exec(xml)?.[1])).toEqual([
    undefined,
    undefined,
    "oddPage",
    undefined,
    "oddPage",
  ]);
  const settings = (name: string) => readDocx(of(name).docx).parts.get("word/settings.xml");
  expect(settings("a draft")).toContain("<w:evenAndOddHeaders/>");
  expect(settings("one side")).not.toContain("evenAndOddHeaders");
});

test("DOCX: LibreOffice has the same number on the same side of every page, on screen and in print", async (context) => {
  const folder = temporaryFolder();
  const files = [...written].map(([, { docx }], index) => {
    const file = join(folder, `${index}.docx`);
    writeFileSync(file, docx);
    return file;
  });
  const shown = async (bytes: Uint8Array) => sidesOf((await readPdf(bytes)).pages);
  const [withoutBlanks, withBlanks] = [
    await openInLibreOffice(context, files),
    await openInLibreOffice(context, files, { skippingBlanks: false }),
  ];
  for (const [index, [name, { sides }]] of [...written].entries()) {
    expect(await shown(withoutBlanks[index] ?? new Uint8Array()), name).toEqual(sides);
    // LibreOffice always puts an odd number on a right-hand page; Word does so only if left and right pages differ.
    if (name !== "one side") expect(await shown(withBlanks[index] ?? new Uint8Array()), name).toEqual(sides);
  }
});
