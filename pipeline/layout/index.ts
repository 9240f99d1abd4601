/** Resolved blocks → pages: line breaks, row heights, page breaks and page numbers, once for both formats. */
export { joiningSigns } from "./clusters.ts";
export { type Font, type FontBook, type FontChains, type FontSource, openFonts } from "./font-book.ts";
export { type FontFace, readFontFaces } from "./font-file.ts";
export { type FontRole, roleOf } from "./font-roles.ts";
export {
  type FlowBlock,
  type FlowCell,
  type FlowContents,
  type FlowContentsEntry,
  type FlowEntryLine,
  type FlowParagraph,
  type FlowRow,
  type FlowTable,
  type FlowText,
  headingsOn,
  type LaidBlocks,
  type LaidCell,
  type LaidContentsEntry,
  type LaidFrame,
  type LaidHeading,
  type LaidLine,
  type LaidParagraph,
  type LaidPart,
  type LaidRun,
  type LaidTable,
  type LaidText,
  type PageFrame,
  type PageItem,
} from "./laid.ts";
export { contentsHang } from "./lay-contents.ts";
export { type Layout, openLayout } from "./open-layout.ts";
export { beginsCount } from "./page-numbers.ts";
export { type OpenWatermark, openWatermark, watermarkOpacity } from "./place-watermark.ts";
export { settleTables } from "./settle-tables.ts";
