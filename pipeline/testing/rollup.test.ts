/** Many departments rolled up: the figures, the documents, and each department's pages in the volume. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runInstalled } from "./installed-program.ts";
import { openInLibreOffice } from "./libreoffice.ts";
import { type DocxContents, readDocx } from "./read-docx.ts";
import { type DocxTable, gridOf } from "./read-docx-table.ts";
import { type PdfPage, type ReadPdf, readPdf, textInBox } from "./read-pdf.ts";
import { cellsOf, readRules } from "./read-pdf-cells.ts";
import { reportIn } from "./report-in.ts";
import { runHere } from "./run-here.ts";
import { sidesOf, wrongSides } from "./sides.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const samples = join(import.meta.dirname, "..", "..", "data");
const departments = ["beidaihe", "korla", "suzhou"] as const;

const work = temporaryFolder();
const data = join(work, "data");
const out = join(work, "out");
const place = (folder = out) => join(folder, "汇总");

beforeAll(async () => {
  for (const name of departments) cpSync(join(samples, name), join(data, name), { recursive: true });
  mkdirSync(join(data, "坏部门"));
  writeFileSync(join(data, "坏部门", "projects.csv"), "项目编码,项目名称,预算数(元)\n1,甲,2,3\n");
  expect(await runHere("build", data, "--out", out)).toMatchObject({ exitCode: 1 });
  expect(await runHere("rollup", data, "--out", out, "--volume")).toMatchObject({ exitCode: 1 });
});

const summary = (format: string) => reportIn(place(), format, "汇总表");
const volume = (format: string) => reportIn(place(), format, "合订本");

/** What the exports themselves say, added up by hand: nothing of the program's has a part in it. */
type Expected = {
  readonly projects: number;
  /** By level 1. */
  readonly levels: readonly string[];
  /** Hundredths of a yuan: total, fiscal, other. */
  readonly money: readonly [bigint, bigint, bigint];
};

const expected: Readonly<Record<(typeof departments)[number], () => Expected>> = {
  beidaihe: () => {
    const rows = table(join(samples, "beidaihe", "projects.csv"), "utf-8").slice(1);
    const indicators = table(join(samples, "beidaihe", "indicators.csv"), "utf-8").slice(1);
    const add = (column: number) => sum(rows.map((row) => cents(row[column] ?? "", 1n)));
    return {
      projects: rows.length,
      levels: indicators.map((row) => row[1] ?? ""),
      money: [add(5), add(6), add(7)],
    };
  },
  korla: () => {
    const rows = table(join(samples, "korla", "indicators.csv"), "gb18030").slice(1);
    // Every row of a project repeats what is the project's.
    const projects = [...new Map(rows.map((row) => [row[2], row])).values()];
    const add = (column: number) => sum(projects.map((row) => cents(row[column] ?? "", 10_000n)));
    return {
      projects: projects.length,
      levels: rows.map((row) => row[8] ?? ""),
      money: [add(4), add(5), add(6)],
    };
  },
  suzhou: () => {
    const { 项目: projects } = SuzhouFile.parse(
      JSON.parse(readFileSync(join(samples, "suzhou", "projects.json"), "utf8")),
    );
    const add = (name: "资金总额" | "财政拨款" | "其他资金") =>
      sum(projects.map(({ 年度资金: money }) => cents((money[name] ?? "").replace(/万元?$/u, ""), 10_000n)));
    const indicators = projects.flatMap(({ 绩效指标: sides }) => Object.values(sides).flat());
    return {
      projects: projects.length,
      levels: indicators.map(({ 一级指标: level1 }) => level1),
      money: [add("资金总额"), add("财政拨款"), add("其他资金")],
    };
  },
};

const SuzhouFile = z.object({
  项目: z.array(
    z.object({
      年度资金: z.record(z.string(), z.string().nullable()),
      绩效指标: z.record(z.string(), z.array(z.object({ 一级指标: z.string() }))),
    }),
  ),
});

function table(path: string, encoding: string): string[][] {
  return parseCsv(new TextDecoder(encoding).decode(readFileSync(path)), { bom: true });
}

