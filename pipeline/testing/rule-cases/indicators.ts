/** Cases of the rules on which indicators there are, on their names, places and weights. */
import { type DepartmentDraft, type IndicatorDraft, soundIndicators } from "../build-project.ts";
import { firstIndicator, furtherIndicators, oneProject, type RuleCase, withoutLevel1 } from "./rule-case.ts";

const benefit = (level3: string, change: IndicatorDraft = {}): IndicatorDraft => ({
  level1: "效益指标",
  level2: "社会效益指标",
  level3,
  value: "显著提高",
  ...change,
});
const notApplicable = benefit("本指标不适用", { value: "本指标不适用" });

/** Names that all end at 16 columns, as a system leaves them that cuts there. */
const cutNames = ["城乡居民参保缴费", "各项医疗保险基金", "2022年重复参保人", "提高医保政策知晓"].map(
  (name) => benefit(name),
);

/** One of the sound indicators with a scoring rule. */
const scored = (index: number, scoringRule: string, value?: string): DepartmentDraft =>
  oneProject({
    indicators: soundIndicators.with(index, {
      ...soundIndicators[index],
      scoringRule,
      ...(value !== undefined && { value, operator: null, unit: null }),
    }),
  });

/** The cost with 30 points, which its form gives it. */
const changedCost = ({ projects = [] }: DepartmentDraft): DepartmentDraft => ({
  projects: projects.map((project) => ({
    ...project,
    indicators: (project.indicators ?? []).map((indicator) =>
      indicator.level1 === "成本指标" ? { ...indicator, weight: "30" } : indicator,
    ),
  })),
});

const withCost: Readonly<Record<string, number>> = { 产出: 30, 成本: 30, 效益: 20, 满意度: 10 };
const withoutCost: Readonly<Record<string, number>> = { 产出: 50, 效益: 30, 满意度: 10 };

