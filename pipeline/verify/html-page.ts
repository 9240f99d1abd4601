/** A page of HTML → the blocks that it says, and what it has that no report needs or that leads nowhere. */
import type { StructureFault } from "./fault.ts";
import { namingPart, PartFault } from "./part-fault.ts";
import type { FoundBlock, SaidBlock, SaidCell, SaidEntry } from "./said.ts";
import { scanXml, type XmlTag } from "./scan-xml.ts";
import { hidingDeclaration, hidingRules } from "./visible.ts";

export type HtmlBlock = FoundBlock & { readonly anchors?: readonly string[] };

export type HtmlFault = {
  readonly what: Extract<StructureFault, "active" | "bookmark" | "grid" | "hidden">;
  readonly where: string;
};

export type OpenedHtml = {
  readonly blocks: Iterable<HtmlBlock>;
  /** What follows is known when all blocks were taken. */
  readonly title: () => string;
  /** Each note above the report. */
  readonly notes: readonly string[];
  /** The text of each element that has a name. */
  readonly named: ReadonlyMap<string, string>;
  readonly faults: () => readonly HtmlFault[];
};

const doctype = "<!DOCTYPE html>\n";
/** By which a page runs nothing and asks for nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const landmarks: ReadonlySet<string> = new Set(["header", "nav", "main"]);
/** All that a report needs; whatever else is there might act, or ask for something. */
const elements = new Set(
  `html head meta title style body a p header nav main ol li h1 h2 h3 h4 h5 h6 table caption colgroup col
   thead tbody tr th td div strong br`.split(/\s+/u),
);
const attributeNames = new Set(
  `lang xmlns charset http-equiv content name class id role href aria-label style scope rowspan
   colspan`.split(/\s+/u),
);

type OpenCell = {
  readonly place: Omit<SaidCell, "paragraphs">;
  readonly id: string | undefined;
  text: string;
  readonly paragraphs: string[];
};

type OpenTable = {
  caption: string;
  columns: number;
  rows: number;
  readonly cells: SaidCell[];
  /** For each column, the first row in which it is free. */
  readonly free: number[];
};

type OpenText = { readonly id: string | undefined; text: string };

/** Throws a fault of the page. */
export function openHtmlPage(bytes: Uint8Array): OpenedHtml {
  const head = Buffer.from(bytes.subarray(0, doctype.length)).toString("latin1");
  if (head !== doctype) throw new PartFault("HTML", head);
  const blocks: HtmlBlock[] = [];
  const notes: string[] = [];
  const named = new Map<string, string>();
  const faults: HtmlFault[] = [];
  const links = new Set<string>();
  const page = pageReader({ put: (block) => blocks.push(block), notes, named, faults, links });
  return {
    blocks: namingPart("HTML", inPieces(scanXml([bytes.subarray(doctype.length)], page.handler), blocks)),
    title: page.title,
    notes,
    named,
    faults: () => [
      ...faults,
      ...(page.hasPolicy() ? [] : [{ what: "active", where: "Content-Security-Policy" } as const]),
      ...[...links].flatMap((where) =>
        named.has(where.slice(1)) ? [] : [{ what: "bookmark", where } as const],
      ),
    ],
  };
}

function* inPieces(scan: Generator<void>, blocks: HtmlBlock[]): Generator<HtmlBlock> {
  for (const _ of scan) yield* blocks.splice(0);
  yield* blocks.splice(0);
}

type Sinks = {
  readonly put: (block: HtmlBlock) => void;
  readonly notes: string[];
  readonly named: Map<string, string>;
  readonly faults: HtmlFault[];
  readonly links: Set<string>;
};