function cents(text: string, yuan: bigint): bigint {
  const [whole = "", places = ""] = text.replaceAll(",", "").split(".");
  return ((BigInt(whole === "" ? 0 : whole) * 10_000n + BigInt(places.padEnd(4, "0"))) * yuan) / 100n;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

/** 万元, with two places or as many as there are. */
function tenThousands(amount: bigint): string {
  const text = amount.toString().padStart(7, "0");
  return `${text.slice(0, -6)}.${text.slice(-6).replace(/0{1,4}$/u, "")}`;
}

const levels = ["产出", "成本", "效益", "满意度"];
function countLevels(labels: readonly string[]): readonly number[] {
  const counts = levels.map((level) => labels.filter((label) => label.startsWith(level)).length);
  return [...counts, labels.length - counts.reduce((all, count) => all + count, 0)];
}

function tableOf(docx: DocxContents, caption: string): string[][] {
  const found = docx.blocks.find(
    (block): block is DocxTable => block.kind === "table" && block.caption.includes(caption),
  );
  if (found === undefined) throw new Error(`no table ${caption}`);
  return gridOf(found);
}

describe("the summary", () => {
  test("adds up what the exports say, department by department and over all", () => {
    const docx = readDocx(readFileSync(summary("docx")));
    const all = departments.map((name) => expected[name]());
    const money = (index: 0 | 1 | 2) => tenThousands(sum(all.map((one) => one.money[index])));
    const rows = tableOf(docx, "各部门情况").slice(1);
    // 宿州 leaves 其他资金 blank in every project: that is no 0.
    expect(rows.slice(0, 3).map((row) => row.slice(2, 7))).toEqual(
      all.map(({ projects, levels: own, money: [total, fiscal, other] }, index) => [
        String(projects),
        String(own.length),
        ...[total, fiscal].map(tenThousands),
        departments[index] === "suzhou" ? "—" : tenThousands(other),
      ]),
    );
    expect(rows.at(-1)?.slice(1, 7)).toEqual([
      "合计（3 个部门，另 1 个未能汇总）",
      String(all.reduce((count, { projects }) => count + projects, 0)),
      String(all.reduce((count, one) => count + one.levels.length, 0)),
      ...[money(0), money(1), money(2)],
    ]);
    const kinds = tableOf(docx, "各部门指标数").slice(1);
    expect(kinds.slice(0, 3).map((row) => row.slice(2, 7).map(Number))).toEqual(
      all.map((one) => countLevels(one.levels)),
    );
    expect(kinds.at(-1)?.slice(2, 7).map(Number)).toEqual(countLevels(all.flatMap((one) => one.levels)));
  });

  test("agrees with what build counted", () => {
    const run = Counted.parse(JSON.parse(readFileSync(join(out, "run.json"), "utf8")));
    const written = JSON.parse(readFileSync(join(place(), "rollup.json"), "utf8"));
    const schema = JSON.parse(readFileSync("docs/schemas/rollup.schema.json", "utf8"));
    expect(z.fromJSONSchema(schema).safeParse(written).error).toBeUndefined();
    const { departments: rolled, totals } = Rolled.parse(written);
    const counted = rolled.flatMap((one) => (one.state === "counted" ? [one] : []));
    const built = run.departments.filter(({ state }) => state === "built");
    expect(counted.map((one) => [one.folder, one.projects, one.indicators, one.money?.total.sum])).toEqual(
      built.map((one) => [one.folder, one.projects, one.indicators, one.budgetTotal]),
    );
    expect([totals.projects, totals.indicators, totals.money.total.sum]).toEqual([
      run.totals.projects,
      run.totals.indicators,
      run.totals.budgetTotal,
    ]);
    expect(rolled.map(({ findings }) => findings)).toEqual(run.departments.map(({ findings }) => findings));
  });

  test("names the department that failed, and why", () => {
    const docx = readDocx(readFileSync(summary("docx")));
    expect(tableOf(docx, "各部门情况")[4]?.slice(1, 3)).toEqual(["坏部门", "未能汇总，原因见第三部分"]);
    expect(tableOf(docx, "各部门情况")[4]?.slice(-2)).toEqual(["—", "—"]);
    const [, failed] = tableOf(docx, "未能汇总的部门");
    expect(failed?.map(solid)).toEqual(["坏部门", "报送的数据有1处错误，须更正后重新报送。"]);
    const csv = table(join(place(), "rollup.csv"), "utf-8");
    // Where it is wrong is for those who correct it.
    expect(csv.at(-2)?.slice(-2)).toEqual(["未能汇总", "报送的数据有 1 处错误，须更正后重新报送。"]);
  });

  test("says the same in the PDF and in the CSV", async () => {
    const docx = readDocx(readFileSync(summary("docx")));
    const bytes = readFileSync(summary("pdf"));
    const { pages } = await readPdf(bytes);
    const rules = await readRules(bytes);
    const inPdf = pages.flatMap((page, index) =>
      cellsOf(page, rules[index] ?? []).map(({ text }) => solid(text)),
    );
    const inDocx = docx.blocks.flatMap((block) =>
      block.kind === "table" && block.style !== "table-bare"
        ? block.cells.toSorted((a, b) => a.row - b.row || a.column - b.column).map(({ text }) => solid(text))
        : [],
    );
    expect(inPdf).toEqual(inDocx);
    const csv = table(join(place(), "rollup.csv"), "utf-8");
    expect(readFileSync(join(place(), "rollup.csv"), "utf8").startsWith("\u{FEFF}")).toBe(true);
    const rows = tableOf(docx, "各部门情况");
    expect(csv.at(-1)?.slice(3, 8)).toEqual(rows.at(-1)?.slice(2, 7));
  });
});

const count = z.number();
const money = z.object({ total: z.object({ sum: z.string().optional(), uncounted: count }) });
const Counted = z.object({
  totals: z.object({ projects: count, indicators: count, budgetTotal: z.string() }),
  departments: z.array(
    z.object({
      folder: z.string(),
      state: z.string(),
      projects: count.optional(),
      indicators: count.optional(),
      budgetTotal: z.string().optional(),
      findings: z.unknown(),
    }),
  ),
});
const Rolled = z.object({
  totals: z.object({ projects: count, indicators: count, money }),
  departments: z.array(
    z.object({
      folder: z.string(),
      state: z.string(),
      projects: count.optional(),
      indicators: count.optional(),
      money: money.optional(),
      findings: z.unknown(),
    }),
  ),
});

/** The foot of a page: 35 mm. */
const footHeight = (35 / 25.4) * 72;
const bodyOf = (page: PdfPage): string => textInBox(page, 0, 0, page.width, page.height - footHeight);
const footOf = (page: PdfPage): string =>
  solid(textInBox(page, 0, page.height - footHeight, page.width, page.height));

describe("the volume", () => {
  let bound: ReadPdf;
  let docx: DocxContents;

  beforeAll(async () => {
    bound = await readPdf(readFileSync(volume("pdf")));
    docx = readDocx(readFileSync(volume("docx")));
  });

  /** The sheets of a department, its own first page among them. */
  const sheetsOf = (index: number): readonly PdfPage[] => {
    const from = bound.outline[index]?.page ?? Number.NaN;
    return bound.pages.slice(from, bound.outline[index + 1]?.page ?? bound.pages.length);
  };

  test.each(departments.map((name, index) => [name, index] as const))(
    "has the pages of %s line for line as its own report",
    async (name, index) => {
      const own = await readPdf(readFileSync(reportIn(join(out, name), "pdf")));
      const parts = own.pages.filter((page) => /^—\d+—$/u.test(footOf(page)));
      const [first, ...others] = sheetsOf(index);
      expect(first && bodyOf(first)).toMatch(/个项目$/u);
      expect(others.map(bodyOf)).toEqual(parts.map(bodyOf));
      expect(others.map(({ width, height }) => [width, height])).toEqual(
        parts.map(({ width, height }) => [width, height]),
      );
    },
  );

  test.each(departments)("has the tables and styles of %s in the DOCX as its own report", (name) => {
    const own = readDocx(readFileSync(reportIn(join(out, name), "docx")));
    const tables = own.blocks.filter((block) => block.kind === "table");
    const prefix = name === "suzhou" ? "anhui." : "";
    const [start] = findRun(docx, tables);
    const found = docx.blocks.filter((block) => block.kind === "table").slice(start, start + tables.length);
    const prefixed = (style: string): string => style.replace(/^(?:table|text)-/u, `$&${prefix}`);
    expect(found).toEqual(
      tables.map((block) => ({
        ...block,
        style: prefixed(block.style),
        cells: block.cells.map((cell) => ({ ...cell, styles: cell.styles.map(prefixed) })),
      })),
    );
    const styleOf = (document: DocxContents, id: string): string | undefined =>
      new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, "u")
        .exec(document.parts.get("word/styles.xml") ?? "")?.[0]
        .replaceAll(prefix, "");
    for (const id of ["text-cell", "text-cell-tight", "text-body", "table-grid"])
      expect(styleOf(docx, id.replace("-", `-${prefix}`)), id).toEqual(styleOf(own, id));
    if (prefix !== "") expect(styleOf(docx, "text-cell")).not.toEqual(styleOf(own, "text-cell"));
  });

  test("counts its pages through, below contents that list departments, parts and projects", () => {
    const numbers = bound.pages.map(footOf).filter((foot) => /^—\d+—$/u.test(foot));
    expect(numbers).toEqual(numbers.map((_, index) => `—${index + 1}—`));
    expect(bound.outline.map(({ title }) => title)).toEqual([
      "秦皇岛市北戴河区医疗保障局",
      "库尔勒市医疗保障局",
      "宿州市医疗保障局",
      "坏部门",
    ]);
    expect(bound.outline.map(({ items }) => items.map(({ title }) => title.slice(0, 4)))).toEqual([
      ...departments.map(() => ["第一部分", "第二部分"]),
      [],
    ]);
    const places = flatten(bound.outline).map(({ title, page }) => ({
      text: solid(title),
      number: footOf(bound.pages[page] ?? missing(title)).replaceAll("—", ""),
    }));
    expect(docx.contents.map(({ text, pageNumber }) => ({ text: solid(text), number: pageNumber }))).toEqual(
      places,
    );
  });

  test("gives every heading a bookmark of its own, at its level", () => {
    const headings = docx.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.outlineLevel ? [block] : [],
    );
    const bookmarks = headings.flatMap(({ bookmarks: names }) => names);
    expect(new Set(bookmarks).size).toBe(headings.length);
    expect(docx.contents.map(({ anchor }) => anchor)).toEqual(bookmarks);
    expect(headings.map(({ outlineLevel }) => outlineLevel)).toEqual(docx.contents.map(({ level }) => level));
    const ids = [
      ...(docx.parts.get("word/document.xml") ?? "").matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/gu),
    ];
    expect(new Set(ids.map(([, id]) => id)).size).toBe(headings.length);
  });

  test("says on a page of its own why a department is not in it", () => {
    const [page, ...others] = sheetsOf(3);
    expect(others).toEqual([]);
    expect(solid(page === undefined ? "" : bodyOf(page))).toBe(
      "坏部门本部门未能收入本册报送的数据有1处错误，须更正后重新报送。",
    );
  });
});

