/** Printed markup → a tree of elements in permitted places; any other is reported with its template's line. */
import { formatPlace, type Report, type TemplatePlace } from "../diagnostics/index.ts";
import type { Theme } from "../model/index.ts";
import { checkTag } from "./check-markup.ts";
import { elementsOf, isBlank, type MarkupElement, type MarkupNode } from "./markup-element.ts";
import { placeAttribute, placeOfTag } from "./prepare-markup.ts";
import { type Tag, tokenise } from "./tokenise.ts";
import { withoutSources } from "./value-source.ts";
import { allowedIn, type ElementName, isElementName, vocabulary, voidElements } from "./vocabulary.ts";

/** `report`: sections; `project`: the blocks of one project. */
export type MarkupRoot = "report" | "project";

export type MarkupContext = {
  readonly root: MarkupRoot;
  readonly theme: Theme;
  /** The template files, by the number that the markup carries. */
  readonly files: readonly string[];
  readonly report: Report;
};

type OpenElement = Omit<MarkupElement, "children"> & { readonly children: MarkupNode[] };
type Parse = MarkupContext & { readonly top: MarkupNode[]; readonly open: OpenElement[]; at: TemplatePlace };

/** Places with faults after which nothing more is said: who has mended these runs it again. */
const mostFaulty = 100;

/** Undefined if anything was reported: half a document is none. */
export function parseMarkup(markup: string, context: MarkupContext): readonly MarkupElement[] | undefined {
  // A loop repeats a fault at one place, which is one.
  const faulty = new Set<string>();
  const report: Report = (diagnostic) => {
    faulty.add(`${diagnostic.code} ${formatPlace(diagnostic.at)}`);
    context.report(diagnostic);
  };
  const at: TemplatePlace = { kind: "template", file: context.files[0] ?? "", line: 1 };
  const parse: Parse = { ...context, report, top: [], open: [], at };
  for (const token of tokenise(markup)) {
    if (faulty.size >= mostFaulty) return undefined;
    if (token.kind === "open") openTag(token, parse);
    else if (token.kind === "close") closeTag(token.name, parse);
    else addText(token.text, parse);
  }
  for (const element of parse.open) unclosed(element, parse);
  return faulty.size > 0 ? undefined : parse.top.filter((node) => typeof node !== "string");
}

function openTag(tag: Tag, parse: Parse): void {
  parse.at = placeOf(tag, parse);
  checkTag(tag, parse);
  if (!isElementName(tag.name)) return;
  checkParent(tag.name, tag, parse);
  const element: OpenElement = { name: tag.name, attributes: tag.attributes, children: [], at: parse.at };
  (parse.open.at(-1)?.children ?? parse.top).push(element);
  if (!voidElements.has(tag.name)) parse.open.push(element);
}

function checkParent(name: ElementName, tag: Tag, parse: Parse): void {
  const parent = parse.open.at(-1)?.name ?? parse.root;
  if (!vocabulary[name].inside.includes(parent)) {
    const args = { element: name, parent: shownParent(parent), allowed: allowedIn(parent).join(" ") || "—" };
    parse.report({ code: "markup-misplaced", at: parse.at, found: name, args });
  }
  if (name !== "p" || (parent !== "td" && parent !== "th")) return;
  // A cell has one style for all its paragraphs.
  for (const attribute of tag.attributes.keys()) {
    if (attribute === placeAttribute) continue;
    const args = { element: `${parent}><p`, attribute, nearest: "", allowed: "—" };
    parse.report({ code: "markup-unknown-attribute", at: parse.at, found: attribute, args });
  }
}

function closeTag(name: string, parse: Parse): void {
  if (!isElementName(name) || voidElements.has(name)) return;
  const depth = parse.open.findLastIndex((element) => element.name === name);
  if (depth < 0) {
    parse.report({ code: "markup-stray-end", at: parse.at, found: name, args: { element: name } });
    return;
  }
  const [closed, ...inner] = parse.open.splice(depth);
  for (const element of inner) unclosed(element, parse);
  if (closed !== undefined) checkWhole(closed, parse);
}

function addText(text: string, parse: Parse): void {
  const parent = parse.open.at(-1);
  if (parent !== undefined && vocabulary[parent.name].text) parent.children.push(text);
  else if (!isBlank(withoutSources(text))) misplacedText(withoutSources(text), parent, parse);
}

/** What can only be checked in a finished element. */
function checkWhole(element: OpenElement, parse: Parse): void {
  if (element.name === "td" || element.name === "th") checkCell(element, parse);
  if (element.name === "table") checkTable(element, parse);
}

function checkCell(cell: OpenElement, parse: Parse): void {
  if (!cell.children.some((node) => typeof node !== "string" && node.name === "p")) return;
  for (const node of cell.children) {
    if (typeof node !== "string") {
      if (node.name !== "p") misplacedText(`<${node.name}>`, cell, parse);
    } else if (!isBlank(withoutSources(node))) misplacedText(withoutSources(node), cell, parse);
  }
}

