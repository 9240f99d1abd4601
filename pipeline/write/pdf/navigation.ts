/** Where headings stand → named destinations, the contents entries that link to them, and the outline. */
import type { LaidFrame, LaidHeading, LaidLine, PageItem } from "../../layout/index.ts";
import type { Destination, OutlineEntry } from "./pdfmake-engine.ts";

export type Destinations = {
  readonly on: (page: number) => readonly Destination[];
  /** The name of a heading's place. @throws where there is no such heading: our own mistake. */
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
};

/** One link for each line of a contents entry, from its text to its page number. */
export function linksIn(items: readonly PageItem[]): readonly HeadingLink[] {
  return items.flatMap((item) =>
    item.kind === "contents-entry" ? item.lines.flatMap((line) => linkOver(line, item.entry.id)) : [],
  );
}

function linkOver({ top, height, runs }: LaidLine, heading: string): readonly HeadingLink[] {
  const first = runs[0];
  if (first === undefined) return [];
  const right = Math.max(...runs.map((run) => run.x + run.width));
  return [{ x: first.x, y: top, width: right - first.x, height, heading }];
}

/** In reading order, each heading below the last one of a smaller level. */
export function outlineOf({ headings }: LaidFrame): readonly OutlineEntry[] {
  return nest(
    headings.map((heading) => ({
      level: heading.level,
      title: titleOf(heading),
      page: heading.page,
      top: heading.top,
    })),
  );
}

type FlatEntry = Omit<OutlineEntry, "entries"> & { readonly level: number };

function titleOf({ content }: LaidHeading): string {
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