test("LibreOffice has as many pages, and each heading on the page that the contents say", async (context) => {
  const opened = await openInLibreOffice(context, [summary("docx"), volume("docx")]);
  const drawn = [summary("pdf"), volume("pdf")].map((path) => readFileSync(path));
  for (const [index, bytes] of opened.entries()) {
    const [seen, ours] = await Promise.all([readPdf(bytes), readPdf(drawn[index] ?? new Uint8Array())]);
    const places = (pdf: ReadPdf) =>
      flatten(pdf.outline).map(({ title, page }) => ({ text: solid(title), page }));
    expect(places(seen)).toEqual(places(ours));
    expect(sidesOf(seen.pages)).toEqual(sidesOf(ours.pages));
    expect(wrongSides(sidesOf(ours.pages))).toEqual([]);
  }
});

/** Where the tables of a report begin among those of the volume. */
function findRun(docx: DocxContents, own: readonly DocxTable[]): readonly [number] {
  const captions = docx.blocks.flatMap((block) => (block.kind === "table" ? [block.caption] : []));
  const at = captions.indexOf(own[0]?.caption ?? "");
  if (at < 0) throw new Error("the volume has none of the tables");
  return [at];
}

type OutlineItem = ReadPdf["outline"][number];

function flatten(items: readonly OutlineItem[]): readonly OutlineItem[] {
  return items.flatMap((item) => [item, ...flatten(item.items)]);
}

