/** Of each rule an example that it finds, and the same put right: cells as a unit would fill them in. */
import type { RuleCode } from "./rules.ts";

/** Cells by the headers of their columns; "" leaves one blank. */
export type ExampleCells = Readonly<Record<string, string>>;

export type ExampleProject = {
  /** What differs from a project in which no rule finds anything, its first indicator included. */
  readonly cells?: ExampleCells;
  /** Its only indicators. */
  readonly indicators?: readonly ExampleCells[];
  /** Further indicators. */
  readonly more?: readonly ExampleCells[];
};

/** The first project is a sound one if nothing is said of it. */
export type ExampleData = {
  readonly projects?: readonly ExampleProject[];
  /** A row below them. */
  readonly total?: ExampleCells;
  /** Keys of department.json. */
  readonly department?: Readonly<Record<string, unknown>>;
};

export type RuleExample = {
  /** The form whose columns it takes; else Hebei's. */
  readonly form?: "anhui" | "xinjiang" | "jiankong";
  /** What has to be set for it, as in department.json. */
  readonly setting?: Readonly<Record<string, unknown>>;
  readonly wrong: ExampleData;
  readonly right: ExampleData;
};

type Sides = Pick<RuleExample, "wrong" | "right">;

function cells(wrong: ExampleCells, right: ExampleCells): Sides {
  return { wrong: { projects: [{ cells: wrong }] }, right: { projects: [{ cells: right }] } };
}

/** The same cell with two texts. */
function cell(header: string, wrong: string, right: string): Sides {
  return cells({ [header]: wrong }, { [header]: right });
}

function goal(wrong: string, right: string): Sides {
  return cell("绩效目标", wrong, right);
}

/** Sign, value and unit in one cell. */
function whole(wrong: string, right: string): RuleExample {
  return { form: "xinjiang", ...cell("指标值", wrong, right) };
}

function indicators(wrong: readonly ExampleCells[], right: readonly ExampleCells[]): Sides {
  return { wrong: { projects: [{ indicators: wrong }] }, right: { projects: [{ indicators: right }] } };
}

function more(wrong: readonly ExampleCells[], right: readonly ExampleCells[]): Sides {
  return { wrong: { projects: [{ more: wrong }] }, right: { projects: [{ more: right }] } };
}

function projects(wrong: readonly ExampleCells[], right: readonly ExampleCells[]): Sides {
  const each = (all: readonly ExampleCells[]) => ({ projects: all.map((one) => ({ cells: one })) });
  return { wrong: each(wrong), right: each(right) };
}

function department(key: string, wrong: unknown, right: unknown): Sides {
  return { wrong: { department: { [key]: wrong } }, right: { department: { [key]: right } } };
}

function row(level1: string, level2: string, level3: string, [operator, value, unit]: readonly string[]) {
  return {
    一级指标: level1,
    二级指标: level2,
    三级指标: level3,
    指标符号: operator ?? "",
    指标值: value ?? "",
    计量单位: unit ?? "",
  };
}
const output = (level3: string, ...value: readonly string[]) => row("产出指标", "数量指标", level3, value);
const timely = (level3: string, ...value: readonly string[]) => row("产出指标", "时效指标", level3, value);
const cost = (level3: string, ...value: readonly string[]) => row("成本指标", "经济成本指标", level3, value);
const benefit = (level3: string, ...value: readonly string[]) =>
  row("效益指标", "社会效益指标", level3, value);
const satisfaction = (level3: string, ...value: readonly string[]) =>
  row("满意度指标", "服务对象满意度指标", level3, value);

const visits = output("巡检次数", "≥", "12", "次");
const costs = cost("运维成本", "≤", "6000", "元");
const waiting = benefit("办事等候时间", "≤", "10", "分钟");
const satisfied = satisfaction("参保人员满意度", "≥", "90", "%");

/** The same four in a form that gives each a weight. */
const weighed = (...weights: readonly string[]) =>
  [visits, costs, waiting, satisfied].map((one, index) => ({
    ...one,
    指标值: one.指标符号 + one.指标值 + one.计量单位,
    指标符号: "",
    计量单位: "",
    指标值设置依据: "计划标准",
    指标分值权重: weights[index] ?? "",
    指标赋分规则: index === 3 ? "满意度赋分" : "按照完成比例赋分",
    佐证资料: "工作资料",
  }));

