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
    readonly id: number;
    readonly data: {
      PageLabels?: object;
      MarkInfo?: PdfkitReference;
      StructTreeRoot?: PdfkitObject;
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
  /** An entry a number that was given out, so that the last number is its length. */
  readonly _offsets: (number | null)[];
  readonly _id: Uint8Array;
  readonly _info: PdfkitReference;
  _addInfo(): void;
  /** The claim to PDF/A, for the XMP packet. */
  _getPdfaid(): string;
  appendXML(xml: string): void;
  /** Called with an object line by line: its head, its dictionary, what it has of a stream, its end. */
  _write(line: string | Uint8Array): void;
  /** Called once an object is written. */
  _refEnd(reference: PdfkitReference): void;
  /** Called once all objects are written. */
  _finalize(): void;
  end(): void;
};

/** An object that others write: pdfkit prints what it does not know as its text, and ends it with the document. */
export type PdfkitObject = { readonly [Symbol.toStringTag]: string; toString(): string; end(): void };

/** An indirect object: text is written a character a byte, and a stream is deflated unless it is already. */
export type PdfkitReference = {
  readonly id: number;
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
