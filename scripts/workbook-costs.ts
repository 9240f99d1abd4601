/**
 * What hostile files of every kind, and large sound workbooks, cost whoever checks or builds them:
 * `npm run build && npm run workbook-costs`. Linux only.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { utils, write } from "@e965/xlsx";
import { encodeGb18030 } from "../pipeline/read/encode-gb18030.ts";
import type { CardGrid } from "../pipeline/testing/card-layout.ts";
import {
  billionLaughs,
  bomb,
  docxBomb,
  farCell,
  forgedSizes,
  largeSheet,
  laughing,
  manyMerges,
} from "../pipeline/testing/hostile-workbooks.ts";
import { docxAround, docxOf } from "../pipeline/testing/write-docx-tables.ts";
import { writeTable } from "../pipeline/testing/write-table.ts";
import { pageOf, workbookOf } from "../pipeline/testing/write-workbook.ts";

type Specimen = readonly [what: string, file: string, bytes: () => Uint8Array];

const rows = 25_000;
const headers = [
  ...["项目编码", "项目名称", "预算单位", "预算数（元）", "资金用途", "绩效目标", "一级指标", "二级指标"],
  ...["三级指标", "绩效指标描述", "指标符号", "指标值", "计量单位", "指标值确定依据", "权重", "佐证资料"],
  "上年完成值",
];

const sizes: Readonly<Record<string, string>> = { 指标符号: "≥", 指标值: "90", 计量单位: "个", 权重: "10" };

/** Indicators all differ, as in the worst export; the ten of a project agree in what they say of it. */
const largeTable = once((): readonly (readonly string[])[] => {
  const body = Array.from({ length: rows }, (_, row) =>
    headers.map((header, column) => {
      if (header === "项目编码") return `1303042${String(Math.floor(row / 10)).padStart(14, "0")}`;
      if (header === "项目名称") return `第${Math.floor(row / 10)}个项目`;
      if (header === "预算数（元）") return String(10_000 + Math.floor(row / 10));
      if (header === "一级指标") return "产出指标";
      if (header === "二级指标") return "数量指标";
      if (["预算单位", "资金用途", "绩效目标"].includes(header)) return `${header}之${Math.floor(row / 10)}`;
      if (["指标符号", "指标值", "计量单位", "权重"].includes(header)) return sizes[header] ?? "";
      return `${header}第${row}行第${column}列的内容`;
    }),
  );
  return [headers, ...body];
});

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The same rows, ten to a form as a unit fills it in. */
function forms(): readonly CardGrid[] {
  const body = largeTable().slice(1);
  const cellOf = (line: readonly string[], header: string) => line[headers.indexOf(header)] ?? "";
  const [labels, columns] = [headers.slice(0, 6), headers.slice(6)];
  return Array.from({ length: rows / 10 }, (_, project) => {
    const lines = body.slice(project * 10, project * 10 + 10);
    const [first = []] = lines;
    const pad = Array.from({ length: columns.length - 2 }, () => "");
    const fields = labels.map((label) => [label, cellOf(first, label), ...pad]);
    return { rows: [...fields, columns, ...lines.map((line) => line.slice(6))], merges: [] };
  });
}

function objects(): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...body] = largeTable();
  return body.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at] ?? ""])));
}

function differentTexts(): readonly (readonly string[])[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 14 }, (__, column) => `第${row}行第${column}列的绩效指标内容`),
  );
}

/** As a person keys it in: amounts are numbers. */
function withNumbers(table: readonly (readonly string[])[], bookType: "xlsx" | "biff8"): Uint8Array {
  const cells = table.map((line) => line.map((cell) => (/^\d{1,15}$/u.test(cell) ? Number(cell) : cell)));
  const workbook = utils.book_new(utils.aoa_to_sheet(cells), "数据");
  return new Uint8Array(write(workbook, { bookType, bookSST: true, type: "buffer", compression: true }));
}

const table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";

const hostile: readonly Specimen[] = [
  ["forged sizes in a ZIP's table of contents", "a.xlsx", forgedSizes],
  ["bomb of 600 MB", "a.xlsx", bomb],
  ["cell at XFD1048576", "a.xlsx", farCell],
  ["400,000 merged cells", "a.xlsx", manyMerges],
  ["billion laughs", "a.xlsx", billionLaughs],
  ["DOCX: bomb of 600 MB", "a.docx", docxBomb],
  [
    "DOCX: billion laughs",
    "a.docx",
    () => docxAround("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", laughing("w:document")),
  ],
  [
    "DOCX: 20,000 tables in one another",
    "a.docx",
    () => docxAround("<w:tbl><w:tr><w:tc>".repeat(20_000) + "<w:p/></w:tc></w:tr></w:tbl>".repeat(20_000)),
  ],
  ["DOCX: 100,000 empty paragraphs", "a.docx", () => docxAround("<w:p/>".repeat(100_000))],
  ["DOCX: 100,000 tables", "a.docx", () => docxAround(table.repeat(100_000))],
  [
    "DOCX: 100,000 rows of a cell",
    "a.docx",
    () =>
      docxAround(
        `<w:tbl>${"<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>".repeat(100_000)}</w:tbl>`,
      ),
  ],
];