const law = {
  项目编码: "13030421SC4NEGNUQ8M49",
  项目名称: "法律服务费",
  绩效目标: "提供法律咨询，审查合同。",
};
const audit = { 项目编码: "13030421VHHUFFZ6MQ3YB", 项目名称: "内部审计费", 绩效目标: "完成内部审计。" };

/** Names that all end at the width of eight characters, as a system leaves them that cuts there. */
const cutNames = [
  "城乡居民参保缴费",
  "各项医疗保险基金",
  "重复参保人员清理",
  "提高医保政策知晓",
  "办公大楼日常运行",
];
const wholeNames = [
  "城乡居民参保缴费人数",
  "各项医疗保险基金支出",
  "重复参保人数",
  "医保政策知晓率",
  "办公大楼日常运行保障",
];
const named = (names: readonly string[]) => names.map((name) => benefit(name, "≥", "95", "%"));

const based = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...benefit(`办结率${index + 1}`, "≥", "95", "%"),
    指标值确定依据: "计划标准",
  }));

const levelled = ["巡检", "检修", "保养", "培训"].map((thing) => output(`${thing}次数`, "≥", "12", "次"));
const stopped = based(12).map((one, index) => ({ ...one, 指标值确定依据: `计划标准，第${index + 1}条` }));
const described = (cells: ExampleCells): ExampleCells => ({
  ...cells,
  绩效指标描述: `${cells.三级指标}的说明`,
});

/** Five projects of one department, one text of each given. */
function five(header: string, texts: readonly string[]): readonly ExampleCells[] {
  return texts.map((text, index) => ({
    项目编码: `13030421149DE4SESSX5${index}`,
    项目名称: `云平台${index + 1}期`,
    [header]: text,
  }));
}

/** Four projects have the right text, and so has the fifth once it is put right. */
function lastOfFive(header: string, wrong: string, right: string): Sides {
  const all = [right, right, right, right, right];
  return projects(five(header, all.with(4, wrong)), five(header, all));
}

const notApplicable = { 三级指标: "无", 指标符号: "", 指标值: "无", 计量单位: "" };
const measured = { 一级指标: "满意度指标", 二级指标: "服务对象满意度指标", 三级指标: "患者满意度" };
const partOne = (...items: readonly (readonly [string, ...string[]])[]) => ({
  分项绩效目标: items.map(([name, ...goals]) => ({ 名称: name, 绩效目标: goals })),
});
/** Part 1 and the projects say the same. */
const agreeing: ExampleData = {
  department: partOne(
    ["云平台运行维护费", "保障云平台全年稳定运行。"],
    ["法律服务费", "提供法律咨询，审查合同。"],
  ),
  projects: [{}, { cells: law }],
};

