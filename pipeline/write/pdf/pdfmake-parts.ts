/** What the inside of pdfmake 0.3.11 and pdfkit 0.19.1 looks like, as far as `pdfmake-engine.ts` uses it. */
import type { Watermark } from "pdfmake/interfaces.js";

export type Parts = {
  readonly PDFDocument: new (
    fonts: Readonly<
      Record<string, { readonly normal: readonly [Uint8Array] | readonly [Uint8Array, string] }>
    >,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
  ) => PdfkitDocument;
  readonly LayoutBuilder: new (
    size: Size,
    margins: object,
    svg: undefined,
  ) => {
    /** Further arguments: background, header, footer, watermark. */
    layoutDocument(
      content: SettledContent[],
      document: PdfkitDocument,
      styles: object,
      defaultStyle: object,
      ...repeated: readonly [undefined, undefined, undefined, Watermark | undefined]
    ): readonly object[];
  };
  readonly Renderer: new (document: PdfkitDocument) => { renderPages(pages: readonly object[]): void };
};

export type PdfkitDocument = AsyncIterable<Uint8Array> & {
  readonly outline: PdfkitOutline;
  readonly _root: { readonly data: { PageLabels?: object } };
  provideFont(name: string, bold: boolean, italics: boolean): PdfkitFont;
  addNamedDestination(name: string, kind: "XYZ", left: number, top: number, zoom: null): void;
  goTo(x: number, y: number, width: number, height: number, name: string): void;
  fill(colour: string): PdfkitDocument;
  fillColor(colour: string): PdfkitDocument;
  _addInfo(): void;
  appendXML(xml: string): void;
  end(): void;
};

export type PdfkitOutline = {
  readonly outlineData: { Count?: number; readonly Dest?: unknown[] };
  addItem(title: string, options: object): PdfkitOutline;
};

export type GlyphPosition = {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
};

export type PdfkitFont = {
  readonly name: string;
  readonly scale: number;
  readonly font: {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
  };
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  layout(text: string): { readonly advanceWidth: number };
  encode(text: string): readonly [codes: readonly string[], positions: readonly GlyphPosition[]];
};

export type Size = { readonly width: number; readonly height: number };

type Position = { readonly x: number; readonly y: number };

/** The content of a settled page; narrower than pdfmake's own types, since it takes misspelt attributes in silence. */
export type SettledContent =
  | {
      readonly text: string;
      readonly font: string;
      readonly fontSize: number;
      readonly characterSpacing: number;
      readonly absolutePosition: Position;
    }
  | {
      readonly canvas: readonly [
        { readonly type: "path"; readonly d: string; readonly lineWidth: number; readonly lineCap: "square" },
      ];
      readonly absolutePosition: Position;
    };
