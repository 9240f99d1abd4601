/** What can be wrong with a file that was read back: each kind is a check of its own. */
export type TablePlace = {
  /** The heading it stands below. */
  readonly under: string;
  readonly table: string;
  /** From 1, as people count. */
  readonly row: number;
  readonly column: number;
};

export type Fault =
  /** No file of its kind, or not all of it. */
  | { readonly kind: "damaged"; readonly what: string; readonly where: string }
  /** Something that another part of the file names, or needs. */
  | { readonly kind: "structure"; readonly what: StructureFault; readonly where: string }
  | { readonly kind: "title"; readonly expected: string; readonly found: string }
  | ({ readonly kind: "cell"; readonly expected: string; readonly found: string } & TablePlace)
  | ({ readonly kind: "span"; readonly expected: string; readonly found: string } & TablePlace)
  | ({ readonly kind: "grid"; readonly expected: string; readonly found: string } & Omit<
      TablePlace,
      "row" | "column"
    >)
  | { readonly kind: "text"; readonly under: string; readonly expected: string; readonly found: string }
  /** Of what stands in `block`. */
  | {
      readonly kind: "comment";
      readonly under: string;
      readonly block: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: "lost" | "extra"; readonly under: string; readonly block: string }
  | { readonly kind: "contents"; readonly entry: string; readonly expected: string; readonly found: string }
  | { readonly kind: "page"; readonly heading: string; readonly expected: string; readonly found: string };

export type StructureFault =
  | "type"
  | "part"
  | "relation"
  | "style"
  | "bookmark"
  | "field"
  | "grid"
  | "font"
  | "tags"
  | "foot"
  | "outline"
  | "place"
  | "header"
  | "active"
  | "hidden"
  | "comment"
  | "watermark";
