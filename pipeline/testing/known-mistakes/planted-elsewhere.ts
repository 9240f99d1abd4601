/**
 * Mistakes planted in departments of other fields, listed before any rule was read: what reviewers are likely to meet,
 * not what the rules look for.
 */
import { miss, type Planted, plant } from "./planted.ts";

const culture = { in: "wenlv", file: "projects.csv" } as const;
const cultureIndicators = { in: "wenlv", file: "indicators.csv" } as const;
const cultureFile = { in: "wenlv", file: "department.json" } as const;
const roads = { in: "jiaotong", file: "indicators.csv" } as const;
const roadsFile = { in: "jiaotong", file: "department.json" } as const;
const welfare = { in: "minzheng", file: "projects.json" } as const;

export const plantedElsewhere: readonly Planted[] = [
  ...plant("relations", culture, [
    ["全年送戏下乡126场", "全年送戏下乡162场", "goal-figure-differs"],
    ["新购图书8600册，年外借", "新购图书6800册，年外借", "goal-figure-differs"],
    ["数字化采集72万元", "数字化采集27万元", "goal-figure-differs"],
    ["配殿840平方米", "配殿480平方米", "parts-not-sum-in-text"],
    ["4月底前上线", "6月底前上线", "goal-date-differs"],
  ]),
  ...plant("relations", cultureIndicators, [
    ["新拍的短片,≥,12", "新拍的短片,≥,21", "goal-figure-differs"],
    ["受理到办结的时间,≤,7", "受理到办结的时间,≤,17", "goal-figure-differs"],
  ]),
  ...plant("relations", roads, [
    ["≤21.6万元/站,预算", "≤26.1万元/站,预算", "prices-above-budget"],
    ["=6000元/公里,预算", "=6600元/公里,预算", "prices-above-budget"],
    ["其中县道236公里", "其中县道263公里", "parts-not-sum-in-text", "project-cells-differ"],
    ["9月30日前建成通车", "11月30日前建成通车", "goal-date-differs", "project-cells-differ"],
    ["投放新能源公交车36辆", "投放新能源公交车63辆", "goal-figure-differs", "project-cells-differ"],
  ]),
  ...plant("relations", cultureFile, [
    ["送戏下乡126场", "送戏下乡216场", "part-one-figure-differs"],
    ["项目预算695.59万元", "项目预算659.59万元", "prose-money-differs"],
    ["共安排5个预算项目", "共安排6个预算项目", "prose-project-count-differs"],
    ["接待游客318万人次", "接待游客381万人次", "part-one-figure-differs"],
  ]),
  ...plant("relations", welfare, [
    ["其中低保家庭520户", "其中低保家庭250户", "parts-not-sum-in-text"],
    ["每户改造补助不超过3000元", "每户改造补助不超过5000元", "goal-figure-differs"],
    ["求助响应时间不超过2小时", "求助响应时间不超过24小时", "goal-figure-differs"],
  ]),
  ...plant("relations", roadsFile, [["改造危桥7座", "改造危桥17座", "part-one-figure-differs"]]),
  ...plant("time", culture, [
    ["全部演出于2026年11月20日前完成", "全部演出于2025年11月20日前完成", "goal-of-another-year"],
  ]),
  ...plant("time", cultureIndicators, [["≤,2026年10月31日", "≤,2027年10月31日", "date-outside-year"]]),
  ...plant("time", roads, [["2026年12月15日前", "2024年12月15日前", "date-outside-year"]]),
  ...plant("time", welfare, [
    ["≥2400户", "≥240户", "goal-figure-differs"],
    ["2026年12月20日前", "2026年12月32日前", "date-impossible"],
    [
      '"老年人满意度",\n            "指标值": "≥92%"',
      '"老年人满意度",\n            "指标值": "≥82%"',
      "mid-term-below-annual",
    ],
  ]),
  miss("time", welfare, {
    from: "2026年—2028年",
    to: "2025年—2027年",
    why: "of three projects two are no rule that the third breaks",
  }),
  ...plant("time", cultureFile, [["2026年，全县", "2025年，全县", "prose-year-mismatch"]]),
  ...plant("direction", roads, [
    ["历史标准,5.4万辆次", "历史标准,5.4%", "last-year-in-another-unit"],
    ["设备故障修复时间,≤24小时", "设备故障修复时间,≥24小时", "direction-unlikely"],
    ["乘客满意度,≥92%", "乘客满意度,≥0%", "target-always-met"],
    ["单车百公里二氧化碳排放,≤", "单车百公里二氧化碳排放,≥", "direction-unlikely"],
    ["≤1.5%,行业标准,1.6%", "≤1.5%,行业标准,0.6%", "worse-than-last-year"],
  ]),
  miss("direction", roads, {
    from: "≥86%,行业标准,84.5%",
    to: "≥86%,行业标准,94.5%",
    why: "targets are floors, and eight points below last year are common",
  }),
  ...plant("direction", cultureIndicators, [
    ["受理到办结的时间,≤", "受理到办结的时间,≥", "direction-unlikely"],
    ["受访游客满意的比例,≥", "受访游客满意的比例,≤", "direction-unlikely"],
    ["全年发生的险情,≤", "全年发生的险情,≥", "direction-unlikely"],
  ]),
  ...plant("direction", welfare, [["≤3000元/户", "≥3000元/户", "cost-at-least"]]),
  ...plant("completeness", cultureIndicators, [
    [
      "1304272600000T301B7K2,产出指标,时效指标,演出任务完成时间,全部场次完成的时间,≤,2026年11月20日,,年度工作计划\n",
      "",
      "level2-missing",
    ],
    ["产出指标,数量指标,举办旅游推介会场次", "产出指标,数量类,举办旅游推介会场次", "level2-unknown"],
    ["送戏下乡的场次,≥,126,场", "送戏下乡的场次,≥,126,", "indicator-unit-missing"],
    ["新购的纸质图书,≥,8600", "新购的纸质图书,≥,", "unit-without-number"],
  ]),
  ...plant("completeness", culture, [
    [
      '"1.举办旅游推介会6场，拍摄宣传短片12部，4月底前上线。\n2.全年接待游客318万人次，旅游综合收入比上年增长8%。"',
      "全域旅游宣传推广",
      "goal-is-a-name",
    ],
    ["用于推介会、宣传短片制作、户外广告投放", "请填写资金用途", "placeholder-left"],
    [
      "1.修缮关帝庙建筑群1860平方米，其中正殿620平方米、配殿840平方米、山门及戏楼400平方米。\n2.",
      "2.",
      "goal-numbering-broken",
    ],
  ]),
  ...plant("completeness", roads, [
    ["老年人免费乘车。", "老年人免费乘车，", "project-cells-differ", "text-cut-short"],
  ]),
  ...plant("completeness", welfare, [
    ["≥800户", "≥**户", "placeholder-left"],
    ['"三级指标": "老年人满意度"', '"三级指标": ""', "indicator-name-missing"],
  ]),
  ...plant("levels", roads, [
    [
      "满意度指标,服务对象满意度指标,乘客满意度",
      "效益指标,服务对象满意度指标,乘客满意度",
      "level2-misplaced",
    ],
  ]),
  ...plant("levels", cultureIndicators, [
    ["产出指标,时效指标,新书上架时限", "产出指标,质量指标,新书上架时限", "level3-elsewhere"],
  ]),
  ...plant("money", roads, [
    ["≤318万元,预算支出标准,305万元,20", "≤318万元,预算支出标准,305万元,10", "weight-total"],
  ]),
  ...plant("money", culture, [
    ["500,000.00", "50,000.00", "total-not-sum"],
    ["20%,55%,90%,100%", "20%,55%,9%,100%", "hebei/schedule-decreasing"],
  ]),
  ...plant("money", welfare, [['"财政拨款": "200万元"', '"财政拨款": "20万元"', "total-not-sum"]]),
  ...plant("copies", welfare, [
    ["附件4-2", "附件3-2", "annex-number-unlike-others"],
    ['"主管部门": "含山县民政局"', '"主管部门": "含山民政局"', "unit-name-differs"],
    [
      "1.三年完成困难老年人家庭适老化改造2400户。",
      "1.完成适老化改造800户，其中低保家庭520户、低收入家庭280户，11月底前完成验收。",
      "goal-figure-differs",
    ],
  ]),
  ...plant("spelling", cultureIndicators, [["演出和电影的观众,≥", "演出和电影的观众,>=", "spellings-mixed"]]),
  ...plant("spelling", culture, [
    ["公共图书馆免费开放与图书购置", "公共图书馆免费开放（与图书购置", "brackets-unmatched"],
    ["修缮关帝庙建筑群1860平方米", "修缮关帝庙建筑群1，860平方米", "fullwidth-comma-in-number"],
  ]),
  ...plant("values", roads, [
    ["=100%,行业标准", "=110%,行业标准", "rate-above-100"],
    ["≥16处", "≥16", "number-without-unit"],
  ]),
  ...plant("values", cultureIndicators, [
    ["验收合格的比例,≥,99", "验收合格的比例,≥,199", "rate-above-100"],
    ["机制健全的程度,,健全", "机制健全的程度,≥,健全", "sign-before-words"],
    ["全年检查,≥,960,家次", "全年检查,≥,960,%", "quantity-not-a-count"],
  ]),
  ...plant("values", welfare, [
    [
      '"改造验收合格率",\n            "指标值": "100%"',
      '"改造验收合格率",\n            "指标值": "较好"',
      "value-vague",
    ],
  ]),
  ...plant("wording", culture, [
    [
      "农村观众满意度不低于90%。",
      "农村观众满意度不低于90%。联系人王志强，电话13833012345。",
      "mobile-number",
    ],
    [
      "用于执法检查、执法培训、案卷评查",
      "用于执法检查、执法培训、案卷评查，账号6222020402001234564",
      "bank-card",
    ],
    ["图书馆全年开放", "图书馆全年全年开放", "word-doubled"],
  ]),
  ...plant("wording", roads, [
    ["竣工资料", "竣工资料（经办人身份证号130427198503120010）", "identity-number"],
  ]),
  ...plant("wording", welfare, [
    ["开展街面巡查730次", "开展开展街面巡查730次", "word-doubled"],
    ["2.每户改造", "3.每户改造", "goal-numbering-broken"],
  ]),
  ...plant("wording", cultureIndicators, [["图书验收合格率", "图书验收合格率率", "word-doubled"]]),
  ...plant("wording", cultureFile, [["加强项目管理，", "加强项目管理,", "halfwidth-here-alone"]]),
];
