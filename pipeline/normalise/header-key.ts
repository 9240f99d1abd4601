/** Reduces a header to the key that aliases are matched by, and takes from it what its brackets say. */
import type { Horizon, MoneyUnit } from "../records/index.ts";

/** `unknown`: a unit of money is stated, but none that amounts can be counted in. */
export type StatedUnit = MoneyUnit | "unknown";

export type HeaderKey = {
  readonly key: string;
  readonly unit?: StatedUnit;
  /** A horizon in brackets: 指标值（年度）. */
  readonly horizon?: Horizon;
};

const bracket = /\(([^()]*)\)/gu;

export function headerKey(header: string): HeaderKey {
  const flat = header
    .normalize("NFKC")
    .replace(/[\s*:\p{Cc}\p{Cf}]+/gu, "")
    .toLowerCase();
  let unit: StatedUnit | undefined;
  let horizon: Horizon | undefined;
  const key = flat.replace(bracket, (whole, inner: string) => {
    const moneyUnit = statedUnit(inner);
    const side = horizonOf(inner);
    unit ??= moneyUnit;
    horizon ??= side;
    return moneyUnit !== undefined || side !== undefined || /^[%‰]$/u.test(inner) ? "" : whole;
  });
  return { key: key.replace(/^其中/u, ""), unit, horizon };
}

/** A unit of money in words, as in brackets, on a line of its own, or in department.json. */
export function statedUnit(text: string): StatedUnit | undefined {
  const word = text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/^(?:金额)?单位:?/u, "")
    .replace(/^人民币/u, "");
  if (word === "元" || word === "千元" || word === "万元" || word === "亿元") return word;
  if (word === "千" || word === "万" || word === "亿") return `${word}元`;
  return /^[十百千角分]+(?:万|亿)?元?$|^(?:美|港|欧)元$/u.test(word) ? "unknown" : undefined;
}

/** 中期 and its synonyms, or 年度; only if the text says nothing else. */
export function horizonOf(text: string): Horizon | undefined {
  const word = text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
  if (/^(?:中期|中长期|长期|实施期|midterm|mid-term)(?:绩效)?(?:目标|指标)?$/u.test(word)) return "midTerm";
  if (/^(?:年度|当年|本年|本年度|annual)(?:绩效)?(?:目标|指标)?$/u.test(word)) return "annual";
  return undefined;
}
