/** The bytes of a PDF → what its structure tree says, block by block, each with its page (ISO 32000-1, 14.7 and 14.8). */
import type { Fault, StructureFault } from "./fault.ts";
import { labelsOf, namedDestinations, outlineItems, pagesOf } from "./pdf-navigation.ts";
import { type PdfNote, readNotes } from "./pdf-notes.ts";
import { PdfObjects } from "./pdf-objects.ts";
import {
  type FontReader,
  fontReader,
  isEmbedded,
  type PageMark,
  type PageText,
  readPage,
  textString,
} from "./pdf-page.ts";
import { type PdfDictionary, PdfFault, PdfName, PdfReference, type PdfValue } from "./pdf-values.ts";
import type { FoundBlock, SaidBlock, SaidCell, SaidComment, SaidEntry } from "./said.ts";

export type PdfBlock = FoundBlock & {
  /** Where the entries of a table of contents lead. */
  readonly targets?: () => readonly (number | undefined)[];
};

export type OpenedPdf = {
  readonly title: string;
  readonly pages: number;
  readonly blocks: Iterable<PdfBlock>;
  /** What a page is called, counted from 0: "12", "II", "" for one that is not numbered. */
  readonly labelOf: (page: number) => string;
  readonly bookmarks: () => readonly { readonly title: string; readonly page: number | undefined }[];
  /** Reads what no block asked for; to be asked when all blocks were taken. */
  readonly readRest: () => void;
  /** Comments on no text that was read so far. */
  readonly loose: () => readonly SaidComment[];
  /** How many pages were read so far. */
  readonly pagesRead: () => number;
};

type Element = {
  readonly object: number;
  readonly tag: string;
  readonly about: PdfDictionary;
  /** How many elements it stands in. */
  readonly depth: number;
};

/** No report nests its elements deeper: those that do stand in themselves. */
const deepest = 64;
/** Rows or columns, of any cell. */
const largestSpan = 10_000;

/** Pages that are kept: a table runs over several. */
const mostOpen = 8;

type PdfOptions = {
  readonly report: (fault: Fault) => void;
  /** Whether what is drawn across a page is what is to be. */
  readonly isMarked: (watermarks: readonly string[]) => boolean;
};

