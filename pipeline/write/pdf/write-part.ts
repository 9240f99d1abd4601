/** A laid part → its pages' content streams, deflated: each border and each run at its settled place, in reading order. */
import { deflateSync } from "node:zlib";
import type { FontBook, LaidLine, LaidPart, LaidRun, LaidTable, PageItem } from "../../layout/index.ts";
import { type CodedFont, type DrawnCharacters, openCodedFonts } from "./coded-fonts.ts";
import { type HeadingLink, linksIn } from "./navigation.ts";
import { type BorderLine, tableRules } from "./table-rules.ts";

export type WrittenPdfPart = {
  /** JSON, for `joinPdf` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutPdfPart = {
  /** In order; `length` bytes each of the part's. */
  readonly pages: readonly { readonly length: number; readonly links: readonly HeadingLink[] }[];
  readonly characters: DrawnCharacters;
};

/** Writes one part after the other; equal parts give equal bytes in any document. */
export function openPdfParts(fonts: FontBook): (part: LaidPart) => WrittenPdfPart {
  const { fontOf, takeDrawn } = openCodedFonts(fonts);
  return ({ pages }) => {
    const streams = pages.map((page) => deflateSync(Buffer.from(pageContent(page, fontOf), "latin1")));
    const about: AboutPdfPart = {
      pages: pages.map(({ items }, index) => ({
        length: streams[index]?.length ?? 0,
        links: linksIn(items),
      })),
      characters: takeDrawn(),
    };
    return { about: JSON.stringify(about), bytes: Buffer.concat(streams) };
  };
}

type FontOf = (key: string) => CodedFont;

/** One character a byte; coordinates are a PDF's own, up from the sheet's foot. The page's foot is not among them. */
function pageContent({ geometry, items }: LaidPart["pages"][number], fontOf: FontOf): string {
  const text: TextState = { height: geometry.height, fontOf, font: "", size: 0, spacing: "0" };
  let operators = `${bordersOf(items, geometry.height)}BT`;
  for (const item of items) operators += linesOf(item, text);
  return `${operators}\nET`;
}

/** A single line, as a stream that can follow any other of its page. */
export function lineContent(
  line: LaidLine,
  { height, fontOf }: { readonly height: number; readonly fontOf: FontOf },
) {
  return `BT${lineOf(line, { height, fontOf, font: "", size: 0, spacing: "" })}\nET`;
}

function linesOf(item: PageItem, state: TextState): string {
  switch (item.kind) {
    case "text":
      return linesIn(item.part.lines, state);
    case "contents-entry":
      return linesIn(item.lines, state);
    case "table": {
      let operators = "";
      for (const { paragraphs } of item.cells)
        for (const { lines } of paragraphs) operators += linesIn(lines, state);
      return operators;
    }
  }
}

function linesIn(lines: readonly LaidLine[], state: TextState): string {
  let operators = "";
  for (const line of lines) operators += lineOf(line, state);
  return operators;
}

/** The text state that the operators so far have set. */
type TextState = {
  /** Of the sheet. */
  readonly height: number;
  readonly fontOf: FontOf;
  font: string;
  size: number;
  spacing: string;
};

function lineOf({ runs, baseline }: LaidLine, state: TextState): string {
  let operators = "";
  for (const run of runs) if (run.text !== "") operators += runOf(run, baseline, state);
  return operators;
}

function runOf(run: LaidRun, baseline: number, state: TextState): string {
  let operators = "";
  const font = state.fontOf(run.font);
  if (run.font !== state.font || run.size !== state.size) {
    operators += `\n/${font.name} ${length(run.size)} Tf`;
    state.font = run.font;
    state.size = run.size;
  }
  const after = length(run.spacing);
  if (after !== state.spacing) operators += `\n${after} Tc`;
  state.spacing = after;
  const place = `1 0 0 1 ${length(run.x)} ${length(state.height - baseline)} Tm`;
  return `${operators}\n${place}(${font.encode(run.text)})Tj`;
}

/** One path for all borders of a width. */
function bordersOf(items: readonly PageItem[], height: number): string {
  const tables = items.filter((item): item is LaidTable => item.kind === "table");
  return [...tableRules(tables)]
    .map(([width, rules]) => `${length(width)} w 2 J\n${pathOf(rules, height)}S\n`)
    .join("");
}

function pathOf(rules: readonly BorderLine[], height: number): string {
  let path = "";
  for (const { x1, y1, x2, y2 } of rules)
    path += `${length(x1)} ${length(height - y1)} m ${length(x2)} ${length(height - y2)} l\n`;
  return path;
}

/** Points as an operand: to a hundred-thousandth, as a coarser place falls on other pixels where half of one decides. */
export function length(points: number): string {
  return String(Math.round(points * 100_000) / 100_000);
}
