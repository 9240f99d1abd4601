/** A laid page → the operators of its content stream: each border and each run at its settled place, in reading order. */
import type { LaidLine, LaidPart, LaidRun, LaidTable, PageItem } from "../../layout/index.ts";
import type { CodedFont } from "./coded-fonts.ts";
import { type BorderLine, tableRules } from "./table-rules.ts";

type FontOf = (key: string) => CodedFont;

/** One character a byte; coordinates are a PDF's own, up from the sheet's foot. The page's foot is not among them. */
export function pageContent({ geometry, items }: LaidPart["pages"][number], fontOf: FontOf): string {
  const text: TextState = { height: geometry.height, fontOf, font: "", size: 0, spacing: "0" };
  let operators = `${bordersOf(items, geometry.height)}BT`;
  for (const item of items) operators += linesOf(item, text);
  return `${operators}\nET`;
}

/** A line by itself, to stand behind any other stream of its page. */
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

/** What the operators before have set: it holds until they set it anew. */
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
