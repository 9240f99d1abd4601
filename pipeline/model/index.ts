/** The document: plain readonly data. Imports nothing. */
export type {
  Block,
  Cell,
  Contents,
  Document,
  Heading,
  Inline,
  Paragraph,
  Row,
  Section,
  Table,
} from "./document.ts";
export {
  type Align,
  type Face,
  faces,
  type PageStyle,
  type TableStyle,
  type TextStyle,
  type Theme,
} from "./theme.ts";
