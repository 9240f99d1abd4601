/** The tags of the specimen's PDF, as readers other than ours see them; and that no check of theirs always passes. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, type TestContext, test } from "vitest";
import { checkPdfTags } from "./check-pdf-tags.ts";
import { testFonts } from "./fonts.ts";
import { laidSpecimen } from "./laid-specimen.ts";
import { runTool } from "./outside-tools.ts";
import { readAloud } from "./read-aloud.ts";
import { type PdfValue, readTaggedPdf, type TaggedPdf } from "./read-pdf-tags.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writePdf } from "./whole-document.ts";

const createdAt = new Date("2026-03-01T08:00:00Z");
const bytes = writePdf(laidSpecimen(), { createdAt, fonts: testFonts() });

let read: Promise<TaggedPdf> | undefined;
const specimen = (context: TestContext): Promise<TaggedPdf> => {
  read ??= readTaggedPdf(context, bytes);
  return read;
};

test("nothing is wrong with them", async (context) => {
  expect(checkPdfTags(await specimen(context))).toEqual([]);
});

type Objects = Record<string, PdfValue>;
type Dictionary = { [key: string]: PdfValue };

/** The object that `is` is true of first, to be changed. */
function find(objects: Objects, is: (value: Dictionary) => boolean): Dictionary {
  const found = Object.values(objects).find((value) => isObject(value) && is(value));
  if (found === undefined || !isObject(found)) throw new Error("the specimen has no such object");
  return found;
}
function isObject(value: PdfValue): value is Dictionary {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
const tagged = (tag: string) => (value: Dictionary) => value["/S"] === tag && "/P" in value;
const attributed = (key: string) => (value: Dictionary) =>
  isObject(value["/A"] ?? null) && key in Object(value["/A"]);

type Pages = { marks: number[]; drawn: { tag: string; mcid: number | undefined }[][]; meaningless: number }[];

const mutations: readonly (readonly [fault: string, mutate: (objects: Objects, pages: Pages) => void])[] = [
  ["marked", (objects) => delete find(objects, (value) => "/Marked" in value)["/Marked"]],
  ["no language", (objects) => delete find(objects, (value) => "/Lang" in value)["/Lang"]],
  [
    "what a window shows",
    (objects) => delete find(objects, (value) => "/DisplayDocTitle" in value)["/DisplayDocTitle"],
  ],
  [
    "no structure tree",
    (objects) => delete find(objects, (value) => value["/Type"] === "/StructTreeRoot")["/Type"],
  ],
  ["not one document", (objects) => Object.assign(find(objects, tagged("/Document")), { "/S": "/Sect" })],
  ["structure's order", (objects) => delete find(objects, (value) => "/Tabs" in value)["/Tabs"]],
  ["outside all marks", (_, pages) => pages[0]?.drawn.push([])],
  ["artefact is content", (_, pages) => pages[0]?.drawn[0]?.push({ tag: "Artifact", mcid: undefined })],
  ["content of two", (_, pages) => pages[0]?.drawn[0]?.push({ tag: "P", mcid: 90 })],
  ["marked twice", (_, pages) => pages[0]?.marks.push(0)],
  ["is in no element", (_, pages) => pages[0]?.marks.push(77)],
  ["is in two elements", (objects) => Object.assign(find(objects, tagged("/P")), { "/K": [0, 0] })],
  ["is on no page", (objects) => Object.assign(find(objects, tagged("/P")), { "/K": [0, 55] })],
  [
    "stands in two",
    (objects) => {
      const row = find(objects, tagged("/TR"));
      row["/K"] = [row["/K"] ?? null, row["/K"] ?? null].flat();
    },
  ],
  ["is no element", (objects) => delete find(objects, tagged("/TD"))["/S"]],
  ["as its parent", (objects) => Object.assign(find(objects, tagged("/TD")), { "/P": "1 0 R" })],
  [
    "other elements",
    (objects) =>
      Object.assign(
        find(objects, (value) => "/StructParents" in value),
        { "/StructParents": 1 },
      ),
  ],
  [
    "shares key",
    (objects) =>
      Object.assign(
        find(objects, (value) => "/StructParents" in value),
        { "/StructParents": 1 },
      ),
  ],
  ["nobody's", (objects) => delete find(objects, (value) => "/StructParents" in value)["/StructParents"]],
  [
    "given out again",
    (objects) =>
      Object.assign(
        find(objects, (value) => "/ParentTreeNextKey" in value),
        { "/ParentTreeNextKey": 3 },
      ),
  ],
  ["outside the tree", (objects) => Object.assign(objects, { "9999 0 R": { "/S": "/P", "/P": "1 0 R" } })],
  ["no type that we use", (objects) => Object.assign(find(objects, tagged("/TD")), { "/S": "/Figure" })],
  ["holds /TD", (objects) => Object.assign(find(objects, tagged("/TR")), { "/S": "/TD" })],
  ["/Document holds text", (objects) => Object.assign(find(objects, tagged("/Document")), { "/K": 0 })],
  ["is empty", (objects) => delete find(objects, tagged("/P"))["/K"]],
  ["skips a level", (objects) => Object.assign(find(objects, tagged("/H1")), { "/S": "/H3" })],
  ["and its annotations", (objects) => Object.assign(find(objects, tagged("/Link")), { "/K": 0 })],
  ["R is in no element", (objects) => Object.assign(find(objects, tagged("/Link")), { "/K": 0 })],
  [
    "says nothing",
    (objects) => delete find(objects, (value) => "/Contents" in value && "/Rect" in value)["/Contents"],
  ],
  ["codes mean", (objects) => delete find(objects, (value) => "/ToUnicode" in value)["/ToUnicode"]],
  ["mean nothing", (_, pages) => Object.assign(pages[0] ?? {}, { meaningless: 1 })],
  [
    "no header cell",
    (objects) => {
      for (const value of Object.values(objects))
        if (isObject(value) && value["/S"] === "/TH") Object.assign(value, { "/S": "/TD" });
    },
  ],
  [
    "leaves the grid",
    (objects) => Object.assign(find(objects, attributed("/RowSpan")), { "/A": { "/RowSpan": 99 } }),
  ],
  ["different widths", (objects) => Object.assign(find(objects, attributed("/ColSpan")), { "/A": {} })],
  ["its scope", (objects) => delete find(objects, tagged("/TH"))["/A"]],
];

test.for(mutations)("a fault is found: %s", async ([fault, mutate], context) => {
  const { objects, pages, root }: TaggedPdf = await specimen(context);
  const changed = structuredClone({ objects: { ...objects }, pages: pages.map(mutable) });
  mutate(changed.objects, changed.pages);
  expect(checkPdfTags({ root, ...changed }).join("\n")).toContain(fault);
});

function mutable({ marks, drawn, ...page }: TaggedPdf["pages"][number]) {
  return { ...page, marks: [...marks], drawn: drawn.map((surrounding) => [...surrounding]) };
}

test("pdfjs finds on a table's second page what begins there, and nothing printed again", async () => {
  const spoken = (await readAloud(bytes))[5] ?? [];
  // 指标6 to 指标12 with value and unit, every other basis, and 质量指标: 产出指标 and 数量指标 are of the page before.
  expect(spoken).toHaveLength(7 * 3 + 3 + 1);
  expect(spoken.filter(({ role }) => role === "TH").map(({ text }) => text)).toEqual(["质量指标"]);
});

async function structureOf(context: TestContext): Promise<readonly string[]> {
  const pdf = join(temporaryFolder(), "specimen.pdf");
  writeFileSync(pdf, bytes);
  const { stdout } = await runTool(context, "pdfinfo", ["-struct-text", pdf]);
  return stdout.split("\n").map((line) => line.trim());
}

describe("an independent reader reads", () => {
  let lines: Promise<readonly string[]> | undefined;
  const readByPoppler = (context: TestContext) => {
    lines ??= structureOf(context);
    return lines;
  };
  const below = (lines: readonly string[], text: string, count: number) => {
    const at = lines.findLastIndex((line) => line.startsWith(`"${text}`));
    return lines.slice(at, at + count);
  };

  test("headings and what follows them, a paragraph over two pages as one", async (context) => {
    const lines = await readByPoppler(context);
    const texts = below(lines, "一、总体绩效目标", 6).map((line) => line.slice(0, 9));
    expect(texts).toEqual([
      '"一、总体绩效目标',
      "P (block)",
      '"坚持以人民为中心',
      '"理，完成年度重点',
      "Sect",
      "H1 (block",
    ]);
  });

  test("a label over two pages as one header cell, printed once", async (context) => {
    const lines = await readByPoppler(context);
    const row = lines.lastIndexOf("TR", lines.indexOf('"产出指标"'));
    expect(lines.slice(row, row + 9)).toEqual([
      "TR",
      ...["TH:", "/Scope /Row", "/RowSpan 12", '"产出指标"'],
      ...["TH:", "/Scope /Row", "/RowSpan 7", '"数量指标"'],
    ]);
    expect(lines.filter((line) => line.includes("（续）"))).toEqual([]);
    expect(lines.filter((line) => line === '"三级指标"')).toHaveLength(1);
  });

  test("contents by level, each entry a link without its dots", async (context) => {
    const lines = await readByPoppler(context);
    expect(below(lines, "目", 7).map((line) => line.replace(/ .*$/u, ""))).toEqual([
      '"目　　录"',
      ...["TOC", "TOCI", "Reference", "Link"],
      '"第一部分　部门整体绩效目标1"',
      "Object",
    ]);
  });

  test("all that pdfjs does, lines with Han beside Latin too", async (context) => {
    const read = (await readByPoppler(context)).filter((line) => /^".*"$/u.test(line));
    const spoken = (await readAloud(bytes)).flat();
    // They order the pages of a table otherwise.
    const sorted = (texts: readonly string[]) =>
      Array.from(solid(texts.join("")))
        .sort()
        .join("");
    expect(sorted(read.map((line) => line.slice(1, -1)))).toEqual(sorted(spoken.map(({ text }) => text)));
  });

  test("no page number and no watermark", async (context) => {
    const text = (await readByPoppler(context)).join("");
    expect(text).not.toMatch(/— \S+ —|草稿/u);
  });
});
