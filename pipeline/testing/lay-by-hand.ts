/** Resolved blocks → page items by a crude rule (Han one em, Latin half an em), so that writer tests need no fonts and no layout. */
import type {
  FlowBlock,
  FlowParagraph,
  LaidCell,
  LaidLine,
  LaidParagraph,
  LaidRun,
  LaidTable,
  LaidText,
} from "../layout/index.ts";
import type { Inline } from "../model/index.ts";
import type {
  NamedTextStyle,
  ResolvedBlock,
  ResolvedCell,
  ResolvedParagraph,
  ResolvedTable,
} from "../resolve/index.ts";

/** Where something is put, pt. */
export type Spot = { readonly x: number; readonly y: number; readonly width: number };

/** A whole paragraph, or its lines `from` to `to` where a page break cuts it. */
export function layText(
  source: ResolvedParagraph,
  spot: Spot,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): LaidText {
  const whole = breakLines(source.content, source.style, spot.width);
  const lines = whole.slice(from, to);
  const part: LaidParagraph = {
    first: from === 0,
    last: to >= whole.length,
    lines: placeLines(lines, source.style, spot, from === 0),
  };
  return { kind: "text", source, part };
}

/** The grid rows `from` to `to` (header not counted among them), under the header rows; cut labels are repeated. */
export function layTable(source: ResolvedTable, spot: Spot, from: number, to: number): LaidTable {
  const rows = [...source.minHeights.keys()].filter(
    (row) => row < source.headerRows || (row >= from && row < to),
  );
  const shown = source.cells.flatMap((cell) => cutCell(cell, rows, { headerRows: source.headerRows, from }));
  const heights = rows.map((row, index) =>
    Math.max(source.minHeights[row] ?? 0, ...contentHeights(source, shown, index)),
  );
  const cells = shown.map((cell): LaidCell => {
    const x = spot.x + sum(source.widths.slice(0, cell.column)) + source.style.paddingX;
    const y = spot.y + sum(heights.slice(0, cell.row)) + source.style.paddingY;
    return { ...cell, paragraphs: layCell(cell, { x, y, width: innerWidth(source, cell) }) };
  });
  const { headerRows, style, widths } = source;
  return { kind: "table", source, style, x: spot.x, y: spot.y, widths, heights, headerRows, cells };
}

/** A block as a whole; a table's rows as high as they must be, a contents' numbers from `numberOf`. */
export function flowOf(source: ResolvedBlock, numberOf: (headingId: string) => string): FlowBlock {
  switch (source.kind) {
    case "paragraph":
      return { kind: "text", source, paragraph: whole(source.content, source.style) };
    case "table": {
      const cells = source.cells.map(({ row, column, rowSpan, colSpan, style, sources, paragraphs }) => ({
        ...{ row, column, rowSpan, colSpan, style, sources },
        paragraphs: paragraphs.map((content) => whole(content, style)),
      }));
      const rows = source.minHeights.map((height) => ({ height, splits: false }));
      return { kind: "table", source, style: source.style, rows, cells };
    }
    case "contents": {
      const entries = source.entries.map(({ level, id, text }) => {
        const lines = [{ text, filler: 0 }];
        return { level, id, lines, pageNumber: numberOf(id) };
      });
      return { kind: "contents", entries, styles: source.styles };
    }
  }
}

function whole(content: readonly Inline[], style: NamedTextStyle): FlowParagraph {
  return { content, style, narrower: 0, looser: 0 };
}

/** Lines of one style, from `spot` down; the runs are split where Han meets Latin, as font fall-back splits them. */
export function placeLines(
  lines: readonly string[],
  style: NamedTextStyle,
  spot: Spot,
  first: boolean,
): LaidLine[] {
  return lines.map((text, index) => {
    const indent = index === 0 && first ? style.firstLineIndent * style.size : 0;
    const slack = Math.max(0, spot.width - indent - widthOf(text, style.size));
    const shift = style.align === "center" ? slack / 2 : style.align === "end" ? slack : 0;
    const top = spot.y + index * style.pitch;
    const baseline = top + style.pitch / 2 + style.size * 0.36;
    return { top, height: style.pitch, baseline, runs: placeRuns(text, style, spot.x + indent + shift) };
  });
}

type CutCell = Omit<LaidCell, "paragraphs">;

function cutCell(
  cell: ResolvedCell,
  rows: readonly number[],
  { headerRows, from }: { readonly headerRows: number; readonly from: number },
): CutCell[] {
  const covered = rows.flatMap((row, index) =>
    row >= cell.row && row < cell.row + cell.rowSpan ? [index] : [],
  );
  const [row] = covered;
  if (row === undefined) return [];
  const continued = cell.row >= headerRows && rows[row] !== cell.row;
  const repeated = continued || (cell.row < headerRows && from > headerRows);
  return [
    { row, column: cell.column, rowSpan: covered.length, colSpan: cell.colSpan, cell, continued, repeated },
  ];
}

function layCell(cut: CutCell, spot: Spot): LaidParagraph[] {
  const { style, paragraphs, repeats } = cut.cell;
  const more: readonly Inline[] = [{ kind: "text", text: "（续）", bold: style.bold }];
  const blank: readonly Inline[] = [];
  const texts = cut.continued ? [repeats ? [...(paragraphs[0] ?? blank), ...more] : blank] : paragraphs;
  let y = spot.y;
  return texts.map((content) => {
    const lines = placeLines(breakLines(content, style, spot.width), style, { ...spot, y }, true);
    y += Math.max(1, lines.length) * style.pitch;
    return { first: true, last: true, lines };
  });
}

function contentHeights(source: ResolvedTable, cells: readonly CutCell[], row: number): number[] {
  return cells
    .filter((cell) => cell.row === row && cell.rowSpan === 1)
    .map((cell) => {
      const paragraphs = layCell(cell, { x: 0, y: 0, width: innerWidth(source, cell) });
      const lines = sum(paragraphs.map((paragraph) => Math.max(1, paragraph.lines.length)));
      return lines * cell.cell.style.pitch + 2 * source.style.paddingY;
    });
}

function innerWidth(source: ResolvedTable, cell: CutCell): number {
  return sum(source.widths.slice(cell.column, cell.column + cell.colSpan)) - 2 * source.style.paddingX;
}

function breakLines(content: readonly Inline[], style: NamedTextStyle, width: number): string[] {
  const text = content.map((inline) => (inline.kind === "break" ? "\n" : inline.text)).join("");
  const lines: string[] = [];
  for (const stretch of text === "" ? [] : text.split("\n")) {
    let line = "";
    for (const character of stretch) {
      const indent = lines.length === 0 ? style.firstLineIndent * style.size : 0;
      if (line !== "" && widthOf(line + character, style.size) > width - indent + 0.01) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
    lines.push(line);
  }
  return lines;
}

function placeRuns(text: string, style: NamedTextStyle, start: number): LaidRun[] {
  let x = start;
  return (text.match(/[ -~]+|[^ -~]+/gu) ?? []).map((stretch) => {
    const face = /^[ -~]/u.test(stretch) ? "latin" : style.face;
    const width = widthOf(stretch, style.size);
    const weight = style.bold ? "bold" : "regular";
    const { bold, size } = style;
    const run: LaidRun = { text: stretch, font: `${face}-${weight}`, bold, size, x, width, spacing: 0 };
    x += width;
    return run;
  });
}

function widthOf(text: string, size: number): number {
  return sum([...text].map((character) => (/[ -~]/u.test(character) ? size / 2 : size)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
