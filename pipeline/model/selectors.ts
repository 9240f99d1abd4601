/** Characters with the variation selectors behind them, which choose how they look: 葛 in the form of one family's name. */

/** Behind a character, one of these belongs to it: it takes no room and is never parted from it. */
export function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

const selector = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
const drawnAlone = /.[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]*/gsu;

export function hasSelectors(text: string): boolean {
  return selector.test(text);
}

/** One by one, each with what belongs to it. */
export function charactersOf(text: string): readonly string[] {
  return hasSelectors(text) ? (text.match(drawnAlone) ?? []) : Array.from(text);
}
