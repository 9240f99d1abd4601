/** The specimen's tables as a reader of the .docx finds them. */
import { beforeAll, expect, test } from "vitest";
import type { FlowTable } from "../../layout/index.ts";
import { laidSpecimen } from "../../testing/laid-specimen.ts";
import { readDocx } from "../../testing/read-docx.ts";
import { type DocxTable, gridOf } from "../../testing/read-docx-table.ts";
import { indicatorRows } from "../../testing/specimen-tables.ts";
import { type LaidDocument, writeDocx } from "../../testing/whole-document.ts";

async function tablesOf(laid: LaidDocument): Promise<DocxTable[]> {
  const bytes = await writeDocx(laid, { createdAt: new Date(0) });
  return readDocx(bytes).blocks.filter((block) => block.kind === "table");
}

let tables: DocxTable[];
beforeAll(async () => {
  tables = await tablesOf(laidSpecimen());
});

test("each table is one, over however many pages, with its cells and spans", () => {
  const flows = laidSpecimen().flows.flat();
  expect(tables.map(shapeOf)).toEqual(
    flows.flatMap((block) => (block.kind === "table" ? [shownAs(block)] : [])),
  );
});

test("a label is merged over all its rows, whatever page break cuts them", () => {
  expect(tables[1] && gridOf(tables[1]).map((row) => row.slice(0, 2))).toEqual([
    ["一级指标", "二级指标"],
    ...Array(7).fill(["产出指标", "数量指标"]),
    ...Array(5).fill(["产出指标", "质量指标"]),
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
    ["table-grid", 1, "道路养护专项：绩效指标"],
    ["table-bare", 1, "宽表"],
  ]);
});

test("a table draws its own lines, whatever a reader makes of its style", () => {
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const drawn = (val: string) => Object.fromEntries(edges.map((edge) => [edge, val]));
  expect(tables.map(({ borders }) => borders)).toEqual([drawn("single"), drawn("single"), drawn("nil")]);
});

test("two tables that look like one are parted by a paragraph as black as their line", async () => {
  const { blocks, parts } = readDocx(await writeDocx(laidSpecimen(), { createdAt: new Date(0) }));
  const at = blocks.findIndex((block) => block.kind === "table" && block.caption.endsWith("绩效指标"));
  expect(blocks[at - 1]).toMatchObject({
    kind: "paragraph",
    style: "seam",
    text: "",
    pageBreakBefore: false,
  });
  const seam = /<w:style [^>]*w:styleId="seam">.*?<\/w:style>/u.exec(parts.get("word/styles.xml") ?? "")?.[0];
  expect(seam).toMatch(/w:fill="000000".*w:line="1" w:lineRule="exact"/u);
});

test("a row may be cut by a page break only if layout says so", async () => {
  const cut = await tablesOf(
    withTables((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, splits: true })) })),
  );
  expect(cut.map(({ splits }) => splits)).toEqual([true, true, true]);
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
  expect(tables.map((table) => table.caption)).toEqual(Array(3).fill(read));
});

test("a span from the header into the body is cut below the header, without a line, so that the header repeats", async () => {
  const changed = withIndicators((table) => ({
    ...table,
    cells: table.cells.flatMap((cell) => {
      if (cell.column !== 0) return [cell];
      return cell.row === 0 ? [{ ...cell, rowSpan: table.rows.length }] : [];
    }),
  }));
  const bytes = await writeDocx(changed, { createdAt: new Date(0) });
  const table = (await tablesOf(changed))[1];
  expect(table?.headerRows).toBe(1);
  expect(table && gridOf(table).map(([first]) => first)).toEqual(Array(1 + indicatorRows).fill("一级指标"));
  const body = readDocx(bytes).parts.get("word/document.xml") ?? "";
  const cut = [...body.matchAll(/<w:tcBorders><w:(\w+) w:val="nil"\/><\/w:tcBorders>/gu)].map(
    ([, edge]) => edge,
  );
  expect(cut).toEqual(["bottom", ...Array(indicatorRows).fill("top")]);
});

test("a span that runs off the table is our own mistake and never a broken file", async () => {
  const changed = withIndicators((table) => ({
    ...table,
    cells: table.cells.map((cell) => (cell.column === 0 && cell.row === 1 ? { ...cell, rowSpan: 99 } : cell)),
  }));
  await expect(tablesOf(changed)).rejects.toThrow("outside the table");
});

/** The specimen with the table attached to another changed. */
function withIndicators(change: (table: FlowTable) => FlowTable): LaidDocument {
  return withTables((table) => (table.source.attached ? change(table) : table));
}

function withTables(change: (table: FlowTable) => FlowTable): LaidDocument {
  const laid = laidSpecimen();
  const flows = laid.flows.map((flow) =>
    flow.map((block) => (block.kind === "table" ? change(block) : block)),
  );
  return { ...laid, flows };
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

function shownAs({ source: { widths }, rows, cells }: FlowTable) {
  const columns = widths.map((width) => Math.round(width * 20));
  return {
    heights: rows.map(({ height }) => Math.round(height * 20)),
    widths: columns,
    splits: false,
    padding: {},
    cells: [...cells]
      .sort((one, other) => one.row - other.row || one.column - other.column)
      .map(({ row, column, rowSpan, colSpan, style, paragraphs }) => {
        const text = paragraphs
          .flatMap(({ content }) => content)
          .map((inline) => (inline.kind === "text" ? inline.text : ""))
          .join("");
        const width = columns.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0);
        const styles = paragraphs.map(() => `text-${style.name}`);
        return { row, column, rowSpan, colSpan, width, styles, text: text.replace(/\s/gu, "") };
      }),
  };
}
