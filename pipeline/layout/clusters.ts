/** Styled text → clusters: one character each and the selectors behind it, with its font, width and line-breaking class (UAX 14, CLREQ 3.1). */
import { type Inline, isSelector } from "../model/index.ts";
import type { NamedTextStyle } from "../resolve/index.ts";
import type { FontBook } from "./font-book.ts";
import { unsetScriptOf } from "./unset-script.ts";

/**
 * han: breaks on either side; latin: breaks only against other classes; open, close: CLREQ's marks that may not
 * end, or not start, a line; prefix: ≥ and its like, kept with the number after it; pair: half of —— or ……;
 * sign: / and its like, which belong to the characters on either side (元/人/年) and have no gap beside them;
 * space: a break opportunity that vanishes at a line's end.
 */
export type BreakClass =
  | "han"
  | "latin"
  | "open"
  | "close"
  | "prefix"
  | "pair"
  | "sign"
  | "space"
  | "newline";

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
   * How far the next character moves in if two marks meet, pt (CLREQ: ）， take one and a half em together).
   * It does not count when lines are broken, so that an engine that does not squeeze breaks them alike.
   */
  readonly squeeze: number;
};

/** A character that no font of the book has, or of a script that is not set. */
export type MissingGlyph = (missing: { readonly codePoint: number; readonly context: string }) => void;

/** Breaks text into clusters; a missing glyph is reported each time, and replaced by 〓. */
export type Typesetter = (
  content: readonly Inline[],
  style: NamedTextStyle,
  missing: MissingGlyph,
) => readonly Cluster[];

/** Full-width marks that leave their right, or their left, half empty. */
const halfMarks = new Set("、，。；：）〕］｝》〉」』】”’");
const openMarks = new Set("（〔［｛《〈「『【“‘");
/** They join what is on either side of them: no line begins or ends with one. */
export const joiningSigns = "/*&@#~|\\／＊＆＠＃～｜＼";
/** Replaces a character that no font has (geta mark, the customary sign in Chinese and Japanese printing). */
const substitute = "〓";

/** One a document: a character is looked up once for each style and weight, and its clusters are shared. */
export function openTypesetter(fonts: FontBook): Typesetter {
  const cases = new Map<string, TypeCase>();
  const casesOfStyles = {
    bold: new WeakMap<NamedTextStyle, TypeCase>(),
    plain: new WeakMap<NamedTextStyle, TypeCase>(),
  };
  const caseOf = (style: NamedTextStyle, bold: boolean): TypeCase => {
    const ofStyles = bold ? casesOfStyles.bold : casesOfStyles.plain;
    const own = ofStyles.get(style) ?? caseFor(style, bold);
    ofStyles.set(style, own);
    return own;
  };
  const caseFor = ({ face, size, latinGap, tracking }: NamedTextStyle, bold: boolean): TypeCase => {
    // Two styles whose characters are alike share them; nothing else of a style changes a cluster.
    const key = `${face} ${bold} ${size} ${latinGap} ${tracking}`;
    const known = cases.get(key);
    if (known !== undefined) return known;
    const empty: TypeCase = new Map();
    cases.set(key, empty);
    return empty;
  };
  const sortFor = (codePoint: number, typeCase: TypeCase, cast: CastContext): Sort => {
    const known = typeCase.get(codePoint);
    if (known !== undefined) return known;
    const sort = castSort(codePoint, cast);
    typeCase.set(codePoint, sort);
    return sort;
  };
  return (content, style, missing) => {
    const sorts: Sort[] = [];
    for (const inline of content) {
      if (inline.kind === "break") {
        sorts.push(newline);
        continue;
      }
      const bold = inline.bold || style.bold;
      const typeCase = caseOf(style, bold);
      const cast = { bold, style, fonts };
      const { text } = inline;
      const first = sorts.length;
      // By code points: a string for each character would be most of what a paragraph takes.
      for (let at = 0; at < text.length; at += 1) {
        const codePoint = text.codePointAt(at) ?? 0;
        if (codePoint > 0xffff) at += 1;
        const before = sorts.length > first ? sorts.at(-1) : undefined;
        if (before !== undefined && isSelector(codePoint)) {
          sorts[sorts.length - 1] = selected(before, codePoint);
          continue;
        }
        const sort = sortFor(codePoint, typeCase, cast);
        if (sort.lacks !== undefined) missing({ codePoint: sort.lacks, context: text });
        sorts.push(sort);
      }
    }
    return sorts.map((sort, index) => clusterBefore(sort, sorts[index + 1], style));
  };
}

/** A compositor's type case: the characters of one style and weight, by their code points. */
type TypeCase = Map<number, Sort>;

