// The part of pdfmake 0.3.11 that its own Printer draws on. It is CommonJS with `__esModule`: Node hands over
// `{ default }`, bundlers and vitest the class itself.
declare module "pdfmake/js/PDFDocument.js" {
  type Parts = import("./pdfmake-parts.ts").Parts;
  const PDFDocument: Parts["PDFDocument"] | { readonly default: Parts["PDFDocument"] };
  export = PDFDocument;
}
