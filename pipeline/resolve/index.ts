/** Document → resolved document: styles applied, spans placed, widths in points, numbers given. */

export { resolveDocument } from "./resolve-document.ts";
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
