/** A PDF's catalog → its pages, what they are called, and what leads to them by name (ISO 32000-1, 7.7, 7.9.6 and 12.3). */
import type { PdfObjects } from "./pdf-objects.ts";
import { textString } from "./pdf-page.ts";
import { type PdfDictionary, PdfFault, PdfName, PdfReference, type PdfValue } from "./pdf-values.ts";

/** The objects that its pages are, in their order. */
export function pagesOf(objects: PdfObjects, root: PdfValue | undefined): readonly number[] {
  const found: number[] = [];
  const pass = openTrail();
  const walk = (node: PdfValue | undefined): void => {
    pass(node);
    const about = objects.dictionary(node);
    const type = about.get("Type");
    if (type instanceof PdfName && type.name === "Page" && node instanceof PdfReference)
      found.push(node.object);
    else for (const kid of objects.list(about.get("Kids"))) walk(kid);
  };
  walk(root);
  if (objects.dictionary(root).get("Count") !== found.length) throw new PdfFault("Pages");
  return found;
}

/** What a page is called, counted from 0. */
export function labelsOf(objects: PdfObjects, catalog: PdfDictionary): (page: number) => string {
  const labels = catalog.get("PageLabels");
  const numbers = labels === undefined ? [] : objects.pairs(objects.dictionary(labels).get("Nums"));
  const ranges = [...numbers].map(([from, value]) => {
    const about = objects.dictionary(value);
    const [style, start = 1] = [about.get("S"), about.get("St")];
    return { from: Number(from), style: style instanceof PdfName ? style.name : "", start: Number(start) };
  });
  return (page) => {
    const range = ranges.findLast(({ from }) => from <= page);
    if (range === undefined || range.style === "") return "";
    const number = range.start + page - range.from;
    return range.style === "R" ? roman(number) : String(number);
  };
}

const romanSigns = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(number: number): string {
  let rest = number;
  let text = "";
  for (const [value, sign] of romanSigns) for (; rest >= value; rest -= value) text += sign;
  return text;
}

/** By their names. */
export function namedDestinations(
  objects: PdfObjects,
  catalog: PdfDictionary,
): ReadonlyMap<string, PdfValue> {
  const found = new Map<string, PdfValue>();
  const pass = openTrail();
  const walk = (node: PdfValue | undefined): void => {
    pass(node);
    const about = objects.dictionary(node);
    for (const [name, value] of objects.pairs(about.get("Names")))
      if (typeof name === "string") found.set(name, value);
    for (const kid of objects.list(about.get("Kids"))) walk(kid);
  };
  const names = catalog.get("Names");
  const dests = names === undefined ? undefined : objects.dictionary(names).get("Dests");
  if (dests !== undefined) walk(dests);
  return found;
}

type OutlineItem = { readonly title: string; readonly to: PdfValue | undefined };

/** In the order in which they are listed, those below an item behind it. */
export function outlineItems(objects: PdfObjects, catalog: PdfDictionary): readonly OutlineItem[] {
  const found: OutlineItem[] = [];
  const pass = openTrail();
  const walk = (first: PdfValue | undefined): void => {
    for (let item = first; item !== undefined; ) {
      pass(item);
      const about: PdfDictionary = objects.dictionary(item);
      const action = about.get("A");
      const to =
        about.get("Dest") ?? (action === undefined ? undefined : objects.dictionary(action).get("D"));
      found.push({
        title: textString(objects.value(about.get("Title"))) ?? "",
        to: typeof to === "string" ? to : objects.value(to),
      });
      walk(about.get("First"));
      item = about.get("Next");
    }
  };
  const root = catalog.get("Outlines");
  if (root !== undefined) walk(objects.dictionary(root).get("First"));
  return found;
}

/** For a walk from object to object: throws where it comes to one again, as what leads back to itself has no end. */
function openTrail(): (value: PdfValue | undefined) => void {
  const passed = new Set<number>();
  return (value) => {
    if (!(value instanceof PdfReference)) return;
    if (passed.has(value.object)) throw new PdfFault(`object ${value.object}`);
    passed.add(value.object);
  };
}
