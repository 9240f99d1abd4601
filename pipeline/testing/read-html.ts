/** A page of HTML → what a reader of it gets: headings, tables as grids, links. Knows nothing of how it was written. */
import { DOMParser, type Element } from "@xmldom/xmldom";
import { childrenOf, descendantsOf } from "./read-docx-xml.ts";

type HtmlCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  /** Of a header cell. */
  readonly scope: string | undefined;
};

export type HtmlTable = {
  readonly caption: string;
  readonly columns: number;
  readonly headerRows: number;
  readonly cells: readonly HtmlCell[];
};

export type HtmlPage = {
  readonly language: string;
  readonly title: string;
  readonly headings: readonly { readonly level: number; readonly id: string; readonly text: string }[];
  /** Where links lead, without what is before the #. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
  readonly tables: readonly HtmlTable[];
  /** Names of the landmarks, in order. */
  readonly landmarks: readonly string[];
  /** The names of all elements, each once. */
  readonly elements: readonly string[];
  readonly text: string;
};

/** Throws if the page is not well-formed as XML too, or a table's spans leave a hole or overlap. */
export function readHtml(bytes: Uint8Array): HtmlPage {
  const source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const root = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(source.replace(/^<!DOCTYPE html>\n/u, ""), "text/xml").documentElement;
  if (root === null) throw new Error("the page is empty");
  const elements = [...root.getElementsByTagName("*")];
  const named = (...names: readonly string[]) => elements.filter(({ tagName }) => names.includes(tagName));
  const body = named("body")[0];
  return {
    language: root.getAttribute("lang") ?? "",
    title: textIn(named("title")[0]),
    headings: named("h1", "h2", "h3").map((heading) => ({
      level: Number(heading.tagName.slice(1)),
      id: heading.getAttribute("id") ?? "",
      text: textIn(heading),
    })),
    links: named("a").map((link) => link.getAttribute("href") ?? ""),
    ids: elements.flatMap((one) => one.getAttribute("id") ?? []),
    tables: named("table").map(readTable),
    landmarks: named("header", "nav", "main").map(({ tagName }) => tagName),
    elements: [...new Set(elements.map(({ tagName }) => tagName))],
    text: textIn(body),
  };
}

function readTable(table: Element): HtmlTable {
  const rows = descendantsOf(table, "tr");
  const named = descendantsOf(table, "col").length;
  const columns = named > 0 ? named : [...(rows[0]?.childNodes ?? [])].filter(isElement).length;
  const taken = new Set<string>();
  const cells = rows.flatMap((row, rowIndex) => {
    let column = 0;
    return [...row.childNodes].flatMap((node): HtmlCell[] => {
      if (!isElement(node)) return [];
      while (taken.has(`${rowIndex} ${column}`)) column += 1;
      const [rowSpan, colSpan] = [spanOf(node, "rowspan"), spanOf(node, "colspan")];
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < colSpan; right += 1) {
          const square = `${rowIndex + down} ${column + right}`;
          if (taken.has(square)) throw new Error(`two cells at ${square}`);
          taken.add(square);
        }
      const scope = node.tagName === "th" ? (node.getAttribute("scope") ?? "") : undefined;
      return [{ row: rowIndex, column, rowSpan, colSpan, text: textIn(node), scope }];
    });
  });
  if (taken.size !== rows.length * columns) throw new Error(`${taken.size} squares of ${rows.length} rows`);
  const [head] = childrenOf(table, "thead");
  return {
    caption: textIn(childrenOf(table, "caption")[0]),
    columns,
    headerRows: head === undefined ? 0 : descendantsOf(head, "tr").length,
    cells,
  };
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

function spanOf(cell: Element, name: string): number {
  return Number(cell.getAttribute(name) ?? 1);
}

/** Paragraphs and breaks part lines. */
function textIn(element: Element | undefined): string {
  if (element === undefined) return "";
  const parts = [...element.childNodes].map((node) => {
    if (!isElement(node)) return node.nodeType === 3 ? (node.nodeValue ?? "") : "";
    if (node.tagName === "br") return "\n";
    return node.tagName === "p" ? `${textIn(node)}\n` : textIn(node);
  });
  return parts.join("").replace(/\n$/u, "");
}
