/** A row of headers while its columns are matched: the headers, the cells below them, the fields they name. */
import type { Place } from "../diagnostics/index.ts";
import type { HeaderMatch } from "./match-header.ts";

export type Header = {
  readonly index: number;
  readonly text: string;
  /** What is matched: the text, with what a banner above it adds. */
  readonly meaning: string;
  readonly at: Place;
};

export type HeaderRow = {
  readonly headers: readonly Header[];
  /** The cells below a header, by its index. */
  readonly values: (index: number) => Iterable<string>;
};

export type MatchedColumn = HeaderMatch & { readonly header: Header };

/** indicators: the rows are the indicators of one project and nothing else. */
export type RowKind = "rows" | "indicators";

/** The same key of every object in a JSON list is one header. */
export function onceKey({ at, index, text }: Header): string {
  return at.kind === "json"
    ? `${at.file} ${at.pointer.replace(/\d+/gu, "#")}`
    : `${"file" in at ? at.file : ""} ${index} ${text}`;
}
