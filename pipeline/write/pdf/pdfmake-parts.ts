/** What the inside of pdfmake 0.3.11 and pdfkit 0.19.1 looks like, as far as this folder uses it. */

export type Parts = {
  readonly PDFDocument: new (
    fonts: Record<string, { readonly normal: readonly [Uint8Array] | readonly [Uint8Array, string] }>,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
  ) => PdfkitDocument;
};

export type PdfkitDocument = {
  readonly outline: PdfkitOutline;
  readonly _root: {
    readonly data: {
      PageLabels?: object;
      readonly Pages: PdfkitReference & {
        readonly data: { readonly Kids: PdfkitReference[]; Count: number };
      };
      readonly Names: {
        readonly data: { readonly Dests: { add(name: string, destination: readonly unknown[]): void } };
      };
    };
  };
  /** By name; what `provideFont` opens. */
  readonly fonts: Record<string, { readonly normal: readonly [Uint8Array] | readonly [Uint8Array, string] }>;
  provideFont(name: string, bold: boolean, italics: boolean): PdfkitFont;
  ref(data: object): PdfkitReference;
  _addInfo(): void;
  appendXML(xml: string): void;
  end(): void;
  /** Everything that was written; none of it was read before. */
  read(): Uint8Array | null;
};

/** An indirect object: text is written a character a byte, and a stream is deflated unless it is already. */
export type PdfkitReference = {
  data: object;
  compress: boolean;
  end(content?: string | Uint8Array): void;
};

export type PdfkitOutline = {
  readonly outlineData: { Count?: number; readonly Dest?: unknown[] };
  addItem(title: string, options: object): PdfkitOutline;
};

export type PdfkitFont = {
  /** `F1`, `F2` … */
  readonly id: string;
  readonly name: string;
  /** From font units to thousandths of the size; the fields beside it are in thousandths, `font` in font units. */
  readonly scale: number;
  readonly ascender: number;
  readonly descender: number;
  readonly font: FontkitFont;
  readonly subset: { readonly cff?: object; includeGlyph(glyph: number): number; encode(): Uint8Array };
  /** Its dictionary, which `embed` fills when the document ends if this was ever called. */
  ref(): PdfkitReference;
  embed(): void;
};

type FontkitFont = {
  readonly postscriptName: string;
  readonly characterSet: readonly number[];
  readonly bbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  readonly italicAngle: number;
  readonly ascent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly post: { readonly isFixedPitch: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  readonly "OS/2"?: { readonly sFamilyClass: number };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
};

export type Size = { readonly width: number; readonly height: number };

/** A dictionary without the entries that are not there: pdfkit would write `undefined`. */
export function withoutUndefined(entries: object): object {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

export function ended(reference: PdfkitReference, content?: string | Uint8Array): PdfkitReference {
  reference.end(content);
  return reference;
}