export const indicatorCases = {
  "indicators-missing": {
    fires: [{ in: oneProject({ indicators: [] }), at: "2 project.name" }],
    silent: [firstIndicator({ level3: null })],
  },
  "output-missing": {
    fires: [{ in: withoutLevel1("产出指标"), at: "2 project.name" }],
    silent: [firstIndicator({ level1: null }), oneProject({ indicators: [] })],
  },
  "benefit-missing": {
    fires: [{ in: withoutLevel1("效益指标"), at: "2 project.name" }],
    silent: [
      oneProject({ indicators: [...soundIndicators.slice(0, 2), benefit("效率", { level1: "效果指标" })] }),
    ],
  },
  "satisfaction-missing": {
    fires: [{ in: withoutLevel1("满意度指标"), at: "2 project.name" }],
    silent: [oneProject({ indicators: [benefit("参保人满意", { level2: "服务对象满意度" })] })],
  },
  "cost-missing": {
    fires: [{ in: withoutLevel1("成本指标"), at: "2 project.name" }],
    silent: [oneProject({ indicators: [benefit("运维成本", { level1: "产出指标", level2: "成本指标" })] })],
  },
  "level2-missing": {
    spec: { rules: { "level2-missing": { kinds: ["数量指标", "质量", "时效"] } } },
    fires: [{ in: {}, at: "2 project.name", says: "没有质量、时效指标" }],
    silent: [
      furtherIndicators(
        { level1: "产出指标", level2: "质量指标", level3: "合格率", value: "95%" },
        { level1: "产出指标", level2: "时 效", level3: "完成时间", value: "6月底前" },
      ),
      // Told of as filed under another level 2.
      furtherIndicators(
        { level1: "产出指标", level2: "数量指标", level3: "合格率", value: "95%" },
        { level1: "产出指标", level2: "数量指标", level3: "故障修复时间", value: "2小时" },
      ),
      withoutLevel1("产出指标"),
      oneProject({ indicators: [] }),
    ],
  },
  "level2-misplaced": {
    fires: [
      {
        in: firstIndicator({ level2: "社会效益指标" }),
        at: "2 indicator.level2",
        also: ["2 indicator.level1"],
      },
    ],
    silent: [
      firstIndicator({ level2: "成本指标" }),
      firstIndicator({ level1: "满意度指标", level2: "满意度指标" }),
      firstIndicator({ level2: "数 量" }),
      firstIndicator({ level2: "完成情况" }),
      furtherIndicators(benefit("长效机制", { level2: "可持续影响指标" })),
    ],
  },
  "indicator-name-missing": {
    fires: [
      { in: firstIndicator({ level3: null }), at: "2 indicator.level3" },
      {
        in: furtherIndicators(
          benefit("", { level2: "可持续影响指标", level3: null, value: null, basis: "计划标准" }),
        ),
        at: "6 indicator.level3",
      },
    ],
    silent: [firstIndicator({ level3: null, operator: null, value: "不适用", unit: null })],
  },
  "level3-repeated": {
    fires: [
      {
        in: furtherIndicators(benefit("办事等候时间")),
        at: "4 indicator.level3",
        also: ["6 indicator.level3"],
      },
      {
        in: furtherIndicators(benefit("5. 办事等候时间")),
        at: "4 indicator.level3",
        also: ["6 indicator.level3"],
      },
      {
        in: furtherIndicators(...cutNames, benefit("城乡居民参保缴费")),
        at: "6 indicator.level3",
        also: ["10 indicator.level3"],
      },
    ],
    silent: [
      furtherIndicators(benefit("办事等候时间", { level2: "可持续影响指标" })),
      furtherIndicators(notApplicable, notApplicable),
      furtherIndicators(benefit("办事等候时间", { horizon: "midTerm" })),
      { projects: [{}, { code: "13030421SC4NEGNUQ8M49", name: "法律服务费" }] },
    ],
  },
  "level3-repeated-when-cut": {
    fires: [
      {
        in: furtherIndicators(...cutNames, benefit("城乡居民参保缴费", { value: "≥95%" })),
        at: "6 indicator.level3",
        also: ["10 indicator.level3"],
      },
    ],
    silent: [furtherIndicators(benefit("办事等候时间")), furtherIndicators(...cutNames)],
  },
  "weight-total": {
    spec: { rules: { "weight-total": { expect: 90 } } },
    fires: [
      {
        in: firstIndicator({ weight: "34" }),
        at: "2 indicator.weight",
        also: ["3 indicator.weight", "4 indicator.weight", "5 indicator.weight"],
        found: "34",
        says: "合计为 84",
      },
    ],
    silent: [{}, firstIndicator({ weight: "40分" }), firstIndicator({ weight: "四十" })],
  },
  "weight-not-a-number": {
    fires: [{ in: firstIndicator({ weight: "四十" }), at: "2 indicator.weight", found: "四十" }],
    silent: [
      firstIndicator({ weight: "40%" }),
      firstIndicator({ weight: "12.5" }),
      firstIndicator({ weight: null }),
    ],
  },
  "weight-out-of-range": {
    fires: [
      { in: firstIndicator({ weight: "0" }), at: "2 indicator.weight", found: "0", says: "不大于 0" },
      { in: firstIndicator({ weight: "51" }), at: "2 indicator.weight", found: "51", says: "超过合计" },
    ],
    silent: [firstIndicator({ weight: "50" }), firstIndicator({ weight: null })],
  },
  "level3-too-long": {
    spec: { rules: { "level3-too-long": { expect: 40 } } },
    fires: [{ in: firstIndicator({ level3: "数".repeat(41) }), at: "2 indicator.level3" }],
    silent: [firstIndicator({ level3: "数".repeat(40) })],
  },
  "weight-split": {
    spec: {
      rules: {
        "weight-split": {
          split: [withCost, withoutCost],
        },
      },
    },
    fires: [{ in: changedCost(firstIndicator({ weight: "29" })), at: "2 indicator.weight", found: "29" }],
    silent: [
      changedCost(firstIndicator({ weight: "30" })),
      withoutLevel1("满意度指标"),
      changedCost(firstIndicator({ weight: "四十" })),
    ],
  },
  "scoring-rule-unsuited": {
    fires: [
      { in: scored(3, "直接赋分"), at: "5 indicator.scoringRule", also: ["5 indicator.value"] },
      { in: scored(0, "满意度赋分"), at: "2 indicator.scoringRule", also: ["2 indicator.value"] },
      {
        in: scored(2, "按照正常比例赋分", "显著提高"),
        at: "4 indicator.scoringRule",
        also: ["4 indicator.value"],
      },
    ],
    silent: [
      scored(3, "满意度赋分"),
      scored(3, "每降低1个百分点扣1分"),
      scored(2, "按评判等级赋分", "显著提高"),
      scored(0, "直接赋分"),
    ],
  },
  "quantity-not-a-count": {
    fires: [
      {
        in: firstIndicator({ level3: "1. 检查合格率", value: "95", unit: "%" }),
        at: "2 indicator.level3",
        also: ["2 indicator.value"],
      },
      {
        in: firstIndicator({ level3: "发放补助金额", value: "50", unit: "万元" }),
        at: "2 indicator.level3",
        also: ["2 indicator.value"],
      },
      {
        in: firstIndicator({ level3: "抽查比例", operator: null, value: "全部", unit: null }),
        at: "2 indicator.level3",
        also: ["2 indicator.value"],
      },
    ],
    silent: [
      firstIndicator({ level3: "参保人数", value: "90", unit: "%" }),
      firstIndicator({ level3: "巡检频率" }),
      firstIndicator({ level3: "检查覆盖率", value: "95", unit: "%" }),
      firstIndicator({ level3: "招商引资额", value: "5", unit: "亿元" }),
      firstIndicator({ level3: "风险保障金额", value: "5", unit: "亿元" }),
      firstIndicator({ level2: "质量指标", level3: "检查合格率", value: "95", unit: "%" }),
      firstIndicator({ level3: "补助标准", value: "50", unit: "元/人" }),
    ],
  },
} satisfies Record<string, RuleCase>;
