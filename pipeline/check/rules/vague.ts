/** A value that nothing can be measured by: under output or cost a warning, under benefit common, and only worth knowing. */
import { rule } from "../rule.ts";
import { isVague } from "../vague-value.ts";

export const valueVague = rule("value-vague", {
  number: 14,
  severity: "warning",
  gathered: "in each project",
  about: {
    zh: "产出、成本指标的值不可衡量（提高、完成……）",
    en: "an output or cost that nothing can be measured by",
  },
  says: {
    zh: "产出或成本指标的值“{value}”无法衡量",
    en: "The output or cost value “{value}” cannot be measured",
  },
  todo: {
    zh: "请写成可以核对的数量、比率或时间。",
    en: "Give a number, a share or a date that can be checked.",
  },
  indicator({ level3, value, kinds }) {
    if (value === undefined || !isVague(value.text)) return;
    // 良好 is one of the grades that an assessment gives.
    if (/等次|等级|评级/u.test(level3?.text ?? "")) return;
    if (!kinds.has("output") && !kinds.has("cost")) return;
    return { at: value, args: { value: value.text } };
  },
});

export const benefitVague = rule("benefit-vague", {
  number: 14,
  severity: "info",
  about: { zh: "效益指标的值不可衡量（显著提高……）", en: "a benefit that nothing can be measured by" },
  says: {
    zh: "有 {count:number} 个效益指标的值只是定性描述",
    en: "{count:number} benefit indicator(s) are only described in words",
  },
  todo: { zh: "如能量化，请写出数值。", en: "If possible, give a number." },
  block({ indicators }) {
    const [first, ...also] = indicators
      .filter(({ kinds }) => kinds.has("benefit"))
      .flatMap(({ value }) => (value && isVague(value.text) ? value : []));
    return first && { at: first, also, args: { count: also.length + 1 } };
  },
});
