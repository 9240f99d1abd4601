/** Document → resolved document: styles applied, spans placed, widths in points, numbers given; whole or part by part. */

export type { Nesting } from "./nesting.ts";
export { type DocumentHead, openResolver, type Resolver, type SectionHead } from "./open-resolver.ts";
export { plainText } from "./resolve-blocks.ts";
export { resolveDocument } from "./resolve-document.ts";
export type {
  ContentsEntry,
  DocumentFrame,
  NamedTextStyle,
  PageGeometry,
  ResolvedBlock,
  ResolvedCell,
  ResolvedContents,
  ResolvedDocument,
  ResolvedParagraph,
  ResolvedSection,
  ResolvedTable,
  SectionFrame,
} from "./resolved.ts";
