/** Files that say what the report says pass; each way to break one is caught by the check that is meant for it. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type Comment, openComments } from "../model/index.ts";
import {
  cell,
  documentOf,
  heading,
  houseStyle,
  paragraph,
  row,
  section,
  table,
} from "../testing/build-document.ts";
import { testFonts } from "../testing/fonts.ts";
import { packPdf, type UnpackedPdf, unpackPdf } from "../testing/unpack-pdf.ts";
import { layOut, resolveDocument, writeDocx, writeHtml, writePdf } from "../testing/whole-document.ts";
import { type ExpectedReport, type Fault, packSaid, saidBy, unpackSaid, verifyReport } from "./index.ts";

const label = { style: "cell-label", header: true } as const;
const rows = 40;
const longName = "县乡公路日常养护、水毁修复和安全设施更新以及桥梁隧道定期检测项目";

const report = documentOf(
  section([paragraph("示范局2026年\n部门预算绩效文本", { style: "cover-title" })], {
    numbering: "none",
    centred: true,
  }),
  section(
    [
      paragraph("目　录", { style: "contents-title" }),
      { kind: "contents", entryStyles: ["contents-1", "contents-2", "contents-3"] },
    ],
    { numbering: "roman" },
  ),
  section([
    heading("part-1", "第一部分　总体目标", { level: 1, style: "part" }),
    paragraph(`坚持以人民为中心, 全面实施预算绩效管理。${"完成年度重点任务；".repeat(20)}`, {
      sources: ["goals"],
    }),
    paragraph("", { sources: ["duty"] }),
    heading("part-2", "第二部分　项目目标", { level: 1, style: "part", pageBreakBefore: true }),
    heading("project-1", `1.${longName}绩效目标表`, { style: "table-heading" }),
    table(
      [1, 2, 2],
      [
        row(cell("项目名称", label), cell("道路养护 专项 & <补助>", { colSpan: 2 })),
        row(
          cell("预算\n规模", { ...label, rowSpan: 2 }),
          cell("总额", label),
          cell("500.00", { sources: ["total"] }),
        ),
        row(cell("其他", label), cell("", { sources: ["other"] })),
      ],
      { caption: "道路养护：基本情况" },
    ),
    table(
      [1, 2, 2],
      [
        row(cell("产出指标", { ...label, repeats: true, rowSpan: rows }), cell("指标1"), cell("≥10")),
        ...Array.from({ length: rows - 1 }, (_, index) =>
          row(cell(`指标${index + 2}`), cell(`≥${index + 11}`)),
        ),
      ],
      {
        caption: "道路养护：绩效指标",
        header: [row(cell("一级", label), cell("三级", label), cell("指标值", label))],
      },
    ),
    heading("project-2", "2.桥梁检测绩效目标表", { style: "table-heading", pageBreakBefore: true }),
    table([1, 1], [row(cell("填报人：葛\u{E0100}三"), cell("负责人：李四"))], {
      style: "bare",
      caption: "签名",
    }),
    table([1, 1], [row(cell("项目名称", label), cell("桥梁检测"))], { caption: "桥梁检测：基本情况" }),
  ]),
);

function expectedOf(comments?: readonly Comment[], { sections } = report): ExpectedReport {
  const take = openComments({ comments });
  return {
    title: report.title,
    parts: sections.map(({ blocks, numbering }) => {
      const said = packSaid(saidBy(blocks, take));
      return { said: () => unpackSaid(said), unnumbered: numbering === "none" };
    }),
    missing: new Set(),
    cut: [],
    isRuled: (style) => (houseStyle.table[style]?.border ?? 0) > 0,
  };
}

const expected = expectedOf();

/** Two on one cell, and some on what is blank. */
const comments = ["goals", "duty", "total", "total", "other"].map(
  (source, index): Comment => ({ source, severity: "error", author: "huibian", text: `批注${index}\n建议` }),
);

let docx: Uint8Array;
let pdf: Uint8Array;
let html: Uint8Array;
/** The same as a draft. */
const day = "草稿 2026-01-01";
const drafts: Written[] = [];
let commented: Written;

type Written = { readonly docx: Uint8Array; readonly pdf: Uint8Array; readonly html: Uint8Array };

beforeAll(async () => {
  const fault = () => expect.unreachable("the document is sound");
  const written = async (watermark: string | undefined, told?: readonly Comment[]): Promise<Written> => {
    const document = resolveDocument({ ...report, ...(watermark && { watermark }) }, fault);
    if (document === undefined) return expect.unreachable();
    const laid = layOut(document, testFonts(), fault);
    const createdAt = new Date("2026-01-01T00:00:00Z");
    return {
      docx: await writeDocx(laid, { createdAt, comments: told }),
      pdf: writePdf(laid, { createdAt, comments: told, fonts: testFonts() }),
      html: writeHtml(laid),
    };
  };
  ({ docx, pdf, html } = await written(undefined));
  drafts.push(await written(day), await written("草稿 2026-01-02"));
  commented = await written(undefined, comments);
});

