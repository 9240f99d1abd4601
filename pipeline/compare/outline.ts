/** A change list in sentences, before it is known where it is shown: in Markdown or on a screen. */
import type { FieldChange, LineChange, LinesChange } from "../contracts/index.ts";
import type { Language } from "../diagnostics/index.ts";
import type { ChangeWords } from "./change-words.ts";
import { type MarkedPart, markChanges, shortenAround, shortenEnd } from "./mark-changes.ts";

/** `before` and `after` are the old and the new wording. */
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

export type Say = { readonly words: ChangeWords; readonly language: Language };

/** In characters: longer ones are put one below the other. */
const shortValue = 24;
/** Kept on each side of a change. */
const context = 16;
/** Of a text that came or went. */
export const longest = 160;

/** `lead` precedes the field's name: the indicator, if only one of its fields has changed. */
export function fieldItem(change: FieldChange, say: Say, lead = ""): OutlineItem {
  const { words, language } = say;
  const name = lead + change.label[language];
  const { before, after, lines, unit } = change;
  const single = before?.includes("\n") !== true && after?.includes("\n") !== true;
  if (lines !== undefined && !(single && before !== undefined && after !== undefined))
    return item([name + words.colon], lineItems(lines, words.line, say));
  return valueItem(name, { before, after }, { words, unit });
}

type LineWords = ChangeWords["line"];

export function lineItems(
  { lines, reordered }: LinesChange,
  say: LineWords,
  { words }: Say,
): readonly OutlineItem[] {
  const items = lines.map((change) => lineItem(change, say[change.kind](change.number), words));
  return reordered ? [...items, item([say.reordered])] : items;
}

function lineItem(change: LineChange, name: string, words: ChangeWords): OutlineItem {
  switch (change.kind) {
    case "added":
      return item([name + words.colon, { text: shortenEnd(change.after, longest), mark: "after" }]);
    case "removed":
      return item([name + words.colon, { text: shortenEnd(change.before, longest), mark: "before" }]);
    case "changed":
      return valueItem(name, change, { words });
  }
}

type Values = { readonly before: string | undefined; readonly after: string | undefined };

function valueItem(
  name: string,
  { before, after }: Values,
  { words, unit }: { readonly words: ChangeWords; readonly unit?: string },
): OutlineItem {
  const isShort = [before, after].every(
    (text) => text === undefined || (Array.from(text).length <= shortValue && !text.includes("\n")),
  );
  if (isShort)
    return item([
      name + words.colon,
      { text: before ?? words.blank, mark: "before" },
      " → ",
      { text: after ?? words.blank, mark: "after" },
      ...(unit === undefined ? [] : [` ${unit}`]),
    ]);
  const marked = before === undefined || after === undefined ? undefined : markChanges(before, after);
  const side = (
    text: string | undefined,
    parts: readonly MarkedPart[] | undefined,
    mark: "before" | "after",
  ) => {
    const said = mark === "before" ? words.was : words.is;
    if (text === undefined) return item([said + words.colon, words.blank]);
    return item([said + words.colon, ...spansOf(text, parts, { words, mark })]);
  };
  return item(
    [name + words.colon],
    [side(before, marked?.before, "before"), side(after, marked?.after, "after")],
  );
}

function spansOf(
  text: string,
  parts: readonly MarkedPart[] | undefined,
  { words, mark }: { readonly words: ChangeWords; readonly mark: "before" | "after" },
): readonly Span[] {
  // Where nothing was kept there is no change to point at.
  if (parts === undefined || !parts.some(({ changed }) => !changed))
    return [{ text: shortenEnd(text, longest), mark }];
  const [open, close] = words.quote;
  return shortenAround(parts, context).map((part) =>
    part.changed ? { text: `${open}${shortenEnd(part.text, longest)}${close}`, mark } : { text: part.text },
  );
}
