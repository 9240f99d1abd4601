/** The specimen's tables as a reader of the .docx finds them. */
import { beforeAll, expect, test } from "vitest";
import type { LaidTable } from "../../layout/index.ts";
import { laidSpecimen } from "../../testing/laid-specimen.ts";
import { readDocx } from "../../testing/read-docx.ts";
import { type DocxTable, gridOf } from "../../testing/read-docx-table.ts";
import { type LaidDocument, writeDocx } from "../../testing/whole-document.ts";

async function tablesOf(laid: LaidDocument): Promise<DocxTable[]> {
  const bytes = await writeDocx(laid, { createdAt: new Date(0) });
  return readDocx(bytes).blocks.filter((block) => block.kind === "table");
}

let tables: DocxTable[];
beforeAll(async () => {
  tables = await tablesOf(laidSpecimen());
});

test("each part on a page is a table with its cells and spans", () => {
  const laid = laidSpecimen().pages.flatMap(({ items }) => items.filter((item) => item.kind === "table"));
  expect(tables.map(shapeOf)).toEqual(laid.map(laidShapeOf));
});

test("a label cut by a page break stands on both pages", () => {
  const [, before, after] = tables;
  expect(before && gridOf(before).map(([first]) => first)).toEqual([
    "一级指标",
    ...Array(5).fill("产出指标"),
  ]);
  expect(after && gridOf(after).map(([, second]) => second)).toEqual([
    "二级指标",
    ...Array(2).fill("数量指标（续）"),
    ...Array(5).fill("质量指标"),
  ]);
});

test("line breaks, tabs and paragraphs of a cell", () => {
  const texts = tables[0]?.cells.map(({ text }) => text);
  expect(texts).toContain("预算规模\n及资金用途");
  expect(texts).toContain("其中：财政\t资金");
  expect(texts).toContain("1.完成养护里程120公里。\n2.路况优良率达到90%。");
});

test("header rows repeat, borders and captions are the table's", () => {
  expect(tables.map(({ style, headerRows, caption }) => [style, headerRows, caption])).toEqual([
    ["table-grid", 0, "道路养护专项：项目基本情况"],
    ["table-grid-attached", 1, "道路养护专项：绩效指标"],
    ["table-grid", 1, "道路养护专项：绩效指标"],
    ["table-bare", 1, "宽表"],
  ]);
});

test("a table draws its own lines, whatever a reader makes of its style", () => {
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const drawn = (val: string) => Object.fromEntries(edges.map((edge) => [edge, val]));
  expect(tables.map(({ borders }) => borders)).toEqual([
    drawn("single"),
    { ...drawn("single"), top: "nil" },
    drawn("single"),
    drawn("nil"),
  ]);
});

test("padding that layout narrowed is set by the table itself", async () => {
  const narrowed = await tablesOf(
    withTables((table) => ({ ...table, style: { ...table.style, paddingX: 1.25, paddingY: 0.5 } })),
  );
  for (const { padding } of narrowed) expect(padding).toEqual({ top: 10, left: 25, bottom: 10, right: 25 });
});

test.each([
  ["", ""],
  ["A&B <\"演示\"> 'x'\u0007", "A&B <\"演示\"> 'x'"],
])("the caption %j reads as written", async (caption, read) => {
  const tables = await tablesOf(withTables((table) => ({ ...table, source: { ...table.source, caption } })));
  expect(tables.map((table) => table.caption)).toEqual(Array(4).fill(read));
});

test("a paragraph that goes on from the page before is not indented again", async () => {
  const continued = await tablesOf(
    withTables((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({
        ...cell,
        paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, first: false })),
      })),
    })),
  );
  for (const { cells } of continued) for (const { flush } of cells) expect(flush).toBe(true);
});

test("a span from the header into the body keeps the header from repeating", async () => {
  const changed = withTable((table) => ({
    ...table,
    cells: table.cells.flatMap((cell) => {
      if (cell.column !== 0) return [cell];
      return cell.row === 0 ? [{ ...cell, rowSpan: table.heights.length }] : [];
    }),
  }));
  expect((await tablesOf(changed))[1]?.headerRows).toBe(0);
});

test("a span that runs off the table is our own mistake and never a broken file", async () => {
  const changed = withTable((table) => ({
    ...table,
    cells: table.cells.map((cell) => (cell.column === 0 && cell.row === 1 ? { ...cell, rowSpan: 99 } : cell)),
  }));
  await expect(tablesOf(changed)).rejects.toThrow("outside the table");
});

/** The specimen with the table on printed page 3 that has a header changed. */
function withTable(change: (table: LaidTable) => LaidTable): LaidDocument {
  return withTables((table, page) => (page === "3" && table.headerRows > 0 ? change(table) : table));
}

function withTables(change: (table: LaidTable, page: string | undefined) => LaidTable): LaidDocument {
  const laid = laidSpecimen();
  const pages = laid.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.kind === "table" ? change(item, page.number) : item)),
  }));
  return { ...laid, pages };
}

function shapeOf({ heights, widths, cells, splits, padding }: DocxTable) {
  return {
    heights,
    widths,
    splits,
    padding,
    cells: cells.map(({ text, ...place }) => ({ ...place, text: text.replace(/\s/gu, "") })),
  };
}

function laidShapeOf({ heights, widths, cells }: LaidTable) {
  const columns = widths.map((width) => Math.round(width * 20));
  return {
    heights: heights.map((height) => Math.round(height * 20)),
    widths: columns,
    splits: false,
    padding: {},
    cells: [...cells]
      .sort((one, other) => one.row - other.row || one.column - other.column)
      .map(({ row, column, rowSpan, colSpan, paragraphs, cell }) => {
        const inlines = paragraphs.flatMap(({ content }) => content);
        const text = inlines.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
        const width = columns.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0);
        const styles = paragraphs.map(() => `text-${cell.style.name}`);
        const place = { row, column, rowSpan, colSpan, width };
        return { ...place, styles, flush: false, text: text.replace(/\s/gu, "") };
      }),
  };
}
