// The parts of pdfmake 0.3.11 that its own Printer is put together from. They are CommonJS with `__esModule`:
// Node hands over `{ default }`, bundlers and vitest the class itself.
declare module "pdfmake/js/PDFDocument.js" {
  type Parts = import("./pdfmake-parts.ts").Parts;
  const PDFDocument: Parts["PDFDocument"] | { readonly default: Parts["PDFDocument"] };
  export = PDFDocument;
}

declare module "pdfmake/js/LayoutBuilder.js" {
  type Parts = import("./pdfmake-parts.ts").Parts;
  const LayoutBuilder: Parts["LayoutBuilder"] | { readonly default: Parts["LayoutBuilder"] };
  export = LayoutBuilder;
}

declare module "pdfmake/js/Renderer.js" {
  type Parts = import("./pdfmake-parts.ts").Parts;
  const Renderer: Parts["Renderer"] | { readonly default: Parts["Renderer"] };
  export = Renderer;
}
