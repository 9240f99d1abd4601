/** The blocks of a document, part by part → the same with their styles, spans placed and widths in points. */
export { applySize, mostSmaller, tightVariantOf } from "./apply-size.ts";
export {
  type DocumentHead,
  headingStylesOf,
  openResolver,
  type Resolver,
  type SectionHead,
  sectionGeometry,
} from "./open-resolver.ts";
export { type Nesting, plainText } from "./resolve-blocks.ts";
export { resolveWidths, typeArea } from "./resolve-geometry.ts";
export type {
  ContentsEntry,
  DocumentFrame,
  HeadingStyles,
  NamedTextStyle,
  PageGeometry,
  ResolvedBlock,
  ResolvedCell,
  ResolvedContents,
  ResolvedParagraph,
  ResolvedTable,
  SectionFrame,
} from "./resolved.ts";
export { keyOfKind, type SharesOf, settledShares } from "./settled-shares.ts";
