/** Tells an operator cell that calls for no number: 定性, 定量（其他）, 不适用, or their codes 6, 9 and 10. */

export function callsForNoNumber(operator: string): boolean {
  return /^(?:6|9|10|定性|定量[（(]?其他[)）]?|其他|不适用|无|文字描述?)$/u.test(operator.trim());
}