const large: readonly Specimen[] = [
  ["XLSX, texts", "a.xlsx", () => workbookOf(largeTable(), "xlsx")],
  ["XLSX, numbers and shared texts", "a.xlsx", () => withNumbers(largeTable(), "xlsx")],
  ["XLSX, texts in place, no headers", "a.xlsx", () => largeSheet(rows)],
  ["XLSX, 350,000 different shared texts, no headers", "a.xlsx", () => withNumbers(differentTexts(), "xlsx")],
  ["XLS, texts", "a.xls", () => workbookOf(largeTable(), "biff8")],
  ["XLS, numbers and shared texts", "a.xls", () => withNumbers(largeTable(), "biff8")],
  ["ODS", "a.ods", () => workbookOf(largeTable(), "ods")],
  ["SpreadsheetML 2003", "a.xls", () => workbookOf(largeTable(), "xlml")],
  ["HTML in GBK", "a.xls", () => encodeGb18030(pageOf(largeTable()))],
  ["DOCX, a form for each project", "a.docx", () => docxOf(forms())],
  ["CSV in GBK", "a.csv", () => encodeGb18030(writeTable(largeTable(), ","))],
  ["JSON", "a.json", () => new TextEncoder().encode(JSON.stringify(objects()))],
];

const head = "项目编码,项目名称,预算数（元）,绩效目标,一级指标,二级指标,三级指标,指标值\n";
const line = (text: string) => `01,${text},3600,养护。,产出指标,数量指标,里程,≥3公里\n`;

const texts: readonly Specimen[] = [
  ["CSV: 118 MB of rows", "a.csv", () => Buffer.from(head + line("道路").repeat(1_700_000))],
  ["CSV: a million columns", "a.csv", () => Buffer.from(head + ",".repeat(1_000_000))],
  ["CSV: a cell of 50 MB", "a.csv", () => Buffer.from(head + line("长".repeat(17_000_000)))],
  [
    "CSV: an open quote before 20 MB",
    "a.csv",
    () => Buffer.from(`${head}01,"${line("道路").repeat(300_000)}`),
  ],
  [
    "CSV: 2,000 texts that regular expressions fear",
    "a.csv",
    () => Buffer.from(head + line("1,".repeat(900).replaceAll(",", "、")).repeat(2000)),
  ],
  ["JSON: 30 million lists", "a.json", () => Buffer.from("[".repeat(30_000_000))],
  [
    "JSON: 100,000 keys called __proto__",
    "a.json",
    () => Buffer.from(`[${'{"__proto__":{"项目名称":"甲"}},'.repeat(100_000)}{}]`),
  ],
  [
    "JSON: a number of 20 MB",
    "a.json",
    () => Buffer.from(`[{"项目名称":"甲","预算数":${"9".repeat(20_000_000)}}]`),
  ],
];

/** A sound department, and what is wrong around it; returns further words of the command line. */
type Setting = readonly [what: string, lay: (root: string) => readonly string[]];

/** A form of one's own, with a template of it written anew. */
function layForm(root: string, template: string): readonly string[] {
  const templates = join(root, "forms");
  cpSync(join(packageFolder, "templates", "hebei"), join(templates, "own"), { recursive: true });
  writeFileSync(join(templates, "own", "project.hbs"), template);
  return ["--templates", templates];
}

function layOutput(root: string, path: string, bytes: string): readonly string[] {
  const file = join(root, "out", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return [];
}

const settings: readonly Setting[] = [
  ["nothing wrong", () => []],
  [
    "template: 30 partials that double",
    (root) => {
      const words = layForm(root, "{{> p0}}");
      for (let one = 0; one < 30; one += 1)
        writeFileSync(join(root, "forms", "own", `p${one}.hbs`), `{{> p${one + 1}}}{{> p${one + 1}}}`);
      writeFileSync(join(root, "forms", "own", "p30.hbs"), "<p></p>");
      return words;
    },
  ],
  [
    "template: 20,000 nested sections",
    (root) => layForm(root, "<section>".repeat(20_000) + "</section>".repeat(20_000)),
  ],
  ["template: 20,000 paragraphs", (root) => layForm(root, "<p></p>".repeat(20_000))],
  [
    "template: loops in loops",
    (root) => layForm(root, "{{#each project.goals}}".repeat(90) + "<p></p>" + "{{/each}}".repeat(90)),
  ],
  [
    "font: 5 MB of noise",
    (root) => {
      mkdirSync(join(root, "fonts"));
      writeFileSync(join(root, "fonts", "a.ttf"), Buffer.alloc(5_000_000, "\0\u0001\0\0glyf"));
      return ["--fonts", join(root, "fonts")];
    },
  ],
  [
    "journal that leads outside",
    (root) =>
      layOutput(
        root,
        ".huibian/journal-00.json",
        JSON.stringify({
          below: "..",
          committed: true,
          replacements: [],
          removals: [{ name: "data", sha256: "" }],
          prunes: [],
        }),
      ),
  ],
  [
    "journal of 20 MB",
    (root) => layOutput(root, ".huibian/journal-00.json", `{"below":"${"x".repeat(20_000_000)}`),
  ],
  [
    "manifest with the edition 2^53-1",
    (root) =>
      layOutput(
        root,
        "部门/manifest.json",
        '{"version":"1","title":"甲","form":"hebei","draft":false,"edition":9007199254740991,"files":[],"earlier":[],"extras":[]}',
      ),
  ],
];

type Cost = {
  readonly exitCode: number | null;
  readonly seconds: number;
  /** Of processor time, both together: what a busy machine does not change. */
  readonly cpu: number;
  /** Megabytes: the program, and the process in which it opens workbooks. */
  readonly parent: number;
  readonly child: number;
  readonly said: string;
};

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));
const main = join(packageFolder, "dist", "cli", "main.js");

