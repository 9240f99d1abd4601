/** Where headings and page numbers stand → named destinations, links, outline and page labels. */
import type { LaidContentsEntry, LaidFrame, LaidHeading, PageFrame } from "../../layout/index.ts";
import type { SectionFrame } from "../../resolve/index.ts";
import type { Destination, LabelRange, OutlineEntry } from "./pdfmake-engine.ts";

export type Destinations = {
  readonly on: (page: number) => readonly Destination[];
  /** The name of a heading's place. @throws if there is no such heading: our own mistake. */
  readonly nameOf: (headingId: string) => string;
};

export function destinationsOf({ headings }: LaidFrame): Destinations {
  const names = new Map<string, string>();
  const byPage = new Map<number, Destination[]>();
  for (const { id, page, top } of headings) {
    // pdfkit sorts names as a dictionary would, readers search them byte by byte: digits of one length sort alike.
    const name = String(names.size).padStart(6, "0");
    names.set(id, name);
    const onPage = byPage.get(page);
    if (onPage === undefined) byPage.set(page, [{ name, top }]);
    else onPage.push({ name, top });
  }
  return {
    on: (page) => byPage.get(page) ?? [],
    nameOf: (headingId) => {
      const name = names.get(headingId);
      if (name === undefined) throw new Error(`no place is known of heading "${headingId}"`);
      return name;
    },
  };
}

/** A rectangle in points from the sheet's top left corner, and the heading that it leads to. */
export type HeadingLink = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly heading: string;
  /** What a reader aloud says of it. */
  readonly text: string;
  /** The number of its element in the part. */
  readonly element: number;
};

/** One link for each line of a contents entry, from its text to its page number. */
export function linksOver({ lines, entry }: LaidContentsEntry, element: number): readonly HeadingLink[] {
  return lines.flatMap(({ top, height, runs }) => {
    const first = runs[0];
    if (first === undefined) return [];
    const right = Math.max(...runs.map((run) => run.x + run.width));
    const { id: heading, text } = entry;
    return [{ x: first.x, y: top, width: right - first.x, height, heading, text, element }];
  });
}

/** In reading order, each heading below the last one of a smaller level. */
export function outlineOf({ headings }: LaidFrame): readonly OutlineEntry[] {
  return nest(
    headings.map(({ level, page, top, content }) => ({ level, page, top, title: titleOf(content) })),
  );
}

type FlatEntry = Omit<OutlineEntry, "entries"> & { readonly level: number };

function titleOf(content: LaidHeading["content"]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
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

type Numbered = {
  readonly document: { readonly sections: readonly Pick<SectionFrame, "numbering">[] };
  readonly pages: readonly Pick<PageFrame, "section" | "ordinal">[];
};

/** A new range wherever the count does not simply go on. A cover has no label. */
export function pageLabels({ document, pages }: Numbered): readonly LabelRange[] {
  const labels = pages.map(({ section, ordinal }, page): LabelRange => {
    if (ordinal === undefined) return { page };
    return { page, style: document.sections[section]?.numbering === "roman" ? "R" : "D", start: ordinal };
  });
  return labels.filter((label, page) => !goesOn(labels[page - 1], label));
}

function goesOn(before: LabelRange | undefined, label: LabelRange): boolean {
  if (before === undefined || before.style !== label.style) return false;
  return label.start === undefined || label.start === (before.start ?? 0) + 1;
}
