/** The document, and the formats it is written in: plain readonly data. Imports nothing. */
export { type Comment, openComments, type TakeComments } from "./comment.ts";
export {
  type Align,
  type Block,
  type Cell,
  type ColumnRange,
  type Contents,
  type Document,
  type Face,
  type FontNames,
  faces,
  type Heading,
  type HeadingMark,
  type Inline,
  type PageStyle,
  type Paragraph,
  type Row,
  type Section,
  type Sources,
  type Table,
  type TableKind,
  type TableStyle,
  type TextStyle,
  type Theme,
} from "./document.ts";
export {
  isOutputFormat,
  isPartFormat,
  type OutputFormat,
  outputFormats,
  type PartFormat,
} from "./output-format.ts";
export { charactersOf, hasSelectors, isSelector } from "./selectors.ts";
export {
  type BlockExtent,
  type CellExtent,
  type ParagraphExtent,
  type TableExtent,
  type TableSetting,
  tablesAsDesigned,
} from "./table-setting.ts";
