/** Styled text → clusters: one character each, with its font, width and line-breaking class (UAX 14, CLREQ 3.1). */
import type { Inline } from "../model/index.ts";
import type { NamedTextStyle } from "../resolve/index.ts";
import type { FontBook } from "./font-book.ts";

/**
 * han: breaks on either side; latin: breaks only against other classes; open, close: CLREQ's marks that may not
 * end, or not start, a line; prefix: ≥ and its like, kept with the number after it; pair: half of —— or ……;
 * space: a break opportunity that vanishes at a line's end.
 */
export type BreakClass = "han" | "latin" | "open" | "close" | "prefix" | "pair" | "space" | "newline";

export type Cluster = {
  readonly text: string;
  readonly breakClass: BreakClass;
  readonly font: string;
  readonly bold: boolean;
  /** pt */
  readonly width: number;
  /** Gap to the next character between Han and Latin, pt; counts when lines are broken. */
  readonly gap: number;
  /**
   * What the next character moves in where two marks meet, pt (CLREQ: ）， take one and a half em together).
   * It does not count when lines are broken, so that an engine that does not squeeze breaks them alike.
   */
  readonly squeeze: number;
};

/** A character that no font of the book has. */
export type MissingGlyph = (missing: { readonly codePoint: number; readonly context: string }) => void;

const opening = new Set("（〔［｛《〈「『【“‘([{<〖〘〚");
const closing = new Set("）〕］｝》〉」』】”’〗〙〛、，。；：！？．％‰℃°′″·)]},.;:!?%>々〻ー");
/** Full-width marks that leave their right, or their left, half empty. */
const halfMarks = new Set("、，。；：）〕］｝》〉」』】”’");
const openMarks = new Set("（〔［｛《〈「『【“‘");
const prefixes = new Set("≥≤≧≦≈≠±＞＜＝>=<￥¥＄$№＋－+-");
const pairs = new Set("—…");
/** Stands in for a character that no font has (geta mark, the customary sign in Chinese and Japanese printing). */
const substitute = "〓";

/** Breaks text into clusters; a missing glyph is reported once a character and replaced by 〓. */
export function toClusters(
  content: readonly Inline[],
  style: NamedTextStyle,
  { fonts, missing }: { readonly fonts: FontBook; readonly missing: MissingGlyph },
): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (const inline of content) {
    if (inline.kind === "break") {
      clusters.push({ text: "", breakClass: "newline", font: "", bold: false, width: 0, gap: 0, squeeze: 0 });
      continue;
    }
    const bold = inline.bold || style.bold;
    for (const text of inline.text) {
      const context = inline.text;
      clusters.push(
        toCluster(text, { bold, style, fonts, missing: (codePoint) => missing({ codePoint, context }) }),
      );
    }
  }
  return clusters.map((cluster, index) => spaced(cluster, clusters[index + 1], style));
}

function spaced(cluster: Cluster, next: Cluster | undefined, style: NamedTextStyle): Cluster {
  if (next === undefined) return cluster;
  const { size, latinGap, tracking } = style;
  const meet = cluster.breakClass !== next.breakClass && isWord(cluster) && isWord(next);
  const marks = halfMarks.has(cluster.text) && (halfMarks.has(next.text) || openMarks.has(next.text));
  const opens = openMarks.has(cluster.text) && openMarks.has(next.text);
  // LibreOffice does not track the last character before a change of script.
  const untracked = isWestern(cluster) === isWestern(next) ? 0 : -tracking;
  return {
    ...cluster,
    gap: (meet ? latinGap * size : 0) + untracked,
    squeeze: marks || opens ? size / 2 : 0,
  };
}

function isWestern({ text }: Cluster): boolean {
  return (text.codePointAt(0) ?? 0) < 0x250;
}

function isWord({ breakClass }: Cluster): boolean {
  return breakClass === "han" || breakClass === "latin";
}

type ClusterContext = {
  readonly bold: boolean;
  readonly style: NamedTextStyle;
  readonly fonts: FontBook;
  readonly missing: (codePoint: number) => void;
};

function toCluster(text: string, { bold, style, fonts, missing }: ClusterContext): Cluster {
  const codePoint = text.codePointAt(0) ?? 0;
  const font = fonts.pick(style.face, bold, codePoint);
  if (font === undefined) {
    missing(codePoint);
    const stand = fonts.pick(style.face, bold, substitute.codePointAt(0) ?? 0);
    if (stand === undefined) throw new Error("no font of the book has 〓");
    return {
      text: substitute,
      breakClass: "han",
      font: stand.key,
      bold,
      width: style.size,
      gap: 0,
      squeeze: 0,
    };
  }
  const width = (font.advance(codePoint) ?? 0) * style.size;
  return { text, breakClass: breakClassOf(text, codePoint), font: font.key, bold, width, gap: 0, squeeze: 0 };
}

function breakClassOf(text: string, codePoint: number): BreakClass {
  if (text === " ") return "space";
  if (pairs.has(text)) return "pair";
  if (opening.has(text) && text !== "<") return "open";
  if (prefixes.has(text)) return "prefix";
  if (closing.has(text)) return "close";
  return isHan(codePoint) ? "han" : "latin";
}

// Everything from the CJK blocks on breaks like an ideograph; so do enclosed numbers and units such as ① and ㎡.
function isHan(codePoint: number): boolean {
  return codePoint >= 0x2460 && !(codePoint >= 0xa000 && codePoint < 0xf900);
}
