/** A delimited text or JSON, and what becomes of some of its cells → the same bytes but for those. */
import { encodeGb18030 } from "./encode-gb18030.ts";
import { decodeText, type Encoding } from "./encoding.ts";
import { type Separator, separateText } from "./separator.ts";
import type { Source } from "./source.ts";
import { repeatsOf, spansOf, type TextPlace } from "./text-spans.ts";

export type CellChange = {
  readonly at: TextPlace;
  /** The cell's whole text as it should be; the same if there is nothing to change. */
  readonly correct: (text: string) => string;
  /** Whether another row of the table may repeat the cell. */
  readonly mayRepeat?: (row: number) => boolean;
};

export type ChangedCell = {
  readonly at: TextPlace;
  /** The place that was given: another one if the cell only repeats what stands there. */
  readonly given: TextPlace;
  readonly before: string;
  readonly after: string;
};

export type Rewritten = {
  /** Each cell once, in the order of the file. */
  readonly changed: readonly ChangedCell[];
  readonly bytes: Uint8Array;
};

/**
 * With each cell those beside it in its column that repeat it. Undefined of a workbook, and of a text that would not be
 * the same bytes if it were written back unchanged.
 */
export function replaceCells(source: Source, given: readonly CellChange[]): Rewritten | undefined {
  if (source.opened !== undefined) return undefined;
  const decoded = decodeText(source.bytes, source.forced?.encoding);
  if (decoded.kind !== "text") return undefined;
  const { text, encoding } = decoded;
  const mark = markOf(source.bytes, encoding.name);
  const encode = (whole: string) => Buffer.concat([mark, encodeAs(whole, encoding.name)]);
  if (!encode(text).equals(source.bytes)) return undefined;
  const repeated = repeatsOf(source, text, given);
  const changes = given.flatMap((change) => [
    { ...change, given: change.at },
    ...repeated(change.at).map((at) => ({ ...change, at, given: change.at })),
  ]);
  const spans = spansOf(source, text, changes);
  const separator = separateText(text, source.forced?.separator).separator.character;
  const cells = new Map<number, Edit>();
  for (const [index, { at, given: meant, correct }] of changes.entries()) {
    const span = spans[index];
    if (span === undefined) continue;
    const written = cells.get(span.from)?.written ?? text.slice(span.from, span.to);
    const cell = at.kind === "json" ? stringIn(written) : cellIn(written, separator);
    if (cell === undefined) continue;
    const after = correct(cell.text);
    if (after === cell.text) continue;
    const before = cells.get(span.from)?.before ?? cell.text;
    cells.set(span.from, { at, given: meant, before, after, to: span.to, written: cell.write(after) });
  }
  const edits = [...cells].toSorted(([one], [other]) => one - other);
  let done = 0;
  let whole = "";
  for (const [from, { to, written }] of edits) {
    whole += text.slice(done, from) + written;
    done = to;
  }
  return {
    changed: edits.map(([, { at, given: meant, before, after }]) => ({ at, given: meant, before, after })),
    bytes: encode(whole + text.slice(done)),
  };
}

type Edit = ChangedCell & { readonly to: number; readonly written: string };

/** What a piece of a file says, and how another text is written in its place. */
type Written = { readonly text: string; readonly write: (text: string) => string };

/** A cell keeps its quotes, and gets some only if it needs them: a comma between tabs needs none. */
function cellIn(written: string, separator: Separator): Written | undefined {
  const inner = /^"((?:[^"]|"")*)"$/su.exec(written)?.[1];
  if (inner !== undefined)
    return { text: inner.replaceAll('""', '"'), write: (text) => `"${text.replaceAll('"', '""')}"` };
  // A formula that keeps Excel from reading a number, or quotes that only some readers take.
  if (written.includes('"')) return undefined;
  return {
    text: written,
    write: (text) =>
      /["\r\n]/u.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text,
  };
}

function stringIn(written: string): Written | undefined {
  if (!written.startsWith('"')) return undefined;
  try {
    return { text: String(JSON.parse(written)), write: (text) => JSON.stringify(text) };
  } catch {
    // A text that is itself JSON inside a JSON text.
    return undefined;
  }
}

function markOf(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  const mark = encodeAs("\uFEFF", encoding);
  return mark.every((byte, index) => bytes[index] === byte) ? mark : new Uint8Array();
}

function encodeAs(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case "UTF-8":
      return Buffer.from(text, "utf8");
    case "UTF-16LE":
      return Buffer.from(text, "utf16le");
    case "UTF-16BE":
      return Buffer.from(text, "utf16le").swap16();
    case "GB18030":
      return encodeGb18030(text);
  }
}
