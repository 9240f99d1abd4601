/** What hostile workbooks and large sound ones cost whoever checks them: `npm run build && npm run workbook-costs`. Linux only. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

type Cost = {
  readonly seconds: number;
  /** Megabytes: the program, and the process in which it opens workbooks. */
  readonly parent: number;
  readonly child: number;
  readonly said: string;
};

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** The high-water mark of a process in megabytes, 0 if it is gone. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return children === "" ? [] : children.split(" ").map(Number);
  } catch {
    return [];
  }
}

function measure(folder: string): Promise<Cost> {
  return new Promise((resolve) => {
    const since = performance.now();
    const run = spawn(process.execPath, [main, "check", folder, "--reporter", "json"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let [parent, child, said] = [0, 0, ""];
    const look = setInterval(() => {
      if (run.pid === undefined) return;
      parent = Math.max(parent, peakOf(run.pid));
      for (const pid of childrenOf(run.pid)) child = Math.max(child, peakOf(pid));
    }, 4);
    run.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    run.on("close", () => {
      clearInterval(look);
      resolve({ seconds: (performance.now() - since) / 1000, parent, child, said: summaryOf(said) });
    });
  });
}

/** The codes of what stopped it, or how many findings there are. */
function summaryOf(said: string): string {
  const codes = [...said.matchAll(/"code":\s*"([a-z0-9-]+)"/gu)].map(([, code = ""]) => code);
  const different = [...new Set(codes)];
  return different.length <= 3 ? different.join(", ") : `${codes.length} findings`;
}

/** Those whose names contain the first argument, or all; measured, or only written to the folder that the second names. */
const [only = "", keep] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), "huibian-costs-"));
for (const [title, specimens] of [
  ["hostile", hostile],
  [`${rows} rows`, large],
] as const) {
  console.log(
    `| ${title} | MB of file | s | MB of program | MB of reader | said |\n|---|---|---|---|---|---|`,
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
    const { seconds, parent, child, said } = await measure(folder);
    const size = (bytes.length / 2 ** 20).toFixed(1);
    console.log(
      `| ${what} | ${size} | ${seconds.toFixed(1)} | ${parent.toFixed(0)} | ${child.toFixed(0)} | ${said} |`,
    );
    rmSync(folder, { recursive: true });
  }
  console.log("");
}
rmSync(root, { recursive: true });
