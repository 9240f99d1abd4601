/** `word/document.xml` → the blocks that it says, and what its parts refer to. */
import type { FoundBlock, SaidBlock, SaidCell, SaidComment, SaidEntry } from "./said.ts";
import { scanXml, type XmlTag } from "./scan-xml.ts";
import { isDark } from "./visible.ts";

/** What a style of Word's own stands for: "heading 2", "toc 1". */
export type StyleRoles = ReadonlyMap<
  string,
  { readonly role: "heading" | "entry" | "text"; readonly level: number }
>;

/** What is to be there, or to come in pairs. */
export type DocxReferences = {
  readonly styles: Set<string>;
  /** Ids of relations. */
  readonly relations: Set<string>;
  /** Bookmarks that are opened, by name; undefined once the name is taken twice. */
  readonly bookmarks: Map<string, string | undefined>;
  readonly anchors: Set<string>;
  /** Faults of tables and bookmarks, as they are met. */
  readonly faults: DocxFault[];
  /** How many heads the sections name. */
  heads: number;
  /** The document's comments, by their ids. */
  readonly comments: ReadonlyMap<string, SaidComment>;
  /** Those on paragraphs that have no text. */
  readonly loose: SaidComment[];
  /** Styles of what has a text. */
  readonly shown: Set<string>;
};

export type DocxFault = {
  readonly what: "grid" | "bookmark" | "field" | "active" | "hidden" | "comment";
  readonly where: string;
};

/** What comments are on: a cell, or a paragraph outside of tables. */
type Holder = {
  readonly comments: SaidComment[];
  /** How much text it had where a comment ended. */
  endsAt: number | undefined;
};

type OpenCell = Holder & {
  column: number;
  colSpan: number;
  merge: "begins" | "goes-on" | undefined;
  paragraphs: string[];
};

/** What draws or brings in something else than text and tables, or does something. */
const foreign: ReadonlySet<string> = new Set(
  ["altChunk", "control", "drawing", "fldSimple", "movie", "object", "pict", "subDoc"].map(
    (name) => `w:${name}`,
  ),
);
/** All that fields of a report may say. */
const fieldOf = /^\s*(?:PAGEREF|PAGE|TOC)\b/u;

const no: ReadonlySet<string> = new Set(["0", "false", "off", "none"]);
/** Half points, as Word counts type. */
const smallestType = 6;

/** A property by which nobody sees a text, or no more of it than fits. */
export function hides({ name, attributes }: XmlTag): boolean {
  const value = attributes.get("w:val") ?? "";
  switch (name) {
    case "w:vanish":
    case "w:specVanish":
    case "w:webHidden":
      return !no.has(value);
    case "w:color":
      return value !== "auto" && !isDark(value);
    case "w:sz":
      return Number(value) < smallestType;
    case "w:trHeight":
      return attributes.get("w:hRule") === "exact";
    default:
      return false;
  }
}

type OpenTable = {
  caption: string;
  columns: number;
  rows: number;
  column: number;
  readonly cells: (SaidCell & { rowSpan: number })[];
  /** The cell that is merged downwards, by its first column. */
  readonly merges: Map<number, SaidCell & { rowSpan: number }>;
  cell: OpenCell | undefined;
};

type OpenParagraph = Holder & { style: string; text: string; anchor: string | undefined };

export type DocxBlock = FoundBlock & { readonly anchors?: readonly string[] };

/** Blocks as they come; a table of contents once it has ended. */
export function* readDocxBody(
  pieces: Iterable<Uint8Array>,
  roles: StyleRoles,
  references: DocxReferences,
): Generator<DocxBlock> {
  const blocks: DocxBlock[] = [];
  yield* inPieces(
    scanXml(
      pieces,
      bodyReader(roles, references, (block) => blocks.push(block)),
    ),
    blocks,
  );
}

function* inPieces(scan: Generator<void>, blocks: DocxBlock[]): Generator<DocxBlock> {
  for (const _ of scan) yield* blocks.splice(0);
  yield* blocks.splice(0);
}

