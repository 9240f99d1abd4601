/** Cases of the rules on dates, on last year and on which way a target points. */
import type { FormSpec } from "../../records/index.ts";
import { type DepartmentDraft, type IndicatorDraft, soundIndicators } from "../build-project.ts";
import { firstIndicator, furtherIndicators, oneProject, type RuleCase } from "./rule-case.ts";

const timed = (value: string, level3 = "升级完成时间"): DepartmentDraft =>
  furtherIndicators({ level1: "产出指标", level2: "时效指标", level3, value });

const ranges = (...given: readonly string[]): DepartmentDraft => ({
  projects: given.map((midTermRange, index) => ({
    code: `1303042114900SESSX5B${index}`,
    name: `云平台${index}期`,
    midTermRange,
  })),
});

const bothHorizons: Partial<FormSpec> = { horizons: ["midTerm", "annual"] };
const midTerm = (change: IndicatorDraft): DepartmentDraft =>
  furtherIndicators({ ...soundIndicators[0], horizon: "midTerm", ...change });

export const timeCases = {
  "date-outside-year": {
    fires: [
      { in: timed("2022年6月底前"), at: "6 indicator.value", found: "2022年6月底前" },
      { in: timed("2024年3月1日"), at: "6 indicator.value", says: "预算年度 2023 年" },
      { in: timed("2022年11月底前", "检查结果公开时间"), at: "6 indicator.value" },
    ],
    silent: [
      timed("2023年6月底前"),
      timed("6月底前"),
      timed("2024年2月底前", "绩效评价完成时间"),
      timed("2024年2月底前", "检查结果公开时间"),
      timed("2024年3月1日", "竣工验收时间"),
      oneProject({
        period: "2022年—2024年",
        indicators: [
          ...soundIndicators,
          { level1: "产出指标", level2: "时效指标", level3: "升级完成时间", value: "2024年3月1日" },
        ],
      }),
    ],
  },
  "goal-of-another-year": {
    fires: [
      { in: oneProject({ annual: ["2022年，完成巡检。"] }), at: "2 goals.annual", says: "“2022年”" },
      { in: oneProject({ annual: ["目标1：2021年度计划完成巡检。"] }), at: "2 goals.annual" },
      {
        in: oneProject({ annual: ["平台升级于2022年11月20日前完成。"] }),
        at: "2 goals.annual",
        says: "“2022年11月20日前”",
      },
    ],
    silent: [
      oneProject({ annual: ["2023年，完成巡检。"] }),
      oneProject({ annual: ["2022年度决算按时公开。", "2022年重复参保人数为0。", "到2025年，全部升级。"] }),
      oneProject({ annual: ["2022年，完成招标；2023年，完成升级。"] }),
      oneProject({ annual: ["维护2022年11月建成的平台。", "平台已于2022年11月20日前完成升级。"] }),
      oneProject({ annual: ["2024年3月底前完成升级。", "2022年12月底前完成的项目通过验收。"] }),
      oneProject({ annual: ["支付2022年12月底前完工项目尾款。", "维护2022年9月建成机房。"] }),
      oneProject({ annual: ["兑付2022年10月底前投入使用设备款。"] }),
      oneProject({ period: "2022年—2024年", annual: ["2022年，完成招标。"] }),
    ],
  },
  "mid-term-range-unlike-others": {
    fires: [
      {
        in: ranges("2023年—2025年", "2023-2025年", "2022年—2024年", "2023年—2025年", "2023—2025"),
        at: "4 project.midTermRange",
        also: ["2 project.midTermRange"],
        says: "其他 4 个项目",
      },
      {
        in: ranges("2023年—2025年", "2023年—2025年", "2022年—2024年", "2023年—2025年"),
        at: "4 project.midTermRange",
      },
    ],
    silent: [
      ranges("2023年—2025年", "2023年—2025年", "2023年—2023年", "2023年—2025年"),
      ranges("2023年—2025年", "2022年—2024年"),
      ranges("2023年—2025年", "2023年—2025年", "2022年—2024年", "2022年—2024年"),
      ranges("2023年—2025年", "2023年—2025年", "2023年—2025年", "20××年"),
    ],
  },
  "mid-term-below-annual": {
    spec: bothHorizons,
    fires: [
      {
        in: midTerm({ value: "10" }),
        at: "6 indicator.value",
        also: ["2 indicator.value"],
        says: "“10”低于年度指标值“12”",
      },
      { in: midTerm({ value: "10", level3: `累计${soundIndicators[0]?.level3}` }), at: "6 indicator.value" },
    ],
    silent: [
      midTerm({ value: "36", level3: `累计${soundIndicators[0]?.level3}` }),
      midTerm({ value: "36" }),
      midTerm({ value: "10", unit: "次/年" }),
      midTerm({ value: "10", level3: "抽查次数" }),
      furtherIndicators({ ...soundIndicators[1], horizon: "midTerm", value: "5000" }),
      furtherIndicators({ ...soundIndicators[2], horizon: "midTerm", value: "8" }),
    ],
  },
  "direction-unlikely": {
    spec: bothHorizons,
    fires: [
      { in: firstIndicator({ level3: "故障响应时间", unit: "分钟" }), at: "2 indicator.operator" },
      { in: firstIndicator({ level3: "1.安全事故发生率", unit: "%" }), at: "2 indicator.operator" },
      {
        // Wrong in both horizons, and alike.
        in: furtherIndicators(
          { ...soundIndicators[0], level3: "故障响应时间", unit: "分钟" },
          { ...soundIndicators[0], level3: "故障响应时间", unit: "分钟", horizon: "midTerm" },
        ),
        at: "7 indicator.operator",
        also: ["6 indicator.operator"],
      },
      {
        in: firstIndicator({ level3: "检查合格率", operator: null, value: "≤90%", unit: null }),
        at: "2 indicator.value",
        says: "越高越好",
      },
      { in: firstIndicator({ level3: "机关用电量", unit: "度" }), at: "2 indicator.operator" },
      { in: firstIndicator({ level3: "举报办结时限", unit: "个工作日" }), at: "2 indicator.operator" },
      { in: firstIndicator({ level3: "险情发生次数" }), at: "2 indicator.operator" },
      { in: firstIndicator({ level3: "灾情评估产出用时", unit: "分钟" }), at: "2 indicator.operator" },
      {
        in: furtherIndicators({
          ...soundIndicators[0],
          level1: "效益指标",
          level2: "社会效益",
          level3: "职工信访件数",
        }),
        at: "6 indicator.operator",
      },
      { in: firstIndicator({ level3: "二氧化碳排放量", unit: "吨" }), at: "2 indicator.operator" },
      { in: firstIndicator({ level3: "检测报告出具时限", unit: "个工作日" }), at: "2 indicator.operator" },
      { in: firstIndicator({ level3: "社区矫正对象再犯罪率", unit: "%" }), at: "2 indicator.operator" },
      {
        in: firstIndicator({ level3: "应免畜禽免疫密度", operator: "≤", unit: "%" }),
        at: "2 indicator.operator",
      },
      { in: firstIndicator({ level3: "班次正点率", operator: "≤", unit: "%" }), at: "2 indicator.operator" },
      { in: firstIndicator({ level3: "预警信息发布时限", unit: "分钟" }), at: "2 indicator.operator" },
      { in: firstIndicator({ level3: "违法用地占比", unit: "%" }), at: "2 indicator.operator" },
      {
        in: firstIndicator({ level3: "群众负担", operator: null, value: "明显提高", unit: null }),
        at: "2 indicator.value",
      },
    ],
    silent: [
      firstIndicator({ level3: "人均培训用时", unit: "小时" }),
      firstIndicator({ level3: "规划公示时限", unit: "天" }),
      firstIndicator({ level3: "数据保存时限", unit: "年" }),
      firstIndicator({ level3: "违法用地整改比例", unit: "%" }),
      firstIndicator({ level3: "风险防控能力", operator: null, value: "明显提高", unit: null }),
      firstIndicator({ level3: "抵御风险", operator: null, value: "明显提高", unit: null }),
      firstIndicator({ level3: "故障响应时间", operator: "≤", unit: "分钟" }),
      firstIndicator({ level3: "投诉处理率", unit: "%" }),
      firstIndicator({ level3: "办结投诉数", unit: "件" }),
      firstIndicator({ level3: "审批时间缩短率", unit: "%" }),
      firstIndicator({ level3: "缩短办理时间", unit: "天" }),
      firstIndicator({ level3: "减少群众等候时间", unit: "分钟" }),
      firstIndicator({ level3: "压减行政审批时限", unit: "天" }),
      firstIndicator({ level3: "削减污染物排放量", unit: "吨" }),
      firstIndicator({ level3: "犯罪率下降比例", unit: "%" }),
      firstIndicator({ level3: "打击违法犯罪次数" }),
      firstIndicator({ level3: "免费维修时限", unit: "年" }),
      firstIndicator({ level3: "床位利用率", operator: "≤", unit: "%" }),
      firstIndicator({ level3: "处置堤防险情次数" }),
      firstIndicator({ level3: "查处货车超限次数" }),
      firstIndicator({ level3: "受理投诉件数", unit: "件" }),
      firstIndicator({ level3: "污染物达标排放量", unit: "吨" }),
      firstIndicator({ level3: "事故下降率", unit: "%" }),
      firstIndicator({ level3: "不合格率", operator: "≤", unit: "%" }),
      firstIndicator({ level3: "生态用水量", unit: "万立方米" }),
      firstIndicator({ level3: "资产负债率", operator: "≤", unit: "%" }),
      firstIndicator({ level3: "设备使用时间", unit: "小时" }),
    ],
  },
  "target-always-met": {
    fires: [
      { in: firstIndicator({ level3: "新增疫点数量", value: "0" }), at: "2 indicator.value" },
      { in: firstIndicator({ value: "0" }), at: "2 indicator.value", found: "≥0次" },
      {
        in: firstIndicator({ level3: "登记差错率", operator: "≤", value: "99.9", unit: "%" }),
        at: "2 indicator.value",
      },
    ],
    silent: [
      firstIndicator({ level3: "登记差错率", operator: "≤", value: "0.1", unit: "%" }),
      firstIndicator({ level3: "赔付率", operator: "≤", value: "110", unit: "%" }),
      firstIndicator({ operator: "＝", value: "0" }),
      firstIndicator({ operator: "≤", value: "0" }),
      firstIndicator({ level3: "收入增长率", value: "0", unit: "%" }),
      firstIndicator({ value: "0.5" }),
    ],
  },
  "worse-than-last-year": {
    fires: [
      {
        in: firstIndicator({ lastYear: "30次" }),
        at: "2 indicator.value",
        also: ["2 indicator.lastYear"],
      },
      {
        in: furtherIndicators({ ...soundIndicators[3], level3: "群众满意度", value: "80", lastYear: "96%" }),
        at: "6 indicator.value",
      },
      {
        in: firstIndicator({ level3: "管网漏损率", operator: "≤", unit: "%", lastYear: "5%" }),
        at: "2 indicator.value",
        says: "明显高于上年完成值“5%”",
      },
      {
        in: firstIndicator({
          level3: "年均浓度",
          operator: "≤",
          unit: "微克/立方米",
          lastYear: "10微克/立方米",
        }),
        at: "2 indicator.value",
      },
      {
        in: furtherIndicators({
          ...soundIndicators[1],
          level3: "人均培训成本",
          value: "500",
          unit: "元/人",
          lastYear: "51元/人",
        }),
        at: "6 indicator.value",
        says: "明显高于上年完成值“51元/人”",
      },
    ],
    silent: [
      firstIndicator({ lastYear: "13次" }),
      furtherIndicators({
        ...soundIndicators[1],
        level3: "人均培训成本",
        value: "500",
        unit: "元/人",
        lastYear: "300元/人",
      }),
      firstIndicator({ lastYear: "30人" }),
      firstIndicator({ level3: "年均浓度", operator: "≤", unit: "微克/立方米", lastYear: "11微克/立方米" }),
      firstIndicator({ level3: "管网漏损率", operator: "≤", unit: "%", lastYear: "8%" }),
      firstIndicator({ level3: "事故起数", operator: "≤", value: "1", unit: "起", lastYear: "0起" }),
      firstIndicator({ level3: "响应时间", operator: "≤", unit: "小时", lastYear: "3小时" }),
      firstIndicator({ lastYear: "达成目标" }),
      furtherIndicators({ ...soundIndicators[2], level3: "取号时间", value: "5", lastYear: "30分钟" }),
      furtherIndicators({ ...soundIndicators[1], level3: "培训成本", value: "5", lastYear: "30元" }),
    ],
  },
  "last-year-dated-this-year": {
    fires: [{ in: firstIndicator({ lastYear: "2023年6月30日" }), at: "2 indicator.lastYear" }],
    silent: [
      firstIndicator({ lastYear: "2022年6月30日" }),
      firstIndicator({ lastYear: "2023次" }),
      firstIndicator({ lastYear: "30次" }),
    ],
  },
  "month-impossible": {
    fires: [
      {
        in: firstIndicator({ level3: "物资入库月份", value: "14", unit: "月" }),
        at: "2 indicator.value",
        says: "没有“14月”",
      },
    ],
    silent: [
      firstIndicator({ level3: "物资入库月份", value: "12", unit: "月" }),
      firstIndicator({ level3: "免费质保期", value: "24", unit: "月" }),
    ],
  },
  "period-excludes-year": {
    fires: [
      { in: oneProject({ period: "2021年—2022年" }), at: "2 project.period" },
      { in: oneProject({ period: "2022年" }), at: "2 project.period" },
      { in: oneProject({ period: "2024年1月-12月" }), at: "2 project.period" },
    ],
    silent: [
      oneProject({ period: "2022年—2024年" }),
      oneProject({ period: "2023年" }),
      oneProject({ period: "3年" }),
      oneProject({ period: "2021年—2022年", purpose: "支付工程尾款" }),
      oneProject({ period: "2024年—2022年" }),
    ],
  },
  "last-year-in-another-unit": {
    fires: [
      {
        in: firstIndicator({ lastYear: "30人次" }),
        at: "2 indicator.lastYear",
        also: ["2 indicator.value"],
      },
    ],
    silent: [
      firstIndicator({ lastYear: "30次" }),
      firstIndicator({ level3: "每人补助", value: "3", unit: "万元/人", lastYear: "3万元" }),
      firstIndicator({ value: "1.2", unit: "万人", lastYear: "11000人" }),
      firstIndicator({ lastYear: "30" }),
      furtherIndicators({ ...soundIndicators[3], level3: "群众满意度", unit: "百分比", lastYear: "96%" }),
    ],
  },
} satisfies Record<string, RuleCase>;
