/** A Word file (.docx) → the texts of its paragraphs, those of tables among them; nothing but the text is looked at. */
import { strFromU8, Unzip, UnzipInflate } from "fflate";

/** Why a file gives no text: it is none of Word's, or more than a person wrote. */
export type WordText =
  | { readonly kind: "text"; readonly paragraphs: readonly string[] }
  | { readonly kind: "no-word-file" | "too-large" };

/** The text of a book of a thousand pages, with its markup, takes less. */
const mostBytes = 32 * 1024 * 1024;
/** Word on the web numbers it. */
const documentName = /^word\/document\d*\.xml$/iu;

/** The archive is inflated as a stream and given up at a limit: sizes in its headers are what somebody wrote there. */
export function readWordText(bytes: Uint8Array): WordText {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let failed = false;
  const unzip = new Unzip((file) => {
    if (!documentName.test(file.name)) return;
    file.ondata = (error, piece) => {
      failed ||= error !== null;
      size += piece?.length ?? 0;
      if (size > mostBytes) file.terminate();
      else if (piece !== undefined) pieces.push(piece);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // A piece that is small enough to inflate to little more than the limit.
    for (let at = 0; at < bytes.length && size <= mostBytes; at += pieceBytes)
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  } catch {
    return { kind: "no-word-file" };
  }
  if (size > mostBytes) return { kind: "too-large" };
  if (failed || size === 0) return { kind: "no-word-file" };
  return { kind: "text", paragraphs: paragraphsOf(joined(pieces, size)) };
}

const pieceBytes = 16 * 1024;

function joined(pieces: readonly Uint8Array[], size: number): string {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return strFromU8(whole);
}

/** Of what was struck out or deleted under revision nothing is read: its text is in another element. */
function paragraphsOf(xml: string): readonly string[] {
  const paragraphs: string[] = [];
  let current = "";
  for (const [tag, text] of xml.matchAll(
    /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:br|cr)(?:\s[^>]*)?\/>|<w:tab\/>|<\/w:p>/gu,
  )) {
    if (text !== undefined) current += unescaped(text);
    else if (tag === "</w:p>") {
      paragraphs.push(current);
      current = "";
    } else current += tag === "<w:tab/>" ? " " : "\n";
  }
  return paragraphs.flatMap((paragraph) => paragraph.split("\n")).filter((line) => line.trim() !== "");
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }),
);

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
