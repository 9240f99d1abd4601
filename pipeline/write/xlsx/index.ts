/** Tables with typed cells → the bytes of a workbook to compute with. */
export { type Worksheet, type WorksheetCell, type WorksheetColumn, writeWorkbook } from "./write-workbook.ts";