/** One character of a style, with the clusters it has made: they differ by what comes next. */
type Sort = {
  readonly last: Cluster;
  readonly word: boolean;
  readonly western: boolean;
  readonly halfMark: boolean;
  readonly openMark: boolean;
  readonly followed: (Cluster | undefined)[];
  /** The same with a selector behind it, by its code point. */
  readonly selected: Map<number, Sort>;
  /** The character that cannot be set and that this one replaces. */
  readonly lacks?: number;
};

const newline = sortOf({
  text: "",
  breakClass: "newline",
  font: "",
  bold: false,
  width: 0,
  gap: 0,
  squeeze: 0,
});

function sortOf(cluster: Cluster): Sort {
  const { text, breakClass } = cluster;
  return {
    last: cluster,
    word: breakClass === "han" || breakClass === "latin",
    western: (text.codePointAt(0) ?? 0) < 0x250,
    halfMark: halfMarks.has(text),
    openMark: openMarks.has(text),
    followed: [],
    selected: new Map(),
  };
}

/** It is drawn in the form that the font has, and is as wide; where the text is read, it says which form was meant. */
function selected(sort: Sort, selector: number): Sort {
  const known = sort.selected.get(selector);
  if (known !== undefined) return known;
  const text = sort.last.text + String.fromCodePoint(selector);
  const made: Sort = { ...sort, last: { ...sort.last, text }, followed: [], selected: new Map() };
  sort.selected.set(selector, made);
  return made;
}

function clusterBefore(sort: Sort, next: Sort | undefined, style: NamedTextStyle): Cluster {
  // Nothing is set after a newline, and all styles share it.
  if (next === undefined || sort === newline) return sort.last;
  const meet = sort.word && next.word && sort.last.breakClass !== next.last.breakClass;
  const squeezed = sort.halfMark ? next.halfMark || next.openMark : sort.openMark && next.openMark;
  const sameScript = sort.western === next.western;
  const kind = (meet ? 1 : 0) | (squeezed ? 2 : 0) | (sameScript ? 4 : 0);
  const known = sort.followed[kind];
  if (known !== undefined) return known;
  const { size, latinGap, tracking } = style;
  const cluster = {
    ...sort.last,
    // LibreOffice does not track the last character before a change of script.
    gap: (meet ? latinGap * size : 0) + (sameScript ? 0 : -tracking),
    squeeze: squeezed ? size / 2 : 0,
  };
  sort.followed[kind] = cluster;
  return cluster;
}

type CastContext = {
  readonly bold: boolean;
  readonly style: NamedTextStyle;
  readonly fonts: FontBook;
};

function castSort(codePoint: number, { bold, style, fonts }: CastContext): Sort {
  // Whatever fonts have of them, letter behind letter is not how they are written.
  const isSet = unsetScriptOf(codePoint) === undefined;
  const font = isSet ? fonts.pick(style.face, bold, codePoint) : undefined;
  if (font !== undefined) {
    const text = String.fromCodePoint(codePoint);
    const width = (font.advance(codePoint) ?? 0) * style.size;
    const breakClass = breakClassOf(text, codePoint);
    return sortOf({ text, breakClass, font: font.key, bold, width, gap: 0, squeeze: 0 });
  }
  const stand = fonts.pick(style.face, bold, substitute.codePointAt(0) ?? 0);
  if (stand === undefined) throw new Error("no font of the book has 〓");
  const [width, gap, squeeze] = [style.size, 0, 0];
  const sort = sortOf({ text: substitute, breakClass: "han", font: stand.key, bold, width, gap, squeeze });
  return { ...sort, lacks: codePoint };
}

const opening = new Set("（〔［｛《〈「『【“‘([{<〖〘〚");
const closing = new Set("）〕］｝》〉」』】”’〗〙〛、，。；：！？．％‰℃°′″·)]},.;:!?%>々〻ー");
const prefixes = new Set("≥≤≧≦≈≠±＞＜＝>=<￥¥＄$№＋－+-");
const pairs = new Set("—…");
const signs = new Set(joiningSigns);

function breakClassOf(text: string, codePoint: number): BreakClass {
  if (text === " ") return "space";
  if (pairs.has(text)) return "pair";
  if (signs.has(text)) return "sign";
  if (opening.has(text) && text !== "<") return "open";
  if (prefixes.has(text)) return "prefix";
  if (closing.has(text)) return "close";
  return isHan(codePoint) ? "han" : "latin";
}

// Everything from the CJK blocks on breaks like an ideograph; so do enclosed numbers and units such as ① and ㎡.
function isHan(codePoint: number): boolean {
  return codePoint >= 0x2460 && !(codePoint >= 0xa000 && codePoint < 0xf900);
}
