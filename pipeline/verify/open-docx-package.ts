/** The bytes of a DOCX → its body, block by block, once its parts are there and say what they are (ECMA-376 part 2). */
import { type DocxBlock, type DocxReferences, hides, readDocxBody, type StyleRoles } from "./docx-body.ts";
import type { Fault } from "./fault.ts";
import { namingPart } from "./part-fault.ts";
import type { SaidComment } from "./said.ts";
import { scanXml, type XmlTag } from "./scan-xml.ts";
import { unzip, ZipFault, type ZipPart, type ZipParts } from "./unzip.ts";

export type OpenedDocx = {
  readonly blocks: Iterable<DocxBlock>;
  readonly title: string;
  /** What the body refers to that is not there; to be asked for when all blocks were taken. */
  readonly finish: () => readonly Fault[];
  readonly bookmarks: ReadonlyMap<string, string | undefined>;
  /** Comments on what has no text; to be asked for when all blocks were taken. */
  readonly loose: readonly SaidComment[];
  /** By the names of the heads: what each has across its pages. */
  readonly watermarks: ReadonlyMap<string, readonly string[]>;
  /** Whether the first section has a head; to be asked for when all blocks were taken. */
  readonly isHeaded: () => boolean;
};

const mainPart = "word/document.xml";

/** Throws a fault of the archive or of XML. */
export function openDocxPackage(bytes: Uint8Array, report: (fault: Fault) => void): OpenedDocx {
  const parts = unzip(bytes);
  checkContentTypes(parts, report);
  const relations = checkRelations(parts, report);
  const { roles: styles, hidden } = readStyles(partOf(parts, "word/styles.xml"));
  let title = "";
  const watermarks = new Map<string, readonly string[]>();
  for (const [name, part] of parts)
    if (name !== mainPart && /\.(?:xml|rels)$/u.test(name)) {
      const { texts, drawn, said } = readTexts(part, name);
      if (name === "docProps/core.xml") title = texts.get("dc:title") ?? "";
      if (/^word\/header\d*\.xml$/u.test(name)) watermarks.set(name, drawn);
      // The number of a page is computed, and whatever else a report says is in its body.
      const isFoot = /^word\/footer\d*\.xml$/u.test(name);
      if (isFoot ? !/^[—\s\dIVXLC]*$/u.test(said) : said.trim() !== "" && name !== commentsPart)
        report({ kind: "extra", under: name, block: said });
    }
  const references: DocxReferences = {
    styles: new Set(),
    relations: new Set(),
    bookmarks: new Map(),
    anchors: new Set(),
    faults: [],
    heads: 0,
    comments: readComments(parts.get(commentsPart)),
    loose: [],
    shown: new Set(),
  };
  const finish = (): readonly Fault[] => [
    ...references.faults.map(({ what, where }): Fault => ({ kind: "structure", what, where })),
    ...missing(references.styles, styles, "style"),
    ...missing(references.relations, relations, "relation"),
    ...missing(references.anchors, references.bookmarks, "bookmark"),
    ...[...hidden]
      .filter((style) => style === "" || references.shown.has(style))
      .map((where): Fault => ({ kind: "structure", what: "hidden", where })),
  ];
  const body = partOf(parts, mainPart);
  const blocks = namingPart(mainPart, readDocxBody(body.pieces(), styles, references));
  const isHeaded = () => references.heads > 0;
  const { bookmarks, loose } = references;
  return { blocks, title, finish, bookmarks, loose, watermarks, isHeaded };
}

function missing(
  asked: ReadonlySet<string>,
  there: { readonly has: (name: string) => boolean },
  what: "style" | "relation" | "bookmark",
): readonly Fault[] {
  return [...asked].filter((name) => !there.has(name)).map((where) => ({ kind: "structure", what, where }));
}

function partOf(parts: ZipParts, name: string): ZipPart {
  const part = parts.get(name);
  if (part === undefined) throw new ZipFault(name);
  return part;
}

/** Each tag of a small part. */
function tagsOf(part: ZipPart, name: string): readonly XmlTag[] {
  const tags: XmlTag[] = [];
  scanPart(part, name, { open: (tag) => tags.push(tag), close: ignore, text: ignore });
  return tags;
}

function scanPart({ pieces }: ZipPart, name: string, handler: Parameters<typeof scanXml>[1]): void {
  for (const _ of namingPart(name, scanXml(pieces(), handler)));
}

function ignore(): void {}

