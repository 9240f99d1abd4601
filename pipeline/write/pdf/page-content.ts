/** The items of a page → the operators that draw them, in reading order, each marked with the element it belongs to. */
import type {
  LaidContentsEntry,
  LaidLine,
  LaidPart,
  LaidRun,
  LaidTable,
  PageItem,
} from "../../layout/index.ts";
import { stringBytes } from "./character-codes.ts";
import type { CodedFont } from "./coded-fonts.ts";
import { type BorderLine, tableRules } from "./table-rules.ts";
import { artifact, type EntryTagger, type Tagger } from "./tags.ts";

type FontOf = (key: string) => CodedFont;

export type ContentTools = {
  readonly fontOf: FontOf;
  readonly tagger: Tagger;
  /** Says which element links from an entry of the contents. */
  readonly linked: (entry: LaidContentsEntry, element: number) => void;
};

/** One character a byte; coordinates are a PDF's own, up from the sheet's foot. The page's foot is not among them. */
export function pageContent(
  { geometry, items }: LaidPart["pages"][number],
  { fontOf, ...marks }: ContentTools,
): string {
  const page: OpenPage = { ...marks, height: geometry.height, fontOf, font: "", size: 0, spacing: "0" };
  let operators = `${bordersOf(items, geometry.height)}BT`;
  for (const item of items) operators += itemContent(item, page);
  return `${operators}\nET`;
}

/** A single line that is no part of the text, as a stream that can follow any other of its page. */
export function lineContent(
  line: LaidLine,
  { height, fontOf }: { readonly height: number; readonly fontOf: FontOf },
): string {
  const state = { height, fontOf, font: "", size: 0, spacing: "" };
  return `${artifact("footer")}\nBT${runsOf([line], state)}\nET\nEMC`;
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

type OpenPage = TextState & Omit<ContentTools, "fontOf">;

function itemContent(item: PageItem, page: OpenPage): string {
  switch (item.kind) {
    case "text":
      return marked(item.part.lines, page, () => page.tagger.text(item));
    case "contents-entry":
      return entryContent(item, page);
    case "table":
      return tableContent(item, page);
  }
}

function tableContent(table: LaidTable, page: OpenPage): string {
  const { title } = table;
  let operators = title === undefined ? "" : marked(title.lines, page, () => artifact("repeated"));
  for (const laid of table.cells) {
    for (const paragraph of laid.paragraphs)
      operators += marked(paragraph.lines, page, () =>
        laid.repeated ? artifact("repeated") : page.tagger.cellParagraph(table, laid, paragraph),
      );
  }
  return operators;
}

function entryContent(item: LaidContentsEntry, page: OpenPage): string {
  const entry = page.tagger.entry(item);
  page.linked(item, entry.link);
  let operators = "";
  for (const lines of partsOfEntry(item.lines))
    operators += marked(lines, page, () => entryMark(lines, entry));
  return operators;
}

function entryMark([line]: readonly LaidLine[], entry: EntryTagger): string {
  return line?.runs[0]?.leader === true ? artifact("layout") : entry.content();
}

/** Its text, the dots and the page number. */
function partsOfEntry(lines: readonly LaidLine[]): readonly (readonly LaidLine[])[] {
  const last = lines.at(-1);
  const dots = last?.runs.findIndex(({ leader }) => leader === true) ?? -1;
  if (last === undefined || dots < 0) return [lines];
  const { runs } = last;
  const text = { ...last, runs: runs.slice(0, dots) };
  return [
    [...lines.slice(0, -1), text],
    [{ ...last, runs: runs.slice(dots, dots + 1) }],
    [{ ...last, runs: runs.slice(dots + 1) }],
  ];
}

/** Lines without text are no content and are not marked. */
function marked(lines: readonly LaidLine[], page: OpenPage, open: () => string): string {
  const operators = runsOf(lines, page);
  return operators === "" ? "" : `\n${open()}${operators}\nEMC`;
}

function runsOf(lines: readonly LaidLine[], state: TextState): string {
  let operators = "";
  for (const { runs, baseline } of lines) {
    let line = "";
    for (const run of runs) if (run.text !== "") line += runOf(run, baseline, state);
    operators += hasWideGap(runs) ? `\n${actualText(runs)}${line}\nEMC` : line;
  }
  return operators;
}

/** Readers take a wider gap for a space, em. */
const widestUnnoticed = 0.08;

/** Whether a gap between Han and Latin would read as a space that nobody wrote. */
function hasWideGap(runs: readonly LaidRun[]): boolean {
  return runs.some(({ x, width, spacing, size }, index) => {
    const next = runs[index + 1];
    const gap = next === undefined ? 0 : next.x - x - width;
    return Math.max(gap, spacing) > widestUnnoticed * size;
  });
}

/** Opens the drawing of a text that is to be read as written (ISO 32000-1, 14.9.4): in UTF-16, with its mark. */
function actualText(runs: readonly LaidRun[]): string {
  let bytes = "";
  for (const { text } of runs)
    for (let at = 0; at < text.length; at += 1) bytes += stringBytes(text.charCodeAt(at));
  return `/Span<</ActualText(\u00fe\u00ff${bytes})>>BDC`;
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
  const paths = [...tableRules(tables)]
    .map(([width, rules]) => `${length(width)} w 2 J\n${pathOf(rules, height)}S\n`)
    .join("");
  return paths === "" ? "" : `${artifact("layout")}\n${paths}EMC\n`;
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
