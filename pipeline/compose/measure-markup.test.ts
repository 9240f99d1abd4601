import { expect, test } from "vitest";
import { measureProject } from "./measure-markup.ts";
import { packMarkup } from "./pack-markup.ts";

const measure = (markup: string) => measureProject({ markup: packMarkup(markup) });

test("a paragraph is as long as its characters, a Han one em and others half", () => {
  expect(
    measure(
      "<h2 data-page-break='before' class='table-heading' data-at=\"1:2\">1.\u{FDD0}project.name\u{FDD1}项目&amp;A</h2><p>二行\u2028一</p>",
    ),
  ).toEqual([
    { kind: "paragraph", style: "table-heading", ems: 4 },
    { kind: "paragraph", style: "body", ems: 2 },
    { kind: "paragraph", style: "body", ems: 1 },
  ]);
});

test("cells are where their spans put them, with the length of each paragraph", () => {
  const columns =
    '<colgroup><col data-width="2" data-least="1" data-most="4"><col data-width="3"></colgroup>';
  const head = "<thead><tr><th>名称</th><th>值</th></tr></thead>";
  const rows =
    '<tr><td rowspan="2" class="cell-center">组</td><td><p>一</p><p>二二</p></td></tr><tr><td></td></tr>';
  const [table] = measure(`<!-- <td> --><table>${columns}${head}<tbody>${rows}</tbody></table>`);
  expect(table).toMatchObject({
    kind: "table",
    style: "grid",
    columns: {
      columns: [2, 3],
      ranges: [
        { least: 1, most: 4 },
        { least: 3, most: 3 },
      ],
    },
    headerRows: 1,
    minHeights: [0, 0, 0],
  });
  expect(table?.kind === "table" && table.cells).toMatchObject([
    { row: 0, column: 0, style: "cell-label", ems: [2] },
    { row: 0, column: 1, ems: [1] },
    { row: 1, column: 0, rowSpan: 2, style: "cell-center", ems: [1] },
    { row: 1, column: 1, style: "cell", ems: [1, 2] },
    { row: 2, column: 1, ems: [0] },
  ]);
});

test.each([
  ["≥1234567.89万元", 6],
  ["共12人", 2],
  ["共12人次", 1],
  ["元/人 2023", 2],
  ["效果", 0],
])(
  "the longest word of %s takes %d em: a sign before a number, and a last character behind it, belong to it",
  (text, word) => {
    const [table] = measure(
      `<table><colgroup><col></colgroup><tbody><tr><td>${text}</td></tr></tbody></table>`,
    );
    expect(table?.kind === "table" && table.cells[0]?.word).toBe(word);
  },
);
