/** Printed parts → their blocks; checked elements → blocks and sections, which cannot fail: parse-markup let nothing wrong through. */
import type { Report } from "../diagnostics/index.ts";
import type { Block, Cell, Heading, Inline, Paragraph, Row, Section, Table } from "../model/index.ts";
import { columnWidthOf, kindOfTable } from "./columns.ts";
import { elementsOf, type MarkupElement, type MarkupNode } from "./markup-element.ts";
import { unpackMarkup } from "./pack-markup.ts";
import { parseMarkup } from "./parse-markup.ts";
import { lineBreak } from "./printing.ts";
import type { MarkupForm, RenderedPart } from "./rendered.ts";
import { markedWithinList, sourcesIn, withoutSources } from "./value-source.ts";
import { type ElementName, vocabulary } from "./vocabulary.ts";

/** Names a heading: unique in the report and the same from run to run. */
export type HeadingIds = (level: 1 | 2 | 3) => string;

/** A part's blocks; undefined if the markup is wrong, which is reported. */
export function composePart(
  { lead, projects }: RenderedPart,
  form: MarkupForm,
  report: Report,
): readonly Block[] | undefined {
  const composed = projects.map(({ markup, ordinal }) => {
    const ids = projectIds(ordinal);
    const printed = unpackMarkup(markup);
    // Where several share a part, each value says whose it is.
    const text = projects.length > 1 ? markedWithinList(ordinal, printed) : printed;
    const reportOf: Report = (fault) => report({ ...fault, ordinals: [ordinal] });
    return parseMarkup(text, { root: "project", ...form, report: reportOf })?.map((element) =>
      buildBlock(element, ids),
    );
  });
  if (composed.includes(undefined)) return undefined;
  return [...lead, ...composed.flatMap((blocks) => blocks ?? [])];
}

/** project-7 for the project's own heading, project-7-2 for a second one below it. */
function projectIds(ordinal: number): HeadingIds {
  let headings = 0;
  return () => {
    headings += 1;
    return headings === 1 ? `project-${ordinal}` : `project-${ordinal}-${headings}`;
  };
}

export function buildSection(element: MarkupElement, ids: HeadingIds): Section {
  const numbering = element.attributes.get("data-numbering");
  const orientation = element.attributes.get("data-orientation");
  return {
    numbering: numbering === "none" || numbering === "roman" ? numbering : "decimal",
    continues: element.attributes.has("data-continues"),
    orientation: orientation === "landscape" || orientation === "auto" ? orientation : "portrait",
    centred: element.attributes.has("data-centred"),
    blocks: element.children
      .filter((node) => typeof node !== "string")
      .map((child) => buildBlock(child, ids)),
  };
}

export function buildBlock(element: MarkupElement, ids: HeadingIds): Block {
  switch (element.name) {
    case "h1":
      return heading(element, 1, ids);
    case "h2":
      return heading(element, 2, ids);
    case "h3":
      return heading(element, 3, ids);
    case "p":
      return paragraph(element);
    case "table":
      return table(element, ids);
    case "nav": {
      const [first, second, third] = styleOf(element).split(" ");
      if (first === undefined || second === undefined || third === undefined) return unchecked(element);
      return { kind: "contents", entryStyles: [first, second, third] };
    }
    default:
      return unchecked(element);
  }
}

/** One without a text would be an entry of the contents that says nothing: its line is left blank. */
function heading(element: MarkupElement, level: 1 | 2 | 3, ids: HeadingIds): Heading | Paragraph {
  const line = paragraph(element);
  const { style, content, sources, pageBreakBefore } = line;
  if (isBlank(content)) return { ...line, keepWithNext: true };
  return { kind: "heading", level, id: ids(level), style, content, sources, pageBreakBefore };
}

function isBlank(content: readonly Inline[]): boolean {
  return content.every((inline) => inline.kind === "break" || inline.text.trim() === "");
}

function paragraph(element: MarkupElement): Paragraph {
  return {
    kind: "paragraph",
    style: styleOf(element),
    content: inlines(element.children),
    sources: sources(element.children),
    pageBreakBefore: element.attributes.has("data-page-break"),
    keepWithNext: element.attributes.has("data-keep"),
  };
}

function table(element: MarkupElement, ids: HeadingIds): Table {
  const columns = elementsOf(element, "colgroup")
    .flatMap((group) => elementsOf(group, "col"))
    .map(({ attributes }) => columnWidthOf((name) => attributes.get(name)));
  const kind = kindOfTable(columns);
  const header = rowsOf(element, "thead", ids);
  const [first, ...others] = rowsOf(element, "tbody", ids);
  if (kind === undefined || first === undefined) return unchecked(element);
  return {
    kind: "table",
    style: styleOf(element),
    ...kind,
    header,
    body: [first, ...others],
    attached: element.attributes.has("data-attached"),
    caption: (element.attributes.get("data-caption") ?? "").replaceAll(lineBreak, " "),
  };
}

function rowsOf(table: MarkupElement, part: ElementName, ids: HeadingIds): readonly Row[] {
  return elementsOf(table, part)
    .flatMap((rows) => elementsOf(rows, "tr"))
    .map((row) => ({
      cells: elementsOf(row, "td", "th").map((one) => cell(one, ids)),
      minHeight: Number(row.attributes.get("data-min-height") ?? 0),
    }));
}

function cell(element: MarkupElement, ids: HeadingIds): Cell {
  const [first = inlines(element.children), ...others] = elementsOf(element, "p").map((child) =>
    inlines(child.children),
  );
  const level = isBlank(first) ? undefined : levels.get(element.attributes.get("data-entry") ?? "");
  const repeats = element.attributes.has("data-repeats");
  return {
    style: styleOf(element),
    paragraphs: [first, ...others],
    sources: sources(element.children),
    rowSpan: Number(element.attributes.get("rowspan") ?? 1),
    colSpan: Number(element.attributes.get("colspan") ?? 1),
    repeats,
    header: element.name === "th" || repeats,
    ...(level !== undefined && { entry: { level, id: ids(level) } }),
  };
}

const levels: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ["1", 1],
  ["2", 2],
  ["3", 3],
]);

function inlines(nodes: readonly MarkupNode[], bold = false): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    if (typeof node === "string") return textInlines(node, bold);
    return node.name === "br" ? [{ kind: "break" }] : inlines(node.children, true);
  });
}

function sources(nodes: readonly MarkupNode[]): readonly string[] {
  return nodes.flatMap((node) => (typeof node === "string" ? sourcesIn(node) : sources(node.children)));
}

function textInlines(text: string, bold: boolean): readonly Inline[] {
  return withoutSources(text)
    .split(lineBreak)
    .flatMap((line, index) => {
      const breaks: readonly Inline[] = index > 0 ? [{ kind: "break" }] : [];
      return line === "" ? breaks : [...breaks, { kind: "text", text: line, bold }];
    });
}

function styleOf(element: MarkupElement): string {
  return element.attributes.get("class") ?? vocabulary[element.name].style ?? "";
}

function unchecked(element: MarkupElement): never {
  throw new Error(`<${element.name}> at ${element.at.file}:${element.at.line} was let through unchecked`);
}
