import { expect, test } from "vitest";
import type { PageItem } from "../../layout/index.ts";
import type { ResolvedCell, ResolvedTable } from "../../resolve/index.ts";
import { layTable, layText } from "../../testing/lay-by-hand.ts";
import { cell, paragraph, styles } from "../../testing/specimen-parts.ts";
import { numbersAnElement, openTagger, type PartTags, structureTypes } from "./tags.ts";

const spot = { x: 0, y: 0, width: 200 };

function table(cells: readonly ResolvedCell[], border: number, headerRows = 0): ResolvedTable {
  return {
    kind: "table",
    style: { name: "grid", border, paddingX: 3, paddingY: 3 },
    widths: [100, 100],
    minHeights: Array.from({ length: 1 + Math.max(...cells.map(({ row }) => row)) }, () => 24),
    headerRows,
    attached: false,
    caption: "",
    cells,
  };
}

/** Each page's items, as the writer shows them to the tagger. */
function tag(...pages: readonly (readonly PageItem[])[]): PartTags {
  const tagger = openTagger();
  for (const items of pages) {
    tagger.turnPage();
    for (const item of items) {
      if (item.kind === "text") tagger.text(item)();
      if (item.kind !== "table") continue;
      for (const laid of item.cells)
        for (const part of laid.paragraphs)
          if (part.lines.length > 0) tagger.cellParagraph(item, laid, part)();
    }
  }
  return tagger.take();
}

/** `P`; in brackets what an element holds. */
function outline({ elements }: PartTags, parent = -1): string {
  return Array.from({ length: elements.length / numbersAnElement }, (_, element) => element)
    .filter((element) => elements[element * numbersAnElement + 1] === parent)
    .map((element) => {
      const tagged = structureTypes[elements[element * numbersAnElement] ?? -1];
      const within = outline({ elements, attributes: [], marks: [], headed: true }, element);
      return within === "" ? tagged : `${tagged}[${within}]`;
    })
    .join(" ");
}

const long = paragraph(styles.body, "字".repeat(40));

test("what goes on over a page is one paragraph, and what follows another", () => {
  const tags = tag([layText(long, spot, 0, 2)], [layText(long, spot, 2), layText(long, spot)]);
  expect(outline(tags)).toBe("P P");
  expect(tags.marks).toEqual([[0], [0, 1]]);
});

test("what goes on from a part without text is no part of the paragraph before", () => {
  expect(outline(tag([layText(long, spot)], [layText(long, spot, 2)]))).toBe("P P");
});

test("a table has all its rows and cells, blank ones too; a cell's paragraphs are its own", () => {
  const cells = [
    cell([0, 0, 2, 1], "目标", { heads: "row" }),
    cell([0, 1, 1, 1], "甲¶乙"),
    cell([1, 1, 1, 1], ""),
  ];
  const tags = tag([layTable(table(cells, 0.5), spot, 0, 2)]);
  expect(outline(tags)).toBe("Table[TR[TH TD[P P]] TR[TD]]");
  expect(tags.attributes).toEqual(["/Scope/Row/RowSpan 2"]);
  expect(tags.headed).toBe(true);
});

test("a table without borders and headers is the texts in it", () => {
  const cells = [cell([0, 0, 1, 1], ""), cell([0, 1, 1, 1], "单位：万元"), cell([1, 0, 1, 2], "甲¶乙")];
  const tags = tag([layTable(table(cells, 0), spot, 0, 2)]);
  expect(outline(tags)).toBe("P Div[P P]");
  expect(tags.headed).toBe(true);
});

test("a table with borders and no header cell is said to be one", () => {
  const tags = tag([layTable(table([cell([0, 0, 1, 2], "甲")], 0.5), spot, 0, 1)]);
  expect(outline(tags)).toBe("Table[TR[TD]]");
  expect(tags.headed).toBe(false);
  expect(tag([layText(long, spot)]).headed).toBe(true);
});
