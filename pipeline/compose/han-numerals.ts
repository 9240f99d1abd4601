/** Counting numbers in Han numerals, as headings use them: 1 → 一, 12 → 十二, 20 → 二十. */
const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** @param number from 1 to 99 */
export function hanNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const units = digits[number % 10] ?? "";
  if (tens === 0) return units;
  return `${tens === 1 ? "" : (digits[tens] ?? "")}十${units}`;
}
