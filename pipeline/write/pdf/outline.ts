/** The headings of a laid document → the nested entries of the PDF outline, with their places. */
import type { LaidDocument, LaidText, PageItem } from "../../layout/index.ts";
import type { OutlineEntry } from "./pdfmake-engine.ts";

/** In reading order, each heading below the last one of a smaller level. @throws when the place of one is not known. */
export function outlineOf(laid: LaidDocument): readonly OutlineEntry[] {
  return nest(
    laid.pages.flatMap(({ items }) => items.flatMap((item) => flatEntry(item, laid.anchors) ?? [])),
  );
}

type FlatEntry = Omit<OutlineEntry, "entries"> & { readonly level: number };

function flatEntry(item: PageItem, anchors: LaidDocument["anchors"]): FlatEntry | undefined {
  // A heading that runs on to the next page is listed once.
  if (item.kind !== "text" || !item.part.first || item.source.heading === undefined) return undefined;
  const { level, id } = item.source.heading;
  const anchor = anchors.get(id);
  if (anchor === undefined) throw new Error(`no place is known of heading "${id}"`);
  const { page, top } = anchor;
  return { level, title: titleOf(item), page, top };
}

function titleOf({ source }: LaidText): string {
  return source.content.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
}

function nest(flat: readonly FlatEntry[]): readonly OutlineEntry[] {
  type Open = Omit<OutlineEntry, "entries"> & { readonly level: number; readonly entries: OutlineEntry[] };
  const top: OutlineEntry[] = [];
  const open: Open[] = [];
  for (const entry of flat) {
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const { level, ...place } = entry;
    const entries: OutlineEntry[] = [];
    (open.at(-1)?.entries ?? top).push({ ...place, entries });
    open.push({ ...place, level, entries });
  }
  return top;
}
