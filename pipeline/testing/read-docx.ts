/** A .docx → what a reader of it sees: paragraphs, tables as grids, contents, sections. Knows nothing of how it was written. */
import { DOMParser, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { type DocxTable, readTable } from "./read-docx-table.ts";
import { childrenOf, descendantsOf, firstChild, propertyOf, textOf } from "./read-docx-xml.ts";

type DocxParagraph = {
  readonly kind: "paragraph";
  readonly style: string;
  readonly text: string;
  /** 1 to 9, of the paragraph or of its style. */
  readonly outlineLevel?: number;
  readonly pageBreakBefore: boolean;
  readonly keepNext: boolean;
  /** Space above that the paragraph sets itself, twips. */
  readonly before?: number;
  readonly bookmarks: readonly string[];
};

/** A field as its instruction says it, and the result that it shows. */
type DocxField = { readonly instruction: string; readonly result: string };

type DocxContentsEntry = {
  readonly level: number;
  readonly text: string;
  readonly pageNumber: string;
  /** The bookmark that it links to. */
  readonly anchor: string;
};

type DocxSection = {
  /** Twips. */
  readonly width: number;
  readonly height: number;
  readonly orientation: string;
  readonly numberFormat?: string;
  readonly numberStart?: number;
  /** Text of the feet that it names itself, by type. */
  readonly footers: Readonly<Record<string, string>>;
};

export type DocxContents = {
  readonly blocks: readonly (DocxParagraph | DocxTable)[];
  readonly contents: readonly DocxContentsEntry[];
  /** In the order in which they end. */
  readonly fields: readonly DocxField[];
  readonly sections: readonly DocxSection[];
  /** `title`, `creator`, `created` … of docProps/core.xml. */
  readonly properties: Readonly<Record<string, string>>;
  /** Every part as text, by path. */
  readonly parts: ReadonlyMap<string, string>;
};

/** Unzips and reads; throws on XML that is not well-formed, tables that are no grid, and fields or bookmarks left open. */
export function readDocx(bytes: Uint8Array): DocxContents {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
  const body = firstChild(parse(parts, "word/document.xml"), "w:body");
  if (body === undefined) throw new Error("the document has no body");
  const outline = outlineLevels(parse(parts, "word/styles.xml"));
  const blocks = blocksOf(body).map((block) =>
    block.tagName === "w:tbl" ? readTable(block) : readParagraph(block, outline),
  );
  const [opened, closed] = ["w:bookmarkStart", "w:bookmarkEnd"].map((tag) =>
    descendantsOf(body, tag).map((mark) => mark.getAttribute("w:id")),
  );
  if (opened?.join() !== closed?.join()) throw new Error(`bookmarks ${opened} end as ${closed}`);
  return {
    blocks,
    fields: fieldsIn(body),
    contents: descendantsOf(body, "w:hyperlink").flatMap(readContentsEntry),
    sections: descendantsOf(body, "w:sectPr").map((section) => readSection(section, parts)),
    properties: Object.fromEntries(
      childrenOf(parse(parts, "docProps/core.xml")).map((property) => [
        property.localName ?? property.tagName,
        property.textContent ?? "",
      ]),
    ),
    parts,
  };
}

function parse(parts: ReadonlyMap<string, string>, path: string): Element {
  const part = parts.get(path);
  if (part === undefined) throw new Error(`the package has no ${path}`);
  const onError = (level: string, message: string): never => {
    throw new Error(`${path}: ${level}: ${message}`);
  };
  const root = new DOMParser({ onError }).parseFromString(part, "text/xml").documentElement;
  if (root === null) throw new Error(`${path} is empty`);
  return root;
}

/** Paragraphs and tables in order, those inside a content control included. */
function blocksOf(parent: Element): Element[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.tagName === "w:p" || child.tagName === "w:tbl") return [child];
    const content = child.tagName === "w:sdt" ? firstChild(child, "w:sdtContent") : undefined;
    return content === undefined ? [] : blocksOf(content);
  });
}