function pageReader({ put, notes, named, faults, links }: Sinks) {
  let title = "";
  let hasPolicy = false;
  let landmark = "";
  let table: OpenTable | undefined;
  let cell: OpenCell | undefined;
  let text: OpenText | undefined;
  let depth = 0;
  let contents: { readonly entries: SaidEntry[]; readonly anchors: string[] } | undefined;
  let address = "";

  const block = (said: SaidBlock, more: Partial<HtmlBlock> = {}) =>
    put({ ...more, kind: said.kind, read: () => said });
  const name = (id: string | undefined, says: string) => {
    if (id === undefined) return;
    if (named.has(id)) faults.push({ what: "bookmark", where: `#${id}` });
    named.set(id, says);
  };
  const begin = ({ attributes }: XmlTag) => {
    text = { id: attributes.get("id"), text: "" };
  };
  const end = (): string => {
    const { id, text: says } = text ?? { id: undefined, text: "" };
    text = undefined;
    name(id, says);
    return says;
  };
  const putParagraph = (says: string) => {
    if (says.trim() !== "") block({ kind: "paragraph", text: says });
  };
  const write = (says: string) => {
    if (text !== undefined) text.text += says;
    else if (cell !== undefined) cell.text += says;
    // Between elements there is nothing to read.
    else if (says.trim() !== "") putParagraph(says);
  };
  const beginCell = ({ name: tag, attributes }: XmlTag) => {
    if (table === undefined) return;
    const { free, rows, columns, caption } = table;
    const row = rows - 1;
    let column = 0;
    while ((free[column] ?? 0) > row) column += 1;
    const [rowSpan, colSpan] = [spanIn(attributes, "rowspan"), spanIn(attributes, "colspan")];
    const fits = column + colSpan <= columns;
    if (!fits || free.slice(column, column + colSpan).some((until) => until > row))
      faults.push({ what: "grid", where: caption });
    free.fill(row + rowSpan, column, Math.min(columns, column + colSpan));
    const place = { row, column, rowSpan, colSpan, header: tag === "th" && attributes.has("scope") };
    cell = { place, id: attributes.get("id"), text: "", paragraphs: [] };
  };
  const endCell = () => {
    if (cell === undefined) return;
    const { place, id, text: own, paragraphs } = cell;
    cell = undefined;
    const said = paragraphs.length === 0 || own.trim() !== "" ? [own, ...paragraphs] : paragraphs;
    name(id, said[0] ?? "");
    table?.cells.push({ ...place, paragraphs: said });
  };
  const endRow = () => {
    if (table?.free.some((until) => until < (table?.rows ?? 0)))
      faults.push({ what: "grid", where: table.caption });
  };
  const endTable = () => {
    if (table === undefined) return;
    const { free, caption, rows, columns, cells } = table;
    table = undefined;
    if (free.some((until) => until > rows)) faults.push({ what: "grid", where: caption });
    block({ kind: "table", caption, rows, columns, cells });
  };
  const opening: Readonly<Record<string, (tag: XmlTag) => void>> = {
    title: begin,
    caption: begin,
    style: begin,
    p: begin,
    meta: ({ attributes }) => {
      const acts = attributes.get("http-equiv");
      if (acts === undefined) return;
      if (acts === "Content-Security-Policy" && attributes.get("content") === policy) hasPolicy = true;
      else faults.push({ what: "active", where: acts });
    },
    br: () => write("\n"),
    a: (tag) => {
      begin(tag);
      address = tag.attributes.get("href") ?? "";
      links.add(address);
    },
    ol: () => {
      depth += 1;
      contents ??= { entries: [], anchors: [] };
    },
    // A text beside others; it may hold paragraphs instead.
    div: (tag) => {
      if (table === undefined) begin(tag);
    },
    table: () => {
      table = { ...{ caption: "", columns: 0, rows: 0 }, ...{ cells: [], free: [] } };
    },
    col: () => {
      if (table === undefined) return;
      table.columns += 1;
      table.free.push(0);
    },
    tr: () => {
      if (table !== undefined) table.rows += 1;
    },
    th: beginCell,
    td: beginCell,
  };
  const closing: Readonly<Record<string, () => void>> = {
    title: () => {
      title = end();
    },
    caption: () => {
      if (table !== undefined) table.caption = end();
    },
    style: () => {
      const rules = end();
      if (asksForMore.test(rules.replace(/"[^"]*"/gu, ""))) faults.push({ what: "active", where: "style" });
      for (const where of hidingRules(rules)) faults.push({ what: "hidden", where });
    },
    p: () => {
      const says = end();
      if (cell !== undefined) cell.paragraphs.push(says);
      else if (landmark === "") notes.push(says);
      else putParagraph(says);
    },
    a: () => {
      const says = end();
      // Above the report, a link leads past its contents.
      if (landmark === "" && address === "#main") return;
      if (contents === undefined) putParagraph(says);
      contents?.entries.push({ level: depth, text: says, page: "" });
      contents?.anchors.push(address.slice(1));
    },
    ol: () => {
      depth -= 1;
      if (depth > 0 || contents === undefined) return;
      const { entries, anchors } = contents;
      contents = undefined;
      block({ kind: "contents", entries }, { anchors });
    },
    div: () => {
      if (table === undefined) putParagraph(end());
    },
    th: endCell,
    td: endCell,
    tr: endRow,
    table: endTable,
  };
  const [onOpen, onClose] = [new Map(Object.entries(opening)), new Map(Object.entries(closing))];
  for (const level of [1, 2, 3, 4, 5, 6]) {
    onOpen.set(`h${level}`, begin);
    onClose.set(`h${level}`, () => block({ kind: "heading", level, text: end() }));
  }
  const handler = {
    open: (tag: XmlTag) => {
      if (landmarks.has(tag.name)) {
        landmark = tag.name;
        name(tag.attributes.get("id"), "");
      }
      const action = actionOf(tag);
      if (action !== undefined) faults.push({ what: "active", where: action });
      const hidden = hiddenBy(tag);
      if (hidden !== undefined) faults.push({ what: "hidden", where: hidden });
      onOpen.get(tag.name)?.(tag);
    },
    close: (tag: string) => {
      if (landmarks.has(tag)) landmark = "";
      onClose.get(tag)?.();
    },
    text: write,
  };
  return { handler, title: () => title, hasPolicy: () => hasPolicy };
}

const asksForMore = /url\s*\(|@import|expression\s*\(/iu;

/** What of an element might act, or ask for something from elsewhere. */
function actionOf({ name, attributes }: XmlTag): string | undefined {
  if (!elements.has(name)) return `<${name}>`;
  for (const [attribute, value] of attributes) {
    if (!attributeNames.has(attribute)) return `<${name} ${attribute}>`;
    const leadsAway = attribute === "href" && !value.startsWith("#");
    if (leadsAway || (attribute === "style" && asksForMore.test(value)))
      return `<${name} ${attribute}="${value}">`;
  }
  return undefined;
}

/** What keeps a reader from seeing what an element says. */
function hiddenBy({ name, attributes }: XmlTag): string | undefined {
  const classes = attributes.get("class")?.split(/\s+/u) ?? [];
  if (classes.includes("skip") && name !== "a") return `<${name} class="skip">`;
  const declaration = hidingDeclaration(attributes.get("style") ?? "");
  return declaration && `<${name} style="${declaration}">`;
}

function spanIn(attributes: XmlTag["attributes"], name: string): number {
  const span = Number(attributes.get(name) ?? 1);
  return Number.isSafeInteger(span) && span > 0 ? span : 1;
}
