/** Mistakes planted in departments of further fields, listed before any rule was read, that no rule found then. */
import { miss, type Planted, plant } from "./planted.ts";

const farming = { in: "nongye", file: "projects.csv" } as const;
const farmingIndicators = { in: "nongye", file: "indicators.csv" } as const;
const farmingFile = { in: "nongye", file: "department.json" } as const;
const justice = { in: "sifa", file: "indicators.csv" } as const;
const justiceFile = { in: "sifa", file: "department.json" } as const;
const veterans = { in: "tuiyi", file: "projects.json" } as const;

export const plantedLater: readonly Planted[] = [
  ...plant("relations", farming, [
    ["改造提升3200亩", "改造提升3000亩", "parts-not-sum-in-text"],
    ["2.10月底前全部完工", "2.11月底前全部完工", "goal-date-differs"],
  ]),
  ...plant("relations", farmingIndicators, [
    ["蔬菜批次,≥,420,", "蔬菜批次,≥,820,", "part-above-whole"],
    ["行政村,＝,62,", "行政村,＝,26,", "goal-figure-differs"],
  ]),
  ...plant("relations", justice, [
    ["按每件1400元", "按每件1600元", "goal-figure-differs"],
    ["按每件300元给予奖补", "按每件500元给予奖补", "goal-figure-differs"],
    ["缩短到7个工作日", "缩短到5个工作日", "goal-figure-differs"],
  ]),
  ...plant("relations", veterans, [
    ["新建4个、提升8个", "新建4个、提升9个", "parts-not-sum-in-text"],
    ["培训退役士兵240人次，人均补助4000元", "培训退役士兵240人次，人均补助3000元", "goal-figure-differs"],
    ["11月底前完成站点验收", "12月底前完成站点验收", "goal-date-differs"],
    ["审核通过后10个工作日内发放", "审核通过后15个工作日内发放", "goal-figure-differs"],
  ]),
  ...plant("time", farmingFile, [["2026年，全县农业", "2025年，全县农业", "prose-year-mismatch"]]),
  ...plant("direction", farmingIndicators, [
    ["收样到出具报告的时间,≤", "收样到出具报告的时间,≥", "direction-unlikely"],
    ["免疫数占应免数的比例,≥", "免疫数占应免数的比例,≤", "direction-unlikely"],
  ]),
  ...plant("direction", justice, [
    ["再犯罪率,≤0.2%", "再犯罪率,≥0.2%", "direction-unlikely"],
    [
      "≤500元/平方米,预算支出标准,510元/平方米",
      "≤500元/平方米,预算支出标准,51元/平方米",
      "worse-than-last-year",
    ],
  ]),
  ...plant("completeness", farmingIndicators, [
    [
      "1307332600000N105E8G2,产出指标,时效指标,检测报告出具时限,收样到出具报告的时间,≤,7,个工作日,工作规范\n",
      "",
      "level2-missing",
    ],
    [
      "1307332600000N108H2K5,产出指标,数量指标,物业服务面积,提供物业服务的办公用房面积,＝,5680,平方米,物业合同\n1307332600000N108H2K5,产出指标,数量指标,配备保安人数,在岗的保安人员,≥,6,人,物业合同\n",
      "",
      "level2-missing",
    ],
    ["时效指标,改造完工时间", "进度指标,改造完工时间", "level2-missing", "level2-unknown"],
    ["培育示范主体数量", "指标1", "level3-is-a-level"],
  ]),
  ...plant("completeness", justice, [
    ["目标3：覆盖全县126个人民调解委员会。", "目标3：（简要描述，不超过100字）", "placeholder-left"],
  ]),
  ...plant("spelling", veterans, [
    ['"附件号": "附件6-4"', '"附件号": "附件6-3"', "annex-number-repeated"],
    [
      '"主管部门": "青岭县退役军人事务局",\n      "实施单位": "青岭县双拥服务中心"',
      '"主管部门": "青岭县民政局",\n      "实施单位": "青岭县双拥服务中心"',
      "department-unlike-others",
    ],
  ]),
  ...plant("spelling", farmingIndicators, [
    ["比例,≥,98,%,监测方案", "比例,≥,98,百分比,监测方案", "spellings-mixed"],
  ]),
  ...plant("spelling", justice, [
    ["调解成功率,≥98%", "调解成功率,>=98%", "spellings-mixed"],
    ["2026,沙泉县司法局,司法所规范化建设", "2026,沙泉县司法,司法所规范化建设", "unit-name-differs"],
  ]),
  ...plant("values", veterans, [
    [
      '"三级指标": "走访慰问人次",\n            "指标值": "≥9000人次"',
      '"三级指标": "走访慰问人次",\n            "指标值": "若干人次"',
      "value-vague",
    ],
  ]),
  ...plant("values", farmingIndicators, [
    ["农机具,≥,620,台（套）", "农机具,6,620,台（套）", "number-called-qualitative"],
  ]),
  ...plant("wording", farming, [["（套），受益农户510户", "（套),受益农户510户", "halfwidth-here-alone"]]),
  miss("time", veterans, {
    from: '"中期目标起止": "2026年—2028年"',
    to: '"中期目标起止": "2025年—2027年"',
    why: "a range of three years that has the budget year; too few projects agree on another",
  }),
  miss("time", veterans, {
    from: "迎接2026年考核验收",
    to: "迎接2024年考核验收",
    why: "what is prepared for in a year that is over may be what remains of it",
  }),
  miss("wording", justiceFile, {
    from: "24小时值班。",
    to: "24小时值班",
    why: "Part 1 may end its paragraphs without a stop",
  }),
];