export function openPdf(bytes: Uint8Array, { report, isMarked }: PdfOptions): OpenedPdf {
  const objects = new PdfObjects(bytes);
  const catalog = objects.dictionary(objects.trailer.get("Root"));
  const pages = pagesOf(objects, catalog.get("Pages"));
  const numberOf = new Map(pages.map((page, number) => [page, number]));
  const tree = objects.dictionary(catalog.get("StructTreeRoot"));
  const parents = parentTree(objects, tree);
  const labels = labelsOf(objects, catalog);
  const fault = (what: StructureFault, where: string) => report({ kind: "structure", what, where });
  const fonts = new Map<number, FontReader>();
  const kept = new Map<number, PageText>();
  /** For each page that was read, how many of its marks no element has asked for yet. */
  const unclaimed = new Map<number, Set<number>>();
  /** Of pages that were read, those that no text has yet. */
  const notes = new Map<number, PdfNote[]>();
  /** By page, texts that are drawn again, and that no table which goes on there has. */
  const again = new Map<number, readonly string[]>();
  for (const where of activeIn(objects, catalog)) fault("active", where);

  const fontOn = (page: PdfDictionary) => {
    const named = objects.dictionary(objects.dictionary(page.get("Resources")).get("Font"));
    return (name: string): FontReader => {
      const reference = named.get(name);
      if (!(reference instanceof PdfReference)) throw new PdfFault(`font ${name}`);
      const known = fonts.get(reference.object);
      if (known !== undefined) return known;
      const font = objects.dictionary(reference);
      if (!isEmbedded(objects, font)) fault("font", name);
      const reader = fontReader(objects, font);
      fonts.set(reference.object, reader);
      return reader;
    };
  };
  const pageText = (number: number): PageText => {
    const before = kept.get(number);
    if (before !== undefined) return before;
    const page = objects.dictionary(new PdfReference(pages[number] ?? -1));
    const text = readPage(objects, page, fontOn(page));
    if (!unclaimed.has(number)) {
      unclaimed.set(number, new Set(text.marks.keys()));
      for (const one of text.unmarked) fault("tags", `${labels(number)}: ${one}`);
      for (const one of text.hidden) fault("hidden", `${labels(number)}: ${one}`);
      for (const { subtype, text: one } of text.artifacts) {
        if (subtype === "Pagination") again.set(number, [...(again.get(number) ?? []), one]);
        else if (!drawnAnywhere.has(subtype) && !dots.test(one)) fault("tags", `${labels(number)}: ${one}`);
      }
      const act = (found: string) => fault("active", `${labels(number)}: ${found}`);
      notes.set(number, [...readNotes(objects, page, act)]);
      checkFoot(text, labels(number), (found) => fault("foot", `${labels(number)}: ${found}`));
      const across = text.artifacts.flatMap((one) => (one.subtype === "Watermark" ? [one.text] : []));
      if (!isMarked(across)) fault("watermark", `${labels(number)}: ${across.join(" ")}`);
    }
    kept.set(number, text);
    const [oldest] = kept.keys();
    if (kept.size > mostOpen && oldest !== undefined) kept.delete(oldest);
    return text;
  };
  const rowOf = openRows(objects, parents);
  const marked = (element: Element, page: number, content: number): PageMark & { readonly page: number } => {
    const mark = pageText(page).marks.get(content);
    const key = objects.dictionary(new PdfReference(pages[page] ?? -1)).get("StructParents");
    const isParent = typeof key === "number" && rowOf(key)[content] === element.object;
    if (mark === undefined || !isParent || unclaimed.get(page)?.delete(content) !== true) {
      fault("tags", `${labels(page)}: ${element.tag}`);
      return { text: "", left: 0, right: 0, top: 0, foot: 0, page };
    }
    return { ...mark, page };
  };
  const elementAt = (reference: PdfReference, depth: number): Element => {
    const { object } = reference;
    if (depth > deepest) throw new PdfFault(`element ${object}`);
    const about = objects.dictionary(reference);
    const tag = about.get("S");
    return { object, tag: tag instanceof PdfName ? tag.name : "", about, depth };
  };
  const kidsOf = ({ about }: Element): readonly PdfValue[] => objects.list(about.get("K"));
  const elementsIn = (element: Element): readonly Element[] => {
    const kids = kidsOf(element)
      .filter((kid) => kid instanceof PdfReference)
      .map((kid) => elementAt(kid, element.depth + 1));
    for (const { about, tag } of kids) {
      const parent = about.get("P");
      if (!(parent instanceof PdfReference) || parent.object !== element.object) fault("tags", tag);
    }
    return kids;
  };
  const pageOf = (about: PdfDictionary): number | undefined => {
    const page = about.get("Pg");
    return page instanceof PdfReference ? numberOf.get(page.object) : undefined;
  };
  const marksOf = (element: Element): readonly (PageMark & { readonly page: number })[] =>
    kidsOf(element).flatMap((kid) => {
      const own = pageOf(element.about);
      if (typeof kid === "number") return marked(element, own ?? -1, kid);
      if (!(kid instanceof Map)) return [];
      const content: PdfValue | undefined = kid.get("MCID");
      return typeof content === "number" ? marked(element, pageOf(kid) ?? own ?? -1, content) : [];
    });
  const notesOn = ([first]: readonly Placed[]): readonly SaidComment[] | undefined => {
    if (first === undefined) return undefined;
    const all = notes.get(first.page) ?? [];
    const on = all.filter((note) => note.isOn(first));
    if (on.length > 0)
      notes.set(
        first.page,
        all.filter((note) => !on.includes(note)),
      );
    return on.map(({ comment }) => comment);
  };
  const textOf = (element: Element) => {
    const marks = marksOf(element);
    return { text: joined(marks), comments: notesOn(marks) };
  };

  /** A table that goes on, or begins a page, may draw again what it says. */
  const explain = (on: readonly number[], texts: readonly string[]): void => {
    if (!on.some((page) => again.has(page))) return;
    const said = new Set(texts.map(bare));
    const isSaid = (text: string): boolean => {
      const [whole, beginning] = [bare(text), shortened.exec(bare(text))?.[1]];
      return (
        said.has(whole) || (beginning !== undefined && [...said].some((one) => one.startsWith(beginning)))
      );
    };
    for (const page of on)
      again.set(page, again.get(page)?.filter((text) => !isSaid(text.replace(goesOn, ""))) ?? []);
  };

  const tableBlock = (element: Element): SaidBlock => {
    const cells: SaidCell[] = [];
    const free: number[] = [];
    const rows = elementsIn(element);
    const on = new Set<number>();
    const checkPlace = placeChecker(() => fault("place", captionOf(element.about)));
    for (const [row, line] of rows.entries()) {
      if (line.tag !== "TR") fault("tags", line.tag);
      let column = 0;
      for (const cell of elementsIn(line)) {
        while ((free[column] ?? 0) > row) column += 1;
        const [rowSpan, colSpan] = [spanOf(cell.about, "RowSpan"), spanOf(cell.about, "ColSpan")];
        const inside = elementsIn(cell);
        const marks = inside.length === 0 ? [marksOf(cell)] : inside.map(marksOf);
        checkPlace({ row, rowSpan }, marks.flat());
        for (const mark of marks.flat()) on.add(mark.page);
        const page = marks.flat()[0]?.page;
        const comments = notesOn(marks.flat());
        cells.push({ row, column, rowSpan, colSpan, paragraphs: marks.map(joined), page, comments });
        for (let at = column; at < column + colSpan; at += 1) free[at] = row + rowSpan;
        column += colSpan;
      }
    }
    const caption = captionOf(element.about);
    explain([...on], [caption, ...cells.map(({ paragraphs }) => paragraphs.join(""))]);
    return {
      kind: "table",
      caption,
      rows: rows.length,
      columns: free.length,
      cells,
    };
  };
  const captionOf = (about: PdfDictionary): string => textString(attributesOf(about).get("Summary")) ?? "";
  const attributesOf = (about: PdfDictionary): PdfDictionary => {
    const attributes = objects.value(about.get("A"));
    return attributes instanceof Map ? attributes : new Map();
  };
  const spanOf = (about: PdfDictionary, key: string): number => {
    const span = Number(attributesOf(about).get(key) ?? 1);
    if (!(span >= 1 && span <= largestSpan)) throw new PdfFault(key);
    return span;
  };

  const destinations = namedDestinations(objects, catalog);
  const targetOf = (value: PdfValue | undefined): number | undefined => {
    const [page] = typeof value === "string" ? objects.list(destinations.get(value)) : objects.list(value);
    return page instanceof PdfReference ? numberOf.get(page.object) : undefined;
  };
  type Entry = SaidEntry & { readonly target: number | undefined };
  function* entriesIn(contents: Element, level = 1): Generator<Entry> {
    for (const item of elementsIn(contents)) {
      if (item.tag === "TOC") yield* entriesIn(item, level + 1);
      else for (const link of linksIn(item)) yield entryOf(link, level);
    }
  }
  const linksIn = (item: Element): readonly Element[] =>
    item.tag === "Link" ? [item] : elementsIn(item).flatMap(linksIn);
  const entryOf = (link: Element, level: number): Entry => {
    const marks = marksOf(link);
    const annotations = kidsOf(link).flatMap((kid) =>
      kid instanceof Map && kid.has("Obj") ? [kid.get("Obj")] : [],
    );
    const [annotation] = annotations;
    const action = annotation === undefined ? undefined : objects.dictionary(annotation).get("A");
    const target = action === undefined ? undefined : targetOf(objects.dictionary(action).get("D"));
    return { level, ...textAndPage(marks), target };
  };

  function* blocksIn(element: Element): Generator<PdfBlock> {
    for (const kid of elementsIn(element)) {
      const [, level] = /^H([1-6])$/u.exec(kid.tag) ?? [];
      if (kid.tag === "Sect" || kid.tag === "Div") yield* blocksIn(kid);
      else if (level !== undefined) {
        const read = (): SaidBlock => ({ kind: "heading", level: Number(level), ...textOf(kid) });
        yield { kind: "heading", page: pageOf(kid.about), read: once(read) };
      } else if (kid.tag === "P")
        yield { kind: "paragraph", read: once(() => ({ kind: "paragraph", ...textOf(kid) })) };
      else if (kid.tag === "Table") yield { kind: "table", read: once(() => tableBlock(kid)) };
      else if (kid.tag === "TOC") {
        const entries = once(() => [...entriesIn(kid)]);
        const targets = () => entries().map(({ target }) => target);
        yield { kind: "contents", targets, read: () => ({ kind: "contents", entries: entries() }) };
      } else fault("tags", kid.tag);
    }
  }
  function* allBlocks(): Generator<PdfBlock> {
    for (const root of objects.list(tree.get("K")))
      if (root instanceof PdfReference) yield* blocksIn(elementAt(root, 0));
  }
  const info = objects.trailer.get("Info");
  return {
    title:
      textString(info === undefined ? undefined : objects.value(objects.dictionary(info).get("Title"))) ?? "",
    pages: pages.length,
    blocks: allBlocks(),
    labelOf: labels,
    bookmarks: () => outlineItems(objects, catalog).map(({ title, to }) => ({ title, page: targetOf(to) })),
    readRest: () => {
      for (const number of pages.keys()) pageText(number);
      for (const [number, marks] of unclaimed) if (marks.size > 0) fault("tags", labels(number));
      for (const [number, texts] of again)
        for (const text of texts) fault("tags", `${labels(number)}: ${text}`);
    },
    loose: () => [...notes.values()].flat().map(({ comment }) => comment),
    pagesRead: () => unclaimed.size,
  };
}