/** The text that each kind of element holds first, what is drawn along paths, and what paragraphs say. */
function readTexts(part: ZipPart, name: string) {
  const texts = new Map<string, string>();
  const drawn: string[] = [];
  let [inside, said] = ["", ""];
  scanPart(part, name, {
    open: ({ name: element, attributes }) => {
      inside = element;
      const along = element === "v:textpath" ? attributes.get("string") : undefined;
      if (along !== undefined) drawn.push(along);
    },
    close: () => {
      inside = "";
    },
    text: (text) => {
      if (inside !== "" && !texts.has(inside)) texts.set(inside, text);
      if (inside === "w:t") said += text;
    },
  });
  return { texts, drawn, said };
}

/** Every part has a type, and every part that is named is there. */
function checkContentTypes(parts: ZipParts, report: (fault: Fault) => void): void {
  const name = "[Content_Types].xml";
  const tags = tagsOf(partOf(parts, name), name);
  const valuesOf = (key: string) => new Set(tags.flatMap(({ attributes }) => attributes.get(key) ?? []));
  const [endings, named] = [valuesOf("Extension"), valuesOf("PartName")];
  for (const part of parts.keys()) {
    // Archives list folders, too.
    if (part.endsWith("/")) continue;
    const isTyped =
      part === name || named.has(`/${part}`) || endings.has(part.slice(part.lastIndexOf(".") + 1));
    if (!isTyped) report({ kind: "structure", what: "type", where: part });
    // A report has neither pictures nor programs.
    else if (!/\.(?:xml|rels)$/u.test(part)) report({ kind: "structure", what: "active", where: part });
  }
  for (const part of named)
    if (!parts.has(part.slice(1))) report({ kind: "structure", what: "part", where: part });
}

/** The ids that the body may name. */
function checkRelations(parts: ZipParts, report: (fault: Fault) => void): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [name, part] of parts) {
    if (!name.endsWith(".rels")) continue;
    const folder = name.replace(/_rels\/[^/]*$/u, "");
    for (const { name: element, attributes } of tagsOf(part, name)) {
      if (element !== "Relationship") continue;
      const target = attributes.get("Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : folder + target;
      const isOutside = attributes.get("TargetMode") === "External";
      if (isOutside) report({ kind: "structure", what: "active", where: target });
      else if (!parts.has(path)) report({ kind: "structure", what: "part", where: path });
      const id = attributes.get("Id") ?? "";
      const leadsToBody = attributes.get("Type")?.endsWith("/officeDocument") === true;
      if (folder === "" && leadsToBody && path !== mainPart)
        report({ kind: "structure", what: "part", where: path });
      if (folder === "word/") ids.add(id);
    }
  }
  return ids;
}

/** By their ids; and those in which a text would not be seen, "" of all. */
function readStyles(part: ZipPart): {
  readonly roles: StyleRoles;
  readonly hidden: ReadonlySet<string>;
} {
  const styles = new Map<string, { role: "heading" | "entry" | "text"; level: number }>();
  const hidden = new Set<string>();
  let id = "";
  for (const tag of tagsOf(part, "word/styles.xml")) {
    const { name, attributes } = tag;
    if (hides(tag)) hidden.add(id);
    if (name === "w:style") {
      id = attributes.get("w:styleId") ?? "";
      styles.set(id, { role: "text", level: 0 });
    }
    const [, kind, level] = /^(heading|toc) (\d)$/iu.exec(attributes.get("w:val") ?? "") ?? [];
    if (name !== "w:name" || kind === undefined) continue;
    styles.set(id, { role: kind.toLowerCase() === "toc" ? "entry" : "heading", level: Number(level) });
  }
  return { roles: styles, hidden };
}

const commentsPart = "word/comments.xml";

/** By their ids. */
function readComments(part: ZipPart | undefined): ReadonlyMap<string, SaidComment> {
  const comments = new Map<string, SaidComment>();
  let [id, author, inText] = ["", "", false];
  let lines: string[] = [];
  const add = (text: string) => lines.push(`${lines.pop() ?? ""}${text}`);
  if (part === undefined) return comments;
  scanPart(part, commentsPart, {
    open: ({ name, attributes }) => {
      if (name === "w:comment") {
        [id, author] = [attributes.get("w:id") ?? "", attributes.get("w:author") ?? ""];
        lines = [];
      } else if (name === "w:p") lines.push("");
      else if (name === "w:tab") add("\t");
      else if (name === "w:br") add("\n");
      inText = name === "w:t";
    },
    close: (name) => {
      inText = false;
      if (name === "w:comment") comments.set(id, { author, text: lines.join("\n") });
    },
    text: (text) => {
      if (inText) add(text);
    },
  });
  return comments;
}
