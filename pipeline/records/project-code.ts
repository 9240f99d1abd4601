/** What can be told of a project code by its looks alone. */

/** Excel has rewritten it as a power of ten, 1.30304E+20, or put zeros for the digits after the fifteenth. */
export function isMangledCode(code: string): boolean {
  return /^\d(?:\.\d+)?E\+\d+$/iu.test(code) || /^[1-9]\d{14}0{5,}$/u.test(code);
}
