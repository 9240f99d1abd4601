/** A change list in sentences, before it is known where they are shown: in Markdown or on a screen. */

/** `before` and `after` are what was said and what is said now. */
export type Span = { readonly text: string; readonly mark?: "before" | "after" };

export type OutlineItem = { readonly spans: readonly Span[]; readonly items: readonly OutlineItem[] };

export type OutlineSection = { readonly title: string; readonly items: readonly OutlineItem[] };

export type OutlineTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type Outline = {
  readonly title: string;
  /** How much has changed, in one sentence. */
  readonly summary: string;
  readonly totals: OutlineTable;
  readonly sections: readonly OutlineSection[];
};

export function item(spans: readonly (Span | string)[], items: readonly OutlineItem[] = []): OutlineItem {
  return { spans: spans.map((span) => (typeof span === "string" ? { text: span } : span)), items };
}