/** Compared elsewhere. */
const drawnAnywhere: ReadonlySet<string> = new Set(["Footer", "Watermark"]);
/** From an entry of the contents to its page. */
const dots = /^[.…·\s]*$/u;
const goesOn = /[（(]续表?[)）]$/u;
/** A caption or label that is cut to the lines that there are. */
const shortened = /^(.+)…$/u;

function bare(text: string): string {
  return text.replace(/\s/gu, "");
}

/** What the document does by itself, or holds besides its pages. */
function activeIn(objects: PdfObjects, catalog: PdfDictionary): readonly string[] {
  const names = catalog.get("Names");
  const held = names === undefined ? [] : [...objects.dictionary(names).keys()];
  return [
    ...["OpenAction", "AA", "AcroForm"].filter((key) => catalog.has(key)),
    ...held.filter((key) => key !== "Dests"),
  ];
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function joined(marks: readonly PageMark[]): string {
  return marks.map(({ text }) => text).join("\n");
}

/** Where no room is left for dots between them, they are one content. */
function textAndPage(marks: readonly PageMark[]): Pick<SaidEntry, "text" | "page"> {
  const [only] = marks;
  if (only === undefined || marks.length > 1)
    return { text: joined(marks.slice(0, -1)), page: marks.at(-1)?.text ?? "" };
  const [, text = "", page = ""] = /^([\s\S]*?)\s*([\dIVXLC]*)$/u.exec(only.text) ?? [];
  return { text, page };
}

type Placed = PageMark & { readonly page: number };

/**
 * Cells of a row stand beside each other in their order, and a row below the one before it: tags alone would not show
 * that a text is drawn in another's place.
 */
function placeChecker(fault: () => void) {
  let before: { readonly row: number; readonly marks: readonly Placed[] } | undefined;
  let above: { page: number; foot: number } | undefined;
  let lowest: { page: number; foot: number } | undefined;
  return (
    { row, rowSpan }: { readonly row: number; readonly rowSpan: number },
    marks: readonly Placed[],
  ): void => {
    const [first] = marks;
    if (first === undefined) return;
    if (before?.row !== row) {
      above = lowest;
      lowest = undefined;
    } else {
      const last = before.marks.filter(({ page }) => page === first.page);
      if (last.some(({ right }) => right > first.left)) fault();
    }
    before = { row, marks };
    if (above?.page === first.page && first.top > above.foot) fault();
    const end = marks.at(-1);
    if (
      rowSpan === 1 &&
      end !== undefined &&
      (lowest === undefined || lowest.page < end.page || lowest.foot > end.foot)
    )
      lowest = { page: end.page, foot: end.foot };
  };
}

/** A page's foot says its number, if it has one. */
function checkFoot({ artifacts }: PageText, label: string, fault: (found: string) => void): void {
  const feet = artifacts
    .filter(({ subtype }) => subtype === "Footer")
    .map(({ text }) => text.replace(/[—\s]/gu, ""));
  if (feet.some((text) => text !== label)) fault(feet.join(" "));
}

/** Keys of pages and links → what they lead back to. */
function parentTree(objects: PdfObjects, tree: PdfDictionary): ReadonlyMap<number, PdfValue> {
  const numbers = objects.pairs(objects.dictionary(tree.get("ParentTree")).get("Nums"));
  return new Map([...numbers].flatMap(([key, value]) => (typeof key === "number" ? [[key, value]] : [])));
}

/** The elements that the contents of a page lead back to; those of the last page are kept. */
function openRows(
  objects: PdfObjects,
  parents: ReadonlyMap<number, PdfValue>,
): (key: number) => readonly number[] {
  let last: { readonly key: number; readonly row: readonly number[] } | undefined;
  return (key) => {
    if (last?.key !== key) {
      const row = objects
        .list(parents.get(key))
        .map((one) => (one instanceof PdfReference ? one.object : -1));
      last = { key, row };
    }
    return last.row;
  };
}