function checkTable(table: OpenElement, parse: Parse): void {
  const has = (name: ElementName, inner: ElementName) =>
    elementsOf(table, name).some((part) => elementsOf(part, inner).length > 0);
  if (!has("colgroup", "col")) incomplete("table", "<colgroup><col>", table.at, parse);
  else if (!has("tbody", "tr")) incomplete("table", "<tbody><tr>", table.at, parse);
  else checkGrid(table, parse.report);
}

/** Reports each faulty row once, with its line; Word and PDF would each show it broken in a way of their own. */
function checkGrid(table: MarkupElement, report: Report): void {
  const columns = elementsOf(table, "colgroup").flatMap((group) => elementsOf(group, "col")).length;
  const rows = [...elementsOf(table, "thead"), ...elementsOf(table, "tbody")].flatMap((part) =>
    elementsOf(part, "tr"),
  );
  let covered: readonly Covered[] = new Array<Covered>(columns).fill({ rows: 0 });
  for (const [index, row] of rows.entries()) {
    const { next, problem, merged } = placeRow(row, covered, rows.length - index);
    if (problem !== undefined) {
      const args = {
        columns,
        problem,
        cell: merged ? shownText(merged) : "",
        rows: merged ? rowsOf(merged) : 0,
      };
      report({ code: "markup-grid", at: row.at, also: merged && [merged.at], args });
    }
    covered = next;
  }
}

/** Of a column: how many rows from here on a cell from above still covers, and the last cell that did. */
type Covered = { readonly rows: number; readonly by?: MarkupElement };

type PlacedRow = {
  readonly next: readonly Covered[];
  readonly problem?: "short" | "long" | "span";
  /** The merged cell that is in the way, that ended above, or that is too long. */
  readonly merged?: MarkupElement | undefined;
};

function placeRow(row: MarkupElement, covered: readonly Covered[], rowsLeft: number): PlacedRow {
  const taken = [...covered];
  let problem: Pick<PlacedRow, "problem" | "merged"> = {};
  const fault = (kind: PlacedRow["problem"], merged: MarkupElement | undefined) => {
    if (problem.problem === undefined) problem = { problem: kind, merged };
  };
  const fromAbove = (columns: readonly Covered[]) => columns.find(({ rows }) => rows > 0)?.by;
  for (const cell of elementsOf(row, "td", "th")) {
    const colSpan = Number(cell.attributes.get("colspan") ?? 1);
    const column = taken.findIndex(({ rows }) => rows === 0);
    const squares = taken.slice(column, column + colSpan);
    if (column < 0 || squares.length < colSpan) fault("long", fromAbove(covered));
    else if (fromAbove(squares) !== undefined) fault("long", fromAbove(squares));
    else taken.fill({ rows: rowsOf(cell), by: cell }, column, column + colSpan);
    if (rowsOf(cell) > rowsLeft) fault("span", cell);
  }
  if (taken.some(({ rows }) => rows === 0))
    fault("short", covered.find(({ rows, by }) => rows === 0 && by !== undefined && rowsOf(by) > 1)?.by);
  return { next: taken.map(({ rows, by }) => ({ rows: Math.max(rows - 1, 0), by })), ...problem };
}

function rowsOf(cell: MarkupElement): number {
  return Number(cell.attributes.get("rowspan") ?? 1);
}

/** The beginning of what a cell says. */
function shownText(cell: MarkupElement): string {
  const textIn = (node: MarkupNode): string =>
    typeof node === "string" ? withoutSources(node) : node.children.map(textIn).join("");
  return textIn(cell).trim().slice(0, 20);
}

function incomplete(element: string, lacks: string, at: TemplatePlace, parse: Parse): void {
  parse.report({ code: "markup-incomplete", at, found: element, args: { element, lacks } });
}

function unclosed({ name, at }: OpenElement, parse: Parse): void {
  parse.report({ code: "markup-unclosed", at, found: name, args: { element: name } });
}

function misplacedText(text: string, parent: OpenElement | undefined, parse: Parse): void {
  const args = { text: text.trim().slice(0, 20), parent: shownParent(parent?.name ?? parse.root) };
  parse.report({ code: "markup-misplaced-text", at: parent?.at ?? parse.at, found: text, args });
}

function shownParent(parent: ElementName | MarkupRoot): string {
  if (parent === "report") return " cover/contents/part";
  return parent === "project" ? " project.hbs" : ` <${parent}>`;
}

function placeOf(tag: Tag, { files, at }: Parse): TemplatePlace {
  const [number = ""] = tag.attributes.get(placeAttribute)?.split(":") ?? [];
  const file = files[Number(number)];
  return (file === undefined ? undefined : placeOfTag(tag, file)) ?? at;
}