/** A rule without an example does not compile. */
export const ruleExamples: Readonly<Record<RuleCode, RuleExample>> = {
  "required-field-missing": cell("资金用途", "", "用于云平台租赁和维护。"),
  "department-fact-missing": department("年度", null, 2026),
  "form-check-idle": { form: "jiankong", ...cell("全年预计执行数（元）", "", "6000") },
  "code-malformed": cell("项目编码", "3030421149DE4SESSX5B", "13030421149DE4SESSX5B"),
  "code-mangled": cell("项目编码", "1.30304E+20", "13030421149DE4SESSX5B"),
  "code-duplicated": {
    wrong: {
      projects: [
        { indicators: [] },
        { cells: { ...law, 项目编码: "13030421149DE4SESSX5B" }, indicators: [] },
      ],
    },
    right: { projects: [{ indicators: [] }, { cells: law, indicators: [] }] },
  },
  "code-region-unlike-others": projects(
    five("资金用途", ["甲", "乙", "丙", "丁", "戊"]).with(4, { ...law, 项目编码: "13099921SC4NEGNUQ8M49" }),
    five("资金用途", ["甲", "乙", "丙", "丁", "戊"]).with(4, law),
  ),
  "name-duplicated": projects([{}, { ...law, 项目名称: "云平台运行维护费" }], [{}, law]),
  "unit-name-differs": {
    wrong: {
      department: { 单位名称: "市医疗保障局（本级）" },
      projects: [{ cells: { 单位名称: "市医疗保障局(本级)" } }],
    },
    right: {
      department: { 单位名称: "市医疗保障局（本级）" },
      projects: [{ cells: { 单位名称: "市医疗保障局（本级）" } }],
    },
  },
  "unit-unlike-others": lastOfFive("单位名称", "市医疗保障局", "市医疗保障局本级"),
  "department-unlike-others": {
    form: "anhui",
    ...lastOfFive("主管部门", "市民政局", "市医疗保障局"),
  },
  "annex-number-repeated": {
    form: "anhui",
    ...projects(
      five("附件号", ["附件2-1", "附件2-2", "附件2-3", "附件2-3"]),
      five("附件号", ["附件2-1", "附件2-2", "附件2-3", "附件2-4"]),
    ),
  },
  "annex-number-unlike-others": {
    form: "anhui",
    ...projects(
      five("附件号", ["附件2-1", "附件2-2", "附2-3", "附件2-4"]),
      five("附件号", ["附件2-1", "附件2-2", "附件2-3", "附件2-4"]),
    ),
  },
  "goal-missing": goal("", "保障云平台全年稳定运行。"),
  "goal-numbering-broken": goal(
    "1.保障运行；\n2.更换设备；\n4.开展巡检。",
    "1.保障运行；\n2.更换设备；\n3.开展巡检。",
  ),
  "goal-without-stop": goal("1.保障运行；\n2.提高享受人员待遇生", "1.保障运行；\n2.提高享受人员待遇。"),
  "goal-is-a-name": goal("1.保障云平台运行\n2.群众满意度", "1.保障云平台运行\n2.群众满意度达到 90%"),
  "goal-figure-differs": goal("完成巡检15次，保障平台稳定运行。", "完成巡检12次，保障平台稳定运行。"),
  "goal-unit-differs": {
    wrong: {
      projects: [
        { cells: { 绩效目标: "铺设管网38公里。" }, more: [output("铺设管网长度", "≥", "38", "米")] },
      ],
    },
    right: {
      projects: [
        { cells: { 绩效目标: "铺设管网38公里。" }, more: [output("铺设管网长度", "≥", "38", "公里")] },
      ],
    },
  },
  "goal-date-differs": {
    wrong: {
      projects: [
        {
          cells: { 绩效目标: "6月底前完成平台升级。" },
          more: [timely("平台升级完成时间", "≤", "2026年9月30日", "")],
        },
      ],
    },
    right: {
      projects: [
        {
          cells: { 绩效目标: "9月底前完成平台升级。" },
          more: [timely("平台升级完成时间", "≤", "2026年9月30日", "")],
        },
      ],
    },
  },
  "goal-money-differs": goal("年度预算7000元，用于云平台。", "年度预算6000元，用于云平台。"),
  "goal-of-another-year": goal("2025年，完成巡检。", "2026年，完成巡检。"),
  "goal-copied": projects([{}, { ...law, 绩效目标: "保障云平台全年稳定运行。" }], [{}, law]),
  "description-of-another": indicators(
    [visits, benefit("办件数量", "≥", "95", "件"), waiting].map((one, index) => ({
      ...one,
      绩效指标描述: ["全年巡检次数", "全年巡检次数", "等候时间"][index] ?? "",
    })),
    [visits, benefit("办件数量", "≥", "95", "件"), waiting].map((one, index) => ({
      ...one,
      绩效指标描述: ["全年巡检次数", "全年办件数量", "等候时间"][index] ?? "",
    })),
  ),
  "goal-line-copied": projects(
    [
      { 绩效目标: "1.保障平台运行。\n2.维护站点126个，走访群众3200人。" },
      { ...law, 绩效目标: "1.提供法律咨询。\n2.维护站点126个，走访群众3200人。" },
    ],
    [
      { 绩效目标: "1.保障平台运行。\n2.维护站点126个，走访群众3200人。" },
      { ...law, 绩效目标: "1.提供法律咨询。\n2.审查合同260份，走访企业120家。" },
    ],
  ),
  "goal-same-for-both-horizons": {
    form: "anhui",
    ...cells(
      { 中期目标: "每年开展宣传活动，提升服务。", 年度目标: "每年开展宣传活动，提升服务。" },
      { 中期目标: "三年内服务全面提升。", 年度目标: "开展宣传活动3次，提升服务。" },
    ),
  },
  "shares-mixed": projects(
    [{}, { ...law, "3月底": "0.25", "6月底": "0.5", "10月底": "0.75", "12月底": "1" }],
    [{}, { ...law, "3月底": "25%", "6月底": "50%", "10月底": "75%", "12月底": "100%" }],
  ),
  "title-year-mismatch": department(
    "标题",
    "市医疗保障局2025年部门预算绩效文本",
    "市医疗保障局2026年部门预算绩效文本",
  ),
  "period-excludes-year": { form: "anhui", ...cell("项目期", "2024年—2025年", "2026年—2027年") },
  "period-reversed": { form: "anhui", ...cell("项目期", "2026年12月—2026年1月", "2026年1月—2026年12月") },
  "year-not-a-year": department("年度", "二〇二六", "2026"),
  "project-year-mismatch": { form: "anhui", ...cell("年度", "2025", "2026") },
  "mid-term-range-excludes-year": {
    form: "anhui",
    ...cell("中期目标起止", "2027年—2029年", "2026年—2028年"),
  },
  "mid-term-range-unlike-others": {
    form: "anhui",
    ...lastOfFive("中期目标起止", "2025年—2027年", "2026年—2028年"),
  },
  "money-units-mixed": cell("其中：财政资金（元）", "0.5万元", "5000"),
  "money-unit-differs": {
    form: "anhui",
    ...cells({ "年度资金总额（元）": "6000" }, { "年度资金总额（万元）": "0.6" }),
  },
  "prose-project-count-differs": department(
    "总体绩效目标",
    ["2026年共安排12个预算项目。"],
    ["2026年共安排1个预算项目。"],
  ),
  "prose-money-differs": department("总体绩效目标", ["项目支出预算共5万元。"], ["项目支出预算共0.6万元。"]),
  "part-one-projects-differ": {
    wrong: { ...agreeing, projects: [{}, { cells: law }, { cells: audit }] },
    right: agreeing,
  },
  "part-one-order-differs": {
    wrong: {
      department: partOne(
        ["法律服务费", "提供法律咨询，审查合同。"],
        ["云平台运行维护费", "保障云平台全年稳定运行。"],
      ),
      projects: [{}, { cells: law }],
    },
    right: agreeing,
  },
  "part-one-goals-differ": {
    wrong: {
      department: partOne(["云平台运行维护费", "及时发放。"], ["法律服务费", "提供法律咨询，审查合同。"]),
      projects: [{}, { cells: law }],
    },
    right: agreeing,
  },
  "part-one-figure-differs": department("总体绩效目标", ["全年完成巡检20次。"], ["全年完成巡检12次。"]),
  "prose-year-mismatch": department(
    "总体绩效目标",
    ["按照2025年部门预算安排，完成各项任务。"],
    ["按照2026年部门预算安排，完成各项任务。"],
  ),
  "budget-negative": cells(
    { "预算数（元）": "-6000", "其中：财政资金（元）": "-5000", "其他资金（元）": "-1000" },
    { "预算数（元）": "6000", "其中：财政资金（元）": "5000", "其他资金（元）": "1000" },
  ),
  // Without an indicator of costs, which would be above it.
  "budget-zero": {
    wrong: {
      projects: [
        {
          cells: { "预算数（元）": "0", "其中：财政资金（元）": "0", "其他资金（元）": "0" },
          indicators: [visits, waiting, satisfied],
        },
      ],
    },
    right: {
      projects: [
        {
          cells: { "预算数（元）": "6000", "其中：财政资金（元）": "5000", "其他资金（元）": "1000" },
          indicators: [visits, waiting, satisfied],
        },
      ],
    },
  },
  "total-not-sum": cell("预算数（元）", "7000", "6000"),
  "mid-term-money-below-annual": {
    form: "anhui",
    ...cells(
      { "中期资金总额（元）": "5000", "年度资金总额（元）": "6000" },
      { "中期资金总额（元）": "18000", "年度资金总额（元）": "6000" },
    ),
  },
  "source-blank": projects([{}, { ...law, "预算数（元）": "5000", "其他资金（元）": "" }], [{}, law]),
  "printed-parts-not-sum": cells(
    { "预算数（元）": "7300", "其中：财政资金（元）": "3650", "其他资金（元）": "3650" },
    { "预算数（元）": "7300", "其中：财政资金（元）": "3700", "其他资金（元）": "3600" },
  ),
  "department-as-project": projects([{}, { ...law, 项目名称: "部门整体支出" }], [{}, law]),
  "department-total-mismatch": department("预算合计", "13000元", "6000元"),
  "stated-total-mismatch": {
    wrong: { projects: [{}, { cells: law }], total: { 项目名称: "合计", "预算数（元）": "13000" } },
    right: { projects: [{}, { cells: law }], total: { 项目名称: "合计", "预算数（元）": "12000" } },
  },
  "cost-ten-thousand-times-off": indicators(
    [visits, cost("运维成本", "≤", "6000", "万元"), waiting, satisfied],
    [visits, costs, waiting, satisfied],
  ),
  "cost-above-budget": indicators(
    [visits, cost("项目总成本", "≤", "7000", "元"), waiting, satisfied],
    [visits, cost("项目总成本", "≤", "6000", "元"), waiting, satisfied],
  ),
  "cost-below-budget": indicators(
    [visits, cost("项目总成本", "≤", "4000", "元"), waiting, satisfied],
    [visits, cost("项目总成本", "≤", "6000", "元"), waiting, satisfied],
  ),
  "prices-above-budget": indicators(
    [visits, cost("巡检单价", "≤", "600", "元/次"), waiting, satisfied],
    [visits, cost("巡检单价", "≤", "500", "元/次"), waiting, satisfied],
  ),
  "indicators-missing": indicators([], [visits, costs, waiting, satisfied]),
  "indicators-copied": projects([{}, law], [{}, { ...law, 三级指标: "咨询次数" }]),
  "indicators-nearly-copied": {
    wrong: {
      projects: [
        { more: named(["办结率", "知晓率", "公开率"]) },
        { cells: law, more: named(["办结率", "知晓率", "回访率"]) },
      ],
    },
    right: {
      projects: [
        { more: named(["办结率", "知晓率", "公开率"]) },
        {
          cells: law,
          indicators: [
            output("咨询次数", "≥", "20", "次"),
            output("审查合同份数", "≥", "30", "份"),
            benefit("败诉率", "≤", "5", "%"),
            satisfaction("咨询人员满意度", "≥", "90", "%"),
          ],
        },
      ],
    },
  },
  "values-all-equal": indicators(
    [
      output("巡检覆盖率", "≥", "90", "%"),
      benefit("办结率", "≥", "90", "%"),
      benefit("知晓率", "≥", "90", "%"),
      benefit("公开率", "≥", "90", "%"),
      satisfied,
    ],
    [visits, costs, waiting, benefit("知晓率", "≥", "85", "%"), satisfied],
  ),
  "output-missing": indicators([costs, waiting, satisfied], [visits, costs, waiting, satisfied]),
  "benefit-missing": indicators([visits, costs, satisfied], [visits, costs, waiting, satisfied]),
  "satisfaction-missing": indicators([visits, costs, waiting], [visits, costs, waiting, satisfied]),
  "cost-missing": indicators([visits, waiting, satisfied], [visits, costs, waiting, satisfied]),
  "level2-missing": {
    setting: { kinds: ["数量", "时效"] },
    ...more([], [timely("故障响应时间", "≤", "30", "分钟")]),
  },
  "level2-misplaced": cell("二级指标", "社会效益指标", "数量指标"),
  "level2-misspelt": indicators(
    [...levelled, { ...visits, 二级指标: "数量标准", 三级指标: "维修次数" }],
    [...levelled, { ...visits, 三级指标: "维修次数" }],
  ),
  "level2-unknown": cell("二级指标", "数里指标", "数量指标"),
  "blank-row": more([{ ...benefit("", "", "", ""), 指标值确定依据: "计划标准" }], []),
  "indicator-name-missing": cell("三级指标", "", "巡检次数"),
  "level3-too-long": {
    setting: { expect: 20 },
    ...cell("三级指标", "全市医疗保障信息平台全年按计划开展的巡检和维护的次数", "信息平台巡检次数"),
  },
  "project-name-as-indicator": cell("三级指标", "云平台运行维护费", "巡检次数"),
  "purpose-repeats-name": projects(
    [
      { 资金用途: "云平台运行维护费" },
      { ...law, 资金用途: "法律服务费" },
      { ...audit, 资金用途: "聘请会计师事务所" },
    ],
    [
      { 资金用途: "租赁云平台" },
      { ...law, 资金用途: "聘请律师" },
      { ...audit, 资金用途: "聘请会计师事务所" },
    ],
  ),
  "level3-repeated": more(
    [benefit("办事等候时间", "≤", "8", "分钟")],
    [benefit("电话等候时间", "≤", "8", "分钟")],
  ),
  "level3-repeated-when-cut": more(
    [...named(cutNames.slice(0, 4)), benefit("城乡居民参保缴费", "≥", "80", "%")],
    named(wholeNames),
  ),
  "names-cut-at-one-width": indicators(
    [visits, costs, ...named(cutNames), satisfied],
    [visits, costs, ...named(wholeNames), satisfied],
  ),
  "name-cut-inside-word": more(
    [satisfaction("参保单位满意度", "≥", "90", "%"), satisfaction("参保单位满", "≥", "90", "%")],
    [satisfaction("参保单位满意度", "≥", "90", "%"), satisfaction("参保个人满意度", "≥", "90", "%")],
  ),
  "name-cut-short": more(
    named(["医疗服务价格政策培训和外", "医疗服务价格政策培训和外出交流"]),
    named(["医疗服务价格政策培训", "医疗服务价格政策外出交流"]),
  ),
  "level3-is-a-level": more([benefit("社会效益", "≥", "95", "%")], [benefit("政策知晓率", "≥", "95", "%")]),
  "level3-elsewhere": cells(
    { 二级指标: "数量指标", 三级指标: "故障响应时间", 指标符号: "≤", 指标值: "30", 计量单位: "分钟" },
    { 二级指标: "时效指标", 三级指标: "故障响应时间", 指标符号: "≤", 指标值: "30", 计量单位: "分钟" },
  ),
  "level3-numbering-broken": indicators(
    [visits, costs, ...named(["1.知晓率", "3.公开率"]), satisfied],
    [visits, costs, ...named(["1.知晓率", "2.公开率"]), satisfied],
  ),
  "weight-total": { form: "xinjiang", ...cell("指标分值权重", "34", "40") },
  "weight-split": {
    form: "xinjiang",
    setting: { split: [{ 产出: 40, 成本: 20, 效益: 20, 满意度: 10 }] },
    ...indicators(weighed("35", "25", "20", "10"), weighed("40", "20", "20", "10")),
  },
  "weight-not-a-number": { form: "xinjiang", ...cell("指标分值权重", "四十", "40") },
  "weight-out-of-range": {
    form: "xinjiang",
    ...indicators(weighed("50", "10", "20", "10"), weighed("40", "20", "20", "10")),
  },
  "scoring-rule-unsuited": {
    form: "xinjiang",
    ...cell("指标赋分规则", "满意度赋分", "按照完成比例赋分"),
  },
  "indicator-value-missing": cells(
    { 指标符号: "", 指标值: "", 计量单位: "" },
    { 指标符号: "≥", 指标值: "12", 计量单位: "次" },
  ),
  "indicator-unit-missing": cell("计量单位", "", "次"),
  "cell-blank-here-alone": indicators(
    [...based(16).map(described), based(17)[16] ?? {}],
    based(17).map(described),
  ),
  "basis-blank-here-alone": indicators([...based(21), benefit("知晓率", "≥", "95", "%")], based(22)),
  "number-without-unit": whole("≥12", "≥12次"),
  "value-not-parsed": whole("≥2次6次", "≥6次"),
  "value-without-number": whole("≥%", "≥95%"),
  "value-letter-in-number": whole("9O次", "90次"),
  "value-signs-contradict": whole("≥98次以下", "≥98次"),
  "value-sign-twice": whole("==12次", "=12次"),
  "value-unit-twice": whole("12次次", "12次"),
  "value-range-reversed": whole("98%-95%", "95%-98%"),
  "value-without-words": whole("abc", "12次"),
  "value-cut-short": whole("每季度结束后的，", "每季度结束后10日内"),
  "unit-without-number": cells(
    { ...notApplicable, 指标值: "", 计量单位: "百分比" },
    { 指标值: "12", 计量单位: "次" },
  ),
  "not-applicable-with-unit": cells({ 指标值: "无" }, { ...notApplicable, 三级指标: "巡检次数" }),
  "sign-before-words": cells(
    { 指标值: "健全", 计量单位: "" },
    { 指标符号: "定性", 指标值: "健全", 计量单位: "" },
  ),
  "number-called-qualitative": cells({ 指标符号: "定性" }, { 指标符号: "≥" }),
  "not-applicable-row": cells(notApplicable, { 三级指标: "巡检次数", 指标值: "12" }),
  "name-unit-disagree": cells(
    { 三级指标: "参保人数", 计量单位: "%" },
    { 三级指标: "参保人数", 计量单位: "万人" },
  ),
  "cost-in-percent": cells(
    { 二级指标: "成本指标", 三级指标: "培训费用", 指标符号: "≤", 指标值: "100", 计量单位: "%" },
    { 二级指标: "成本指标", 三级指标: "培训费用控制率", 指标符号: "≤", 指标值: "100", 计量单位: "%" },
  ),
  "rate-above-100": cells(
    { 三级指标: "参保率", 指标值: "105", 计量单位: "%" },
    { 三级指标: "参保率", 指标值: "95", 计量单位: "%" },
  ),
  "cost-at-least": cells(
    { 二级指标: "成本指标", 三级指标: "培训费用", 指标符号: "≥", 指标值: "0.1", 计量单位: "万元" },
    { 二级指标: "成本指标", 三级指标: "培训费用", 指标符号: "≤", 指标值: "0.1", 计量单位: "万元" },
  ),
  "value-vague": cells(
    { 三级指标: "工作完成情况", 指标符号: "", 指标值: "完成工作任务", 计量单位: "" },
    { 三级指标: "巡检次数", 指标符号: "≥", 指标值: "12", 计量单位: "次" },
  ),
  "benefit-vague": more([benefit("业务能力", "", "持续影响", "")], [benefit("业务办结率", "≥", "95", "%")]),
  "quantity-not-a-count": cells(
    { 三级指标: "检查合格率", 指标值: "95", 计量单位: "%" },
    { 三级指标: "检查单位数", 指标值: "95", 计量单位: "家" },
  ),
  "satisfaction-approximate": cells(
    { ...measured, 指标符号: "≈", 指标值: "90", 计量单位: "%" },
    { ...measured, 指标符号: "≥", 指标值: "90", 计量单位: "%" },
  ),
  "satisfaction-below-floor": cells(
    { ...measured, 指标符号: "≥", 指标值: "50", 计量单位: "%" },
    { ...measured, 指标符号: "≥", 指标值: "90", 计量单位: "%" },
  ),
  "satisfaction-not-quantified": cells(
    { ...measured, 指标符号: "", 指标值: "考核满意", 计量单位: "" },
    { ...measured, 指标符号: "≥", 指标值: "90", 计量单位: "%" },
  ),
  "direction-unlikely": cells(
    { 二级指标: "时效指标", 三级指标: "故障响应时间", 指标符号: "≥", 指标值: "30", 计量单位: "分钟" },
    { 二级指标: "时效指标", 三级指标: "故障响应时间", 指标符号: "≤", 指标值: "30", 计量单位: "分钟" },
  ),
  "target-always-met": cell("指标值", "0", "12"),
  "mid-term-below-annual": {
    form: "anhui",
    ...more(
      [{ ...output("巡检次数"), 指标值: "≥10次", 目标类型: "中期" }],
      [{ ...output("巡检次数"), 指标值: "≥36次", 目标类型: "中期" }],
    ),
  },
  "worse-than-last-year": { form: "xinjiang", ...cell("上年完成值", "30次", "11次") },
  "last-year-in-another-unit": { form: "xinjiang", ...cell("上年完成值", "11人", "11次") },
  "last-year-dated-this-year": {
    form: "xinjiang",
    ...cell("上年完成值", "2026年6月30日", "2025年6月30日"),
  },
  "month-impossible": more(
    [timely("验收完成时间", "≤", "14", "月")],
    [timely("验收完成时间", "≤", "4", "月")],
  ),
  "date-impossible": more(
    [timely("完成时间", "", "2026年2月30日前", "")],
    [timely("完成时间", "", "2026年2月28日前", "")],
  ),
  "date-for-number": cells(
    { 指标符号: "", 指标值: "3月5日", 计量单位: "" },
    { 指标符号: "", 指标值: "3-5次", 计量单位: "" },
  ),
  "date-after-period": {
    form: "anhui",
    wrong: {
      projects: [
        {
          cells: { 项目期: "2026年1月—2026年12月" },
          more: [{ ...timely("完成时间"), 指标值: "2027年3月底前", 目标类型: "年度" }],
        },
      ],
    },
    right: {
      projects: [
        {
          cells: { 项目期: "2026年1月—2026年12月" },
          more: [{ ...timely("完成时间"), 指标值: "2026年12月底前", 目标类型: "年度" }],
        },
      ],
    },
  },
  "date-outside-year": more(
    [timely("升级完成时间", "", "2025年6月底前", "")],
    [timely("升级完成时间", "", "2026年6月底前", "")],
  ),
  "spreadsheet-error": cell("指标值", "#N/A", "12"),
  "program-word": cell("计量单位", "NaN", "次"),
  "html-entity": cell("资金用途", "设备&nbsp;采购", "设备采购"),
  timestamp: { form: "anhui", ...cell("项目期", "2026/12/31 0:00", "2026年") },
  ditto: cell("计量单位", "同上", "次"),
  "power-of-ten": cell("指标值", "1.2E+04", "12000"),
  "question-mark": cell("三级指标", "巡检?次数", "巡检次数"),
  "text-too-long": goal("保障云平台平稳运行。".repeat(201), "保障云平台平稳运行。"),
  "placeholder-left": goal("为XX县提供云平台服务。", "为北戴河区提供云平台服务。"),
  "character-wrong": goal("设备验收合各率达到100%。", "设备验收合格率达到100%。"),
  "character-unlike-others": lastOfFive("资金用途", "用于云平抬", "用于云平台"),
  "word-doubled": goal("增加增加参保人数。", "增加参保人数。"),
  "halfwidth-here-alone": {
    wrong: { projects: [{ cells: { 绩效目标: "保障运行,提高效率。" }, more: stopped }] },
    right: { projects: [{ cells: { 绩效目标: "保障运行，提高效率。" }, more: stopped }] },
  },
  "halfwidth-punctuation": goal("保障运行,提高效率。", "保障运行，提高效率。"),
  "document-number-brackets": goal("按巴财社[2022]105号执行。", "按巴财社〔2022〕105号执行。"),
  "fullwidth-comma-in-number": goal("安排6，000元。", "安排6,000元。"),
  "bracket-halves-differ": goal("维护（含备件)，全年。", "维护（含备件），全年。"),
  "brackets-unmatched": goal("维护（含备件，全年。", "维护（含备件），全年。"),
  "punctuation-repeated": goal("保障运行，。", "保障运行。"),
  "text-cut-short": cell("资金用途", "用于租赁、", "用于租赁、维护。"),
  "space-inside-words": cell("三级指标", "单 位数量", "单位数量"),
  "spellings-mixed": {
    form: "xinjiang",
    ...more([{ ...benefit("办结率"), 指标值: ">=95%" }], [{ ...benefit("办结率"), 指标值: "≥95%" }]),
  },
  "accounting-dash": cells(
    { "预算数（元）": "5000", "其他资金（元）": "-" },
    { "预算数（元）": "5000", "其他资金（元）": "0" },
  ),
  "change-against-its-word": goal("覆盖率由76%提高到72%。", "覆盖率由72%提高到76%。"),
  "purposes-above-budget": cell(
    "资金用途",
    "用于云平台租赁0.5万元、维护费0.2万元。",
    "用于云平台租赁0.5万元、维护费0.1万元。",
  ),
  "parts-not-sum-in-text": goal(
    "建设站点20个，其中东区12个、西区9个。",
    "建设站点20个，其中东区12个、西区8个。",
  ),
  "part-above-whole": more(
    [output("检测批次", "≥", "800", "批次"), output("其中：蔬菜检测批次", "≥", "820", "批次")],
    [output("检测批次", "≥", "800", "批次"), output("其中：蔬菜检测批次", "≥", "420", "批次")],
  ),
  "identity-number": goal("联系人身份证11010519491231002X。", "联系人见名册。"),
  "bank-card": goal("开户行卡号6222021234567890128。", "账户见合同。"),
  "mobile-number": goal("咨询电话13800001234。", "咨询电话12393。"),
  "phone-number": goal("咨询电话0335-4041234。", "咨询电话12393。"),
  "marked-not-public": cell("项目名称", "设备购置（不公开）", "设备购置"),
  "classified-marking": cell("项目名称", "设备购置（涉密）", "设备购置"),
  "personal-name": goal("联系人：张晓明。", "联系人：办公室。"),
};
