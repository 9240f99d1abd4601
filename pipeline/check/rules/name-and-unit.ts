/** A name and a unit that disagree: a count, a sum or a cost in per cent, or a rate or a cost in persons or pieces. */
import { bareName } from "../indicator-name.ts";
import { isPercent } from "../parse-value.ts";
import { rule } from "../rule.ts";

type Disagreeing = {
  readonly name: string;
  readonly unit: string;
  readonly means: "count" | "rate" | "money";
};

// Only names that can mean nothing but a count or a sum; 成本 and 数量 alone may be saved or met by a share.
const counted = /(?:人数|次数|户数|人次|件数|个数|场次|天数)$|人均/u;
const share = /率|比例|占比|比重|增长|增幅|增加|降低|下降|减少|提高|提升|完成/u;
// 频率, 功率 and 周转率 are counted by nature.
const rate = /(?:(?<![频功效斜曲利税汇费]|周转)率|满意度|占比)$/u;
// Of 年均成本 alone, not of what is done for it (降低成本) or at a price (单价调查), nor of those whom it is paid for.
const money =
  /^(?!.*(?:降低|节约|压减|减少|控制|完成|核算|资助|减免|救助|报销|补助|补贴|代缴|垫付|免除|承担)).*(?:成本|单价|费用)$/u;
const countingUnit = /^[万千]?(?:人次?|户次?|次|个|项|件|家|所|场次?|台|套|座|篇|份|名)$/u;

function meaningOf(name: string, unit: string, isCost: boolean): Disagreeing["means"] | undefined {
  if (rate.test(name)) return countingUnit.test(unit) ? "rate" : undefined;
  if (isMoney(name, isCost) && /^人次?$|^次$|^户$/u.test(unit)) return "money";
  if (!/^(?:[%％]|百分比|百分点)$/u.test(unit)) return undefined;
  return counted.test(name) && !share.test(name) ? "count" : undefined;
}

/** 参保费用 may be of so many persons, unless it is called a cost. */
function isMoney(name: string, isCost: boolean): boolean {
  return money.test(name) && (isCost || /成本|单价/u.test(name));
}

const meanings = {
  rate: { zh: "比率", en: "a rate" },
  count: { zh: "数量或金额", en: "a number or an amount" },
  money: { zh: "金额", en: "an amount" },
} as const;

export const nameUnitDisagree = rule("name-unit-disagree", {
  number: 12,
  severity: "warning",
  gathered: "over the department",
  about: {
    zh: "指标名称与计量单位不符（人数、次数、人均用了 %，比率、成本用了人、次）",
    en: "a count or a per-head amount in per cent, or a rate or a cost in persons or times",
  },
  says: {
    zh: ({ name, unit, means }: Disagreeing) => `“${name}”是${meanings[means].zh}，计量单位却是“${unit}”`,
    en: ({ name, unit, means }: Disagreeing) =>
      `“${name}” is ${meanings[means].en}, but its unit is “${unit}”`,
  },
  todo: { zh: "请更正计量单位，或改正指标名称。", en: "Correct the unit or the name." },
  indicator({ kinds, level3, value, printedValue, unit, parsed }) {
    if (level3 === undefined || value === undefined || printedValue === undefined) return;
    if (parsed.kind !== "number" || parsed.unit === undefined) return;
    const name = bareName(level3.text);
    const means = meaningOf(name, parsed.unit, kinds.has("cost"));
    if (means === undefined) return;
    return { at: unit ?? value, also: [level3], args: { name, unit: parsed.unit, means } };
  },
});

export const costInPercent = rule("cost-in-percent", {
  number: 12,
  severity: "warning",
  about: { zh: "成本、费用类指标用了 %", en: "a cost given in per cent" },
  offUnlessSet: {
    zh: "成本指标常以节约率、控制率填报，单凭名称分不清",
    en: "costs are often given as a share saved or kept, and the name alone does not tell",
  },
  says: { zh: "“{name}”是成本，计量单位却是“{unit}”", en: "“{name}” is a cost, but its unit is “{unit}”" },
  todo: {
    zh: "请更正计量单位，或把名称写成节约率、控制率。",
    en: "Correct the unit, or name it a saving rate or a control rate.",
  },
  indicator({ level3, value, printedValue, unit, parsed }) {
    if (level3 === undefined || value === undefined) return;
    const name = bareName(level3.text);
    if (!isPercent(parsed) || !/(?:成本|费用|金额|支出|费)$/u.test(name)) return;
    return {
      at: unit ?? value,
      found: (printedValue ?? value).text,
      also: [level3],
      args: { name, unit: parsed.unit ?? "" },
    };
  },
});
