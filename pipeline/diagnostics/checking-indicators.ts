/** Findings about which indicators a project has, and about their names, places and weights. */
import { define } from "./define.ts";
import { type HorizonWord, horizonEn, horizonZh } from "./horizon-words.ts";

type OfHorizon = { readonly horizon: HorizonWord };

export const checkingIndicators = {
  "indicators-missing": define<OfHorizon>({
    severity: "error",
    zh: ({ horizon }) => ({
      says: `项目没有${horizonZh[horizon]}绩效指标`,
      todo: "请补报绩效指标，或核对指标表中的项目编码、名称是否与项目表一致。",
    }),
    en: ({ horizon }) => ({
      says: `The project has no ${horizonEn[horizon]} indicators`,
      todo: "Add them, or see whether the indicator table names the project by the same code or name.",
    }),
  }),
  "output-missing": define<OfHorizon>({
    severity: "error",
    zh: ({ horizon }) => ({ says: `${horizonZh[horizon]}指标中没有产出指标`, todo: "请补充产出指标。" }),
    en: ({ horizon }) => ({
      says: `The ${horizonEn[horizon]} indicators have no output (产出) indicator`,
      todo: "Add one.",
    }),
  }),
  "benefit-missing": define<OfHorizon>({
    severity: "error",
    zh: ({ horizon }) => ({ says: `${horizonZh[horizon]}指标中没有效益指标`, todo: "请补充效益指标。" }),
    en: ({ horizon }) => ({
      says: `The ${horizonEn[horizon]} indicators have no benefit (效益) indicator`,
      todo: "Add one.",
    }),
  }),
  "satisfaction-missing": define<OfHorizon>({
    severity: "warning",
    zh: ({ horizon }) => ({
      says: `${horizonZh[horizon]}指标中没有满意度指标`,
      todo: "有服务对象的项目请补充满意度指标。",
    }),
    en: ({ horizon }) => ({
      says: `The ${horizonEn[horizon]} indicators have no satisfaction (满意度) indicator`,
      todo: "Add one if the project serves people.",
    }),
  }),
  "cost-missing": define<OfHorizon>({
    severity: "info",
    zh: ({ horizon }) => ({
      says: `${horizonZh[horizon]}指标中没有成本指标`,
      todo: "请考虑是否需要成本指标。",
    }),
    en: ({ horizon }) => ({
      says: `The ${horizonEn[horizon]} indicators have no cost (成本) indicator`,
      todo: "Consider whether one is needed.",
    }),
  }),
  "level2-misplaced": define<{ readonly level1: string; readonly belongs: string }>({
    severity: "warning",
    zh: ({ level1, belongs }) => ({
      says: `二级指标放在“${level1}”之下，按通行分类应在“${belongs}”之下`,
      todo: "请核对一级、二级指标。",
    }),
    en: ({ level1, belongs }) => ({
      says: `The level-2 indicator stands under “${level1}”, but belongs under “${belongs}”`,
      todo: "Check levels 1 and 2.",
    }),
  }),
  "indicator-name-missing": define<{ readonly valueToo: boolean }>({
    severity: "error",
    zh: ({ valueToo }) => ({
      says: valueToo ? "三级指标和指标值都没有填写" : "三级指标没有填写",
      todo: "请补填；没有此项指标的，请删去这一行。",
    }),
    en: ({ valueToo }) => ({
      says: valueToo ? "The level-3 indicator and its value are blank" : "The level-3 indicator is blank",
      todo: "Fill it in, or remove the row if there is no such indicator.",
    }),
  }),
  "level3-repeated": define<{ readonly name: string; readonly level2: string }>({
    severity: "error",
    zh: ({ name, level2 }) => ({
      says: `“${level2}”之下三级指标“${name}”重复`,
      todo: "请删去重复的指标，或改正名称。",
    }),
    en: ({ name, level2 }) => ({
      says: `The level-3 indicator “${name}” stands more than once under “${level2}”`,
      todo: "Remove the repeated one, or correct its name.",
    }),
  }),
  "level3-repeated-when-cut": define<{ readonly name: string; readonly level2: string }>({
    severity: "warning",
    zh: ({ name, level2 }) => ({
      says: `“${level2}”之下有同名的三级指标“${name}”，看来是名称在导出时被截断所致`,
      todo: "请从系统核对完整的指标名称。",
    }),
    en: ({ name, level2 }) => ({
      says: `Level-3 indicators under “${level2}” are both named “${name}”; the export seems to have cut their names short`,
      todo: "Look up the full names in the system.",
    }),
  }),
  "weight-total": define<{
    readonly horizon: HorizonWord;
    readonly sum: string;
    readonly expected: string;
  }>({
    severity: "error",
    zh: ({ horizon, sum, expected }) => ({
      says: `${horizonZh[horizon]}指标权重合计为 ${sum}，应为 ${expected}`,
      todo: "请调整各指标的权重。",
    }),
    en: ({ horizon, sum, expected }) => ({
      says: `The weights of the ${horizonEn[horizon]} indicators add up to ${sum}, not ${expected}`,
      todo: "Adjust the weights.",
    }),
  }),
  "weight-not-a-number": define({
    severity: "error",
    zh: () => ({ says: "权重不是数字", todo: "请填写数字，例如 10。" }),
    en: () => ({ says: "The weight is not a number", todo: "Write a number, for example 10." }),
  }),
  "weight-out-of-range": define<{
    readonly weight: string;
    readonly total: string;
    readonly tooSmall: boolean;
  }>({
    severity: "warning",
    zh: ({ weight, total, tooSmall }) => ({
      says: tooSmall ? `权重 ${weight} 不大于 0` : `权重 ${weight} 超过合计 ${total} 的一半`,
      todo: "请核对权重。",
    }),
    en: ({ weight, total, tooSmall }) => ({
      says: tooSmall
        ? `The weight of ${weight} is not above 0`
        : `The weight of ${weight} is more than half of the total of ${total}`,
      todo: "Check the weight.",
    }),
  }),
  "level3-too-long": define<{ readonly length: number; readonly most: number }>({
    severity: "warning",
    zh: ({ length, most }) => ({
      says: `三级指标名称有 ${length} 个字，系统最多 ${most} 个字`,
      todo: "请精简名称。",
    }),
    en: ({ length, most }) => ({
      says: `The level-3 name has ${length} characters; the system takes ${most}`,
      todo: "Shorten it.",
    }),
  }),
  "weight-split": define<{ readonly level1: string; readonly sum: string; readonly expected: string }>({
    severity: "warning",
    zh: ({ level1, sum, expected }) => ({
      says: `“${level1}”的权重合计为 ${sum}，按表式应为 ${expected}`,
      todo: "请调整权重。",
    }),
    en: ({ level1, sum, expected }) => ({
      says: `The weights of “${level1}” add up to ${sum}; the form gives it ${expected}`,
      todo: "Adjust the weights.",
    }),
  }),
  "scoring-rule-unsuited": define<{ readonly suits: string }>({
    severity: "warning",
    zh: ({ suits }) => ({ says: `赋分规则与指标不符，宜用“${suits}”`, todo: "请更正赋分规则。" }),
    en: ({ suits }) => ({
      says: `The scoring rule does not suit the indicator; “${suits}” would`,
      todo: "Correct the rule.",
    }),
  }),
  "quantity-not-a-count": define<{ readonly kind: "rate" | "payment" }>({
    severity: "warning",
    zh: ({ kind }) => ({
      says: `数量指标填的是${kind === "rate" ? "比率" : "金额"}`,
      todo: kind === "rate" ? "比率一般列入质量指标，请核对。" : "金额一般列入成本指标，请核对。",
    }),
    en: ({ kind }) => ({
      says: `A ${kind === "rate" ? "rate" : "payment"} is filed as a quantity`,
      todo:
        kind === "rate" ? "Rates usually belong under 质量指标." : "Payments usually belong under 成本指标.",
    }),
  }),
} as const;
