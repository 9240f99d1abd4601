/** A tagged PDF → what is wrong with its tags (ISO 32000-1, 14.7 and 14.8; ISO 14289-1), each as a sentence. */
import { entryOf, isDictionary, type PdfValue, type Surrounding, type TaggedPdf } from "./read-pdf-tags.ts";

/** Empty if all holds. */
export function checkPdfTags(pdf: TaggedPdf): readonly string[] {
  const tree = readTree(pdf);
  return [
    ...checkDocument(pdf),
    ...checkDrawings(pdf),
    ...tree.faults,
    ...checkMarks(pdf, tree),
    ...checkParentTree(pdf, tree),
    ...checkOrphans(pdf, tree),
    ...checkNesting(tree),
    ...checkHeadings(tree),
    ...checkLinks(pdf, tree),
    ...checkCharacters(pdf),
    ...[...tree.elements.values()]
      .filter(({ tag }) => tag === "/Table")
      .flatMap((table) => checkTable(table, tree)),
  ];
}

type Element = {
  readonly reference: string;
  readonly tag: string;
  readonly parent: string;
  readonly value: PdfValue;
  /** References of the elements in it. */
  readonly kids: readonly string[];
  readonly marks: readonly { readonly page: string; readonly mcid: number }[];
  readonly annotations: readonly string[];
};

type Tree = {
  readonly root: string;
  /** In reading order. */
  readonly elements: ReadonlyMap<string, Element>;
  readonly faults: readonly string[];
};

function readTree({ objects, root }: TaggedPdf): Tree {
  const treeRoot = String(entryOf(objects[root], "/StructTreeRoot"));
  const elements = new Map<string, Element>();
  const faults: string[] = [];
  const visit = (reference: string, parent: string) => {
    const value = objects[reference];
    const tag = entryOf(value, "/S");
    if (elements.has(reference)) faults.push(`${reference} stands in two elements`);
    else if (typeof tag !== "string") faults.push(`${reference} in ${parent} is no element`);
    else {
      if (entryOf(value, "/P") !== parent) faults.push(`${reference} does not name ${parent} as its parent`);
      const element = elementOf(reference, { tag, parent, value: value ?? null });
      elements.set(reference, element);
      for (const kid of element.kids) visit(kid, reference);
    }
  };
  for (const kid of listOf(entryOf(objects[treeRoot], "/K"))) visit(String(kid), treeRoot);
  return { root: treeRoot, elements, faults };
}

