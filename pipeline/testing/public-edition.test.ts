/** An edition that may be published: what it says in place of what it must not, and that nothing of that is in its files. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { findLeaks, type Secrets } from "../redact/index.ts";
import { textsIn } from "../verify/index.ts";
import { runTool } from "./outside-tools.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { packPdf, type UnpackedPdf, unpackPdf } from "./unpack-pdf.ts";

const work = temporaryFolder();
const [data, out] = [join(work, "data"), join(work, "out")];
const department = join(out, "甲");
const published = join(department, "public");

const facts = {
  部门名称: "甲局",
  年度: "2023",
  表式: "hebei",
  总体绩效目标: ["做好工作，电话0311-88886666。", "举报手机１３８００００１２３４。"],
  分项绩效目标: [{ 名称: "办案（联系139 1234 5678）", 绩效目标: ["受理举报"] }],
  工作保障措施: ["落实责任。"],
  公开稿: { 姓名: ["葛晓明"] },
};
const rows = [
  "项目编码,项目名称,预算数(元),资金用途,绩效目标",
  '130304210110000000001,租赁费,3600.00,葛\u{E0100}晓明租赁葛\u{E0100}城用房，身份证11010519491231002X,"保障办公，手机138\n00001234转办"',
  "130304210110000000002,培训费,13800001234,卡号6222 0212 3456 7890 128,账号：40000212345678901，完成培训",
];
/** Of all these nothing may be found. */
const digits = [
  ...["031188886666", "88886666", "13800001234", "13912345678"],
  ...["11010519491231002", "6222021234567890128", "40000212345678901"],
];

function writeData(lines: readonly string[] = rows): void {
  mkdirSync(join(data, "甲"), { recursive: true });
  writeFileSync(join(data, "甲", "department.json"), JSON.stringify(facts));
  writeFileSync(join(data, "甲", "projects.csv"), lines.join("\n"));
}

const build = (...words: readonly string[]) =>
  runHere("build", data, ...words, "--out", out, "--date", "2023-02-03");

function fileIn(folder: string, format: string): Buffer {
  const name = readdirSync(folder).find((file) => file.endsWith(format));
  return readFileSync(join(folder, name ?? `no ${format}`));
}

/** Whatever a DOCX holds, as text without tags. */
function wordsOfDocx(bytes: Uint8Array): string {
  const parts = Object.entries(unzipSync(bytes));
  return parts.map(([name, part]) => `${name}\n${strFromU8(part).replace(/<[^>]*>/gu, "")}`).join("\n");
}

const squeezed = (text: string) => text.normalize("NFKC").replace(/[\s-]/gu, "");

/** Those in `public`, as they were made first. */
let files: { readonly docx: Buffer; readonly pdf: Buffer; readonly html: Buffer };

beforeAll(async () => {
  writeData();
  expect(await build("--public", "--format", "docx,pdf,html")).toMatchObject({ exitCode: 0 });
  files = {
    docx: fileIn(published, "docx"),
    pdf: fileIn(published, "pdf"),
    html: fileIn(published, "html"),
  };
});

describe("the files in public", () => {
  test("say marks in place of numbers, and nothing of these, however they are read", async (context) => {
    const pdf = await runTool(context, "pdftotext", [
      "-layout",
      join(published, "甲局2023年部门预算绩效文本.pdf"),
      "-",
    ]);
    const texts = {
      docx: wordsOfDocx(files.docx),
      pdf: pdf.stdout,
      html: files.html.toString(),
    };
    for (const text of Object.values(texts)) {
      for (const mark of [
        "0311-****",
        "138****1234",
        "139****5678",
        "身份证11****",
        "卡号****0128",
        "账号：****8901",
      ])
        expect(text).toContain(mark);
      expect(text).toContain("葛**租赁葛\u{E0100}城");
      expect(text).not.toContain("晓");
      for (const one of digits) expect(squeezed(text)).not.toContain(one);
    }
    // A sum of money is none, though it looks like one.
    expect(texts.pdf).toContain("1380000.12");
  });

  test("hold no other files, and what is kept inside says all", () => {
    expect(readdirSync(published).map((name) => name.split(".").at(-1))).toEqual(["docx", "html", "pdf"]);
    expect(squeezed(wordsOfDocx(fileIn(department, "docx")))).toContain("11010519491231002");
    expect(existsSync(join(published, "review.html"))).toBe(false);
  });

  test("are recorded with the edition and the run", () => {
    const manifest = JSON.parse(fileIn(department, "manifest.json").toString());
    expect(manifest.public).toMatchObject({
      masked: 7,
      files: [{ format: "docx" }, { format: "pdf" }, { format: "html" }],
    });
    const run = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
    expect(run.options.public).toBe(true);
    expect(run.departments[0].public).toEqual(manifest.public);
  });
});

