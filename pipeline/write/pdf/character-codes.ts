/** Characters → their two-byte codes in content streams. */

/** Codes that no character of the Basic Multilingual Plane has: the surrogates come first. */
const firstFreeCode = 0xd800;

/**
 * The code of each of a font's characters: the code point itself, or for one beyond U+FFFF a code that stands for no
 * other character of the font. It depends on the font alone, so a page's stream reads the same in any document.
 */
export function characterCodes(characterSet: () => readonly number[]): (codePoint: number) => number {
  let beyond: ReadonlyMap<number, number> | undefined;
  return (codePoint) => {
    if (codePoint <= 0xffff) return codePoint;
    beyond ??= codesBeyond(characterSet());
    const code = beyond.get(codePoint);
    if (code === undefined) throw new Error(`no code is left for U+${codePoint.toString(16)}`);
    return code;
  };
}

function codesBeyond(characterSet: readonly number[]): ReadonlyMap<number, number> {
  const taken = new Set(characterSet);
  const free = function* () {
    for (let step = 0; step < 0xffff; step++) {
      const code = ((firstFreeCode - 1 + step) % 0xffff) + 1;
      if (!taken.has(code)) yield code;
    }
  };
  const codes = free();
  const beyond = [...taken].filter((codePoint) => codePoint > 0xffff).sort((a, b) => a - b);
  const pairs = new Map<number, number>();
  for (const codePoint of beyond) {
    const { value, done } = codes.next();
    if (done !== true) pairs.set(codePoint, value);
  }
  return pairs;
}
