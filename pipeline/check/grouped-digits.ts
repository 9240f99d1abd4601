/** Digits in groups with full-width commas between them (1，860平方米) → where they are one number. */
import { unitWord } from "./unit-words.ts";

// 100，200人 may be a list; money and decimals are not, nor a text that is a number alone, and few lists begin with one digit.
const money = String.raw`(?<![\d.，])\d{1,3}(?:，\d{3})+(?:\.\d+|(?=\s*(?:万|亿)?元))`;
const alone = String.raw`^[≥≤＞＜＝=]?\d{1,3}(?:，\d{3})+(?=${unitWord}?$)`;
const counted = String.raw`(?<=[^\d.，第表件段期图号标步条款项目任务区块程类组批案型])[1-9]，\d{3}(?:，\d{3})*(?=${unitWord})`;
const grouped = new RegExp(`${money}|${alone}|${counted}`, "u");
const eachGrouped = new RegExp(grouped, "gu");

/** The first such number. */
export function groupedDigits(text: string): string | undefined {
  return text.includes("，") ? grouped.exec(text)?.[0] : undefined;
}

/** The same text with half-width commas in its numbers. */
export function withHalfwidthGroups(text: string): string {
  if (!text.includes("，")) return text;
  return text.replace(eachGrouped, (number) => number.replaceAll("，", ","));
}
