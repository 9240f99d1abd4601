/**
 * What the parts' pages say → the document's structure tree: sections by their headings, the parts' elements in them, and
 * the way back from each marked content and link to its element (ISO 32000-1, 14.7).
 */
import type { Objects } from "./pdfmake-engine.ts";
import { numbersAnElement, type PartTags, type StructureType, structureTypes } from "./tags.ts";

/** The object numbers of a page and its links, with their keys in the parent tree. */
export type PageObjects = {
  readonly page: number;
  readonly key: number;
  readonly links: readonly {
    readonly annotation: number;
    readonly key: number;
    /** In the part. */
    readonly element: number;
  }[];
};

export type StructureTree = {
  readonly addPart: (part: PartTags, pages: readonly PageObjects[]) => void;
  /** Writes the tree's root, and gives its object number. */
  readonly finish: () => number;
};

/** The keys that pages have come before those of links. */
export function openStructureTree(objects: Objects): StructureTree {
  const root = objects.takeNumbers(2);
  const tree: OpenTree = {
    ...objects,
    sections: [{ object: root + 1, parent: root, level: 0, kids: [] }],
    pages: [],
    links: [],
  };
  return {
    addPart: (part, pagesOfPart) => addPart(tree, part, pagesOfPart),
    finish: () => {
      closeSections(tree, 0);
      const parents = [...tree.pages, ...tree.links];
      const next = 1 + (parents.at(-1)?.key ?? -1);
      const numbers = parents.map(({ key, object }) => `${key} ${object} 0 R`);
      const [parentTree, kids] = [objects.takeNumbers(1), `/K[${root + 1} 0 R]`];
      objects.add(parentTree, `<</Nums[${numbers.join(" ")}]>>`);
      objects.add(
        root,
        `<</Type/StructTreeRoot${kids}/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${next}>>`,
      );
      return root;
    },
  };
}

type Section = {
  readonly object: number;
  readonly parent: number;
  /** Of its heading; 0: the document itself. */
  readonly level: number;
  readonly kids: number[];
};

type OpenTree = Objects & {
  /** The innermost last. */
  readonly sections: Section[];
  /** Of the parent tree: a row of elements for each page, an element for each link. */
  readonly pages: ParentEntry[];
  readonly links: ParentEntry[];
};

type ParentEntry = { readonly key: number; readonly object: number };

function addPart(tree: OpenTree, part: PartTags, pages: readonly PageObjects[]): void {
  const { elements, attributes, marks } = part;
  const count = elements.length / numbersAnElement;
  const first = tree.takeNumbers(count);
  const pageOf = new Array<number>(count).fill(0);
  // Most elements are one content of one page: that is a number, and all else of an element is text.
  const contentOf = new Array<number>(count).fill(0);
  const kids = new Array<string>(count).fill("");
  // Each is written three times: in its parent, in its page's row, and by its kids.
  const references = Array.from({ length: count }, (_, element) => `${first + element} 0 R `);
  for (const [index, { page, key, links }] of pages.entries()) {
    let row = "";
    for (const [content, element] of (marks[index] ?? []).entries()) {
      row += references[element];
      if (pageOf[element] === 0) {
        pageOf[element] = page;
        contentOf[element] = content;
      } else
        kids[element] +=
          pageOf[element] === page ? `${content} ` : `<</Type/MCR/Pg ${page} 0 R/MCID ${content}>>`;
    }
    const rowObject = tree.takeNumbers(1);
    tree.add(rowObject, `[${row}]`);
    tree.pages.push({ key, object: rowObject });
    for (const link of links) {
      tree.links.push({ key: link.key, object: first + link.element });
      kids[link.element] += `<</Type/OBJR/Obj ${link.annotation} 0 R>>`;
    }
  }
  const parentOf = (element: number) => elements[element * numbersAnElement + 1] ?? -1;
  for (let element = 0; element < count; element += 1) {
    const parent = parentOf(element);
    if (parent >= 0) kids[parent] += references[element] ?? "";
  }
  for (let element = 0; element < count; element += 1) {
    const tag = structureTypes[elements[element * numbersAnElement] ?? 0] ?? "P";
    const parent = parentOf(element);
    const within = references[parent] ?? `${place(tree, tag, first + element)} 0 R`;
    const own = attributes[elements[element * numbersAnElement + 2] ?? -1];
    const owned = own === undefined ? "" : `/A<</O/Table${own}>>`;
    const page = pageOf[element] ?? 0;
    const content = page === 0 ? "" : `/Pg ${page} 0 R/K[${contentOf[element]} ${kids[element]}]`;
    const inside = content === "" && kids[element] !== "" ? `/K[${kids[element]}]` : content;
    tree.add(first + element, `<</S/${tag}/P ${within}${owned}${inside}>>`);
  }
}

const levels: Readonly<Partial<Record<StructureType, number>>> = { H1: 1, H2: 2, H3: 3 };

/** Puts an element that stands in no other into the open section, a heading into one of its own; gives its parent. */
function place(tree: OpenTree, tag: StructureType, element: number): number {
  const level = levels[tag];
  if (level !== undefined) {
    closeSections(tree, level);
    const parent = tree.sections.at(-1);
    const section = { object: tree.takeNumbers(1), parent: parent?.object ?? 0, level, kids: [] };
    parent?.kids.push(section.object);
    tree.sections.push(section);
  }
  const section = tree.sections.at(-1);
  section?.kids.push(element);
  return section?.object ?? 0;
}

/** Writes the sections of this level and of those below it. */
function closeSections({ sections, add }: OpenTree, level: number): void {
  for (let last = sections.at(-1); last !== undefined && last.level >= level; last = sections.at(-1)) {
    const kids = last.kids.map((kid) => `${kid} 0 R`).join(" ");
    const tag = last.level === 0 ? "Document" : "Sect";
    add(last.object, `<</S/${tag}/P ${last.parent} 0 R/K[${kids}]>>`);
    sections.pop();
  }
}
