/** Finds identity card and telephone numbers in prose, and masks them so that a finding does not publish them again. */

const identity =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/gu;
// An 11-digit sum of money is no telephone number.
const mobile = /(?<![0-9A-Za-z.,])1[3-9]\d{9}(?![0-9A-Za-z]|[.,]\d|\s*[元万亿])/gu;
const landline = /(?<![0-9A-Za-z-])(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3}-)\d{7,8}(?![0-9A-Za-z])/gu;

/** 18 characters that pass the check digit of GB 11643, which one in eleven codes would by chance. */
export function identityNumbers(text: string): readonly string[] {
  return (text.match(identity) ?? []).filter(hasSoundCheckDigit);
}

export function mobileNumbers(text: string): readonly string[] {
  return text.match(mobile) ?? [];
}

export function landlineNumbers(text: string): readonly string[] {
  return text.match(landline) ?? [];
}

/** 13812341234 → 138****1234. */
export function mask(number: string): string {
  return number.slice(0, 3) + "*".repeat(Math.max(0, number.length - 7)) + number.slice(-4);
}

const factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

function hasSoundCheckDigit(number: string): boolean {
  const sum = factors.reduce((total, factor, index) => total + factor * Number(number[index]), 0);
  return checkDigits[sum % 11] === number[17]?.toUpperCase();
}
