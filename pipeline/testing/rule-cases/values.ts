/** Cases of the rules on values, operators and units. */
import type { DepartmentDraft, IndicatorDraft } from "../build-project.ts";
import { soundIndicators } from "../build-project.ts";
import { firstIndicator, oneProject, type RuleCase } from "./rule-case.ts";

/** A department whose values carry their sign and unit in one column; the changed indicator stands in row 6. */
const unsplit = (change: IndicatorDraft): DepartmentDraft =>
  oneProject({
    indicators: [
      ...soundIndicators,
      { level1: "产出指标", level2: "时效指标", level3: "检查次数", ...change },
    ].map(({ operator, value, unit, ...rest }) => ({
      ...rest,
      value: value ? `${operator ?? ""}${value}${unit ?? ""}` : null,
    })),
  });
const notApplicable = { level3: "无", operator: null, value: "无", unit: null } as const;

export const valueCases = {
  "indicator-value-missing": {
    fires: [{ in: firstIndicator({ operator: null, value: null, unit: null }), at: "2 indicator.value" }],
    silent: [
      firstIndicator({ level3: "该指标本单位不适用", operator: null, value: null, unit: null }),
      firstIndicator({ value: null }),
      firstIndicator({ level3: null, value: null, unit: null }),
    ],
  },
  "indicator-unit-missing": {
    fires: [
      {
        in: firstIndicator({ unit: null }),
        at: "2 indicator.unit",
        also: ["2 indicator.value"],
      },
    ],
    silent: [
      firstIndicator({ operator: "定性", value: "良好", unit: null }),
      firstIndicator({ value: "12次", unit: null }),
      firstIndicator({ level3: "容积率", value: "2.5", unit: null }),
      firstIndicator({ operator: "≤", value: "2023年12月31日", unit: null }),
      firstIndicator(notApplicable),
    ],
  },
  "number-without-unit": {
    fires: [
      { in: unsplit({ value: "每年≥3" }), at: "6 indicator.value", found: "每年≥3" },
      { in: unsplit({ value: "≥30", level3: "女性占比" }), at: "6 indicator.value" },
    ],
    silent: [
      unsplit({ value: "≥3次" }),
      unsplit({ value: "12", level3: "检查次数（次）" }),
      unsplit({ value: "≤2.5", level3: "容积率" }),
      unsplit({ value: "≥0.6", level3: "床护比" }),
      unsplit({ value: "6-9", level3: "出水pH值" }),
      firstIndicator({ unit: null }),
    ],
  },
  "value-not-parsed": {
    fires: [
      { in: unsplit({ value: "≥2次6次" }), at: "6 indicator.value", found: "≥2次6次" },
      { in: unsplit({ value: "人95" }), at: "6 indicator.value" },
      { in: unsplit({ value: "1,00次" }), at: "6 indicator.value" },
      { in: unsplit({ value: "9 5 %" }), at: "6 indicator.value" },
      { in: unsplit({ value: "≥9。5%" }), at: "6 indicator.value" },
      { in: unsplit({ value: "1/0" }), at: "6 indicator.value" },
    ],
    silent: [
      unsplit({ value: "≈10.28万" }),
      unsplit({ value: "4.7万元/人、年" }),
      unsplit({ value: "每季度结束后的," }),
      unsplit({ value: "≤2小时30分钟" }),
      unsplit({ value: "次年2月底前完成" }),
      unsplit({ value: "7×24小时" }),
      unsplit({ value: "-3%" }),
      unsplit({ value: "年3次" }),
      unsplit({ value: "不少于12次" }),
    ],
  },
  "value-without-number": {
    fires: [
      { in: unsplit({ value: "≥%" }), at: "6 indicator.value", found: "≥%" },
      { in: unsplit({ value: "人次" }), at: "6 indicator.value" },
      { in: unsplit({ value: "个/年" }), at: "6 indicator.value" },
      { in: unsplit({ value: "以内%" }), at: "6 indicator.value" },
      { in: unsplit({ value: "（）" }), at: "6 indicator.value" },
      { in: firstIndicator({ value: "≥" }), at: "2 indicator.value" },
    ],
    silent: [
      unsplit({ value: "季度" }),
      unsplit({ value: "分期" }),
      unsplit({ value: "本年度" }),
      unsplit({ value: "/" }),
      unsplit({ value: "√" }),
      unsplit({ value: "十二次" }),
    ],
  },
  "value-letter-in-number": {
    fires: [
      { in: unsplit({ value: "9O%" }), at: "6 indicator.value", found: "9O%" },
      { in: unsplit({ value: "l00%" }), at: "6 indicator.value" },
      { in: unsplit({ value: "≥I2人" }), at: "6 indicator.value" },
      { in: unsplit({ value: "=6O00元/人" }), at: "6 indicator.value" },
      { in: firstIndicator({ value: "2Z" }), at: "2 indicator.value" },
    ],
    silent: [
      unsplit({ value: "O2O服务" }),
      unsplit({ value: "5S管理" }),
      unsplit({ value: "O3≤160μg/m³" }),
      unsplit({ value: "≥4S店" }),
      unsplit({ value: "10l" }),
      unsplit({ value: "30S" }),
    ],
  },
  "value-signs-contradict": {
    fires: [
      { in: unsplit({ value: "≥98%以下" }), at: "6 indicator.value", found: "≥98%以下" },
      { in: unsplit({ value: "＜至少3次" }), at: "6 indicator.value" },
      { in: unsplit({ value: "≥≤5次" }), at: "6 indicator.value" },
      { in: firstIndicator({ value: "不超过98" }), at: "2 indicator.value" },
    ],
    silent: [
      unsplit({ value: "≥98%及以上" }),
      unsplit({ value: "≥90%且≤95%" }),
      unsplit({ value: "不低于95%" }),
      unsplit({ value: "≥3次，每次2天以内" }),
    ],
  },
  "value-sign-twice": {
    fires: [
      { in: firstIndicator({ value: "≥12" }), at: "2 indicator.value", found: "≥12" },
      {
        in: firstIndicator({ operator: null, value: "==12次", unit: null }),
        at: "2 indicator.value",
        says: "“==”",
      },
      { in: firstIndicator({ operator: null, value: "≥≥12次", unit: null }), at: "2 indicator.value" },
      { in: firstIndicator({ value: "不少于12" }), at: "2 indicator.value", says: "“≥不少于”" },
    ],
    silent: [
      firstIndicator({ operator: null, value: ">=12次", unit: null }),
      firstIndicator({ operator: null, value: "=12次", unit: null }),
    ],
  },
  "value-unit-twice": {
    fires: [
      { in: unsplit({ value: "12人人" }), at: "6 indicator.value", found: "12人人" },
      { in: unsplit({ value: "5万元元" }), at: "6 indicator.value" },
      { in: firstIndicator({ value: "12次" }), at: "2 indicator.value" },
      { in: firstIndicator({ value: "95%", unit: "％" }), at: "2 indicator.value" },
    ],
    silent: [
      unsplit({ value: "12人次/人" }),
      unsplit({ value: "人人参与" }),
      firstIndicator({ value: "1.2万", unit: "人次" }),
      firstIndicator({ value: "12次", unit: null }),
    ],
  },
  "value-range-reversed": {
    fires: [
      { in: unsplit({ value: "98%-95%" }), at: "6 indicator.value", found: "98%-95%" },
      { in: unsplit({ value: "≥20—10人" }), at: "6 indicator.value" },
      { in: firstIndicator({ operator: null, value: "60~40" }), at: "2 indicator.value" },
    ],
    silent: [
      unsplit({ value: "90%-95%" }),
      unsplit({ value: "3-1号楼" }),
      unsplit({ value: "1万-5000人" }),
      unsplit({ value: "2026-12" }),
      unsplit({ value: "11月至3月" }),
    ],
  },
  "value-without-words": {
    fires: [
      { in: unsplit({ value: "abc" }), at: "6 indicator.value", found: "abc" },
      { in: unsplit({ value: "≥a%" }), at: "6 indicator.value" },
      { in: unsplit({ value: "=SUM(A1:A3)" }), at: "6 indicator.value" },
      { in: unsplit({ value: "A" }), at: "6 indicator.value" },
    ],
    silent: [
      unsplit({ value: "GB/T 50300-2013" }),
      unsplit({ value: "ISO9001" }),
      unsplit({ value: "C30" }),
      unsplit({ value: "AAA" }),
      unsplit({ value: "Ⅱ类" }),
      unsplit({ value: "A", level3: "信用等级" }),
      unsplit({ value: "1:15" }),
      unsplit({ value: "pH6.5-8.5" }),
      unsplit({ value: "优" }),
    ],
  },
  "value-cut-short": {
    fires: [
      { in: unsplit({ value: "每季度结束后的," }), at: "6 indicator.value", found: "每季度结束后的," },
      { in: firstIndicator({ operator: null, value: "符合要求的", unit: null }), at: "2 indicator.value" },
    ],
    silent: [
      firstIndicator({ operator: null, value: "达到预期目的", unit: null }),
      firstIndicator({ operator: null, value: "符合要求的标准，按规定", unit: null }),
    ],
  },
  "unit-without-number": {
    fires: [
      {
        in: firstIndicator({ ...notApplicable, value: null, unit: "百分比" }),
        at: "2 indicator.unit",
        also: ["2 indicator.value"],
        found: "百分比",
      },
    ],
    silent: [firstIndicator(notApplicable), firstIndicator({ value: null, unit: "无" })],
  },
  "not-applicable-with-unit": {
    fires: [
      {
        in: firstIndicator({ value: "无" }),
        at: "2 indicator.operator",
        also: ["2 indicator.unit", "2 indicator.value"],
      },
      {
        in: firstIndicator({ ...notApplicable, unit: "%" }),
        at: "2 indicator.unit",
        also: ["2 indicator.value"],
      },
    ],
    silent: [firstIndicator(notApplicable), firstIndicator({ ...notApplicable, operator: "10", unit: "/" })],
  },
  "sign-before-words": {
    fires: [
      {
        in: firstIndicator({ value: "健全", unit: null }),
        at: "2 indicator.operator",
        also: ["2 indicator.value"],
        says: "前面却有符号“≥”",
      },
      { in: firstIndicator({ operator: "≤", value: "有效保障", unit: null }), at: "2 indicator.operator" },
    ],
    silent: [
      firstIndicator({ operator: "定性", value: "健全", unit: null }),
      firstIndicator({ operator: null, value: "健全", unit: null }),
      firstIndicator({ operator: "＝", value: "健全", unit: null }),
      firstIndicator({ value: "合格", unit: null }),
      firstIndicator({ value: "二级", unit: null }),
    ],
  },
  "number-called-qualitative": {
    fires: [
      {
        in: firstIndicator({ operator: "定性" }),
        at: "2 indicator.operator",
        also: ["2 indicator.value"],
        says: "指标值却是“12次”",
      },
      { in: firstIndicator({ operator: "6" }), at: "2 indicator.operator" },
    ],
    silent: [
      firstIndicator({ operator: "定性", value: "健全", unit: null }),
      firstIndicator({ operator: "定性", value: "12", unit: null }),
      firstIndicator({ operator: "定量（其他）" }),
      firstIndicator({ operator: "5" }),
    ],
  },
  "not-applicable-row": {
    fires: [{ in: firstIndicator(notApplicable), at: "2 indicator.level3" }],
    silent: [firstIndicator({ level3: "无障碍设施改造" })],
  },
  "name-unit-disagree": {
    fires: [
      {
        in: firstIndicator({ level3: "参保人数", unit: "百分比" }),
        at: "2 indicator.unit",
        found: "百分比",
        also: ["2 indicator.level3"],
      },
      {
        in: firstIndicator({ level3: "培训合格率", unit: "人" }),
        at: "2 indicator.unit",
        also: ["2 indicator.level3"],
        found: "人",
        says: "“培训合格率”是比率",
      },
      {
        in: firstIndicator({ level3: "人均监测成本", unit: "人" }),
        at: "2 indicator.unit",
        says: "“人均监测成本”是金额",
      },
      {
        in: firstIndicator({ level1: "成本指标", level3: "每监测一人的费用", unit: "人" }),
        at: "2 indicator.unit",
      },
      {
        in: firstIndicator({ level3: "人均财政投入水平", unit: "%" }),
        at: "2 indicator.unit",
        also: ["2 indicator.level3"],
      },
    ],
    silent: [
      firstIndicator({ level3: "参保人数增长率", unit: "%" }),
      firstIndicator({ level3: "节约成本", unit: "%" }),
      firstIndicator({ level3: "参保人数", unit: "万人" }),
      firstIndicator({ level3: "巡检频率", unit: "次" }),
      firstIndicator({ level3: "资助困难群众参保费用", unit: "人" }),
      firstIndicator({ level3: "减免住院费用", unit: "人次" }),
      firstIndicator({ level3: "承担体检费用", unit: "人" }),
      firstIndicator({ level1: "成本指标", level3: "救助患者住院费用", unit: "人次" }),
      firstIndicator({ level3: "孕产妇死亡率", unit: "人/10万人" }),
    ],
  },
  "cost-in-percent": {
    spec: { rules: { "cost-in-percent": "warning" } },
    fires: [
      {
        in: firstIndicator({ level2: "成本指标", level3: "培训费用", unit: "%" }),
        at: "2 indicator.unit",
        also: ["2 indicator.level3"],
      },
    ],
    silent: [
      firstIndicator({ level2: "成本指标", level3: "成本控制率", unit: "%" }),
      firstIndicator({ level2: "成本指标", level3: "培训费用", unit: "万元" }),
    ],
  },
  "rate-above-100": {
    fires: [
      {
        in: firstIndicator({ level3: "参保率", value: "105", unit: "%" }),
        at: "2 indicator.value",
        found: "105",
      },
    ],
    silent: [
      firstIndicator({ level3: "参保率", value: "100.00", unit: "%" }),
      firstIndicator({ level3: "产值增长率", value: "150", unit: "%" }),
      firstIndicator({ level3: "频率", value: "200", unit: "赫兹" }),
      firstIndicator({ level3: "贷款拨备率", value: "150", unit: "%" }),
      firstIndicator({ level3: "流动比率", value: "120", unit: "%" }),
      firstIndicator({ level3: "赔付率", operator: "≤", value: "110", unit: "%" }),
    ],
  },
  "cost-at-least": {
    fires: [
      { in: firstIndicator({ level2: "成本指标", value: "5", unit: "万元" }), at: "2 indicator.operator" },
    ],
    silent: [
      firstIndicator({ level2: "成本指标", value: "90", unit: "%" }),
      firstIndicator({ level2: "成本指标", level3: "节约成本", value: "5", unit: "万元" }),
      firstIndicator({ level3: "补助标准", value: "5", unit: "万元" }),
    ],
  },
  "value-vague": {
    fires: [
      { in: firstIndicator({ operator: null, value: "完成工作任务", unit: null }), at: "2 indicator.value" },
      {
        in: firstIndicator({ operator: null, value: "按期完成", unit: null }),
        at: "2 indicator.value",
        says: "“按期完成”",
      },
      { in: firstIndicator({ operator: null, value: "合理支出", unit: null }), at: "2 indicator.value" },
      { in: firstIndicator({ operator: null, value: "若干人次", unit: null }), at: "2 indicator.value" },
      {
        in: firstIndicator({ level2: "质量指标", operator: null, value: "显著提高。", unit: null }),
        at: "2 indicator.value",
      },
    ],
    silent: [
      firstIndicator({ operator: null, value: "提高5个百分点", unit: null }),
      firstIndicator({ operator: null, value: "达到国家标准", unit: null }),
      firstIndicator({ operator: null, value: "全覆盖", unit: null }),
      firstIndicator({ level3: "考核等次", operator: null, value: "良好", unit: null }),
      firstIndicator({ operator: null, value: "全部完成", unit: null }),
      firstIndicator({ operator: null, value: "12月底前按期完成", unit: null }),
      firstIndicator({
        level1: "效益指标",
        level2: "社会效益指标",
        operator: null,
        value: "提高",
        unit: null,
      }),
    ],
  },
  "benefit-vague": {
    fires: [
      {
        in: firstIndicator({
          level1: "效益指标",
          level2: "社会效益指标",
          operator: null,
          value: "持续影响",
          unit: null,
        }),
        at: "2 indicator.value",
      },
    ],
    silent: [firstIndicator({ operator: null, value: "提高", unit: null }), {}],
  },
} satisfies Record<string, RuleCase>;
