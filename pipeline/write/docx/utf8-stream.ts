/**
 * XML, piece by piece → its bytes. A report of a thousand projects has 80 MB of it: joined to one text, it would be
 * twice as long there, as a few of its characters are Han, and be read once more to become bytes.
 */

export type XmlSink = {
  readonly put: (text: string) => void;
  readonly repeat: (piece: Piece) => void;
};

/** What recurs by the hundred thousand, such as the beginning of a cell: its bytes are made once. */
export type Piece = { readonly text: string; readonly bytes: Uint8Array };

export function pieceOf(text: string): Piece {
  return { text, bytes: new TextEncoder().encode(text) };
}

export type Utf8Stream = XmlSink & {
  /** What was put since this was last called; good until something else is put. */
  readonly take: () => Uint8Array;
};

/** One for many texts. */
export function openUtf8Stream(): Utf8Stream {
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  const putBeyondAscii = (codePoint: number) => {
    if (codePoint < 0x800) bytes[end++] = 0xc0 | (codePoint >> 6);
    else {
      if (codePoint < 0x10000) bytes[end++] = 0xe0 | (codePoint >> 12);
      else {
        bytes[end++] = 0xf0 | (codePoint >> 18);
        bytes[end++] = 0x80 | ((codePoint >> 12) & 0x3f);
      }
      bytes[end++] = 0x80 | ((codePoint >> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (codePoint & 0x3f);
  };
  const makeRoom = (length: number) => {
    const needed = end + length;
    if (needed <= bytes.length) return;
    const larger = new Uint8Array(2 * needed);
    larger.set(bytes);
    bytes = larger;
  };
  return {
    repeat: ({ bytes: piece }) => {
      makeRoom(piece.length);
      if (piece.length > shortPiece) bytes.set(piece, end);
      else for (let at = 0; at < piece.length; at += 1) bytes[end + at] = piece[at] ?? 0;
      end += piece.length;
    },
    put: (text) => {
      makeRoom(mostBytes * text.length);
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        if (unit < 0x80) bytes[end++] = unit;
        else if (unit < 0xd800 || unit > 0xdfff) putBeyondAscii(unit);
        else {
          const codePoint = text.codePointAt(at) ?? 0;
          const paired = codePoint > 0xffff;
          putBeyondAscii(paired ? codePoint : replacement);
          if (paired) at += 1;
        }
      }
    },
    take: () => {
      const taken = bytes.subarray(0, end);
      end = 0;
      return taken;
    },
  };
}

/** What is written, as text: for those who must look at it. */
export function writtenText(write: (xml: XmlSink) => void): string {
  let text = "";
  const put = (piece: string) => {
    text += piece;
  };
  write({ put, repeat: (piece) => put(piece.text) });
  return text;
}

/** Up to here it takes longer to call `set` than to copy byte by byte. */
const shortPiece = 16;

/** Of a UTF-16 code unit; half of a pair takes two. */
const mostBytes = 3;

/** What stands for half of a pair, as in every encoder. */
const replacement = 0xfffd;
