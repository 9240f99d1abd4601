/** Cases of the rules on what programs leave in cells, and on dates. */
import { fieldNames } from "../../records/index.ts";
import type { IndicatorDraft } from "../build-project.ts";
import { firstIndicator, oneProject, type RuleCase } from "./rule-case.ts";

/** The first indicator with its sign, value and unit in one cell. */
const value = (text: string, change: IndicatorDraft = {}) =>
  firstIndicator({ operator: null, value: text, unit: null, ...change });

/** These rules look at every cell that the form prints. */
const spec = {
  fields: Object.fromEntries(fieldNames.map((name) => [name, { label: name, required: false, aliases: [] }])),
};

export const damageCases = {
  "spreadsheet-error": {
    spec,
    fires: [
      { in: value("#N/A"), at: "2 indicator.value" },
      { in: value("≥####"), at: "2 indicator.value" },
      { in: firstIndicator({ level3: "＃VALUE！" }), at: "2 indicator.level3" },
      { in: firstIndicator({ unit: "#REF!" }), at: "2 indicator.unit" },
      { in: oneProject({ annual: ["保障运行。", "见 #DIV/0! 表。"] }), at: "2 goals.annual" },
      { in: { overall: ["Err:502"] }, at: "department.json" },
    ],
    silent: [
      oneProject({ name: "1#楼维修", purpose: "3#、4#泳池用电" }),
      value("#3机组"),
      oneProject({ purpose: "C#开发" }),
    ],
  },
  "program-word": {
    spec,
    fires: [
      { in: value("≥null%"), at: "2 indicator.value" },
      { in: value("TRUE"), at: "2 indicator.value" },
      { in: oneProject({ purpose: "[object Object]" }), at: "2 project.purpose" },
      { in: firstIndicator({ unit: "NaN" }), at: "2 indicator.unit" },
    ],
    silent: [
      oneProject({ name: "TRUE健身推广" }),
      value("None类药品目录更新"),
      oneProject({ name: "null值治理" }),
    ],
  },
  "html-entity": {
    spec,
    fires: [
      { in: value("&ge;95%"), at: "2 indicator.value" },
      { in: oneProject({ purpose: "设备&nbsp;采购" }), at: "2 project.purpose" },
      { in: firstIndicator({ unit: "&#37;" }), at: "2 indicator.unit" },
    ],
    silent: [oneProject({ name: "R&D;平台" }), oneProject({ purpose: "A&B两类设备" })],
  },
  timestamp: {
    spec,
    fires: [
      { in: value("2026-03-05T00:00:00"), at: "2 indicator.value" },
      { in: oneProject({ period: "2026/1/1 0:00" }), at: "2 project.period" },
    ],
    silent: [value("2026-03-05前"), oneProject({ period: "2026-01-01至2026-12-31" })],
  },
  ditto: {
    spec,
    fires: [
      { in: value("同上"), at: "2 indicator.value" },
      { in: oneProject({ purpose: "〃" }), at: "2 project.purpose" },
      { in: firstIndicator({ unit: "同上行" }), at: "2 indicator.unit" },
    ],
    silent: [value("同上年持平"), oneProject({ purpose: "同上级部门配套使用" })],
  },
  "power-of-ten": {
    spec,
    fires: [
      { in: value("≥1.2E+04人"), at: "2 indicator.value" },
      { in: value("2e5"), at: "2 indicator.value" },
      { in: firstIndicator({ value: "3.6E+3" }), at: "2 indicator.value" },
    ],
    silent: [oneProject({ code: "1.30304E+20" }), value("E5级"), value("5E级认证")],
  },
  "question-mark": {
    spec,
    fires: [
      { in: value("?90%"), at: "2 indicator.value" },
      { in: firstIndicator({ unit: "m?" }), at: "2 indicator.unit" },
      { in: firstIndicator({ level3: "巡检?次数" }), at: "2 indicator.level3" },
      { in: oneProject({ annual: ["保持路况??好。"] }), at: "2 goals.annual" },
    ],
    silent: [
      oneProject({ annual: ["回答“演什么?在哪里演?”的问题。"] }),
      oneProject({ annual: ["为了谁？依靠谁？"] }),
      oneProject({ purpose: "维护网站 http://a.gov.cn/?id=1" }),
    ],
  },
  "date-impossible": {
    spec,
    fires: [
      { in: value("2026年2月30日前"), at: "2 indicator.value" },
      { in: value("2026.11.31"), at: "2 indicator.value" },
      { in: value("202年12月底"), at: "2 indicator.value" },
      { in: value("25:00前"), at: "2 indicator.value" },
      { in: oneProject({ period: "2026-00-10" }), at: "2 project.period" },
      { in: oneProject({ annual: ["6月31日前完成。"] }), at: "2 goals.annual" },
    ],
    silent: [
      value("2028年2月29日前"),
      value("3年6个月"),
      value("每月31日前"),
      value("25:10"),
      oneProject({ purpose: "软件版本 2026.13.1" }),
    ],
  },
  "date-for-number": {
    spec,
    fires: [
      { in: value("3月5日"), at: "2 indicator.value" },
      { in: value("Jan-12"), at: "2 indicator.value" },
      { in: value("46326"), at: "2 indicator.value" },
      { in: firstIndicator({ value: "2026-03-05" }), at: "2 indicator.value" },
      { in: firstIndicator({ unit: "3月5日" }), at: "2 indicator.unit" },
      { in: value("46326", { level2: "时效指标", level3: "完成时间" }), at: "2 indicator.value" },
    ],
    silent: [
      value("3月5日前"),
      value("3月5日", { level2: "时效指标", level3: "完成情况" }),
      value("12月31日", { level3: "投用时间" }),
      firstIndicator({ value: "46326" }),
      value("2026/12/31", { level2: "质量指标", level3: "项目验收" }),
    ],
  },
} as const satisfies Readonly<Record<string, RuleCase>>;
