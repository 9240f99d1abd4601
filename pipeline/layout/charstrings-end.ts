/**
 * CFF outlines → whether each comes to an end in as many steps as a sign may need. An outline is a small program that
 * calls others; fontkit runs it wherever it leads, and in a damaged font that may be to itself, or to ten others that
 * call ten others each.
 *
 * Operators: Adobe Technical Note 5177, The Type 2 Charstring Format. What an operator leaves of its operands is as
 * fontkit has it, so that a call leads here where it leads there.
 */
import type * as fontkit from "fontkit";

type Place = { readonly offset: number; readonly length: number };

/** What fontkit, whose types do not tell of it, reads of the table; places are in the file. */
type CffTable = {
  readonly topDict: { readonly CharStrings: readonly Place[] };
  readonly globalSubrIndex?: readonly Place[];
  readonly privateDictForGlyph: (glyph: number) => { readonly Subrs?: readonly Place[] } | null | undefined;
};

/** Bytes of an outline, with all that it calls: fifty times what the signs of most strokes take. */
const mostSteps = 100_000;
/** Outlines of a font, for each of its bytes: fonts that share much between signs say each byte two or three times. */
const stepsOfByte = 20;
/** The format allows 10 calls in one another and 48 operands. */
const mostCalls = 32;
const mostOperands = 512;

/** @throws RangeError of outlines that lead out of the file. */
export function charstringsEnd(bytes: Uint8Array, font: fontkit.Font): boolean {
  const { "CFF ": cff, CFF2: variable } = font as { readonly "CFF "?: CffTable; readonly CFF2?: unknown };
  // CFF2 is of variable fonts alone, which cannot be embedded.
  if (cff === undefined || cff === null) return variable === undefined;
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = stepsOfByte * bytes.length;
  return cff.topDict.CharStrings.every((charstring, glyph) => {
    const subroutines = { own: cff.privateDictForGlyph(glyph)?.Subrs, shared: cff.globalSubrIndex };
    const steps = stepsOf(file, charstring, subroutines);
    left -= steps;
    return steps <= mostSteps && left >= 0;
  });
}

type Subroutines = {
  readonly own: readonly Place[] | undefined;
  readonly shared: readonly Place[] | undefined;
};

/** Infinity where it does what no outline does: too many steps, calls or operands, arithmetic, an unknown operator. */
function stepsOf(file: DataView, charstring: Place, { own = [], shared = [] }: Subroutines): number {
  const operands: number[] = [];
  let [steps, stems, hasWidth] = [0, 0, false];
  const takeWidth = (most: number) => {
    if (operands.length <= most) return;
    if (!hasWidth) operands.shift();
    hasWidth = true;
  };
  const takeStems = () => {
    if (operands.length % 2 === 1) takeWidth(0);
    stems += operands.length >> 1;
    operands.length = 0;
  };
  const run = ({ offset, length }: Place, calls: number): boolean => {
    const end = offset + length;
    for (let at = offset; at < end; ) {
      const operator = file.getUint8(at);
      at += 1;
      steps += 1;
      if (steps > mostSteps || operands.length > mostOperands) return false;
      if (operator >= firstNumber || operator === shortNumber) {
        operands.push(numberAt(file, operator, at));
        at += bytesOfNumber(operator);
      } else if (operator === callOwn || operator === callShared) {
        const called = subroutineOf(operator === callOwn ? own : shared, operands.pop());
        if (called !== undefined && (calls === mostCalls || !run(called, calls + 1))) return false;
      } else if (operator === comeBack) return true;
      else if (stemOperators.has(operator)) takeStems();
      else if (operator === hintMask || operator === counterMask) {
        takeStems();
        at += (stems + 7) >> 3;
      } else if (operator === endOfSign) takeWidth(0);
      else if (operator === twoBytes) {
        const taken = takenByFlex.get(file.getUint8(at));
        if (taken === undefined) return false;
        operands.splice(0, taken);
        at += 1;
      } else {
        const left = leftOf[operator];
        if (left === undefined) return false;
        const moved = takenByMove.get(operator);
        if (moved !== undefined) takeWidth(moved);
        operands.splice(0, operands.length - left(operands.length));
      }
    }
    return true;
  };
  return run(charstring, 0) ? steps : Number.POSITIVE_INFINITY;
}

const [callOwn, callShared, comeBack, endOfSign, twoBytes] = [10, 29, 11, 14, 12];
const [hintMask, counterMask] = [19, 20];
const [shortNumber, firstNumber] = [28, 32];
const stemOperators: ReadonlySet<number> = new Set([1, 3, 18, 23]);
const takenByMove: ReadonlyMap<number, number> = new Map([
  [4, 1],
  [21, 2],
  [22, 1],
]);
const takenByFlex: ReadonlyMap<number, number> = new Map([
  [34, 7],
  [35, 13],
  [36, 9],
  [37, 11],
]);

function leftOfCurves(count: number): number {
  if (count < 4) return count;
  return count % 4 === 1 ? 0 : count % 4;
}

/** How many operands are left of so many, by operator. */
const leftOf: Readonly<Record<number, (count: number) => number>> = {
  4: (count) => Math.max(0, count - 1),
  5: (count) => count % 2,
  6: () => 0,
  7: () => 0,
  8: () => 0,
  21: (count) => Math.max(0, count - 2),
  22: (count) => Math.max(0, count - 1),
  24: (count) => (count < 8 ? Math.max(0, count - 2) : (count - 2) % 6),
  25: (count) => (count < 8 ? Math.max(0, count - 6) : count % 2),
  26: (count) => (count - (count % 2)) % 4,
  27: (count) => (count - (count % 2)) % 4,
  30: leftOfCurves,
  31: leftOfCurves,
};

function numberAt(file: DataView, first: number, at: number): number {
  if (first === shortNumber) return file.getInt16(at);
  if (first < 247) return first - 139;
  if (first < 251) return (first - 247) * 256 + file.getUint8(at) + 108;
  if (first < 255) return -(first - 251) * 256 - file.getUint8(at) - 108;
  return file.getInt32(at) / 65_536;
}

function bytesOfNumber(first: number): number {
  if (first === shortNumber) return 2;
  if (first < 247) return 0;
  return first < 255 ? 1 : 4;
}

/** Numbers are told from the middle of the list, so that most are short. Fontkit passes over a call that leads nowhere. */
function subroutineOf(list: readonly Place[], operand: number | undefined): Place | undefined {
  const bias = list.length < 1240 ? 107 : list.length < 33_900 ? 1131 : 32_768;
  return list[(operand ?? Number.NaN) + bias];
}
