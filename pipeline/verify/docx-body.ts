/** `word/document.xml` → the blocks that it says, and what its parts refer to. */
import type { FoundBlock, SaidBlock, SaidCell, SaidEntry } from "./said.ts";
import { scanXml, type XmlTag } from "./scan-xml.ts";

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
};

export type DocxFault = { readonly what: "grid" | "bookmark" | "field"; readonly where: string };

type OpenCell = {
  column: number;
  colSpan: number;
  merge: "begins" | "goes-on" | undefined;
  paragraphs: string[];
};

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

type OpenParagraph = { style: string; text: string; anchor: string | undefined };

export type DocxBlock = FoundBlock & { readonly anchors?: readonly string[] };

/** Blocks as they come; a table of contents once it has ended. */
export function* readDocxBody(
  bytes: Uint8Array,
  roles: StyleRoles,
  references: DocxReferences,
): Generator<DocxBlock> {
  const blocks: DocxBlock[] = [];
  yield* inPieces(
    scanXml(
      bytes,
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
  let inText = false;

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
      block({ kind: "heading", level, text });
    } else if (text.trim() !== "") {
      endContents();
      block({ kind: "paragraph", text });
    }
  };
  const endCell = () => {
    if (table?.cell === undefined) return;
    const { column, colSpan, merge, paragraphs } = table.cell;
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
    const cell = { row, column, rowSpan: 1, colSpan, paragraphs };
    table.cells.push(cell);
    if (merge === "begins") table.merges.set(column, cell);
  };
  const open: Readonly<Record<string, (tag: XmlTag, value: string) => void>> = {
    "w:p": () => {
      paragraph = { style: "", text: "", anchor: undefined };
    },
    "w:pStyle": (_, value) => {
      references.styles.add(value);
      if (paragraph !== undefined) paragraph.style = value;
    },
    "w:rStyle": (_, value) => references.styles.add(value),
    "w:tblStyle": (_, value) => references.styles.add(value),
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
        table.cell = { column: table.column, colSpan: 1, merge: undefined, paragraphs: [] };
    },
    "w:gridSpan": (_, value) => {
      if (table?.cell !== undefined) table.cell.colSpan = Number(value);
    },
    "w:vMerge": (_, value) => {
      if (table?.cell !== undefined) table.cell.merge = value === "restart" ? "begins" : "goes-on";
    },
  };
  const actions = new Map(Object.entries(open));
  const write = (text: string) => {
    if (paragraph !== undefined) paragraph.text += text;
  };
  return {
    open: (tag: XmlTag) => {
      actions.get(tag.name)?.(tag, tag.attributes.get("w:val") ?? "");
      const relation = tag.attributes.get("r:id");
      if (relation !== undefined) references.relations.add(relation);
    },
    close: (name: string) => {
      if (name === "w:t") inText = false;
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
      }
    },
    text: (text: string) => {
      if (inText) write(text);
    },
  };
}
