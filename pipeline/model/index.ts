/** The document, and the formats it is written in: plain readonly data. Imports nothing. */
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
export { isOutputFormat, type OutputFormat, outputFormats } from "./output-format.ts";
export {
  type Align,
  type Face,
  faces,
  type PageStyle,
  type TableStyle,
  type TextStyle,
  type Theme,
} from "./theme.ts";
