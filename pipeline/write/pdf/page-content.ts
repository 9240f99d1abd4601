/** The items of a page → the operators that draw them, in reading order, each marked with the element it belongs to. */
import type {
  LaidContentsEntry,
  LaidLine,
  LaidPart,
  LaidRun,
  LaidTable,
  PageItem,
} from "../../layout/index.ts";
import { hasSelectors } from "../../model/index.ts";
import type { CodedFont } from "./coded-fonts.ts";
import { type ContentStream, inSteps } from "./content-stream.ts";
import { type BorderLine, tableRules } from "./table-rules.ts";
import { artifact, type Marker, type Tagger } from "./tags.ts";

type FontOf = (key: string) => CodedFont;

export type ContentTools = {
  readonly stream: ContentStream;
  readonly fontOf: FontOf;
  readonly tagger: Tagger;
  /** Says which element links from an entry of the contents. */
  readonly linked: (entry: LaidContentsEntry, element: number) => void;
};

/** Coordinates are a PDF's own, up from the sheet's foot. The page's foot is not among the items. */
export function writePage(
  { geometry, items }: LaidPart["pages"][number],
  { stream, fontOf, ...marks }: ContentTools,
): void {
  const { height } = geometry;
  const page: OpenPage = { ...marks, stream, height, fontOf, font: "", size: 0, spacing: 0 };
  putBorders(items, page);
  stream.put("BT");
  for (const item of items) putItem(item, page);
  stream.put("\nET");
}

/** A single line that is no part of the text, as a stream that can follow any other of its page. */
export function writeFoot(
  line: LaidLine,
  { height, stream, fontOf }: Pick<ContentTools, "stream" | "fontOf"> & { readonly height: number },
): void {
  stream.put(`${artifact("footer")}\nBT`);
  putLines([line], { height, stream, fontOf, font: "", size: 0, spacing: undefined });
  stream.put("\nET\nEMC\n");
}

/** The stream, and the text state that its operators so far have set. */
type TextState = {
  readonly stream: ContentStream;
  /** Of the sheet. */
  readonly height: number;
  readonly fontOf: FontOf;
  font: string;
  size: number;
  /** In the steps of a length. */
  spacing: number | undefined;
};

type OpenPage = TextState & Omit<ContentTools, "fontOf" | "stream">;

function putItem(item: PageItem, page: OpenPage): void {
  switch (item.kind) {
    case "text":
      putContent(item.part.lines, page, () => page.tagger.text(item));
      break;
    case "contents-entry":
      putEntry(item, page);
      break;
    case "table":
      putTable(item, page);
      break;
  }
}

function putTable(table: LaidTable, page: OpenPage): void {
  const { title } = table;
  if (title !== undefined) putArtifact(title.lines, page, "repeated");
  for (const laid of table.cells)
    for (const paragraph of laid.paragraphs)
      if (laid.repeated) putArtifact(paragraph.lines, page, "repeated");
      else putContent(paragraph.lines, page, () => page.tagger.cellParagraph(table, laid, paragraph));
}

function putEntry(item: LaidContentsEntry, page: OpenPage): void {
  const entry = page.tagger.entry(item);
  page.linked(item, entry.link);
  for (const lines of partsOfEntry(item.lines))
    if (lines[0]?.runs[0]?.leader === true) putArtifact(lines, page, "layout");
    else putContent(lines, page, () => entry.content);
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

function putArtifact(lines: readonly LaidLine[], page: OpenPage, kind: Parameters<typeof artifact>[0]): void {
  const printed = lines.filter(hasText);
  if (printed.length === 0) return;
  page.stream.put(`\n${artifact(kind)}`);
  putLines(printed, page);
  page.stream.put("\nEMC");
}

/**
 * A line that is to be read as written is a content of its own: within another, some readers (poppler's `pdfinfo
 * -struct-text`) take its end for that of both, and lose what follows. Lines without text are no content.
 */
function putContent(lines: readonly LaidLine[], page: OpenPage, tag: () => Marker): void {
  const printed = lines.filter(hasText);
  if (printed.length === 0) return;
  const { stream } = page;
  const mark = tag();
  let isOpen = false;
  const close = () => {
    if (isOpen) stream.put("\nEMC");
    isOpen = false;
  };
  for (const line of printed) {
    const asWritten = readsOtherwise(line);
    if (asWritten) close();
    if (!isOpen) {
      stream.put(`\n${mark(asWritten ? "Span" : undefined)}`);
      if (asWritten) putActualText(line.runs, page);
      stream.put(">>BDC");
    }
    isOpen = true;
    putRuns(line, page);
    if (asWritten) close();
  }
  close();
}

function hasText({ runs }: LaidLine): boolean {
  return runs.some(({ text }) => text !== "");
}

/** Lines that are no content. */
function putLines(lines: readonly LaidLine[], state: TextState): void {
  for (const line of lines) {
    const asWritten = readsOtherwise(line);
    if (asWritten) {
      state.stream.put("\n/Span<<");
      putActualText(line.runs, state);
      state.stream.put(">>BDC");
    }
    putRuns(line, state);
    if (asWritten) state.stream.put("\nEMC");
  }
}

function putRuns({ runs, baseline }: LaidLine, state: TextState): void {
  for (const run of runs) if (run.text !== "") putRun(run, baseline, state);
}

/** Whether a line would be read otherwise than it is written. */
function readsOtherwise({ runs }: LaidLine): boolean {
  return hasWideGap(runs) || runs.some(({ text }) => hasSelectors(text));
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

/**
 * Says of a marked content that it is to be read as written, with selectors that nothing is drawn of (ISO 32000-1, 14.9.4):
 * in UTF-16, with its mark.
 */
function putActualText(runs: readonly LaidRun[], { stream }: TextState): void {
  stream.put("/ActualText(\u00fe\u00ff");
  for (const { text } of runs) for (let at = 0; at < text.length; at += 1) stream.code(text.charCodeAt(at));
  stream.put(")");
}

function putRun(run: LaidRun, baseline: number, state: TextState): void {
  const { stream } = state;
  const font = state.fontOf(run.font);
  if (run.font !== state.font || run.size !== state.size) {
    stream.put(`\n/${font.name} `);
    stream.length(run.size);
    stream.put(" Tf");
    state.font = run.font;
    state.size = run.size;
  }
  const spacing = inSteps(run.spacing);
  if (spacing !== state.spacing) {
    stream.put("\n");
    stream.length(run.spacing);
    stream.put(" Tc");
  }
  state.spacing = spacing;
  stream.put("\n1 0 0 1 ");
  stream.length(run.x);
  stream.put(" ");
  stream.length(state.height - baseline);
  stream.put(" Tm(");
  font.draw(run.text, stream);
  stream.put(")Tj");
}

/** One path for all borders of a width. */
function putBorders(items: readonly PageItem[], page: OpenPage): void {
  const { stream } = page;
  const rules = tableRules(items.filter((item): item is LaidTable => item.kind === "table"));
  if (rules.size === 0) return;
  stream.put(`${artifact("layout")}\n`);
  for (const [width, lines] of rules) {
    stream.length(width);
    stream.put(" w 2 J\n");
    for (const line of lines) putRule(line, page);
    stream.put("S\n");
  }
  stream.put("EMC\n");
}

function putRule({ x1, y1, x2, y2 }: BorderLine, { stream, height }: OpenPage): void {
  stream.length(x1);
  stream.put(" ");
  stream.length(height - y1);
  stream.put(" m ");
  stream.length(x2);
  stream.put(" ");
  stream.length(height - y2);
  stream.put(" l\n");
}