function elementOf(
  reference: string,
  { tag, parent, value }: Pick<Element, "tag" | "parent" | "value">,
): Element {
  const kids = listOf(entryOf(value, "/K"));
  const page = String(entryOf(value, "/Pg"));
  return {
    reference,
    tag,
    parent,
    value,
    kids: kids.filter((kid) => typeof kid === "string"),
    marks: kids.flatMap((kid) => {
      if (typeof kid === "number") return [{ page, mcid: kid }];
      if (entryOf(kid, "/Type") !== "/MCR") return [];
      return [{ page: String(entryOf(kid, "/Pg") ?? page), mcid: Number(entryOf(kid, "/MCID")) }];
    }),
    annotations: kids
      .filter((kid) => entryOf(kid, "/Type") === "/OBJR")
      .map((kid) => String(entryOf(kid, "/Obj"))),
  };
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function checkDocument({ objects, root, pages }: TaggedPdf): readonly string[] {
  const catalogue = objects[root];
  const follow = (key: string) => {
    const value = entryOf(catalogue, key);
    return typeof value === "string" && value in objects ? objects[value] : value;
  };
  const treeRoot = follow("/StructTreeRoot");
  const tops = listOf(entryOf(treeRoot, "/K")).map((top) => entryOf(objects[String(top)], "/S"));
  return [
    ...faultIf(
      entryOf(follow("/MarkInfo"), "/Marked") !== true,
      "the document does not say that it is marked",
    ),
    ...faultIf(!/^u:\w/u.test(String(follow("/Lang"))), "the document has no language"),
    ...faultIf(
      entryOf(follow("/ViewerPreferences"), "/DisplayDocTitle") !== true,
      "the title is not what a window shows",
    ),
    ...faultIf(entryOf(treeRoot, "/Type") !== "/StructTreeRoot", "the document has no structure tree"),
    ...faultIf(tops.length !== 1 || tops[0] !== "/Document", "the tree's top is not one document"),
    ...pages.flatMap(({ page }) =>
      faultIf(entryOf(objects[page], "/Tabs") !== "/S", `${page} is not visited in the structure's order`),
    ),
  ];
}

function faultIf(wrong: boolean, fault: string): readonly string[] {
  return wrong ? [fault] : [];
}

/** Everything drawn is either an artefact or content of one element. */
function checkDrawings({ pages }: TaggedPdf): readonly string[] {
  return pages.flatMap(({ page, drawn, marks }) => [
    ...new Set(drawn.map(faultAround).flatMap((fault) => (fault === undefined ? [] : [`${page}: ${fault}`]))),
    ...marks
      .filter((mcid, index) => marks.indexOf(mcid) !== index)
      .map((mcid) => `${page}: content ${mcid} is marked twice`),
  ]);
}

function faultAround(marks: readonly Surrounding[]): string | undefined {
  const artefacts = marks.filter(({ tag }) => tag === "Artifact").length;
  const numbered = marks.filter(({ mcid }) => mcid !== undefined).length;
  if (artefacts + numbered === 0) return "something is drawn outside all marks";
  if (artefacts > 0 && numbered > 0) return "an artefact is content of an element";
  return numbered > 1 ? "something is content of two elements" : undefined;
}

function checkMarks({ pages }: TaggedPdf, { elements }: Tree): readonly string[] {
  const owners = new Map<string, number>();
  for (const { marks } of elements.values())
    for (const { page, mcid } of marks) {
      const key = `${page} ${mcid}`;
      owners.set(key, (owners.get(key) ?? 0) + 1);
    }
  const marked = new Set(pages.flatMap(({ page, marks }) => marks.map((mcid) => `${page} ${mcid}`)));
  return [
    ...[...marked].filter((key) => !owners.has(key)).map((key) => `${key} is in no element`),
    ...[...owners].filter(([, count]) => count > 1).map(([key]) => `${key} is in two elements`),
    ...[...owners.keys()].filter((key) => !marked.has(key)).map((key) => `${key} is on no page`),
  ];
}

/** The way back, from each content and annotation to its element, and no other. */
function checkParentTree({ objects, pages }: TaggedPdf, { root, elements }: Tree): readonly string[] {
  const rows = numberTree(objects, entryOf(objects[root], "/ParentTree"));
  const keys = new Set(rows.keys());
  const faults: string[] = [];
  const expectRow = (owner: string, key: PdfValue | undefined, row: PdfValue) => {
    const found = typeof key === "number" ? rows.get(key) : undefined;
    if (JSON.stringify(found) !== JSON.stringify(row)) faults.push(`${owner} leads to other elements`);
    if (typeof key === "number" && !keys.delete(key)) faults.push(`${owner} shares key ${key}`);
  };
  for (const { page } of pages) {
    const row: string[] = [];
    for (const { marks, reference } of elements.values())
      for (const mark of marks) if (mark.page === page) row[mark.mcid] = reference;
    const key = entryOf(objects[page], "/StructParents");
    if (row.length > 0 || key !== undefined) expectRow(page, key, row);
  }
  for (const { annotations, reference } of elements.values())
    for (const annotation of annotations)
      expectRow(annotation, entryOf(objects[annotation], "/StructParent"), reference);
  const next = Number(entryOf(objects[root], "/ParentTreeNextKey"));
  return [
    ...faults,
    ...[...keys].map((key) => `key ${key} of the parent tree is nobody's`),
    ...[...rows.keys()].filter((key) => key >= next).map((key) => `key ${key} would be given out again`),
  ];
}

function numberTree(
  objects: TaggedPdf["objects"],
  node: PdfValue | undefined,
): ReadonlyMap<number, PdfValue | undefined> {
  const value = typeof node === "string" ? objects[node] : node;
  const rows = new Map<number, PdfValue | undefined>();
  for (const kid of listOf(entryOf(value, "/Kids")))
    for (const [key, row] of numberTree(objects, kid)) rows.set(key, row);
  const numbers = listOf(entryOf(value, "/Nums"));
  for (let at = 0; at < numbers.length; at += 2) {
    const row = numbers[at + 1];
    const followed = typeof row === "string" ? objects[row] : row;
    rows.set(Number(numbers[at]), Array.isArray(followed) ? followed : row);
  }
  return rows;
}

/** An element has a type and a parent; what looks like one must be in the tree. */
function checkOrphans({ objects }: TaggedPdf, { elements }: Tree): readonly string[] {
  return Object.entries(objects)
    .filter(
      ([reference, value]) =>
        !elements.has(reference) && isDictionary(value) && "/S" in value && "/P" in value,
    )
    .map(([reference]) => `${reference} is an element outside the tree`);
}

/** Which elements may hold which (ISO 32000-1, 14.8.4); `content`: text of its own. */
const mayHold: Readonly<Record<string, readonly string[]>> = {
  "/Document": ["/Sect", "/P", "/Div", "/Table", "/TOC", "/H1", "/H2", "/H3"],
  "/Sect": ["/Sect", "/P", "/Div", "/Table", "/TOC", "/H1", "/H2", "/H3"],
  "/Div": ["/P"],
  "/H1": ["content"],
  "/H2": ["content"],
  "/H3": ["content"],
  "/P": ["content"],
  "/Table": ["/TR"],
  "/TR": ["/TH", "/TD"],
  "/TH": ["content", "/P"],
  "/TD": ["content", "/P"],
  "/TOC": ["/TOC", "/TOCI"],
  "/TOCI": ["/Reference"],
  "/Reference": ["/Link"],
  "/Link": ["content"],
};
/** What may be empty: a blank cell, and a row all of whose squares cells from above cover. */
const mayBeEmpty: ReadonlySet<string> = new Set(["/TH", "/TD", "/TR"]);

function checkNesting({ elements }: Tree): readonly string[] {
  return [...elements.values()].flatMap(({ reference, tag, kids, marks }) => {
    const allowed = mayHold[tag];
    if (allowed === undefined) return [`${reference} is ${tag}, which is no type that we use`];
    return [
      ...kids
        .map((kid) => elements.get(kid)?.tag ?? "")
        .filter((kid) => kid !== "" && !allowed.includes(kid))
        .map((kid) => `${reference} ${tag} holds ${kid}`),
      ...faultIf(marks.length > 0 && !allowed.includes("content"), `${reference} ${tag} holds text`),
      ...faultIf(kids.length + marks.length === 0 && !mayBeEmpty.has(tag), `${reference} ${tag} is empty`),
    ];
  });
}

function checkHeadings({ elements }: Tree): readonly string[] {
  const headings = [...elements.values()].filter(({ tag }) => /^\/H\d$/u.test(tag));
  const levels = headings.map(({ tag }) => Number(tag.slice(2)));
  return headings.flatMap(({ reference, tag }, index) =>
    faultIf((levels[index] ?? 0) > (levels[index - 1] ?? 0) + 1, `${reference} ${tag} skips a level`),
  );
}

function checkLinks({ objects, pages }: TaggedPdf, { elements }: Tree): readonly string[] {
  const linked = new Set<string>();
  const faults: string[] = [];
  for (const { reference, tag, annotations } of elements.values()) {
    if ((tag === "/Link") !== annotations.length > 0) faults.push(`${reference} ${tag} and its annotations`);
    for (const annotation of annotations) linked.add(annotation);
  }
  for (const { page } of pages)
    for (const annotation of listOf(entryOf(objects[page], "/Annots"))) {
      const value = typeof annotation === "string" ? objects[annotation] : annotation;
      if (!linked.has(String(annotation))) faults.push(`${annotation} is in no element`);
      if (!/^u:./u.test(String(entryOf(value, "/Contents")))) faults.push(`${annotation} says nothing`);
    }
  return faults;
}

/** What is drawn can be read: each font maps its codes to Unicode (ISO 14289-1, 7.21.7), and each glyph means something. */
function checkCharacters({ objects, pages }: TaggedPdf): readonly string[] {
  const mute = Object.entries(objects).filter(
    ([, value]) =>
      entryOf(value, "/Subtype") === "/Type0" && !(String(entryOf(value, "/ToUnicode")) in objects),
  );
  return [
    ...mute.map(([reference]) => `${reference} is a font that does not say what its codes mean`),
    ...pages.flatMap(({ page, meaningless }) =>
      faultIf(meaningless > 0, `${page}: ${meaningless} glyphs that mean nothing`),
    ),
  ];
}

/** Spans fill its grid, each square once; it has header cells, and each of them says what it heads. */
function checkTable({ reference, kids }: Element, { elements }: Tree): readonly string[] {
  const rows = kids.map((kid) =>
    (elements.get(kid)?.kids ?? []).flatMap((cell) => elements.get(cell) ?? []).map(cellOf),
  );
  const cells = rows.flat();
  const grid = rows.map((): boolean[] => []);
  let fault = faultIf(!cells.some(({ isHeader }) => isHeader), `${reference} has no header cell`);
  for (const [row, cellsOfRow] of rows.entries())
    for (const { rowSpan, colSpan } of cellsOfRow) {
      const line = grid[row] ?? [];
      let column = 0;
      while (line[column] === true) column += 1;
      for (let down = row; down < row + rowSpan; down += 1)
        for (let across = column; across < column + colSpan; across += 1) {
          const squares = grid[down];
          if (squares === undefined || squares[across] === true)
            fault = [...fault, `${reference} row ${row}: a span leaves the grid or meets another`];
          else squares[across] = true;
        }
    }
  const width = Math.max(0, ...grid.map((line) => line.length));
  const full = grid.every(
    (line) => line.length === width && !line.includes(false) && Object.keys(line).length === width,
  );
  return [
    ...fault,
    ...faultIf(!full, `${reference} has rows of different widths`),
    ...cells.flatMap(({ isHeader, scope, cell }) => faultIf(isHeader !== scope, `${cell} and its scope`)),
  ];
}

function cellOf({ reference, tag, value }: Element) {
  const attributes = entryOf(value, "/A");
  const scope = entryOf(attributes, "/Scope");
  return {
    cell: reference,
    isHeader: tag === "/TH",
    scope: scope === "/Row" || scope === "/Column" || scope === "/Both",
    rowSpan: Number(entryOf(attributes, "/RowSpan") ?? 1),
    colSpan: Number(entryOf(attributes, "/ColSpan") ?? 1),
  };
}
