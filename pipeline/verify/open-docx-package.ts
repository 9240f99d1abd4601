/** The bytes of a DOCX → its body, block by block, once its parts are there and say what they are (ECMA-376 part 2). */
import { type DocxBlock, type DocxReferences, readDocxBody, type StyleRoles } from "./docx-body.ts";
import type { Fault } from "./fault.ts";
import { namingPart, PartFault } from "./part-fault.ts";
import { scanXml, type XmlTag } from "./scan-xml.ts";
import { unzip, ZipFault, type ZipParts } from "./unzip.ts";

export type OpenedDocx = {
  readonly blocks: Iterable<DocxBlock>;
  readonly title: string;
  /** What the body refers to that is not there; to be asked for when all blocks were taken. */
  readonly finish: () => readonly Fault[];
  readonly bookmarks: ReadonlyMap<string, string | undefined>;
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
  const styles = readStyles(partOf(parts, "word/styles.xml"));
  let title = "";
  const watermarks = new Map<string, readonly string[]>();
  for (const [name, bytesOf] of parts)
    if (name !== mainPart && /\.(?:xml|rels)$/u.test(name)) {
      const { texts, drawn } = readTexts(inPart(name, bytesOf), name);
      if (name === "docProps/core.xml") title = texts.get("dc:title") ?? "";
      if (/^word\/header\d*\.xml$/u.test(name)) watermarks.set(name, drawn);
    }
  const references: DocxReferences = {
    styles: new Set(),
    relations: new Set(),
    bookmarks: new Map(),
    anchors: new Set(),
    faults: [],
    heads: 0,
  };
  const finish = (): readonly Fault[] => [
    ...references.faults.map(({ what, where }): Fault => ({ kind: "structure", what, where })),
    ...missing(references.styles, styles, "style"),
    ...missing(references.relations, relations, "relation"),
    ...missing(references.anchors, references.bookmarks, "bookmark"),
  ];
  const body = partOf(parts, mainPart);
  const blocks = namingPart(mainPart, readDocxBody(body, styles, references));
  const isHeaded = () => references.heads > 0;
  return { blocks, title, finish, bookmarks: references.bookmarks, watermarks, isHeaded };
}

function missing(
  asked: ReadonlySet<string>,
  there: { readonly has: (name: string) => boolean },
  what: "style" | "relation" | "bookmark",
): readonly Fault[] {
  return [...asked].filter((name) => !there.has(name)).map((where) => ({ kind: "structure", what, where }));
}

function inPart(part: string, bytesOf: () => Uint8Array): Uint8Array {
  const bytes = bytesOf();
  if (bytes.length === 0) throw new PartFault(part, "");
  return bytes;
}

function partOf(parts: ZipParts, name: string): Uint8Array {
  const bytesOf = parts.get(name);
  if (bytesOf === undefined) throw new ZipFault(name);
  return inPart(name, bytesOf);
}

/** Each tag of a small part. */
function tagsOf(bytes: Uint8Array, part: string): readonly XmlTag[] {
  const tags: XmlTag[] = [];
  scanPart(bytes, part, { open: (tag) => tags.push(tag), close: ignore, text: ignore });
  return tags;
}

function scanPart(bytes: Uint8Array, part: string, handler: Parameters<typeof scanXml>[1]): void {
  for (const _ of namingPart(part, scanXml(bytes, handler)));
}

function ignore(): void {}

/** The text that each kind of element holds first, and what is drawn along paths. */
function readTexts(bytes: Uint8Array, part: string) {
  const texts = new Map<string, string>();
  const drawn: string[] = [];
  let inside = "";
  scanPart(bytes, part, {
    open: ({ name, attributes }) => {
      inside = name;
      const along = name === "v:textpath" ? attributes.get("string") : undefined;
      if (along !== undefined) drawn.push(along);
    },
    close: () => {
      inside = "";
    },
    text: (text) => {
      if (inside !== "" && !texts.has(inside)) texts.set(inside, text);
    },
  });
  return { texts, drawn };
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
  }
  for (const part of named)
    if (!parts.has(part.slice(1))) report({ kind: "structure", what: "part", where: part });
}

/** The ids that the body may name. */
function checkRelations(parts: ZipParts, report: (fault: Fault) => void): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [name, bytesOf] of parts) {
    if (!name.endsWith(".rels")) continue;
    const folder = name.replace(/_rels\/[^/]*$/u, "");
    for (const { name: element, attributes } of tagsOf(inPart(name, bytesOf), name)) {
      if (element !== "Relationship") continue;
      const target = attributes.get("Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : folder + target;
      const isOutside = attributes.get("TargetMode") === "External";
      if (!isOutside && !parts.has(path)) report({ kind: "structure", what: "part", where: path });
      const id = attributes.get("Id") ?? "";
      const leadsToBody = attributes.get("Type")?.endsWith("/officeDocument") === true;
      if (folder === "" && leadsToBody && path !== mainPart)
        report({ kind: "structure", what: "part", where: path });
      if (folder === "word/") ids.add(id);
    }
  }
  return ids;
}

/** By their ids. */
function readStyles(bytes: Uint8Array): StyleRoles {
  const styles = new Map<string, { role: "heading" | "entry" | "text"; level: number }>();
  let id = "";
  for (const { name, attributes } of tagsOf(bytes, "word/styles.xml")) {
    if (name === "w:style") {
      id = attributes.get("w:styleId") ?? "";
      styles.set(id, { role: "text", level: 0 });
    }
    const [, kind, level] = /^(heading|toc) (\d)$/iu.exec(attributes.get("w:val") ?? "") ?? [];
    if (name !== "w:name" || kind === undefined) continue;
    styles.set(id, { role: kind.toLowerCase() === "toc" ? "entry" : "heading", level: Number(level) });
  }
  return styles;
}
