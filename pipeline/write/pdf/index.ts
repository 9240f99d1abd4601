/** Laid pages → the bytes of a PDF, part by part. */
export { joinPdf } from "./join-pdf.ts";
export { openPdfParts } from "./write-part.ts";
