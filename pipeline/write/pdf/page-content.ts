/** A laid page → pdfmake content: each run and each border at its settled place, in reading order. */
import type { FontBook, LaidLine, LaidRun, LaidTable, Page, PageItem } from "../../layout/index.ts";
import type { SettledContent } from "./pdfmake-parts.ts";
import { type Rule, tableRules } from "./table-rules.ts";

/** Everything pdfmake draws on the page; a fresh definition each time, because pdfmake writes into it. */
export function pageContent(page: Page, fonts: FontBook): SettledContent[] {
  const lines = [...page.items.flatMap(linesOf), ...(page.footer === undefined ? [] : [page.footer])];
  return [
    ...bordersOf(page),
    ...lines.flatMap((line) => line.runs.flatMap((run) => runNode(run, line, fonts))),
  ];
}

/** The keys of every font that draws something. */
export function fontsUsed(pages: readonly Page[]): ReadonlySet<string> {
  const lines = pages.flatMap(({ items, footer }) => [
    ...items.flatMap(linesOf),
    ...(footer === undefined ? [] : [footer]),
  ]);
  return new Set(lines.flatMap(({ runs }) => runs.map(({ font }) => font)));
}

function linesOf(item: PageItem): readonly LaidLine[] {
  switch (item.kind) {
    case "text":
      return item.part.lines;
    case "contents-entry":
      return item.lines;
    case "table":
      return item.cells.flatMap((cell) => cell.paragraphs.flatMap((paragraph) => paragraph.lines));
  }
}

function runNode(run: LaidRun, line: LaidLine, fonts: FontBook): SettledContent[] {
  if (run.text === "") return [];
  const font = fonts.get(run.font);
  // pdfmake places a line by its top, which is its ascender's height above the baseline.
  const y = line.baseline - font.ascent * run.size;
  return [
    {
      text: run.text,
      font: run.font,
      fontSize: run.size,
      characterSpacing: run.spacing,
      absolutePosition: { x: run.x, y },
    },
  ];
}

// One path for all borders of a width: pdfmake writes nine operators before every vector.
function bordersOf(page: Page): SettledContent[] {
  const tables = page.items.filter((item): item is LaidTable => item.kind === "table");
  return [...tableRules(tables)].map(([lineWidth, rules]) => ({
    canvas: [{ type: "path", d: rules.map(pathOf).join(""), lineWidth, lineCap: "square" }],
    absolutePosition: { x: 0, y: 0 },
  }));
}

function pathOf({ x1, y1, x2, y2 }: Rule): string {
  return `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
