/** Two texts → whether one says what the other does, whatever lines a file sets them in. */

/** Whether a text of a file says what is expected. */
export type Alike = (expected: string, found: string) => boolean;

/** A file ends lines where the data do and elsewhere too, and may leave out the blanks that a line ends with. */
export const saysTheSame: Alike = (expected, found) => {
  if (expected === found) return true;
  const text = spoken(expected);
  let at = 0;
  for (const line of spoken(found).split("\n")) {
    if (!text.startsWith(line, at)) return false;
    at += line.length;
    while (isBlank(text.charCodeAt(at))) at += 1;
  }
  return at === text.length;
};

/** Drawn where no font has a character. */
const standIn = "〓";

/** The same where some characters are drawn as another. */
export function withStandIns(alike: Alike, missing: ReadonlySet<string>): Alike {
  if (missing.size === 0) return alike;
  const drawn = (text: string) =>
    Array.from(text, (character) => (missing.has(character) ? standIn : character)).join("");
  return (expected, found) => alike(drawn(expected), drawn(found));
}

/** Whether two names differ in nothing but blanks: a line that ends in a heading is one in some places, and none in others. */
export const saysTheSameInOneLine: Alike = (expected, found) => bare(expected) === bare(found);

/** A text of which no more than its beginning and … are printed. */
export type CutText = {
  /** How it begins. */
  readonly text: string;
  /** How many characters of it are printed at least; blanks and … do not count. */
  readonly shown: number;
};

/** The same, or the beginning and … of a text that is known to be cut, and no less of it than is known to be printed. */
export function withCuts(alike: Alike, cut: readonly CutText[]): Alike {
  if (cut.length === 0) return alike;
  const known = cut.map(({ text, shown }) => ({ text: bare(text), shown }));
  const isBeginning = (whole: string, printed: string): boolean => {
    if (!printed.endsWith(more)) return false;
    const [all, kept] = [Array.from(whole), Array.from(printed).slice(0, -1)];
    const length = kept.filter((character) => character !== more).length;
    const isCut = known.some(({ text, shown }) => length >= shown && whole.startsWith(text));
    return isCut && kept.length < all.length && alike(all.slice(0, kept.length).join(""), kept.join(""));
  };
  return (expected, found) => alike(expected, found) || isBeginning(bare(expected), bare(found));
}

/** Printed in place of what does not fit. */
const more = "…";

function bare(text: string): string {
  return spoken(text).replace(/[\s\u3000]/gu, "");
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x3000;
}

// XML cannot hold control characters, and no page shows them; a tab is as good as a space.
function spoken(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => (control === "\n" ? control : control === "\t" ? " " : ""));
}
