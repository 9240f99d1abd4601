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
  LaidFrame,
  LaidHeading,
  LaidLine,
  LaidParagraph,
  LaidPart,
  LaidRun,
  LaidTable,
  LaidText,
  Page,
  PageFrame,
  PageItem,
} from "./laid.ts";
export { frameOf, headingsOn } from "./laid-headings.ts";
export { layOut } from "./lay-out.ts";
export { type Layout, openLayout } from "./open-layout.ts";
