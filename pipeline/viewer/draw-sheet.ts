/** What stands on a sheet → a drawing of it as it is printed: each text at its place, each cell a box that can be asked. */
import type { GeometryData, PagesHead, SheetData } from "../write/review/index.ts";
import { svg } from "./element.ts";
import { fontFamily } from "./fonts.ts";
import type { PrintedSheet } from "./read-file.ts";
import type { LineData, TableData, TextData } from "./unpack-parts.ts";

/** A paragraph or cell. */
export type Box = {
  readonly element: SVGGElement;
  /** The values that it prints, by their keys (`valueKey`). */
  readonly values: readonly string[];
  readonly text: string;
  /** Hundredths of a point from the sheet's top left corner. */
  readonly y: number;
};

/** Boxes in the order of the sheet's items, and of the cells in them. */
export type DrawnSheet = { readonly drawing: SVGSVGElement; readonly boxes: readonly Box[] };

/** A value by its path, of a project by its number from 1, or of the department. */
export function valueKey(path: string, project: number | undefined): string {
  if (path.startsWith("department.")) return path;
  const [, index, own] = /^projects\.(\d+)\.(.*)$/u.exec(path) ?? [];
  return own === undefined ? `${project ?? ""} ${path}` : `${Number(index) + 1} ${own}`;
}

/** All values of an indicator stand in one row. */
export function rowKey(key: string): string {
  return /^(.*indicators\.\d+)\./u.exec(key)?.[1] ?? key;
}

/** Of a sign, a value or a unit: what prints the three as one. */
export function joinedKey(key: string): string {
  return key.replace(/(?<=indicators\.\d+\.)(?:operator|value|unit)$/u, "printedValue");
}

type Head = Pick<PagesHead, "watermark"> & { readonly geometry: GeometryData };

export function drawSheet(
  { number, foot = [] }: SheetData,
  sheet: PrintedSheet | undefined,
  { geometry, watermark }: Head,
): DrawnSheet {
  const { width, height } = geometry;
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": number });
  const boxes: Box[] = [];
  for (const item of sheet?.items ?? []) {
    if ("cells" in item) drawing.append(drawTable(item, sheet, boxes));
    else drawing.append(drawText(item, sheet, boxes));
  }
  for (const [font, size, x, y, text] of foot) drawing.append(run({ font, size, x, y, text }));
  if (watermark !== undefined && geometry.watermark !== undefined) {
    const [x, y, size, cosine, sine] = geometry.watermark;
    const mark = run({ font: watermark.font, size, x: 0, y: 0, text: watermark.text });
    mark.setAttribute("transform", `matrix(${cosine} ${-sine} ${sine} ${cosine} ${x} ${y})`);
    mark.setAttribute("class", "watermark");
    mark.setAttribute("opacity", String(watermark.opacity));
    mark.setAttribute("aria-hidden", "true");
    drawing.append(mark);
  }
  return { drawing, boxes };
}

function drawText(
  { box, lines, sources, to }: TextData,
  sheet: PrintedSheet | undefined,
  boxes: Box[],
): SVGElement {
  const [x, y, width, height] = box;
  const group = svg("g", {}, svg("rect", { x, y, width, height }), ...drawLines(lines, x, y, sheet));
  boxes.push(boxOf(group, { sources, lines, y }, sheet));
  if (to === undefined) return group;
  return svg("a", { href: `#${to}` }, group);
}

function drawTable(
  { x, y, border, widths, heights, cells }: TableData,
  sheet: PrintedSheet | undefined,
  boxes: Box[],
) {
  const [lefts, tops] = [edges(x, widths), edges(y, heights)];
  const table = svg("g", border === 0 ? {} : { class: "ruled", "stroke-width": border });
  for (const { row, column, rowSpan, colSpan, lines, sources } of cells) {
    const [left = 0, top = 0] = [lefts[column], tops[row]];
    const [right = left, bottom = top] = [lefts[column + colSpan], tops[row + rowSpan]];
    const rectangle = svg("rect", { x: left, y: top, width: right - left, height: bottom - top });
    const group = svg("g", {}, rectangle, ...drawLines(lines, left, top, sheet));
    table.append(group);
    boxes.push(boxOf(group, { sources, lines, y: top }, sheet));
  }
  return table;
}

type BoxData = {
  readonly sources: readonly string[];
  readonly lines: readonly LineData[];
  readonly y: number;
};

function boxOf(element: SVGGElement, { sources, lines, y }: BoxData, sheet: PrintedSheet | undefined): Box {
  const values = sources.map((path) => valueKey(path, sheet?.project));
  return { element, values, text: linesText(lines), y };
}

export function linesText(lines: readonly LineData[]): string {
  return lines.map(([, ...runs]) => runs.map(([, , text]) => text).join("")).join("");
}

function drawLines(
  lines: readonly LineData[],
  left: number,
  top: number,
  sheet: PrintedSheet | undefined,
): readonly SVGElement[] {
  return lines.flatMap(([baseline, ...runs]) =>
    runs.map(([look, x, text, spacing]) => {
      const [font = "", size = 0] = sheet?.looks[look] ?? [];
      return run({ font, size, x: left + x, y: top + baseline, text, spacing });
    }),
  );
}

type Run = {
  readonly font: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly spacing?: number | undefined;
};

/** Marks that turn the direction of a text have no width and no glyph: it is drawn as it is printed, without them. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function run({ font, size, x, y, text, spacing }: Run): SVGTextElement {
  const look = { "font-family": fontFamily(font), "font-size": size, "letter-spacing": spacing || undefined };
  return svg("text", { x, y, ...look }, text.replace(turning, ""));
}

function edges(start: number, sizes: readonly number[]): readonly number[] {
  let edge = start;
  return [
    start,
    ...sizes.map((size) => {
      edge += size;
      return edge;
    }),
  ];
}
