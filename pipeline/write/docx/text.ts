/** Inline content → runs that Word opens and shows as written. */
import type { Inline } from "../../model/index.ts";
import { type RunLook, sameRunLook } from "./text-look.ts";
import { escapeXml, xml } from "./xml.ts";

/** The character style of bold stretches in a style that is not bold. */
export const strongId = "Strong";

/** What all runs of a paragraph share. */
export type RunStyle = {
  /** The paragraph's style is bold already. */
  readonly bold: boolean;
  /** What they say themselves. */
  readonly own?: RunLook;
};

/** Lines that the text is broken into stay one run, as Word writes them, while they look alike. */
export function writeInlines(content: readonly Inline[], { bold, own = sameRunLook }: RunStyle): string {
  const [only, ...others] = content;
  // As most are: a cell in one line.
  if (only?.kind === "text" && others.length === 0 && only.text !== "")
    return writeRun(only.text, { strong: only.bold && !bold, own });
  let runs = "";
  let properties = "";
  let inside = "";
  const close = () => {
    if (inside !== "") runs += inRun(properties, inside);
    inside = "";
  };
  for (const inline of content) {
    if (inline.kind === "break") {
      inside += "<w:br/>";
      continue;
    }
    const words = writeWords(inline.text);
    if (words === "") continue;
    const next = runProperties(inline.text, { strong: inline.bold && !bold, own });
    if (next !== properties) close();
    properties = next;
    inside += words;
  }
  close();
  return runs;
}

type RunProperties = { readonly strong: boolean; readonly own: RunLook };

/** One run of text; tabs and line breaks become their elements. */
export function writeRun(text: string, look: RunProperties = plainRun): string {
  return inRun(runProperties(text, look), writeWords(text));
}

const plainRun: RunProperties = { strong: false, own: sameRunLook };

function runProperties(text: string, { strong, own }: RunProperties): string {
  const isHinted = isAmbiguous(text);
  if (!strong && own === sameRunLook) return isHinted ? hint : "";
  const style = strong ? `<w:rStyle w:val="${strongId}"/>` : "";
  const fonts = isHinted ? { ...eastAsia, ...own.fonts } : own.fonts;
  // A weight of its own would hide that of the style.
  const weight = strong ? "" : own.weight;
  const named = Object.keys(fonts).length === 0 ? "" : xml("w:rFonts", fonts);
  return style + named + weight + own.spacing + own.size;
}

const eastAsia = { "w:hint": "eastAsia" };
const hint = xml("w:rFonts", eastAsia);

function writeWords(text: string): string {
  if (text !== "" && !needsCare.test(text)) return `<w:t>${text}</w:t>`;
  return toXmlText(text)
    .split(/([\t\n])/u)
    .map(writePiece)
    .join("");
}

// Most cells hold nothing to clean, escape or split, and no space to keep, and one test shows it.
const needsCare = /^ | $| {2}|[^ !#-%(-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/;

function inRun(properties: string, content: string): string {
  return properties === "" ? `<w:r>${content}</w:r>` : `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
}

function writePiece(piece: string): string {
  if (piece === "\t") return "<w:tab/>";
  if (piece === "\n") return "<w:br/>";
  return piece === "" ? "" : `<w:t${keptSpaces.test(piece) ? preserve : ""}>${escapeXml(piece)}</w:t>`;
}

/** Word drops these unless told not to; said of every run, it would be a tenth of the file. */
const keptSpaces = /^ | $| {2}/;
const preserve = ' xml:space="preserve"';

/** Without what XML cannot hold: Word will not open a file with U+FFFE in it. */
export function toXmlText(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD");
}

// Quotation marks, dashes, ≥, × and their like are in Latin and in Han fonts; without the hint Word takes
// the Latin ones, half as wide (ECMA-376 part 1, 17.3.2.26).
function isAmbiguous(text: string): boolean {
  return /[\u00a1-\u00bf\u00d7\u00f7\u0250-\u2dff]/u.test(text);
}