test("verify reads them, too, and finds what was masked", async () => {
  const verify = (word: string) => runHere("verify", word, "--out", out);
  expect(await verify(data)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("14 页 PDF") });
  expect((await verify(published)).exitCode).toBe(0);
  const name = "甲局2023年部门预算绩效文本.docx";
  writeFileSync(join(published, name), fileIn(department, "docx"));
  const { exitCode, stdout } = await verify(join(published, name));
  expect(exitCode).toBe(1);
  expect(stdout).toContain("公开稿中还有不应公开的 11****（word/document.xml）");
  writeFileSync(join(published, name), files.docx);
});

test("a name that is too long for the contents has another number and other words in it, and passes there, too", async () => {
  const [long, into] = [join(work, "long"), join(work, "out-of-long")];
  mkdirSync(join(long, "甲"), { recursive: true });
  writeFileSync(join(long, "甲", "department.json"), JSON.stringify(facts));
  const lines = [
    "项目编码,项目名称,是否公开,预算数(元),资金用途,绩效目标",
    "130304210110000000001,培训费,不公开,3600.00,培训,完成培训",
    `130304210110000000002,葛晓明看护${"很长的项目名称".repeat(200)},公开,3600.00,看护,完成看护`,
  ];
  writeFileSync(join(long, "甲", "projects.csv"), lines.join("\n"));
  const built = await runHere("build", long, "--out", into, "--public", "--format", "pdf");
  expect(built, built.stdout.slice(0, 500)).toMatchObject({ exitCode: 0 });
  const verified = await runHere("verify", long, "--out", into);
  expect(verified, verified.stdout.slice(0, 500)).toMatchObject({ exitCode: 0 });
});

