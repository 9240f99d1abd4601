import { expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Document } from "../model/index.ts";
import { cell, documentOf, heading, paragraph, row, section, table } from "../testing/build-document.ts";
import { resolveDocument } from "../testing/whole-document.ts";

function resolve(document: Document) {
  const found: Diagnostic[] = [];
  return { resolved: resolveDocument(document, (diagnostic) => found.push(diagnostic)), found };
}

function tableOf(document: Document) {
  const block = resolve(document).resolved?.sections[0]?.blocks[0];
  return block?.kind === "table" ? block : undefined;
}

test("columns add up to the type area, to the twentieth of a point", () => {
  const widths = tableOf(documentOf(section([table([1, 1, 1], [row("一", "二", "三")])])))?.widths ?? [];
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(595.3 - 79.35 - 73.7, 6);
  for (const width of widths) expect(width * 20).toBeCloseTo(Math.round(width * 20), 6);
});

test("cells find their squares below spans", () => {
  const rows = [row(cell("甲", { rowSpan: 2 }), cell("乙", { colSpan: 2 })), row("丙", "丁")] as const;
  const cells = tableOf(documentOf(section([table([1, 1, 1], rows)])))?.cells ?? [];
  expect(cells.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 2],
  ]);
});

test.each([
  ["gap", [row("一")] as const],
  ["overlap", [row("一", "二", "三")] as const],
  ["overlap", [row(cell("一", { rowSpan: 2 }), "二"), row(cell("三", { colSpan: 2 }))] as const],
  ["span-past-end", [row("一", cell("二", { rowSpan: 2 }))] as const],
])("a row that does not fit its grid is a failure: %s", (reason, rows) => {
  const { resolved, found } = resolve(documentOf(section([table([1, 1], rows, { caption: "甲表" })])));
  expect(resolved).toBeUndefined();
  expect(found[0]).toMatchObject({
    code: "table-grid-broken",
    args: { caption: "甲表", reason, columns: 2 },
  });
});

test("a landscape page is the upright one turned, and headings of all sections are listed", () => {
  const { resolved } = resolve(
    documentOf(
      section([heading("a", "一、总体")]),
      section([heading("b", "二\n行")], { orientation: "landscape" }),
    ),
  );
  const page = resolved?.sections[1]?.page;
  expect(page).toMatchObject({ width: 841.9, height: 595.3, top: 79.35, left: 99.2 });
});

test("a heading below a table, or a note to one, stands off it by half a line, if it does not begin a page", () => {
  const one = table([1], [row("一")]);
  const turned = heading("e", "五", { pageBreakBefore: true });
  const blocks = [
    heading("a", "一"),
    one,
    heading("b", "二"),
    one,
    paragraph("注"),
    heading("c", "三"),
    one,
    paragraph("表注", { style: "table-note" }),
    heading("d", "四"),
    one,
    turned,
  ];
  const laid = resolve(documentOf(section(blocks))).resolved?.sections[0]?.blocks ?? [];
  const above = laid.flatMap((block) =>
    block.kind === "paragraph" && block.heading ? [[block.heading.id, block.style.before]] : [],
  );
  expect(above).toEqual([
    ["a", 0],
    ["b", 14],
    ["c", 0],
    ["d", 14],
    ["e", 0],
  ]);
});

test.each([
  [10, "portrait"],
  [12, "landscape"],
])("a section of %i cells a row is set %s", (cells, orientation) => {
  const wide = row(...Array.from({ length: cells }, () => "值"));
  const columns: [number, ...number[]] = [1, ...Array.from({ length: cells - 1 }, () => 1)];
  const { resolved } = resolve(documentOf(section([table(columns, [wide])], { orientation: "auto" })));
  expect(resolved?.sections[0]?.orientation).toBe(orientation);
});
