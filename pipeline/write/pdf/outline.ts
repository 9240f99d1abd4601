/** The headings of a laid document → the nested entries of the PDF outline, with their places. */
import type { LaidFrame, LaidHeading } from "../../layout/index.ts";
import type { OutlineEntry } from "./pdfmake-engine.ts";

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
