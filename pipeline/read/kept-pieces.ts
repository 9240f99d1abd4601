/** A text with separators → its records; a process that stays takes apart only the lines that were edited. */
import type { Separator } from "./separator.ts";

export type CellsOfRecords = readonly (readonly string[])[];
export type TakeApart = (text: string, separator: Separator) => CellsOfRecords;

/** Some records, and the text of them; but for the last piece of a text it ends with a line. */
type Piece = { readonly text: string; readonly records: CellsOfRecords };

/** Of texts, one after the other, of which those at both ends of an edit have the very same records as before. */
export function keepPieces(takeApart: TakeApart, least = pieceLength): TakeApart {
  let before: { readonly separator?: Separator; readonly pieces: readonly Piece[] } = { pieces: [] };
  return (text, separator) => {
    const known = before.separator === separator ? before.pieces : [];
    before = { pieces: [] };
    try {
      const { head, between, tail } = compare(text, known);
      // A slice of a text would keep the whole of it.
      const made = cut(between, least).map((one) => ({
        text: copyOf(one),
        records: takeApart(one, separator),
      }));
      const pieces = [...head, ...made, ...tail];
      before = { separator, pieces };
      return pieces.flatMap(({ records }) => records);
    } catch {
      // An error counts the records before its own.
      return takeApart(text, separator);
    }
  };
}

/** The pieces that a text begins and ends with, and what is between them. */
function compare(text: string, known: readonly Piece[]) {
  let [first, from] = [0, 0];
  for (const piece of known) {
    if (!text.startsWith(piece.text, from)) break;
    const end = from + piece.text.length;
    // The last line of all may go on now.
    if (!piece.text.endsWith("\n") && end < text.length) break;
    [first, from] = [first + 1, end];
  }
  let [last, to] = [known.length, text.length];
  for (const piece of known.slice(first).reverse()) {
    const start = to - piece.text.length;
    if (start < from || !text.startsWith(piece.text, start)) break;
    [last, to] = [last - 1, start];
  }
  const between = text.slice(from, to);
  const head = known.slice(0, first);
  // Within quotes a line ends no record.
  const isApart = between === "" || (between.endsWith("\n") && count(between, '"') % 2 === 0);
  return isApart ? { head, between, tail: known.slice(last) } : { head, between: text.slice(from), tail: [] };
}

/** Characters of a piece, at least. */
const pieceLength = 32_768;

function cut(text: string, least: number): readonly string[] {
  const pieces: string[] = [];
  let [start, counted, quotes] = [0, 0, 0];
  for (let end = text.indexOf("\n", least); end >= 0; ) {
    quotes += count(text.slice(counted, end), '"');
    counted = end;
    const isWhole = quotes % 2 === 0;
    if (isWhole) {
      pieces.push(text.slice(start, end + 1));
      start = end + 1;
    }
    end = text.indexOf("\n", isWhole ? start + least : end + 1);
  }
  return start < text.length ? [...pieces, text.slice(start)] : pieces;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}

function copyOf(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
