/** Laid pages → the bytes of a PDF. */
export { writePdf } from "./write-pdf.ts";
