/** Document → resolved document: styles applied, spans placed, widths in points, numbers given. */
export type {
  ContentsEntry,
  NamedTextStyle,
  PageGeometry,
  ResolvedBlock,
  ResolvedCell,
  ResolvedContents,
  ResolvedDocument,
  ResolvedParagraph,
  ResolvedSection,
  ResolvedTable,
} from "./resolved.ts";
