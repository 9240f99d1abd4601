/** Resolved document → pages: line breaks, row heights, page breaks and page numbers, once for both formats. */
export type { Font, FontBook, FontChains, FontSource } from "./font-book.ts";
export { openFonts } from "./font-book.ts";
export { type FontFace, readFontFaces } from "./font-file.ts";
export { type FontRole, roleOf } from "./font-roles.ts";
export type {
  Anchor,
  LaidCell,
  LaidContentsEntry,
  LaidDocument,
  LaidLine,
  LaidParagraph,
  LaidRun,
  LaidTable,
  LaidText,
  Page,
  PageItem,
} from "./laid.ts";
export { layOut } from "./lay-out.ts";
