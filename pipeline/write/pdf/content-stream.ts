/**
 * The operators of a content stream, written as the bytes that they are: a report has a hundred thousand lines, and as
 * text each of their numbers would be a string first, and alive until the page is deflated.
 */

export type ContentStream = {
  /** Operators, one character a byte. */
  readonly put: (operators: string) => void;
  /** Points as an operand: to a hundred-thousandth, as a coarser place falls on other pixels where half of one decides. */
  readonly length: (points: number) => void;
  /** A character's code, two bytes of a literal string. */
  readonly code: (code: number) => void;
  /** What was written since this was last called; good until something else is written. */
  readonly take: () => Uint8Array;
};

/** One for many streams. */
export function openContentStream(): ContentStream {
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  const makeRoom = (needed: number) => {
    if (end + needed <= bytes.length) return;
    const larger = new Uint8Array(2 * (end + needed));
    larger.set(bytes);
    bytes = larger;
  };
  const digits = (whole: number) => {
    if (whole >= 10) digits(Math.floor(whole / 10));
    bytes[end++] = zero + (whole % 10);
  };
  const inString = (byte: number) => {
    const escaped = escapes[byte];
    if (escaped !== undefined) bytes[end++] = backslash;
    bytes[end++] = escaped ?? byte;
  };
  return {
    put: (operators) => {
      makeRoom(operators.length);
      for (let at = 0; at < operators.length; at += 1) bytes[end++] = operators.charCodeAt(at);
    },
    length: (points) => {
      const steps = inSteps(points);
      if (!Number.isSafeInteger(steps)) throw new Error(`${points} is no length`);
      makeRoom(longestNumber);
      if (steps < 0) bytes[end++] = minus;
      const size = Math.abs(steps);
      digits(Math.floor(size / stepsAPoint));
      let rest = size % stepsAPoint;
      if (rest > 0) bytes[end++] = point;
      for (let place = stepsAPoint / 10; rest > 0; place /= 10) {
        bytes[end++] = zero + Math.floor(rest / place);
        rest %= place;
      }
    },
    code: (code) => {
      makeRoom(4);
      inString(code >> 8);
      inString(code & 0xff);
    },
    take: () => {
      const written = bytes.subarray(0, end);
      end = 0;
      return written;
    },
  };
}

const stepsAPoint = 100_000;

/** Points as a number of the steps in which lengths are written. */
export function inSteps(points: number): number {
  return Math.round(points * stepsAPoint);
}

/** A safe integer's digits, its sign and its point. */
const longestNumber = 20;

const [zero, minus, point, backslash] = [0x30, 0x2d, 0x2e, 0x5c];

/** Bytes that a literal string has behind a backslash, and how. A bare CR would read as LF, so both are escaped. */
const escapes: readonly (number | undefined)[] = escapesOf({
  "(": "(",
  ")": ")",
  "\\": "\\",
  "\r": "r",
  "\n": "n",
});

function escapesOf(pairs: Readonly<Record<string, string>>): readonly (number | undefined)[] {
  const table = new Array<number | undefined>(256).fill(undefined);
  for (const [byte, escaped] of Object.entries(pairs)) table[byte.charCodeAt(0)] = escaped.charCodeAt(0);
  return table;
}