/** The high-water mark of a process in megabytes, 0 if it is gone. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** What a process has used of the processor, in seconds; 0 if it is gone. */
function cpuOf(pid: number): number {
  try {
    const [, said = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    const [user = 0, system = 0] = said.split(" ").slice(11, 13).map(Number);
    return (user + system) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** As Linux counts them on all machines that Node runs on. */
const ticksPerSecond = 100;

function childrenOf(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return children === "" ? [] : children.split(" ").map(Number);
  } catch {
    return [];
  }
}

function measure(...words: readonly string[]): Promise<Cost> {
  return new Promise((resolve) => {
    const since = performance.now();
    const run = spawn(process.execPath, [main, ...words, "--reporter", "json"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let [parent, child, said] = [0, 0, ""];
    const cpu = new Map<number, number>();
    const look = setInterval(() => {
      if (run.pid === undefined) return;
      parent = Math.max(parent, peakOf(run.pid));
      const children = childrenOf(run.pid);
      for (const pid of children) child = Math.max(child, peakOf(pid));
      for (const pid of [run.pid, ...children]) cpu.set(pid, Math.max(cpu.get(pid) ?? 0, cpuOf(pid)));
    }, 4);
    run.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    run.on("close", (exitCode) => {
      clearInterval(look);
      resolve({
        exitCode,
        seconds: (performance.now() - since) / 1000,
        cpu: [...cpu.values()].reduce((sum, one) => sum + one, 0),
        parent,
        child,
        said: summaryOf(said),
      });
    });
  });
}

/** The codes of what stopped it, or how many findings there are. */
function summaryOf(said: string): string {
  const codes = [...said.matchAll(/"code":\s*"([a-z0-9-]+)"/gu)].map(([, code = ""]) => code);
  const different = [...new Set(codes)];
  return different.length <= 3 ? different.join(", ") : `${codes.length} findings`;
}

function rowOf(what: string, size: string, { exitCode, seconds, cpu, parent, child, said }: Cost): string {
  const cells = [
    what,
    size,
    exitCode,
    seconds.toFixed(1),
    cpu.toFixed(1),
    parent.toFixed(0),
    child.toFixed(0),
    said,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Those whose names contain the first argument, or all; measured, or only written to the folder that the second names. */
const [only = "", keep] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), "huibian-costs-"));
for (const [title, specimens] of [
  ["hostile", hostile],
  ["hostile texts", texts],
  [`${rows} rows`, large],
] as const) {
  console.log(
    `| ${title} | MB of file | exit code | s | CPU s | MB of program | MB of reader | said |\n|---|---|---|---|---|---|---|---|`,
  );
  for (const [what, file, make] of specimens.filter((one) => one[0].includes(only))) {
    const folder = join(root, "部门");
    mkdirSync(folder);
    const bytes = make();
    if (keep !== undefined) {
      writeFileSync(join(keep, `${what.replace(/\W+/gu, "-")}-${file}`), bytes);
      rmSync(folder, { recursive: true });
      continue;
    }
    writeFileSync(join(folder, file), bytes);
    console.log(rowOf(what, (bytes.length / 2 ** 20).toFixed(1), await measure("check", folder)));
    rmSync(folder, { recursive: true });
  }
  console.log("");
}
if (keep === undefined) {
  console.log(
    "| around a sound department | | exit code | s | CPU s | MB of program | MB of reader | said |\n|---|---|---|---|---|---|---|---|",
  );
  for (const [what, lay] of settings.filter((one) => one[0].includes(only))) {
    const around = mkdtempSync(join(root, "around-"));
    const data = join(around, "data", "部门");
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, "a.csv"), head + line("道路"));
    writeFileSync(
      join(data, "department.json"),
      JSON.stringify({ 部门名称: "局", 年度: "2026", 表式: what.startsWith("template") ? "own" : "hebei" }),
    );
    const words = lay(around);
    const build = [
      "build",
      join(around, "data"),
      "--out",
      join(around, "out"),
      "--format",
      "docx",
      "--no-review",
    ];
    console.log(rowOf(what, "", await measure(...build, ...words)));
  }
}
rmSync(root, { recursive: true });