test.each<["docx" | "pdf", string, (bytes: Buffer) => Buffer]>([
  ["docx", "empty", () => Buffer.alloc(0)],
  ["docx", "cut", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  [
    "docx",
    "altered",
    (bytes) => Buffer.from(bytes).fill(0x41, bytes.length >> 1, (bytes.length >> 1) + 2000),
  ],
  ["pdf", "empty", () => Buffer.alloc(0)],
  ["pdf", "cut", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ["pdf", "altered", (bytes) => Buffer.from(bytes).fill(0x41, bytes.length - 3000)],
])("verify tells of a %s that is %s, once, and reads on", async (format, _, damaged) => {
  const name = `甲局2023年部门预算绩效文本.${format}`;
  writeFileSync(join(published, name), damaged(files[format]));
  const { exitCode, stdout, stderr } = await runHere("verify", data, "--out", out);
  writeFileSync(join(published, name), files[format]);
  expect([exitCode, stderr]).toEqual([1, ""]);
  expect(stdout.match(/读回时发现文件不完整/gu)).toHaveLength(1);
  expect(stdout).toContain(name);
});

describe("built again", () => {
  test("nothing is made; what was changed there is", async () => {
    expect((await build("--public", "--format", "docx,pdf,html")).stdout).toContain("未改动");
    const file = join(published, "甲局2023年部门预算绩效文本.html");
    writeFileSync(file, "edited");
    expect(await build("--public", "--format", "docx,pdf,html")).toMatchObject({ exitCode: 0 });
    expect(readFileSync(file, "utf8")).toContain("<html");
    expect(readFileSync(join(published, "甲局2023年部门预算绩效文本（手工修改）.html"), "utf8")).toBe(
      "edited",
    );
  });

  test("without it, what is no longer of the edition is gone", async () => {
    expect(await build("--format", "docx")).toMatchObject({ exitCode: 0 });
    expect(readdirSync(published)).toEqual(["甲局2023年部门预算绩效文本（手工修改）.html"]);
    expect(JSON.parse(fileIn(department, "manifest.json").toString()).public).toBeUndefined();
  });

  test("a number over two cells stops the department, and what was published stays", async () => {
    writeData([
      "项目编码,项目名称,预算数(元),资金用途,绩效目标,一级指标,二级指标,三级指标,指标值",
      "130304210110000000003,维修费,3600.00,维修,完成维修,产出指标,数量指标,联系1380000,1234",
    ]);
    expect(await build("--format", "docx")).toMatchObject({ exitCode: 0 });
    const failed = await build("--public", "--format", "docx");
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout + failed.stderr).toContain("公开稿中还有不应公开的 138****1234");
    writeData();
  });
});

test.each([["--draft"], ["--no-verify"]])("with %s it is refused", async (other) => {
  expect((await build("--public", other)).exitCode).toBe(2);
});

/** Puts back what was masked, in every place of a file where it could be. */
describe("whatever was put back is found", () => {
  const secrets: Secrets = {
    numbers: new Map([["13800001234", "138****1234"]]),
    names: new Map([["涉密载体销毁经费", "涉密载体销毁经费"]]),
    open: new Set(),
    openNames: [],
  };
  const sound = () => expect.fail("the file is damaged");
  const leaks = (format: "docx" | "pdf" | "html", bytes: Uint8Array) =>
    findLeaks(textsIn(format, bytes, sound), secrets).map(({ shown }) => shown);

  test("and nothing where nothing was", () => {
    for (const format of ["docx", "pdf", "html"] as const) expect(leaks(format, files[format])).toEqual([]);
  });

  const inPart = (name: string, from: string | RegExp, to: string) => (parts: Record<string, string>) => {
    expect(parts[name]).toMatch(from);
    parts[name] = (parts[name] ?? "").replace(from, to);
  };
  const body = "word/document.xml";

  test.each<[string, (parts: Record<string, string>) => void]>([
    ["a text", inPart(body, "138****1234", "13800001234")],
    ["two runs", inPart(body, "138****1234", "1380</w:t></w:r><w:r><w:t>0001234")],
    ["blanks and dashes", inPart(body, "138****1234", "138 0000-12 34")],
    ["a full width", inPart(body, "138****1234", "１３８００００１２３４")],
    ["unseen characters", inPart(body, "138****1234", "138\u200b0000\u200b1234")],
    ["references", inPart(body, "138****1234", "&#49;&#51;8&#x30;0001234")],
    ["a longer number", inPart(body, "138****1234", "9138000012349")],
    ["a comment of XML", inPart(body, "<w:body>", "<!--13800001234--><w:body>")],
    ["an attribute", inPart(body, "<w:body>", '<w:body w:descr="13800001234">')],
    ["properties", inPart("docProps/core.xml", /<dc:title>/u, "<dc:title>13800001234 ")],
    [
      "further properties",
      (parts) => {
        parts["docProps/custom.xml"] = "<Properties><a>13800001234</a></Properties>";
      },
    ],
    [
      "comments",
      (parts) => {
        parts["word/comments.xml"] = "<w:comments><w:p><w:t>1380000</w:t><w:t>1234</w:t></w:p></w:comments>";
      },
    ],
    ["a relation", inPart("word/_rels/document.xml.rels", 'Target="', 'Target="tel:13800001234')],
    [
      "the name of a part",
      (parts) => {
        parts["word/media/13800001234.txt"] = "";
      },
    ],
    [
      "a part of another make",
      (parts) => {
        parts["word/media/a.bin"] = "\u0000\u000113800001234\u0000";
      },
    ],
  ])("in the DOCX as %s", (_, change) => {
    const parts = Object.fromEntries(
      Object.entries(unzipSync(files.docx)).map(([name, part]) => [name, strFromU8(part)]),
    );
    change(parts);
    const packed = zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])),
    );
    expect(leaks("docx", packed)).toEqual(["138****1234"]);
  });

  test("a name, over two runs", () => {
    const parts = unzipSync(files.docx);
    const text = strFromU8(parts[body] ?? new Uint8Array()).replace(
      "租赁费",
      "涉密载体 销毁</w:t></w:r><w:r><w:t>经费",
    );
    expect(leaks("docx", zipSync({ ...parts, [body]: strToU8(text) }))).toEqual(["涉密载体销毁经费"]);
  });

  const utf16 = (text: string) => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
    return `<${bytes.toString("hex")}>`;
  };
  const inObject = (from: RegExp, to: string) => (file: UnpackedPdf) => {
    const found = [...file.objects.values()].find(({ head }) => from.test(head));
    expect(found?.head).toMatch(from);
    if (found !== undefined) found.head = found.head.replace(from, to);
  };
  const codes = (text: string) => Buffer.from(text, "utf16le").swap16().toString("latin1");

  test.each<[string, (file: UnpackedPdf) => void]>([
    ["the Info", inObject(/\/Creator/u, `/Keywords ${utf16("13800001234")} /Creator`)],
    ["an alternative text", inObject(/\/S\/Table\b/u, `/S/Table /Alt ${utf16("涉密载体销毁经费")}`)],
    ["a replacement", inObject(/\/S\/P\b/u, `/S/P /ActualText ${utf16("138 0000 1234")}`)],
    ["a comment", inObject(/\/S\/P\b/u, "/S/P %13800001234\n")],
    ["a summary", inObject(/\/Summary/u, `/Summary2 ${utf16("13800001234")} /Summary`)],
    [
      "the name of an attachment",
      inObject(/\/Type \/Catalog/u, "/Type /Catalog /AF [<</F (13800001234.xlsx)>>]"),
    ],
    [
      "the packet of properties",
      ({ objects }) => {
        const xmp = [...objects.values()].find(({ data }) => data?.includes("<x:xmpmeta"));
        expect(xmp?.data).toContain("</rdf:RDF>");
        if (xmp?.data !== undefined)
          xmp.data = xmp.data.replace("</rdf:RDF>", "<!--13800001234--></rdf:RDF>");
      },
    ],
    [
      "a stream of no known kind",
      ({ objects }) => {
        objects.set(Math.max(...objects.keys()) + 1, { head: "<< /A 1 >>", data: "see 13800001234" });
      },
    ],
    [
      "the drawing of a page",
      ({ objects }) => {
        const page = [...objects.values()].find(({ data }) => data?.includes(codes("138****1234")));
        expect(page).toBeDefined();
        if (page?.data !== undefined)
          page.data = page.data.replace(codes("138****1234"), codes("13800001234"));
      },
    ],
  ])("in the PDF in %s", (_, change) => {
    const file = unpackPdf(files.pdf);
    change(file);
    expect(leaks("pdf", packPdf(file))).toHaveLength(1);
  });

  test.each([
    ["a text", "138****1234", "13800<b>00</b>1234"],
    ["an attribute", "<body", '<body title="&#49;3800001234"'],
    ["a comment", "<body", "<!-- 13800001234 --><body"],
    ["a script", "</body>", '<script>"13800001234"</script></body>'],
    ["a name", "租赁费", "涉密载体<wbr>销毁经费"],
  ])("in the HTML as %s", (_, from, to) => {
    const source = files.html.toString();
    expect(source).toContain(from);
    expect(leaks("html", Buffer.from(source.replace(from, to)))).toHaveLength(1);
  });
});