/** The checks that found something. */
function checksOf(
  files: { readonly [format in "docx" | "pdf" | "html"]?: Uint8Array },
  {
    watermark,
    told,
  }: { readonly watermark?: string | undefined; readonly told?: readonly Comment[] | undefined } = {},
): readonly string[] {
  const written = (["docx", "pdf", "html"] as const).flatMap((format) => {
    const bytes = files[format];
    return bytes === undefined ? [] : [{ name: `report.${format}`, format, bytes }];
  });
  const { faults } = verifyReport({ ...expectedOf(told), watermark }, written, {});
  return faults.map(nameOf);
}

function nameOf(fault: Fault): string {
  return fault.kind === "structure" || fault.kind === "damaged" ? `${fault.kind} ${fault.what}` : fault.kind;
}

function brokenDocx(change: (parts: Record<string, string>) => void, file = docx): Uint8Array {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]),
  );
  const before = JSON.stringify(parts);
  change(parts);
  expect(JSON.stringify(parts)).not.toBe(before);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));
}

const body = "word/document.xml";

/** Exchanges the first place where a text stands in a part. */
function inPart(name: string, from: string | RegExp, to: string, of?: () => Uint8Array): () => Uint8Array {
  return () =>
    brokenDocx((parts) => {
      parts[name] = (parts[name] ?? "").replace(from, to);
    }, of?.());
}

function inBody(from: string | RegExp, to: string): () => Uint8Array {
  return inPart(body, from, to);
}

/** Exchanges the first place where a text stands on the page. */
function inHtml(from: string | RegExp, to: string): () => Uint8Array {
  return () => {
    const before = strFromU8(html);
    const changed = before.replace(from, to);
    expect(changed).not.toBe(before);
    return strToU8(changed);
  };
}

function brokenPdf(change: (file: UnpackedPdf) => void, of = pdf): Uint8Array {
  const file = unpackPdf(of);
  const before = JSON.stringify([...file.objects]);
  change(file);
  expect(JSON.stringify([...file.objects])).not.toBe(before);
  return packPdf(file);
}

/** Exchanges the first place where a text stands in an object or a stream. */
function inPdf(
  from: string | RegExp,
  to: string | ((whole: string) => string),
  of?: () => Uint8Array,
): () => Uint8Array {
  return () =>
    brokenPdf(({ objects }) => {
      for (const object of objects.values()) {
        const key = object.data === undefined ? "head" : "data";
        const text = object[key] ?? "";
        const changed = text.replace(from, typeof to === "string" ? () => to : to);
        object[key] = changed;
        if (changed !== text) return;
      }
    }, of?.());
}

/** As a content stream has it: two bytes a character. */
function coded(text: string): string {
  return Buffer.from(text, "utf16le")
    .swap16()
    .toString("latin1")
    .replace(/[\\()]/gu, "\\$&");
}

/** The same for a pattern. */
function pattern(text: string): string {
  return coded(text).replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}

test("what was written of a report passes, and is counted", () => {
  const written = [
    { name: "report.docx", format: "docx", bytes: docx },
    { name: "report.pdf", format: "pdf", bytes: pdf },
    { name: "report.html", format: "html", bytes: html },
  ] as const;
  const { faults, readback } = verifyReport(expected, written, {});
  expect(faults).toEqual([]);
  const cells = report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === "table" ? [...block.header, ...block.body].flatMap((line) => line.cells) : [],
    ).length;
  // Of the table without borders the PDF and the page say its texts alone.
  expect(readback).toEqual({ cells: 3 * cells - 4, pages: 8, pagesRead: 8 });
});

test("a test that takes a PDF apart puts it together again as it was", () => {
  expect(checksOf({ pdf: packPdf(unpackPdf(pdf)) })).toEqual([]);
});

test("folders that an archive lists are none of its parts", () => {
  const repacked = zipSync({ ...unzipSync(docx), "word/": new Uint8Array() });
  expect(checksOf({ docx: repacked })).toEqual([]);
});

test("of a sample only its parts are read, and headings and their pages all the same", () => {
  const wrong = inPdf(shown("12"), shown("21"))();
  const file = { name: "report.pdf", format: "pdf", bytes: wrong } as const;
  const sampled = (part: number) => verifyReport(expected, [file], { sample: (one) => one === part });
  expect(sampled(0).faults).toEqual([]);
  expect(sampled(0).readback.pagesRead).toBeLessThan(8);
  expect(sampled(2).faults.map(nameOf)).toEqual(["cell"]);
});

test("a character that no font has may be drawn as another, and no other may", () => {
  // Where it goes on, it is drawn so again.
  const wrong = brokenPdf(({ objects }) => {
    for (const object of objects.values())
      object.data = object.data?.replaceAll(coded("产出"), coded("〓出"));
  });
  const file = { name: "report.pdf", format: "pdf", bytes: wrong } as const;
  const among = (missing: readonly string[]) =>
    verifyReport({ ...expected, missing: new Set(missing) }, [file], {}).faults.map(nameOf);
  // The font has no such character, either.
  expect(among(["产", "\ufffe"])).toEqual([]);
  expect(among([])).toEqual(["cell"]);
});

