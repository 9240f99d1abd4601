/** A payment or a rate under 数量指标. */
import { bareLevel } from "../../records/index.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { isNotApplicable } from "../not-applicable.ts";
import { isPercent, type ParsedValue } from "../parse-value.ts";
import { rule } from "../rule.ts";

type Kind = { readonly kind: "rate" | "payment" };

export const quantityNotACount = rule("quantity-not-a-count", {
  number: 35,
  severity: "warning",
  gathered: "in each project",
  about: { zh: "数量指标实为比率或金额", en: "a rate or a payment filed as a quantity" },
  says: {
    zh: ({ kind }: Kind) => `数量指标填的是${kind === "rate" ? "比率" : "金额"}`,
    en: ({ kind }: Kind) => `The quantity indicator is ${kind === "rate" ? "a rate" : "an amount of money"}`,
  },
  todo: {
    zh: ({ kind }: Kind) =>
      kind === "rate" ? "比率一般列入质量指标，请核对。" : "金额一般列入成本指标，请核对。",
    en: ({ kind }: Kind) =>
      kind === "rate" ? "Rates usually belong under 质量指标." : "Amounts usually belong under 成本指标.",
  },
  indicator(indicator) {
    const { level3, value } = indicator;
    const kind = kindAmongCounts(indicator);
    if (level3 === undefined || value === undefined || kind === undefined) return;
    return { at: level3, also: [value], args: { kind } };
  },
});

/** What an indicator under 数量指标 is, if it counts nothing. */
export function kindAmongCounts({
  level2,
  level3,
  value,
  parsed,
}: PrintedIndicator): Kind["kind"] | undefined {
  if (level2 === undefined || level3 === undefined || value === undefined) return undefined;
  if (bareLevel(level2.text) !== "数量" || isNotApplicable(value.text)) return undefined;
  return kindOf(bareName(level3.text), parsed);
}

// 人数 in per cent is reported as a unit that disagrees; 频率 and 功率 are measured, not shares.
const counted = /(?:人数|次数|户数|人次|件数|个数|场次|天数|数量)$|人均/u;
const shareName = /(?<![频功效斜曲])率$|比例$|占比$/u;
const cost = /(?:成本|单价|造价)$/u;
// Money that is brought in, lent or insured is what such projects yield, and how far a service reaches is a quantity to many.
const yielded = /招商|引进|到位|投放|贷款|投资额|保障金额|保额|承保/u;
const reach = /(?:覆盖|接种|建档|普及|入学|参保|管理)率/u;

function kindOf(name: string, parsed: ParsedValue): Kind["kind"] | undefined {
  if (parsed.kind === "number" && /^[万亿]?元$/u.test(parsed.unit ?? ""))
    return yielded.test(name) ? undefined : "payment";
  if (parsed.kind === "number" && /^[万亿]?元[/／·]/u.test(parsed.unit ?? "") && cost.test(name))
    return "payment";
  if (reach.test(name) || counted.test(name)) return undefined;
  return isPercent(parsed) || shareName.test(name) ? "rate" : undefined;
}
