/** Where headings stand → named destinations, and the contents entries that link to them. */
import type { LaidDocument, LaidLine, Page } from "../../layout/index.ts";
import type { Destination, Link } from "./pdfmake-engine.ts";

export type Destinations = {
  readonly on: (page: number) => readonly Destination[];
  /** @throws when a contents entry leads to a heading whose place is not known: our own mistake. */
  readonly linksOf: (page: Page) => readonly Link[];
};

export function destinationsOf({ anchors }: LaidDocument): Destinations {
  const names = new Map<string, string>();
  const byPage = new Map<number, Destination[]>();
  for (const [id, { page, top }] of anchors) {
    // pdfkit sorts names as a dictionary would, readers search them byte by byte: digits of one length sort alike.
    const name = String(names.size).padStart(6, "0");
    names.set(id, name);
    const onPage = byPage.get(page);
    if (onPage === undefined) byPage.set(page, [{ name, top }]);
    else onPage.push({ name, top });
  }
  return { on: (page) => byPage.get(page) ?? [], linksOf: (page) => linksOf(page, names) };
}

/** One link for each line of a contents entry, from its text to its page number. */
function linksOf({ items }: Page, names: ReadonlyMap<string, string>): readonly Link[] {
  return items.flatMap((item) => {
    if (item.kind !== "contents-entry") return [];
    const to = names.get(item.entry.id);
    if (to === undefined) throw new Error(`no place is known of heading "${item.entry.id}"`);
    return item.lines.flatMap((line) => linkOver(line, to));
  });
}

function linkOver({ top, height, runs }: LaidLine, to: string): readonly Link[] {
  const first = runs[0];
  if (first === undefined) return [];
  const right = Math.max(...runs.map((run) => run.x + run.width));
  return [{ x: first.x, y: top, width: right - first.x, height, to }];
}
