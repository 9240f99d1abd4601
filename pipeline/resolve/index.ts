/** The blocks of a document, part by part → the same with their styles, spans placed and widths in points. */
export {
  type DocumentHead,
  headingStylesOf,
  openResolver,
  type Resolver,
  type SectionHead,
} from "./open-resolver.ts";
export { type Nesting, plainText } from "./resolve-blocks.ts";
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