function missing(what: string): never {
  throw new Error(`no page of ${what}`);
}

function hashesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:docx|pdf|csv)$/u.test(name))
    .map(
      (name) =>
        `${name} ${createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex")}`,
    );
}

test("the same data give the same bytes, with any number of threads, cold and hot", async () => {
  const roll = async (name: string, ...words: readonly string[]) => {
    const folder = join(work, name);
    // Two are enough for two threads, and of two forms.
    const good = ["korla", "suzhou"].map((one) => join(data, one));
    const args = ["rollup", ...good, "--out", folder, "--volume", "--date", "2024-01-15", ...words];
    const { exitCode, stdout } = await runInstalled(...args);
    expect(exitCode).toBe(0);
    return { files: hashesIn(place(folder)), stdout };
  };
  const cold = await roll("cold", "--jobs", "1", "--no-cache");
  expect(cold.files).toHaveLength(5);
  const kept = await roll("kept", "--jobs", "2");
  const hot = await roll("kept", "--jobs", "1");
  expect([kept.files, hot.files]).toEqual([cold.files, cold.files]);
  expect(kept.stdout).toContain("沿用上次的排版 0 处");
  expect(hot.stdout).toContain("重排 0 处");
});

describe("what cannot be counted, or is contradicted", () => {
  let folder: string;

  beforeAll(async () => {
    folder = join(work, "doubtful");
    write("甲", { 部门名称: "甲局", 年度: "2023", 预算合计: "2万元" }, [
      ["A1", "一", "5000"],
      ["A2", "二", "10000"],
    ]);
    write("乙", { 部门名称: "乙局", 年度: "2023" }, [
      ["B1", "一", "待定"],
      ["B2", "二", "12345.678"],
    ]);
    write("丙", { 部门名称: "丙局", 年度: "2024" }, [["C1", "一", "待定"]]);
    const { exitCode } = await runHere("rollup", folder, "--out", join(folder, "out"), "--title", "全市汇总");
    expect(exitCode).toBe(0);
  });

  const write = (name: string, facts: object, rows: readonly (readonly string[])[]) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "department.json"), JSON.stringify({ 表式: "hebei", ...facts }));
    const lines = [["项目编码", "项目名称", "预算数(元)"], ...rows].map((row) => `${row.join(",")}\n`);
    writeFileSync(join(folder, name, "projects.csv"), lines.join(""));
  };

  test("is marked, explained, and never a 0", () => {
    const docx = readDocx(readFileSync(join(place(join(folder, "out")), "全市汇总.docx")));
    const rows = tableOf(docx, "各部门情况").slice(1);
    expect(rows.map((row) => [row[1], row[4]])).toEqual([
      ["丙局", "无法计算"],
      ["乙局", "1.2345678※"],
      ["甲局", "1.50△"],
      ["合计（3 个部门）", "2.7345678※"],
    ]);
    const notes = docx.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.style === "text-table-note" ? [block.text] : [],
    );
    expect(notes).toEqual([
      expect.stringMatching(/^丙局有 1 个项目的预算数.*无法计算，未计入合计。$/u),
      expect.stringMatching(/^※乙局有 1 个项目的预算数.*未计入。$/u),
      "△甲局：部门所填预算合计为 2.00 万元，各项目之和为 1.50 万元，相差 0.50 万元。",
      "各部门填报的年度不一致：2023、2024。",
    ]);
  });
});

