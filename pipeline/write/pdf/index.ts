/** Laid pages → the bytes of a PDF, whole or part by part. */
export { joinPdf } from "./join-pdf.ts";
export { openPdfParts } from "./write-part.ts";
export { writePdf } from "./write-pdf.ts";
