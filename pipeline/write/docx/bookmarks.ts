/** Heading ids → bookmark names and numbers, the same on every run: docx's own come from a counter of the process. */
import type { LaidPart } from "../../layout/index.ts";

export type Bookmark = { readonly name: string; readonly id: number };

/**
 * The bookmark's name, by the heading's id alone, so that a contents entry can name a heading of any part. Word allows
 * 40 letters, digits and underscores; `_Toc` and digits is what it writes itself, and hides. Of 64 bits two alike are
 * not to be expected.
 */
export function bookmarkName(headingId: string): string {
  return `_Toc${hash(headingId).toString().padStart(20, "0")}`;
}

/** More headings than a part has; Word's numbers end at 2³¹, which leaves room for half a million parts. */
const mostInPart = 1 << 12;

/** Hands out the bookmarks of a part in order; the numbers of different parts never meet. */
export function openBookmarks({ ordinal }: Pick<LaidPart, "ordinal">): (headingId: string) => Bookmark {
  let id = ordinal * mostInPart;
  return (headingId) => {
    id += 1;
    if (id >= (ordinal + 1) * mostInPart) throw new Error(`a part has more than ${mostInPart} headings`);
    return { name: bookmarkName(headingId), id };
  };
}

/** FNV-1a, 64 bits. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value;
}