test("a department whose data lie there twice is counted twice, and that is said", async () => {
  const folder = join(work, "doubled");
  for (const name of ["甲", "甲-副本"])
    cpSync(join(samples, "beidaihe"), join(folder, "data", name), { recursive: true });
  const run = await runHere("rollup", join(folder, "data"), "--out", folder, "--format", "docx");
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toMatch(/名称相同，有 \d+ 个项目编码相同.*都已计入合计/u);
  const written = JSON.parse(readFileSync(join(place(folder), "rollup.json"), "utf8"));
  expect(written.doubled).toMatchObject([
    {
      first: { folder: join(folder, "data", "甲") },
      second: { folder: join(folder, "data", "甲-副本") },
      sameName: true,
    },
  ]);
  const docx = readDocx(readFileSync(reportIn(place(folder), "docx", "汇总表")));
  const notes = docx.blocks.flatMap((block) =>
    block.kind === "paragraph" && block.style === "text-table-note" ? [block.text] : [],
  );
  expect(notes.map(solid)).toEqual([
    expect.stringMatching(/（序号1）与.*（序号2）名称相同，有\d+个项目编码相同.*请核对是否重复。$/u),
  ]);
});

describe("nothing is written", () => {
  test("under --strict, where a department failed or has errors", async () => {
    const folder = join(work, "strict");
    const { exitCode, stdout } = await runHere("rollup", data, "--out", folder, "--strict");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("有 1 个部门未能汇总、3 个部门有错误，按 --strict 未发布汇总");
    expect(existsSync(place(folder))).toBe(false);
    const { stdout: alone } = await runHere("rollup", join(data, "korla"), "--out", folder, "--strict");
    // At the end, and without a count of those that there are none of.
    expect(alone.slice(alone.indexOf("没有发布汇总："))).toContain(
      " 有 1 个部门有错误，按 --strict 未发布汇总",
    );
    expect(alone.match(/rollup-withheld/gu)).toHaveLength(1);
  });

  test("where a department has the place of the roll-up", async () => {
    const folder = join(work, "taken");
    cpSync(join(samples, "korla"), join(folder, "data", "汇总"), { recursive: true });
    const { exitCode, stderr } = await runHere("rollup", join(folder, "data"), "--out", join(folder, "out"));
    expect(exitCode).toBe(2);
    expect(stderr).toContain("rollup-place-taken");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("where a template of the user's names what is not there", async () => {
    const templates = join(work, "templates-wrong");
    ownTemplate(templates, "<section><p>{{title}}{{nothing}}</p></section>");
    const { exitCode, stderr } = await rollWith(templates, "wrong");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/shared\/rollup\.hbs:1.*template-unknown-path/u);
  });
});

describe("what stands in the folder", () => {
  const korla = (folder: string, ...words: readonly string[]) =>
    runHere("rollup", join(data, "korla"), "--out", folder, ...words);
  const documents = (folder: string) => readdirSync(folder).filter((name) => /\.(?:docx|pdf)$/u.test(name));

  test("an earlier volume stays where none was asked for, and nothing of another title does", async () => {
    const folder = join(work, "again");
    await korla(folder, "--volume", "--title", "甲", "--format", "pdf");
    expect(documents(place(folder))).toEqual(["甲.pdf", "甲（合订本）.pdf"]);
    await korla(folder, "--title", "乙", "--format", "pdf");
    expect(documents(place(folder)).toSorted()).toEqual(["乙.pdf", "甲（合订本）.pdf"]);
    await korla(folder, "--volume", "--title", "乙", "--format", "pdf");
    expect(documents(place(folder)).toSorted()).toEqual(["乙.pdf", "乙（合订本）.pdf"]);
  });

  test("a draft lies below, with a watermark on every page", async () => {
    const folder = join(work, "drafts");
    const { exitCode } = await korla(folder, "--volume", "--draft", "--date", "2024-01-15");
    expect(exitCode).toBe(0);
    expect(documents(place(folder))).toEqual([]);
    for (const words of ["汇总表", "合订本"]) {
      const { pages } = await readPdf(readFileSync(reportIn(join(place(folder), "draft"), "pdf", words)));
      const marks = pages.map(({ items }) =>
        items.flatMap(({ text, slanted }) => (slanted ? [text] : [])).join(""),
      );
      expect(marks.map(solid)).toEqual(pages.map(() => "草稿2024-01-15"));
    }
  });

  test("is told to programs and to GitHub", async () => {
    const folder = join(work, "told");
    const { stdout } = await korla(folder, "--reporter", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      command: "rollup",
      exitCode: 0,
      rollup: {
        output: place(folder),
        files: [{ format: "docx" }, { format: "pdf" }],
        figures: { totals: { counted: 1 } },
      },
    });
    const github = await korla(folder, "--reporter", "github", "--lang", "en");
    expect(github.stdout).toContain("::error ");
    expect(github.stdout).toContain("Summarised 1 department.");
  });

  test("--title must be short enough for two file names", async () => {
    const { exitCode, stderr } = await korla(join(work, "long"), "--title", "长".repeat(51));
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("1 到 50 个字")]);
  });
});

test("a template of the user's stands in for ours", async () => {
  const templates = join(work, "templates-own");
  ownTemplate(templates, "<section><p>共 {{totals.projects}} 个项目</p></section>");
  expect(await rollWith(templates, "own")).toMatchObject({ exitCode: 0 });
  const docx = readDocx(readFileSync(reportIn(place(join(work, "own")), "docx", "汇总表")));
  expect(docx.blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toContain("共 3 个项目");
});

function ownTemplate(templates: string, text: string): void {
  mkdirSync(join(templates, "shared"), { recursive: true });
  writeFileSync(join(templates, "shared", "rollup.hbs"), text);
}

function rollWith(templates: string, name: string) {
  const folder = join(work, name);
  return runHere("rollup", join(data, "korla"), "--out", folder, "--templates", templates);
}
