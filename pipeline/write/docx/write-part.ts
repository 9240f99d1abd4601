/** A laid part → its stretch of `word/document.xml`, deflated: it depends on nothing that is outside the part. */
import type { LaidPart } from "../../layout/index.ts";
import type { DocumentFrame } from "../../resolve/index.ts";
import { openBookmarks } from "./bookmarks.ts";
import { deflateStretch } from "./deflate.ts";
import { sectionEndMark, writeFlow } from "./flow.ts";
import { type PartStyles, trackStyles } from "./style-sheet.ts";

export type WrittenPart = {
  /** JSON, for `joinDocx` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutPart = {
  readonly crc: number;
  readonly size: number;
  readonly styles: PartStyles;
  /** What stands behind the place where the section may end; absent where the part ends in a table. */
  readonly after?: string | undefined;
};

/** Equal parts give equal bytes, whatever document they are in. */
export function openDocxParts(document: DocumentFrame): (part: LaidPart) => WrittenPart {
  return (part) => {
    const styles = trackStyles(document);
    const text = [...writeFlow(part, { styles, bookmarkOf: openBookmarks(part) })].join("");
    const end = text.lastIndexOf(sectionEndMark);
    const { bytes, crc, size } = deflateStretch(end < 0 ? text : text.slice(0, end));
    const after = end < 0 ? undefined : text.slice(end + sectionEndMark.length);
    const about: AboutPart = { crc, size, styles: styles.soFar(), after };
    return { about: JSON.stringify(about), bytes };
  };
}
