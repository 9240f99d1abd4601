/** Heading ids → bookmark names and numbers, the same on every run: docx's own come from a counter of the process. */
import type { ResolvedDocument } from "../../resolve/index.ts";

export type Bookmark = { readonly name: string; readonly id: number };

/** Every heading's bookmark, by heading id, numbered in the order of the document. */
export function nameBookmarks(document: ResolvedDocument): ReadonlyMap<string, Bookmark> {
  const bookmarks = new Map<string, Bookmark>();
  const taken = new Set<string>();
  for (const section of document.sections)
    for (const block of section.blocks) {
      if (block.kind !== "paragraph" || block.heading === undefined) continue;
      const name = freeName(block.heading.id, taken);
      taken.add(name);
      bookmarks.set(block.heading.id, { name, id: bookmarks.size + 1 });
    }
  return bookmarks;
}

// Word allows 40 letters, digits and underscores; `_Toc` and digits is what it writes itself, and hides.
function freeName(headingId: string, taken: ReadonlySet<string>): string {
  let number = hash(headingId) % 1_000_000_000;
  while (taken.has(nameOf(number))) number = (number + 1) % 1_000_000_000;
  return nameOf(number);
}

function nameOf(number: number): string {
  return `_Toc${String(number).padStart(9, "0")}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