function readParagraph(paragraph: Element, outline: ReadonlyMap<string, number>): DocxParagraph {
  const properties = firstChild(paragraph, "w:pPr");
  const style = propertyOf(properties, "w:pStyle") ?? "Normal";
  const own = propertyOf(properties, "w:outlineLvl");
  const outlineLevel = own === undefined ? outline.get(style) : Number(own) + 1;
  const toggle = (tag: string): boolean => {
    const property = properties && firstChild(properties, tag);
    return property !== undefined && isOn(property);
  };
  const before = (properties && firstChild(properties, "w:spacing"))?.getAttribute("w:before");
  return {
    kind: "paragraph",
    style,
    text: textOf(paragraph),
    outlineLevel,
    pageBreakBefore: toggle("w:pageBreakBefore"),
    keepNext: toggle("w:keepNext"),
    before: before ? Number(before) : undefined,
    bookmarks: descendantsOf(paragraph, "w:bookmarkStart").map((mark) => mark.getAttribute("w:name") ?? ""),
  };
}

/** A field runs from its `begin` to its `end`; the result is what `separate` parts from the instruction. */
function fieldsIn(body: Element): readonly DocxField[] {
  const fields: DocxField[] = [];
  const open: { instruction: string; result: string; shows: boolean }[] = [];
  for (const run of descendantsOf(body, "w:r")) {
    const mark = firstChild(run, "w:fldChar")?.getAttribute("w:fldCharType");
    const inner = open.at(-1);
    if (mark === "begin") open.push({ instruction: "", result: "", shows: false });
    else if (inner === undefined) {
      if (mark) throw new Error(`a field has “${mark}” and no beginning`);
    } else if (mark === "separate") inner.shows = true;
    else if (mark === "end") {
      fields.push({ instruction: inner.instruction.trim(), result: inner.result });
      open.pop();
    } else if (inner.shows) for (const field of open) field.result += field.shows ? textOf(run) : "";
    else
      inner.instruction += descendantsOf(run, "w:instrText")
        .map(({ textContent }) => textContent ?? "")
        .join("");
  }
  if (open.length > 0) throw new Error(`the field “${open[0]?.instruction}” has no end`);
  return fields;
}

/** Each paragraph style's outline level, inherited ones too. */
function outlineLevels(styles: Element): ReadonlyMap<string, number> {
  const byId = new Map(
    childrenOf(styles, "w:style").map((style) => [style.getAttribute("w:styleId"), style]),
  );
  const levelOf = (id: string | undefined): number | undefined => {
    const style = id === undefined ? undefined : byId.get(id);
    if (style === undefined) return undefined;
    const own = propertyOf(firstChild(style, "w:pPr"), "w:outlineLvl");
    return own === undefined ? levelOf(propertyOf(style, "w:basedOn")) : Number(own) + 1;
  };
  return new Map(
    [...byId.keys()].flatMap((id) => {
      const level = levelOf(id ?? undefined);
      return id === null || level === undefined ? [] : [[id, level] as const];
    }),
  );
}

function readContentsEntry(link: Element): DocxContentsEntry[] {
  const { parentNode } = link;
  const paragraph = parentNode !== null && "tagName" in parentNode ? (parentNode as Element) : undefined;
  const style = propertyOf(paragraph === undefined ? undefined : firstChild(paragraph, "w:pPr"), "w:pStyle");
  const level = /^TOC(\d)$/u.exec(style ?? "")?.[1];
  if (level === undefined) return [];
  const [, text = "", pageNumber = ""] = /^(.*)\t([^\t]*)$/su.exec(textOf(link)) ?? [];
  return [{ level: Number(level), text, pageNumber, anchor: link.getAttribute("w:anchor") ?? "" }];
}

function readSection(section: Element, parts: ReadonlyMap<string, string>): DocxSection {
  const attribute = (child: string, name: string): string | undefined =>
    firstChild(section, child)?.getAttribute(name) ?? undefined;
  const numberFormat = attribute("w:pgNumType", "w:fmt");
  const numberStart = attribute("w:pgNumType", "w:start");
  const targets = new Map(
    childrenOf(parse(parts, "word/_rels/document.xml.rels")).map((relation) => [
      relation.getAttribute("Id"),
      relation.getAttribute("Target"),
    ]),
  );
  const footers = childrenOf(section, "w:footerReference").map((reference) => {
    const target = targets.get(reference.getAttribute("r:id"));
    return [reference.getAttribute("w:type"), textOf(parse(parts, `word/${target}`))] as const;
  });
  return {
    width: Number(attribute("w:pgSz", "w:w")),
    height: Number(attribute("w:pgSz", "w:h")),
    orientation: attribute("w:pgSz", "w:orient") ?? "portrait",
    numberFormat,
    numberStart: numberStart === undefined ? undefined : Number(numberStart),
    footers: Object.fromEntries(footers),
  };
}

function isOn(toggle: Element): boolean {
  return !["0", "false", "off"].includes(toggle.getAttribute("w:val") ?? "");
}
