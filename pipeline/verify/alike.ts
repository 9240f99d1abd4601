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
