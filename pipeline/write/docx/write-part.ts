/** A laid part → its stretch of `word/document.xml`, deflated: independent of all other parts. */
import type { LaidPart } from "../../layout/index.ts";
import type { DocumentFrame } from "../../resolve/index.ts";
import { openBookmarks } from "./bookmarks.ts";
import { sectionEndMark, writeFlow } from "./flow.ts";
import { type PartStyles, trackStyles } from "./style-sheet.ts";
import { deflateStretch } from "./zip.ts";

export type WrittenDocxPart = {
  /** JSON, for `joinDocx` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutDocxPart = {
  readonly crc: number;
  readonly size: number;
  readonly styles: PartStyles;
  /** The text after the place where the section may end; absent if the part ends in a table. */
  readonly after?: string;
};

/** Equal parts give equal bytes in any document. */
export function openDocxParts(document: DocumentFrame): (part: LaidPart) => WrittenDocxPart {
  return (part) => {
    const styles = trackStyles(document);
    const text = [...writeFlow(part, { styles, bookmarkOf: openBookmarks(part) })].join("");
    const end = text.lastIndexOf(sectionEndMark);
    const { bytes, crc, size } = deflateStretch(end < 0 ? text : text.slice(0, end));
    const after = end < 0 ? undefined : text.slice(end + sectionEndMark.length);
    const about: AboutDocxPart = { crc, size, styles: styles.soFar(), after };
    return { about: JSON.stringify(about), bytes };
  };
}