function bodyReader(roles: StyleRoles, references: DocxReferences, put: (block: DocxBlock) => void) {
  const { faults } = references;
  const openBookmarks = new Map<string, string>();
  let table: OpenTable | undefined;
  let paragraph: OpenParagraph | undefined;
  let entries: SaidEntry[] = [];
  let anchors: string[] = [];
  let fields = 0;
  let [inText, inField] = [false, false];
  const comments = openRanges(references);
  const holder = () => table?.cell ?? paragraph;
  const lengthSoFar = () => sizeOf(table?.cell?.paragraphs ?? []) + (paragraph?.text.length ?? 0);

  const block = (outline: SaidBlock, more: Partial<DocxBlock> = {}) =>
    put({ ...more, kind: outline.kind, read: () => outline });
  const endContents = () => {
    if (entries.length > 0) block({ kind: "contents", entries }, { anchors });
    entries = [];
    anchors = [];
  };
  const endParagraph = () => {
    if (paragraph === undefined) return;
    const { style, text, anchor } = paragraph;
    if (text.trim() !== "") references.shown.add(style);
    if (table === undefined) comments.close(paragraph, text.length);
    const on = paragraph.comments;
    paragraph = undefined;
    if (table?.cell !== undefined) {
      table.cell.paragraphs.push(text);
      return;
    }
    const { role, level } = roles.get(style) ?? { role: "text", level: 0 };
    if (role === "entry") {
      const cut = text.lastIndexOf("\t");
      entries.push({ level, text: text.slice(0, Math.max(cut, 0)), page: text.slice(cut + 1) });
      anchors.push(anchor ?? "");
    } else if (role === "heading") {
      endContents();
      block({ kind: "heading", level, text, comments: on });
    } else if (text.trim() !== "") {
      endContents();
      block({ kind: "paragraph", text, comments: on });
    } else references.loose.push(...on);
  };
  const endCell = () => {
    if (table?.cell === undefined) return;
    const { column, colSpan, merge, paragraphs } = table.cell;
    comments.close(table.cell, sizeOf(paragraphs));
    const on = table.cell.comments;
    const row = table.rows - 1;
    table.cell = undefined;
    table.column = column + colSpan;
    if (paragraphs.length === 0) faults.push({ what: "grid", where: table.caption });
    const above = table.merges.get(column);
    table.merges.delete(column);
    if (merge === "goes-on") {
      const fits = above?.colSpan === colSpan && above.row + above.rowSpan === row;
      if (above === undefined || !fits || paragraphs.some((text) => text !== ""))
        faults.push({ what: "grid", where: table.caption });
      else {
        above.rowSpan += 1;
        table.merges.set(column, above);
      }
      return;
    }
    const cell = { row, column, rowSpan: 1, colSpan, paragraphs, comments: on };
    table.cells.push(cell);
    if (merge === "begins") table.merges.set(column, cell);
  };
  const open: Readonly<Record<string, (tag: XmlTag, value: string) => void>> = {
    "w:p": () => {
      paragraph = { style: "", text: "", anchor: undefined, comments: [], endsAt: undefined };
    },
    "w:pStyle": (_, value) => {
      references.styles.add(value);
      if (paragraph !== undefined) paragraph.style = value;
    },
    "w:rStyle": (_, value) => addStyle(value),
    "w:tblStyle": (_, value) => addStyle(value),
    "w:t": () => {
      inText = true;
    },
    "w:br": () => write("\n"),
    "w:tab": () => write("\t"),
    "w:hyperlink": ({ attributes }) => {
      const anchor = attributes.get("w:anchor");
      if (anchor !== undefined) references.anchors.add(anchor);
      if (paragraph !== undefined) paragraph.anchor = anchor;
    },
    "w:bookmarkStart": ({ attributes }) => {
      const [name, id] = [attributes.get("w:name") ?? "", attributes.get("w:id") ?? ""];
      if (openBookmarks.has(id) || references.bookmarks.has(name))
        faults.push({ what: "bookmark", where: name });
      openBookmarks.set(id, name);
    },
    "w:bookmarkEnd": ({ attributes }) => {
      const name = openBookmarks.get(attributes.get("w:id") ?? "");
      if (name === undefined) faults.push({ what: "bookmark", where: "" });
      else references.bookmarks.set(name, paragraph?.text ?? "");
      openBookmarks.delete(attributes.get("w:id") ?? "");
    },
    "w:fldChar": ({ attributes }) => {
      const type = attributes.get("w:fldCharType");
      fields += type === "begin" ? 1 : type === "end" ? -1 : 0;
      if (fields < 0) faults.push({ what: "field", where: paragraph?.text ?? "" });
    },
    "w:commentRangeStart": ({ attributes }) => {
      const id = attributes.get("w:id") ?? "";
      const on = holder();
      if (on !== undefined) comments.begin(id, on, lengthSoFar());
    },
    "w:commentRangeEnd": ({ attributes }) => {
      const on = holder();
      if (on !== undefined) comments.end(attributes.get("w:id") ?? "", on, lengthSoFar());
    },
    "w:commentReference": ({ attributes }) => {
      const on = holder();
      if (on !== undefined) comments.refer(attributes.get("w:id") ?? "", on);
    },
    "w:instrText": () => {
      inField = true;
    },
    "w:headerReference": () => {
      references.heads += 1;
    },
    "w:tbl": () => {
      endContents();
      if (table !== undefined) faults.push({ what: "grid", where: table.caption });
      table = {
        ...{ caption: "", columns: 0, rows: 0, column: 0 },
        ...{ cells: [], merges: new Map(), cell: undefined },
      };
    },
    "w:tblCaption": (_, value) => {
      if (table !== undefined) table.caption = value;
    },
    "w:gridCol": () => {
      if (table !== undefined) table.columns += 1;
    },
    "w:tr": () => {
      if (table === undefined) return;
      table.rows += 1;
      table.column = 0;
    },
    "w:tc": () => {
      if (table !== undefined)
        table.cell = {
          ...{ column: table.column, colSpan: 1, merge: undefined, paragraphs: [] },
          ...{ comments: [], endsAt: undefined },
        };
    },
    "w:gridSpan": (_, value) => {
      if (table?.cell !== undefined) table.cell.colSpan = Number(value);
    },
    "w:vMerge": (_, value) => {
      if (table?.cell !== undefined) table.cell.merge = value === "restart" ? "begins" : "goes-on";
    },
  };
  const addStyle = (name: string) => {
    references.styles.add(name);
    references.shown.add(name);
  };
  const actions = new Map(Object.entries(open));
  const write = (text: string) => {
    if (paragraph !== undefined) paragraph.text += text;
  };
  return {
    open: (tag: XmlTag) => {
      actions.get(tag.name)?.(tag, tag.attributes.get("w:val") ?? "");
      if (foreign.has(tag.name)) faults.push({ what: "active", where: `<${tag.name}>` });
      if (hides(tag)) faults.push({ what: "hidden", where: `${tag.name}: ${paragraph?.text ?? ""}` });
      const relation = tag.attributes.get("r:id");
      if (relation !== undefined) references.relations.add(relation);
    },
    close: (name: string) => {
      if (name === "w:t") inText = false;
      else if (name === "w:instrText") inField = false;
      else if (name === "w:p") endParagraph();
      else if (name === "w:tc") endCell();
      else if (name === "w:tr" && table !== undefined) {
        if (table.column !== table.columns) faults.push({ what: "grid", where: table.caption });
      } else if (name === "w:tbl" && table !== undefined) {
        const { caption, rows, columns, cells } = table;
        table = undefined;
        block({ kind: "table", caption, rows, columns, cells });
      } else if (name === "w:body") {
        endContents();
        if (openBookmarks.size > 0)
          faults.push({ what: "bookmark", where: [...openBookmarks.values()].join(" ") });
        if (fields !== 0) faults.push({ what: "field", where: "" });
        comments.finish();
      }
    },
    text: (text: string) => {
      if (inText) write(text);
      if (inField && !fieldOf.test(text)) faults.push({ what: "active", where: text });
    },
  };
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Each comment is on the whole of one cell or paragraph, and is referred to there once. */
function openRanges({ comments, faults }: Pick<DocxReferences, "comments" | "faults">) {
  const fault = (id: string) => faults.push({ what: "comment", where: comments.get(id)?.text ?? id });
  const open = new Map<string, Holder>();
  const ended = new Map<string, Holder>();
  const left = new Set(comments.keys());
  return {
    begin: (id: string, on: Holder, length: number) => {
      if (length > 0 || open.has(id)) fault(id);
      open.set(id, on);
    },
    end: (id: string, on: Holder, length: number) => {
      if (open.get(id) !== on) fault(id);
      on.endsAt = Math.min(on.endsAt ?? length, length);
      ended.set(id, on);
    },
    refer: (id: string, on: Holder) => {
      const comment = comments.get(id);
      if (comment === undefined || !left.delete(id) || ended.get(id) !== on) fault(id);
      if (comment !== undefined) on.comments.push(comment);
      open.delete(id);
    },
    close: ({ endsAt }: Holder, length: number) => {
      if (endsAt !== undefined && endsAt !== length) faults.push({ what: "comment", where: "" });
    },
    finish: () => {
      for (const id of [...left, ...open.keys()]) fault(id);
    },
  };
}