test("an entry, a label and a header that the program cut may end in …, and nothing else may", async () => {
  const named = (name: string, level1: string): typeof report =>
    documentOf(
      section([{ kind: "contents", entryStyles: ["contents-1", "contents-2", "contents-3"] }]),
      section([
        heading("project-1", `1.${name}绩效目标表`, { style: "table-heading" }),
        table(
          [1, 6],
          [row(cell(level1, { ...label, repeats: true, rowSpan: 2 }), cell("甲")), row(cell("乙"))],
          {
            header: [row(cell("级", label), cell("表头".repeat(3000), label))],
          },
        ),
      ]),
    );
  const [name, level1] = [
    "很长的项目名称葛\u{E0100}\u{2B740}".repeat(300),
    `产出${"很长的指标".repeat(200)}`,
  ];
  const told: Diagnostic[] = [];
  const document = resolveDocument(named(name, level1), () => expect.unreachable());
  if (document === undefined) return expect.unreachable();
  const laid = layOut(document, testFonts(), (problem) => told.push(problem));
  const createdAt = new Date("2026-01-01T00:00:00Z");
  const files = [
    { name: "report.docx", format: "docx", bytes: await writeDocx(laid, { createdAt }) },
    { name: "report.pdf", format: "pdf", bytes: writePdf(laid, { createdAt, fonts: testFonts() }) },
    { name: "report.html", format: "html", bytes: writeHtml(laid) },
  ] as const;
  const beginnings = told.flatMap((one) => (one.code === "text-cut" ? [one.args] : []));
  expect(beginnings).toHaveLength(3);
  const faultsOf = (cut: typeof beginnings, said = named(name, level1)) => {
    const wanted = { ...expectedOf(undefined, said), cut, missing: new Set(["\u{2B740}"]) };
    return verifyReport(wanted, files, {}).faults.map(({ file, ...fault }) => `${nameOf(fault)} ${file}`);
  };
  expect(faultsOf(beginnings)).toEqual([]);
  const cells = ["docx", "pdf"].flatMap((format) => [1, 2].map(() => `cell report.${format}`));
  expect(faultsOf([]).toSorted()).toEqual([...cells, "contents report.pdf"].toSorted());
  // Of all that is cut only one is known to be.
  const entries = beginnings.filter(({ text }) => text.startsWith("1."));
  expect(faultsOf(entries).toSorted()).toEqual(cells.toSorted());
  // Much less of each is printed than is known to be.
  const longer = beginnings.map(({ text, shown }) => ({ text, shown: shown + 100 }));
  expect(faultsOf(longer).toSorted()).toEqual(faultsOf([]).toSorted());
  // What is shown of it is another text.
  const other = named(name, level1.replace("指标很", "指示很"));
  expect(faultsOf(beginnings, other)).toEqual(
    expect.arrayContaining(["cell report.docx", "cell report.pdf"]),
  );
});

const row3 = /<w:tr>(?:(?!<w:tr>)[\s\S])*?指标3<[\s\S]*?<\/w:tr>/u;

type BreakOf = readonly [check: string, what: string, broken: () => Uint8Array];

/** A relation to something outside of the document. */
function related(kind: string, target: string): () => Uint8Array {
  const relation = `<Relationship Id="rId99" Type="http://x/${kind}" Target="${target}" TargetMode="External"/>`;
  return inPart("word/_rels/document.xml.rels", "</Relationships>", `${relation}</Relationships>`);
}

