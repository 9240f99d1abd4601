/** Tells a long code that Excel has rewritten as a power of ten: 1.30304E+20. */

export function isMangledCode(code: string): boolean {
  return /^\d(?:\.\d+)?E\+\d+$/iu.test(code);
}
