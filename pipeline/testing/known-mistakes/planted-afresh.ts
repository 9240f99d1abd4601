/** Mistakes planted in three departments more, listed before any rule was read: those that no rule found then. */
import { miss, type Planted, plant } from "./planted.ts";

const land = { in: "ziran", file: "projects.csv" } as const;
const landIndicators = { in: "ziran", file: "indicators.csv" } as const;
const insurance = { in: "yibao", file: "projects.json" } as const;
const brigade = { in: "xiaofang", file: "indicators.csv" } as const;
const environment = { in: "shengtai", file: "indicators.csv" } as const;

export const plantedAfresh: readonly Planted[] = [
  ...plant("relations", land, [
    ["避险搬迁补助24万元", "避险搬迁补助42万元", "purposes-above-budget"],
    ["由2025年的61%提高到72%", "由2025年的76%提高到72%", "change-against-its-word"],
    ["旱地660亩", "旱地600亩", "parts-not-sum-in-text"],
  ]),
  ...plant("copies", brigade, [
    [
      "配备防护装备数量,=120套,购置计划,80套,5",
      "购置消防车辆数量,=2辆,购置计划,无,15",
      "indicators-twice",
      "weight-total",
    ],
  ]),
  miss("relations", land, {
    from: "每处2名",
    to: "每处3名",
    why: "each and whole stand in one sentence by chance as often as not",
  }),
  miss("relations", land, {
    from: "值班值守153天",
    to: "值班值守135天",
    why: "no other text counts the days between two dates",
  }),
  ...plant("direction", landIndicators, [
    ["收到预警到通知群众的时间,≤", "收到预警到通知群众的时间,≥", "direction-unlikely"],
    ["违法用地占新增建设用地的比例,≤", "违法用地占新增建设用地的比例,≥", "direction-unlikely"],
  ]),
  ...plant("relations", landIndicators, [["≤,75,元/个", "≤,750,元/个", "prices-above-budget"]]),
  ...plant("values", landIndicators, [
    ["登记簿记载差错的比例,≤,0.1,%", "登记簿记载差错的比例,≤,99.9,%", "target-always-met"],
  ]),
  miss("values", landIndicators, {
    from: "形成的电子档案,≥,9800,卷",
    to: "形成的电子档案,≥,9800,件",
    why: "卷, 件 and 份 are used for each other",
  }),
  ...plant("levels", landIndicators, [
    ["效益指标,经济效益指标,农户务工增收金额", "效益指标,生态效益指标,农户务工增收金额", "level3-elsewhere"],
  ]),
  ...plant("completeness", landIndicators, [
    ["质量指标,平台可用率", "质量指标,质量指标", "level3-is-a-level"],
  ]),
  ...plant("wording", land, [
    ["1.编制县级国土空间专项规划", "2.编制县级国土空间专项规划", "goal-numbering-broken"],
  ]),
  ...plant("spelling", land, [
    ["汛期（5月1日至9月30日）", "汛期(5月1日至9月30日）", "bracket-halves-differ"],
  ]),
  ...plant("copies", land, [
    [
      "用于平台运维36万元、测量标志看护2.16万元、数据更新3.84万元",
      "用于村庄规划编制140万元、专项规划编制30万元",
      "purposes-above-budget",
    ],
  ]),
  ...plant("relations", insurance, [
    ["中央财政420元", "中央财政400元", "parts-not-sum-in-text"],
    ['"700元/人"', '"770元/人"', "goal-figure-differs"],
    ['"≥2.3万人"', '"≥3.2万人"', "goal-figure-differs"],
    ['"≥1.8万人次"', '"≥8.1万人次"', "goal-figure-differs"],
  ]),
  ...plant("relations", { ...insurance, everywhere: true }, [
    [
      '"三级指标": "一般故障修复时间",\n            "指标值": "≤4小时"',
      '"三级指标": "一般故障修复时间",\n            "指标值": "≤4天"',
      "goal-unit-differs",
    ],
  ]),
  ...plant("money", insurance, [
    [
      '"资金总额": "7800万元",\n        "财政拨款": "6900万元",\n        "其他资金": "900万元"',
      '"资金总额": "2400万元",\n        "财政拨款": "2200万元",\n        "其他资金": "200万元"',
      "mid-term-money-below-annual",
    ],
  ]),
  miss("money", insurance, {
    from: '"资金总额": "32200万元",\n        "财政拨款": "32200万元"',
    to: '"资金总额": "23200万元",\n        "财政拨款": "23200万元"',
    why: "several budgets pay one price: what a person gets is more than one of them",
  }),
  ...plant("time", insurance, [
    ["2026年—2028年", "2025年—2027年", "mid-term-range-unlike-others"],
    ['"≥15万人次"', '"≥1.5万人次"', "goal-figure-differs"],
  ]),
  ...plant("wording", insurance, [["全覆盖检查", "全覆盖全覆盖检查", "word-doubled"]]),
  ...plant("copies", insurance, [
    [
      '"主管部门": "临河市医疗保障局",\n      "实施单位": "临河市医疗保障事务中心"',
      '"主管部门": "临河区医疗保障局",\n      "实施单位": "临河市医疗保障事务中心"',
      "department-unlike-others",
    ],
    [
      "1.保障平台全年稳定运行，系统可用率达到99.9%，日均结算2.1万笔，医保码激活率由78%提高到82%。",
      "1.救助困难群众5.2万人次，其中住院救助1.1万人次、门诊救助1.8万人次、资助参保2.3万人次。",
      "goal-line-copied",
    ],
  ]),
  ...plant("completeness", insurance, [
    [
      '"1.三年内平台系统可用率每年不低于99.9%，医保码激活率提高到90%。",\n        "2.建立数据安全管理长效机制。"',
      '"无"',
      "goal-missing",
    ],
  ]),
  ...plant("direction", environment, [
    ["PM2.5年均浓度,≤32微克/立方米", "PM2.5年均浓度,≤42微克/立方米", "goal-figure-differs"],
  ]),
  ...plant("relations", environment, [
    ["检查重点排污单位家次,≥160家次", "检查重点排污单位家次,≥1600家次", "goal-figure-differs"],
  ]),
  ...plant("relations", { ...environment, everywhere: true }, [
    ["降至32微克", "降至36微克", "change-against-its-word"],
    ["培训120人次", "培训210人次", "goal-figure-differs"],
    ["铺设管网38公里", "铺设管网38米", "goal-unit-differs"],
  ]),
  miss("wording", environment, {
    from: "用地企业满意度",
    to: "学生满意度",
    why: "whom a project serves is seldom said in its texts",
  }),
];