const docxBreaks: readonly BreakOf[] = [
  ["damaged ZIP", "an empty file", () => new Uint8Array()],
  ["damaged ZIP", "a truncated file", () => docx.subarray(0, docx.length - 40)],
  ["damaged ZIP", "a PDF under another name", () => pdf],
  ["damaged ZIP", "a byte of the packed body", () => docx.with(1500, (docx[1500] ?? 0) ^ 0xff)],
  ["damaged ZIP", "no body", () => brokenDocx((parts) => void delete parts[body])],
  ["damaged XML", "a tag that is not closed", inBody("</w:tc>", "")],
  ["damaged XML", "an ampersand alone", inBody("&amp;", "&")],
  ["damaged XML", "a reference to no character", inBody("指标7", "指标&#0;")],
  ["damaged XML", "a character that XML does not have", inBody("指标7", "指标\u0001")],
  [
    "damaged XML",
    "an attribute twice",
    inBody('<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="2" w:val="2"/>'),
  ],
  ["damaged XML", "text behind the end", inBody(/$/u, "<w:p/>")],
  ["damaged XML", "broken styles", inPart("word/styles.xml", /$/u, "<")],
  [
    "structure part",
    "a relation to no part",
    inPart("word/_rels/document.xml.rels", 'Target="settings.xml"', 'Target="setting.xml"'),
  ],
  ["structure type", "a part without a type", inPart("word/odd.bin", "", "x")],
  ["structure relation", "a foot that no relation names", inBody(/r:id="rId\d+"/u, 'r:id="rId99"')],
  [
    "structure style",
    "a style that is not there",
    inBody('<w:pStyle w:val="text-cell"/>', '<w:pStyle w:val="text-cel"/>'),
  ],
  ["structure bookmark", "a bookmark that does not end", inBody(/<w:bookmarkEnd [^>]*\/>/u, "")],
  ["structure bookmark", "a bookmark of nothing", inBody("<w:tbl>", '<w:bookmarkEnd w:id="999"/><w:tbl>')],
  ["structure bookmark", "an entry that leads nowhere", inBody(/w:anchor="_Toc\d/u, 'w:anchor="_Toc')],
  ["structure active", "a template from elsewhere", related("attachedTemplate", "https://a.example/t.dotm")],
  ["structure active", "a field that asks for something", inBody("PAGEREF", "DDEAUTO")],
  ["structure active", "a picture", inBody("<w:tbl>", "<w:p><w:r><w:drawing/></w:r></w:p><w:tbl>")],
  ["structure hidden", "a cell that is not shown", inBody(/(?=<\/w:rPr><w:t[^>]*>≥12<)/u, "<w:vanish/>")],
  [
    "structure hidden",
    "a cell in white",
    inBody(/(?=<\/w:rPr><w:t[^>]*>≥12<)/u, '<w:color w:val="FFFFFF"/>'),
  ],
  ["structure hidden", "a row of no height", inBody('w:hRule="atLeast"', 'w:hRule="exact"')],
  [
    "structure hidden",
    "a style in white",
    inPart("word/styles.xml", /(w:styleId="text-cell"[\s\S]*?<w:rPr>)/u, '$1<w:color w:val="FFFFFF"/>'),
  ],
  ["structure field", "a field that does not end", inBody('<w:fldChar w:fldCharType="end"/>', "")],
  [
    "structure grid",
    "a row with a cell less than its columns",
    inBody(/<w:tc>(?:(?!<w:tc>)[\s\S])*?≥15<[\s\S]*?<\/w:tc>/u, ""),
  ],
  ["structure grid", "a merge that nothing begins", inBody('<w:vMerge w:val="restart"/>', "")],
  [
    "structure grid",
    "a cell without a paragraph",
    inBody(/<w:p>(?:(?!<w:p>)[\s\S])*?≥15<[\s\S]*?<\/w:p>/u, ""),
  ],
  [
    "structure outline",
    "a heading of another level",
    inBody('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>'),
  ],
  ["title", "another title", inPart("docProps/core.xml", "<dc:title>标题", "<dc:title>题")],
  ["cell", "a number that is changed", inBody("500.00", "50.00")],
  ["cell", "a cell that is blank", inBody(">≥12<", "><")],
  ["cell", "two cells that are exchanged", inBody(/指标5<([\s\S]*?)≥14</u, "≥14<$1指标5<")],
  ["cell", "a character that is replaced", inBody("指标9", "指标〓")],
  ["cell", "a line of a cell that is joined to the next", inBody(/预算<\/w:t><w:br\/>/u, "预算</w:t>")],
  ["cell", "a blank that is lost between words", inBody("道路养护 专项", "道路养护专项")],
  [
    "span",
    "columns that are not merged",
    inBody(/<w:gridSpan w:val="2"\/>([\s\S]*?)<\/w:tc>/u, "$1</w:tc><w:tc><w:p/></w:tc>"),
  ],
  [
    "span",
    "a label that is repeated instead of merged",
    inBody(/<w:vMerge(?: w:val="continue")?\/>/u, '<w:vMerge w:val="restart"/>'),
  ],
  ["grid", "a row that is lost", inBody(row3, "")],
  ["grid", "a row too many", inBody(row3, "$&$&")],
  [
    "lost",
    "a heading that is lost",
    inBody(/<w:p>(?:(?!<w:p>)[\s\S])*?<w:bookmarkStart [^>]*\/><w:r><w:t[^>]*>2\.桥梁[\s\S]*?<\/w:p>/u, ""),
  ],
  [
    "lost",
    "a table that is lost",
    inBody(/<w:tbl>(?:(?!<w:tbl>)[\s\S])*?道路养护：基本情况[\s\S]*?<\/w:tbl>/u, ""),
  ],
  ["extra", "a note in the foot", inPart("word/footer1.xml", "— ", "机密 — ")],
  ["extra", "a paragraph too many", inBody("<w:tbl>", "<w:p><w:r><w:t>附注</w:t></w:r></w:p><w:tbl>")],
  ["text", "a paragraph that is changed", inBody("以人民为中心", "以工作为中心")],
  ["contents", "an entry that is lost", inBody(/<w:p><w:pPr><w:pStyle w:val="TOC2"\/>[\s\S]*?<\/w:p>/u, "")],
  ["contents", "an entry of another name", inBody("第二部分　项目目标", "第三部分　项目目标")],
];

const htmlBreaks: typeof docxBreaks = [
  ["damaged XML", "an empty file", () => new Uint8Array()],
  ["damaged XML", "a truncated file", () => html.subarray(0, html.length - 40)],
  ["damaged XML", "a PDF under another name", () => pdf],
  ["damaged XML", "a tag that is not closed", inHtml("</td>", "")],
  ["damaged XML", "an ampersand alone", inHtml("&amp;", "&")],
  ["structure active", "a script", inHtml("</body>", "<script>0</script></body>")],
  ["structure active", "an action of an element", inHtml("<table ", '<table onclick="0" ')],
  ["structure active", "a link that leads elsewhere", inHtml(/href="#[^m]/u, 'href="https://a.example/')],
  [
    "structure active",
    "a style that asks for something",
    inHtml("</style>", "p{background:url(//a.example)}</style>"),
  ],
  [
    "structure active",
    "a page that sends its reader elsewhere",
    inHtml("</head>", '<meta http-equiv="refresh" content="0"/></head>'),
  ],
  ["structure active", "no policy", inHtml(/<meta http-equiv[^>]*>/u, "")],
  ["structure active", "a cell that is hidden", inHtml(/<td (?=[^>]*>≥12<)/u, '<td hidden="" ')],
  [
    "structure hidden",
    "a cell that is not shown",
    inHtml(/<td (?=[^>]*>≥12<)/u, '<td style="display:none" '),
  ],
  ["structure hidden", "a cell in white", inHtml(/<td (?=[^>]*>≥12<)/u, '<td style="color:#fff" ')],
  ["structure hidden", "a cell beside the page", inHtml(/<td class="(?=[^>]*>≥12<)/u, '<td class="skip ')],
  ["structure hidden", "type of no size", inHtml(/(?<=font:normal )[\d.]+rem/u, "0rem")],
  ...[
    "td{display:none}",
    "td{visibility:hidden}",
    "td{color:#ffe}",
    "td{opacity:0}",
    "td{text-indent:-99em}",
    "tr{height:0;overflow:hidden}",
    "@media screen{nav{display:none}}",
    "td{d\\69splay:none}",
    "td{display:none",
  ].map((rule): BreakOf => ["structure hidden", `a rule ${rule}`, inHtml("</style>", `${rule}</style>`)]),
  ["structure bookmark", "an entry that leads nowhere", inHtml(/(<a href="#)(?=[^m])/u, "$1x")],
  [
    "structure bookmark",
    "two elements of one name",
    inHtml('<p class="t-body"', '<p id="main" class="t-body"'),
  ],
  ["structure grid", "a row with a cell less than its columns", inHtml(/<td [^>]*>≥15<\/td>/u, "")],
  [
    "structure grid",
    "a cell over more columns than there are",
    inHtml('colspan="2"', 'colspan="2000000000"'),
  ],
  ["structure header", "a label that is marked as a value", inHtml(/<th [^>]*>总额<\/th>/u, "<td>总额</td>")],
  ["structure outline", "a heading of another level", inHtml(/<h2( [^>]*>1\.[\s\S]*?<\/h)2>/u, "<h3$13>")],
  ["structure watermark", "a note above the report", inHtml("<body>", '<body><p role="note">草稿</p>')],
  ["title", "another title", inHtml("<title>标题", "<title>题")],
  ["cell", "a number that is changed", inHtml("500.00", "50.00")],
  ["cell", "a cell that is blank", inHtml(">≥12<", "><")],
  ["cell", "two cells that are exchanged", inHtml(/指标5<([\s\S]*?)≥14</u, "≥14<$1指标5<")],
  ["cell", "a character that is replaced", inHtml("指标9", "指标〓")],
  ["cell", "a line of a cell that is joined to the next", inHtml("预算<br/>", "预算")],
  ["cell", "a blank that is lost between words", inHtml("道路养护 专项", "道路养护专项")],
  [
    "span",
    "columns that are not merged",
    inHtml(/ colspan="2"([^>]*>)([\s\S]*?)<\/td>/u, "$1$2</td><td></td>"),
  ],
  [
    "span",
    "a label that is repeated instead of merged",
    inHtml(
      /(<th [^>]*) rowspan="2"([\s\S]*?)<\/tr>\n<tr>/u,
      '$1$2</tr>\n<tr><th scope="row">预算<br/>规模</th>',
    ),
  ],
  ["grid", "a row that is lost", inHtml(/<tr>(?:(?!<tr>)[\s\S])*?指标3<[\s\S]*?<\/tr>/u, "")],
  ["lost", "a heading that is lost", inHtml(/<h2 [^>]*>2\.桥梁[\s\S]*?<\/h2>/u, "")],
  [
    "lost",
    "a table that is lost",
    inHtml(/<table [^>]*>\s*<caption>道路养护：基本情况[\s\S]*?<\/table>/u, ""),
  ],
  ["extra", "a paragraph too many", inHtml("<table ", "<p>附注</p><table ")],
  ["extra", "text between the elements", inHtml("<table ", "附注<table ")],
  ["text", "a paragraph that is changed", inHtml("以人民为中心", "以工作为中心")],
  ["contents", "an entry that is lost", inHtml(/<a href="#project-2">[\s\S]*?<\/a>/u, "")],
  ["contents", "an entry of another name", inHtml("第二部分　项目目标", "第三部分　项目目标")],
  ["contents", "an entry that leads to another heading", inHtml('href="#part-2"', 'href="#part-1"')],
];

const pdfBreaks: typeof docxBreaks = [
  ["damaged PDF", "an empty file", () => new Uint8Array()],
  ["damaged PDF", "a truncated file", () => pdf.subarray(0, pdf.length - 200)],
  ["damaged PDF", "a DOCX under another name", () => docx],
  [
    "damaged PDF",
    "a table of objects that lies elsewhere",
    () =>
      Buffer.from(
        Buffer.from(pdf)
          .toString("latin1")
          .replace(/startxref\n\d/u, "startxref\n9"),
        "latin1",
      ),
  ],
  [
    "damaged PDF",
    "an object that is not there",
    () => brokenPdf(({ objects }) => void objects.delete(firstWith(objects, "/StructTreeRoot"))),
  ],
  ["damaged PDF", "a page count that is wrong", inPdf("/Count 8", "/Count 9")],
  ["damaged PDF", "a page that is lost", inPdf(/\/Kids ?\[(\d+ 0 R) ?/u, () => "/Kids[")],
  ["damaged PDF", "a list of pages that is in itself", leadingToItself(/(?<=\/Kids ?\[)\d+/u)],
  ["damaged PDF", "a bookmark that follows itself", leadingToItself(/(?<=\/Next )\d+/u)],
  ["damaged PDF", "an element that stands in itself", leadingToItself(/(?<=\/S\/Reference\/.*\/K\[)\d+/u)],
  ["damaged PDF", "a cell over more columns than there are", inPdf("/ColSpan 2", "/ColSpan 2000000000")],
  ["damaged PDF", "half a character", inPdf(/\/Summary<feff[\da-f]{2}/u, (whole) => whole.slice(0, -2))],
  ["structure font", "a font that is not embedded", inPdf(/\/FontFile2 \d+ 0 R/u, "")],
  [
    "structure font",
    "a font's file that is none",
    () =>
      brokenPdf(({ objects }) => {
        const file = objects.get(numberIn(objects, /\/FontFile2 (\d+)/u));
        if (file?.data !== undefined) file.data = `none${file.data.slice(4)}`;
      }),
  ],
  ["structure active", "a script that runs first", inCatalog("/OpenAction<</S/JavaScript/JS(0)>>")],
  ["structure active", "a form to fill in", inCatalog("/AcroForm<<>>")],
  ["structure active", "an entry that leads elsewhere", inPdf("/S /GoTo", "/S /URI")],
  ["structure hidden", "a text in white", inPdf(placed("16"), (whole) => `1 g\n${whole}`)],
  ["structure hidden", "a text that is not drawn", inPdf(placed("16"), (whole) => `3 Tr\n${whole}`)],
  [
    "structure hidden",
    "a text of no size",
    inPdf(placed("16"), (whole) => whole.replace("1 0 0 1", ".1 0 0 .1")),
  ],
  ["structure hidden", "a text off the sheet", inPdf(placed("16"), moved(0, -2000))],
  ["structure hidden", "a picture", inPdf(placed("16"), (whole) => `/Im1 Do\n${whole}`)],
  ["structure tags", "a content that no element has", inPdf("/TD<</MCID 5>>BDC", "/TD<</MCID 77>>BDC")],
  [
    "structure tags",
    "an element that stands in another than it says",
    inPdf(/<<\/S\/TR\/P (\d+)/u, "<</S/TR/P 1"),
  ],
  [
    "structure tags",
    "a note that no tag has and that is marked as repeated",
    inPdf(/\nET$/u, `\n/Artifact<</Type/Pagination>>BDC(${coded("12")})Tj\nEMC\nET`),
  ],
  [
    "structure tags",
    "a note in place of the dots",
    inPdf(/\nET$/u, `\n/Artifact<</Type/Layout>>BDC(${coded("12")})Tj\nEMC\nET`),
  ],
  [
    "structure tags",
    "text that no tag has",
    inPdf(/\n\/P<<\/MCID 2>>BDC([\s\S]*?)\nEMC/u, (whole) => whole.replace(/\n\/P<<[^>]*>>BDC|\nEMC$/gu, "")),
  ],
  [
    "structure tags",
    "a text that is read as another",
    inPdf(/ActualText\([\s\S]{4}/u, (whole) => `${whole.slice(0, -2)}${coded("X")}`),
  ],
  [
    "text",
    "a form of a character that is chosen no more",
    inPdf(/ActualText\([^)]*\u00db\u0040\u00dd[^)]/u, (whole) => whole.slice(0, -4)),
  ],
  [
    "structure foot",
    "a foot with another number",
    inPdf(new RegExp(`Footer[\\s\\S]*?${pattern("2")}`, "u"), (whole) => `${whole.slice(0, -1)}8`),
  ],
  ["structure outline", "a bookmark that is lost", inPdf(/\/Title (<[^>]*>|\([^)]*\))/u, "/Title (x)")],
  ["structure place", "a cell that is drawn in its neighbour", inPdf(placed("16"), moved(-300, 0))],
  ["structure place", "a row that is drawn above another", inPdf(placed("16"), moved(0, 120))],
  [
    "title",
    "another title",
    () =>
      brokenPdf(({ objects, trailer }) => {
        const info = Number(/\/Info (\d+)/u.exec(trailer)?.[1]);
        const about = objects.get(info);
        if (about !== undefined) about.head = about.head.replace(/\/Title \d+ 0 R/u, "/Title (x)");
      }),
  ],
  ["cell", "a number that is changed", inPdf(coded("500.00"), coded("300.00"))],
  ["cell", "a cell that is blank", inPdf(shown("28"), "()Tj")],
  ["cell", "a character that is replaced", inPdf(coded("产出"), coded("产生"))],
  [
    "cell",
    "two cells that are exchanged",
    () =>
      brokenPdf(({ objects }) => {
        for (const object of objects.values())
          object.data = object.data?.replace(
            new RegExp(`${pattern("20")}(\\)Tj[\\s\\S]*?)${pattern("21")}\\)Tj`, "u"),
            (_, between: string) => `${coded("21")}${between}${coded("20")})Tj`,
          );
      }),
  ],
  ["span", "columns that are not merged", inPdf("/ColSpan 2", "/ColSpan 1")],
  ["span", "a label that is not merged over its rows", inPdf(`/RowSpan ${rows}`, `/RowSpan ${rows - 1}`)],
  [
    "grid",
    "a row that is lost at a page's end",
    () => brokenPdf(({ objects }) => dropKid(objects, "Table", 30)),
  ],
  ["lost", "a heading that is a paragraph", inPdf("<</S/H2", "<</S/P")],
  ["lost", "a paragraph that is lost", () => brokenPdf(({ objects }) => dropKid(objects, "Sect", 1))],
  [
    "extra",
    "a block twice",
    () => brokenPdf(({ objects }) => dropKid(objects, "Sect", 1, (kid) => `${kid} ${kid}`)),
  ],
  ["text", "a paragraph that is changed", inPdf(coded("年度重点"), coded("季度重点"))],
  [
    "text",
    "a heading that is changed",
    inPdf(
      new RegExp(`H1<<(?:(?!BDC)[\\s\\S])*BDC(?:(?!EMC)[\\s\\S])*?${pattern("第二部分")}`, "u"),
      (whole) => whole.slice(0, -8) + coded("第三部分"),
    ),
  ],
  [
    "contents",
    "an entry of another name",
    inPdf(
      new RegExp(`Link<</MCID[\\s\\S]*?${pattern("第二部分")}`, "u"),
      (whole) => whole.slice(0, -8) + coded("第三部分"),
    ),
  ],
  [
    "page",
    "an entry with another page",
    inPdf(/\/Link<<\/MCID 2>>BDC[\s\S]*?\)Tj/u, (whole) => `${whole.slice(0, -4)}9)Tj`),
  ],
  ["page", "an entry that leads to another page", inPdf(/\/D ?\((\d)/u, "/D(9")],
];

function inCatalog(entry: string): () => Uint8Array {
  return inPdf(/\/Type ?\/Catalog/u, (whole) => `${whole}${entry}`);
}

const ofCommented = () => commented.docx;
const inCommented = (from: string | RegExp, to: string) => inPart(body, from, to, ofCommented);
const inComments = (from: string | RegExp, to: string) => inPart("word/comments.xml", from, to, ofCommented);
const rangeEnd = /<w:commentRangeEnd w:id="(\d+)"\/>/u;

const docxCommentBreaks: readonly BreakOf[] = [
  ["comment", "a comment of another text", inComments("批注2", "批注9")],
  ["comment", "comments that are exchanged", inComments(/批注0([\s\S]*)批注3/u, "批注3$1批注0")],
  ["comment", "of another author", inComments('w:author="huibian"', 'w:author="张三"')],
  ["comment", "no comments at all", () => docx],
  [
    "structure comment",
    "a comment that nothing refers to",
    inCommented(/<w:r><w:commentReference [^>]*\/><\/w:r>/u, ""),
  ],
  ["structure comment", "a comment that is not there", inCommented(/(?<=commentReference w:id=")/u, "9")],
  ["structure comment", "a range that does not end", inCommented(rangeEnd, "")],
  [
    "structure comment",
    "a range that ends before its text",
    inCommented(
      /(<w:commentRangeStart w:id="(\d+)"\/>)([\s\S]*?)<w:commentRangeEnd w:id="\2"\/>/u,
      '$1<w:commentRangeEnd w:id="$2"/>$3',
    ),
  ],
];

const inNotes = (from: string | RegExp, to: string | ((whole: string) => string)) =>
  inPdf(from, to, () => commented.pdf);
const square = /\/Subtype ?\/Square\s*\/Rect ?\[[^\]]*\]/u;

const pdfCommentBreaks: readonly BreakOf[] = [
  ["comment", "a comment of another text", inNotes(coded("批注2"), coded("批注9"))],
  ["comment", "a comment of another text on a blank cell", inNotes(coded("批注4"), coded("批注9"))],
  ["comment", "no comments at all", () => pdf],
  [
    "comment",
    "a frame in another place",
    inNotes(square, (whole) => whole.replace(/\[[^\]]*\]/u, "[0 0 5 5]")),
  ],
  ["structure active", "a note that is no frame", inNotes(/\/Subtype ?\/Square/u, "/Subtype/FileAttachment")],
];

/** Makes the first object that names another so name itself. */
function leadingToItself(name: RegExp): () => Uint8Array {
  return () =>
    brokenPdf(({ objects }) => {
      for (const [number, object] of objects) {
        if (!name.test(object.head)) continue;
        object.head = object.head.replace(name, String(number));
        return;
      }
    });
}

function firstWith(objects: UnpackedPdf["objects"], text: string): number {
  return [...objects].find(([, { head }]) => head.includes(text))?.[0] ?? -1;
}

/** The first that an object names so. */
function numberIn(objects: UnpackedPdf["objects"], name: RegExp): number {
  const found = [...objects.values()].flatMap(({ head }) => name.exec(head)?.[1] ?? []);
  return Number(found[0]);
}

/** The placing of a text, and the text. */
function placed(text: string): RegExp {
  return new RegExp(`1 0 0 1 [\\d.]+ [\\d.]+ Tm\\(${pattern(text)}\\)`, "u");
}

/** What draws a text that is a run of its own. */
function shown(text: string): string {
  return `(${coded(text)})Tj`;
}

function moved(right: number, up: number): (whole: string) => string {
  return (whole) =>
    whole.replace(
      /1 0 0 1 ([\d.]+) ([\d.]+) Tm/u,
      (_, x: string, y: string) => `1 0 0 1 ${Number(x) + right} ${Number(y) + up} Tm`,
    );
}

/** Exchanges one of the elements that the largest element of a kind holds. */
function dropKid(
  objects: UnpackedPdf["objects"],
  tag: string,
  index: number,
  to: (kid: string) => string = () => "",
): void {
  const [largest] = [...objects.values()]
    .filter(({ head }) => head.includes(`/S/${tag}/`))
    .toSorted((one, other) => other.head.length - one.head.length);
  if (largest === undefined) return;
  let at = -1;
  largest.head = largest.head.replace(/(?<=\/K\[[^\]]*)\d+ 0 R/gu, (kid) => {
    at += 1;
    return at === index ? to(kid) : kid;
  });
}

/** By the checks that found something in a broken file, each once. */
const noticedBy = { docx: new Set<string>(), pdf: new Set<string>(), html: new Set<string>() };

function expectFound(
  format: keyof typeof noticedBy,
  check: string,
  { broken, told }: { readonly broken: Uint8Array; readonly told?: readonly Comment[] | undefined },
): void {
  const found = checksOf({ [format]: broken }, { told }).map((one) => one.replace(/XML: .*/u, "XML"));
  expect(found).toContain(check);
  noticedBy[format].add([...new Set(found)].join());
}

describe("a DOCX", () => {
  test.each(docxBreaks)("%s: %s", (check, _, broken) => expectFound("docx", check, { broken: broken() }));
  test.each(docxCommentBreaks)("with comments: %s: %s", (check, _, broken) =>
    expectFound("docx", check, { broken: broken(), told: comments }),
  );
});

describe("a PDF", () => {
  test.each(pdfBreaks)("%s: %s", (check, _, broken) => expectFound("pdf", check, { broken: broken() }));
  test.each(pdfCommentBreaks)("with comments: %s: %s", (check, _, broken) =>
    expectFound("pdf", check, { broken: broken(), told: comments }),
  );
});

describe("a page of HTML", () => {
  test.each(htmlBreaks)("%s: %s", (check, _, broken) => expectFound("html", check, { broken: broken() }));
});

/**
 * Of what these find, another check notices something, too: a row that is lost takes cells with it, and the tags of a
 * PDF stand in as many elements as it has blocks.
 */
const doublyHeld = {
  docx: ["structure grid", "span", "grid"],
  pdf: ["grid", "lost", "extra"],
  html: ["structure grid", "span", "grid"],
};

test.each([
  ["docx", [...docxBreaks, ...docxCommentBreaks]],
  ["pdf", [...pdfBreaks, ...pdfCommentBreaks]],
  ["html", htmlBreaks],
] as const)("with any other check of a %s switched off, a file broken as above passes", (format, breaks) => {
  const checks = [...new Set(breaks.map(([check]) => check))];
  expect(checks.filter((check) => !noticedBy[format].has(check))).toEqual(doublyHeld[format]);
});

test("the contents of the DOCX have the pages that the PDF has", () => {
  const other = inBody(/(PAGEREF[\s\S]*?<w:t[^>]*>)\d/u, "$19")();
  expect(checksOf({ docx: other, pdf })).toEqual(["page"]);
});

test("a draft has its day across every page of every format, and nothing else has", () => {
  const [draft, ofNextDay] = drafts;
  if (draft === undefined || ofNextDay === undefined) return expect.unreachable();
  expect(checksOf(draft, { watermark: day })).toEqual([]);
  for (const format of ["docx", "pdf", "html"] as const) {
    const its = (files: typeof draft, watermark?: string) =>
      checksOf({ [format]: files[format] }, { watermark });
    const wrong = ["structure watermark"];
    expect([...new Set(its(ofNextDay, day))]).toEqual(wrong);
    expect([...new Set(its({ docx, pdf, html }, day))]).toEqual(wrong);
    expect([...new Set(its(draft))]).toEqual(wrong);
  }
});

test("comments of a draft are where they belong in each format, and nowhere else", () => {
  expect(checksOf(commented, { told: comments })).toEqual([]);
  // Two of the places have no text, and stand beside each other in the file.
  expect(checksOf({ docx: commented.docx })).toEqual(["comment", "comment", "comment", "comment"]);
  expect(checksOf({ pdf: commented.pdf })).toEqual(["comment", "comment", "comment", "comment"]);
});
