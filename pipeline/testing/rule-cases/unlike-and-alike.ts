/** Cases of the rules that compare the projects of a department, and the names of one project, with each other. */
import {
  type DepartmentDraft,
  type IndicatorDraft,
  type ProjectDraft,
  soundIndicators,
} from "../build-project.ts";
import { firstIndicator, furtherIndicators, oneProject, type RuleCase } from "./rule-case.ts";

/** Five sound projects; the last is changed. */
const five = (change: ProjectDraft): DepartmentDraft => ({
  projects: [0, 1, 2, 3, 4].map((index) => ({
    code: `1303042114900SESSX5B${index}`,
    name: `云平台${index}期`,
    indicators: soundIndicators.with(0, { ...soundIndicators[0], level3: `巡检${index}区次数` }),
    ...(index === 4 && change),
  })),
});
/** Four name the department itself. */
const ofDepartment = (last: string): DepartmentDraft => ({
  projects: (five({}).projects ?? []).map((project, index) => ({
    ...project,
    department: index === 4 ? last : "市医疗保障局",
  })),
});
const annexes = (...given: readonly (string | null)[]): DepartmentDraft => ({
  projects: given.map((annex, index) => ({
    code: `1303042114900SESSX5B${index}`,
    name: `云平台${index}期`,
    annex,
  })),
});

const benefit = (level3: string, change: IndicatorDraft = {}): IndicatorDraft => ({
  level1: "效益指标",
  level2: "社会效益指标",
  level3,
  value: "≥95%",
  ...change,
});
const more = (...names: readonly string[]): readonly IndicatorDraft[] => names.map((name) => benefit(name));
const law: ProjectDraft = { code: "13030421SC4NEGNUQ8M49", name: "法律服务费" };

/** Names that all end at 16 columns. */
const cut = [
  "城乡居民参保缴费",
  "各项医疗保险基金",
  "2022年重复参保人",
  "提高医保政策知晓",
  "办公大楼日常运行",
];
const based: readonly IndicatorDraft[] = Array.from({ length: 21 }, (_, index) =>
  benefit(`办结率${index}`, { basis: "计划标准" }),
);

const describedAll: readonly IndicatorDraft[] = Array.from({ length: 21 }, (_, index) =>
  benefit(`办结率${index + 1}`, { description: `第${index + 1}季的办结率` }),
);
const leadBy = (...leads: readonly (string | null)[]): readonly ProjectDraft[] =>
  leads.map((lead, index) => ({ code: `1303042114900SESSX5B${index}`, name: `云平台${index}期`, lead }));

export const comparisonCases = {
  "code-region-unlike-others": {
    fires: [
      {
        in: five({ code: "1309992114900SESSX5B4".slice(0, 21) }),
        at: "6 project.code",
        also: ["2 project.code"],
      },
    ],
    silent: [five({}), five({ code: "123" }), { projects: [{}, { ...law, code: "13099921SC4NEGNUQ8M49" }] }],
  },
  "unit-unlike-others": {
    fires: [{ in: five({ unit: "市医疗保障局" }), at: "6 project.unit", says: "其他 4 个项目" }],
    silent: [five({}), five({ unit: "市医保中心" })],
  },
  "department-unlike-others": {
    fires: [{ in: ofDepartment("市民政局"), at: "6 project.department", says: "其他 4 个项目" }],
    silent: [ofDepartment("市医疗保障局"), ofDepartment("301市医疗保障局"), five({ department: "市民政局" })],
  },
  "annex-number-repeated": {
    fires: [
      {
        in: annexes("附件2-1", "附件2-2", "附件2-3", "附件2-3"),
        at: "4 project.annex",
        also: ["5 project.annex"],
      },
    ],
    silent: [
      annexes("附件2", "附件2", "附件2"),
      annexes("附件1", "附件1", "附件2", "附件2"),
      annexes("附件1", "附件2", null, null),
    ],
  },
  "annex-number-unlike-others": {
    fires: [
      { in: annexes("附件2-1", "附件2-2", "附2-3", "附件2-4"), at: "4 project.annex", says: "写法" },
      { in: annexes("附件2-1", "附件2-2", null, "附件2-4"), at: "4 project.annex", says: "应为“附件2-3”" },
      { in: annexes("附件2-1", "附件3-2", "附件2-3"), at: "3 project.annex", says: "写法" },
    ],
    silent: [
      annexes("附件1", "附件2", "附件3"),
      annexes("附件2-1", "附件2-2", "附件3-1"),
      annexes("附件1", "附件2", null, "附件3"),
      annexes(null, null),
    ],
  },
  "cell-blank-here-alone": {
    spec: {
      fields: {
        "indicator.description": { label: "描述", required: false, aliases: [] },
        "indicator.operator": { label: "符号", required: false, aliases: [] },
        "project.lead": { label: "负责人", required: false, aliases: [] },
      },
    },
    fires: [
      {
        in: oneProject({ indicators: [...describedAll, benefit("知晓率")] }),
        at: "23 indicator.description",
        says: "“知晓率”没有填写“描述”",
      },
      {
        in: { projects: leadBy("李一", "王二", "张三", "赵四", "周五", null) },
        at: "7 project.lead",
        says: "没有填写“负责人”",
      },
    ],
    silent: [
      oneProject({ indicators: describedAll }),
      oneProject({ indicators: [...describedAll, benefit("甲率"), benefit("乙率")] }),
      { projects: leadBy("李一", "王二", null) },
    ],
  },
  "description-of-another": {
    fires: [
      {
        in: oneProject({
          indicators: [
            { ...soundIndicators[0], description: "全年巡检平台的次数" },
            { ...soundIndicators[2], description: "全年巡检平台的次数" },
          ],
        }),
        at: "3 indicator.description",
        also: ["2 indicator.description"],
      },
    ],
    silent: [
      oneProject({
        indicators: soundIndicators.map((one) => ({ ...one, description: "反映项目完成情况" })),
      }),
      oneProject({
        indicators: [
          { ...soundIndicators[0], description: "巡检次数和等候时间" },
          { ...soundIndicators[2], description: "巡检次数和等候时间" },
        ],
      }),
    ],
  },
  "basis-blank-here-alone": {
    spec: { fields: { "indicator.basis": { label: "依据", required: false, aliases: [] } } },
    fires: [
      {
        in: oneProject({ indicators: [...based, benefit("知晓率")] }),
        at: "23 indicator.basis",
        says: "“知晓率”没有填写依据",
      },
    ],
    silent: [
      oneProject({ indicators: based }),
      oneProject({ indicators: [...based, benefit("不适用", { value: "不适用" })] }),
      oneProject({ indicators: [...based, ...more("甲率", "乙率", "丙率")] }),
      furtherIndicators(benefit("知晓率")),
    ],
  },
  "indicators-nearly-copied": {
    fires: [
      {
        in: {
          projects: [
            { indicators: [...soundIndicators, ...more("办结率", "知晓率", "公开率")] },
            { ...law, indicators: [...soundIndicators, ...more("办结率", "知晓率", "回访率")] },
          ],
        },
        at: "9 indicator.level3",
        also: ["2 indicator.level3"],
        says: "7 个指标中有 6 个",
      },
    ],
    silent: [
      { projects: [{}, law] },
      {
        projects: [
          { indicators: [...soundIndicators, ...more("办结率")] },
          { ...law, indicators: [...soundIndicators, ...more("办结率")] },
        ],
      },
      {
        projects: [
          { indicators: [...soundIndicators, ...more("办结率", "知晓率", "公开率")] },
          { ...law, indicators: [...soundIndicators, ...more("合格率", "覆盖率", "回访率")] },
        ],
      },
    ],
  },
  "values-all-equal": {
    fires: [
      {
        in: oneProject({
          indicators: [...soundIndicators, benefit("办结率")].map((one) => ({
            ...one,
            operator: "≥",
            value: "90",
            unit: "%",
          })),
        }),
        at: "2 indicator.value",
        says: "“≥90%”",
      },
    ],
    silent: [{}, oneProject({ indicators: more("甲率", "乙率", "丙率", "丁率", "戊率") })],
  },
  "names-cut-at-one-width": {
    fires: [{ in: oneProject({ indicators: more(...cut) }), at: "2 indicator.level3", says: "8 个汉字宽" }],
    silent: [
      oneProject({ indicators: more(...cut.slice(0, 4)) }),
      furtherIndicators(...more(...cut, "参保人员对医保服务的满意度", "城乡居民基本医疗保险参保人数")),
    ],
  },
  "name-cut-inside-word": {
    fires: [
      {
        in: furtherIndicators({ ...soundIndicators[3], level3: "参保人员满" }),
        at: "6 indicator.level3",
        also: ["5 indicator.level3"],
      },
    ],
    silent: [furtherIndicators({ ...soundIndicators[3], level3: "参保人员" })],
  },
  "name-cut-short": {
    fires: [
      {
        in: furtherIndicators(...more("医疗服务价格政策培训和外", "医疗服务价格政策培训和外出交流")),
        at: "6 indicator.level3",
        also: ["7 indicator.level3"],
      },
    ],
    silent: [
      furtherIndicators(...more("医疗服务价格政策培训", "医疗服务价格政策培训和外出交流")),
      furtherIndicators(...more("政策培训", "政策培训外出交流")),
      furtherIndicators(...more("医疗服务价格政策培训", "医疗服务价格政策培训")),
    ],
  },
  "level2-misspelt": {
    fires: [
      {
        in: furtherIndicators(
          ...["检修", "保养", "培训"].map((thing) => ({ ...soundIndicators[0], level3: `${thing}次数` })),
          { ...soundIndicators[0], level2: "数量标准", level3: "演练次数" },
        ),
        at: "9 indicator.level2",
        says: "像是“数量指标”之误",
      },
    ],
    silent: [
      furtherIndicators({ ...soundIndicators[0], level2: "数量标准", level3: "演练次数" }),
      furtherIndicators(
        ...["检修", "保养", "培训"].map((thing) => ({ ...soundIndicators[0], level3: `${thing}次数` })),
        { ...soundIndicators[0], level2: "创新指标", level3: "演练次数" },
      ),
    ],
  },
  "level2-unknown": {
    fires: [{ in: firstIndicator({ level2: "数里指标" }), at: "2 indicator.level2", says: "“数里指标”" }],
    silent: [
      {},
      firstIndicator({ level2: "数 量" }),
      firstIndicator({ level2: "社会公众满意度" }),
      firstIndicator({ level2: null }),
    ],
  },
  "level3-is-a-level": {
    fires: [
      {
        in: furtherIndicators(benefit("经济效意", { level2: "经济效益指标" })),
        at: "6 indicator.level3",
        also: ["6 indicator.level2"],
        says: "“经济效益”之误",
      },
      { in: furtherIndicators(benefit("社会效益")), at: "6 indicator.level3", says: "只写了" },
      { in: firstIndicator({ level3: "指标1" }), at: "2 indicator.level3", says: "模板里的编号" },
      { in: firstIndicator({ level3: "数量指标" }), at: "2 indicator.level3", says: "只写了" },
    ],
    silent: [
      furtherIndicators(benefit("社会认可")),
      furtherIndicators({ ...soundIndicators[3], level3: "服务对象满意度" }),
      firstIndicator({ level3: "数量" }),
      firstIndicator({ level3: "指标1完成次数" }),
    ],
  },
  "level3-elsewhere": {
    fires: [
      {
        in: firstIndicator({ level3: "1.故障响应时间", operator: "≤", unit: "分钟" }),
        at: "2 indicator.level3",
      },
      { in: furtherIndicators(benefit("按时完成率", { level2: "经济效益指标" })), at: "6 indicator.level3" },
      { in: firstIndicator({ level2: "质量指标", level3: "新书上架时限" }), at: "2 indicator.level3" },
      {
        in: firstIndicator({ level2: "时效指标", level3: "亩均投资", unit: "元/亩" }),
        at: "2 indicator.level3",
        says: "应在“成本指标”之下",
      },
      {
        in: furtherIndicators(
          benefit("农户增收金额", { level2: "生态效益指标", value: "160", unit: "万元" }),
        ),
        at: "6 indicator.level3",
        says: "经济效益指标",
      },
    ],
    silent: [
      firstIndicator({ level2: "质量指标", level3: "门诊次均费用", operator: "≤", unit: "元" }),
      furtherIndicators(benefit("生态补偿资金", { level2: "生态效益指标", value: "160", unit: "万元" })),
      firstIndicator({ level3: "志愿服务时间", unit: "小时" }),
      firstIndicator({ level2: "质量指标", level3: "平均响应时间", operator: "≤", unit: "小时" }),
      firstIndicator({ level2: "时效指标", level3: "故障响应时间", operator: "≤", unit: "分钟" }),
      furtherIndicators(benefit("及时率")),
    ],
  },
  "level3-numbering-broken": {
    fires: [
      {
        in: furtherIndicators(benefit("2. 知晓率", { level2: "可持续影响指标" })),
        at: "6 indicator.level3",
        says: "：2",
      },
      { in: oneProject({ indicators: more("1.甲率", "3.乙率") }), at: "3 indicator.level3" },
    ],
    silent: [
      oneProject({ indicators: more("1.甲率", "2.乙率", "丙率") }),
      firstIndicator({ level3: "2.5公里环线" }),
    ],
  },
  "blank-row": {
    fires: [
      {
        in: furtherIndicators(benefit("", { level3: null, value: null, basis: "计划标准" })),
        at: "6 indicator.level3",
      },
    ],
    silent: [
      furtherIndicators(
        benefit("", { level2: "可持续影响指标", level3: null, value: null, basis: "计划标准" }),
      ),
      firstIndicator({ level3: null }),
    ],
  },
  "goal-is-a-name": {
    fires: [
      {
        in: oneProject({ annual: ["1.保障运行", "2.群众满意度"] }),
        at: "2 goals.annual",
        says: "“群众满意度”",
      },
      { in: oneProject({ annual: ["云平台运行维护费。"] }), at: "2 goals.annual" },
      { in: { subGoals: [["云平台运行维护费", "群众满意度"]] }, at: "/0/绩效目标/0" },
    ],
    silent: [
      oneProject({ annual: ["提高群众满意度", "群众满意度达到95%", "完成云平台运行维护"] }),
      oneProject({ annual: ["确保资金及时发放"] }),
    ],
  },
  "goal-without-stop": {
    fires: [{ in: oneProject({ annual: ["1.保障运行；", "2.提高享受人员待遇生"] }), at: "2 goals.annual" }],
    silent: [
      oneProject({ annual: ["1.保障运行；", "2.提高待遇。"] }),
      oneProject({ annual: ["1.保障运行", "2.提高待遇"] }),
      oneProject({ annual: ["保障运行"] }),
    ],
  },
  "text-cut-short": {
    fires: [
      { in: oneProject({ annual: ["1.保障运行，"] }), at: "2 goals.annual", says: "“，”" },
      { in: oneProject({ purpose: "用于租赁、" }), at: "2 project.purpose" },
      { in: { overall: ["保障民生，"] }, at: "department.json" },
      { in: firstIndicator({ level3: "巡检次数," }), at: "2 indicator.level3" },
    ],
    silent: [oneProject({ annual: ["1.保障运行，", "2.提高待遇。"] }), oneProject({ purpose: "用于租赁。" })],
  },
  "space-inside-words": {
    fires: [{ in: firstIndicator({ level3: "单 位数量" }), at: "2 indicator.level3", says: "“单 位”" }],
    silent: [
      firstIndicator({ level3: "3 个单位" }),
      oneProject({ annual: ["张三 李四 王五"] }),
      firstIndicator({ level3: "IT 设备" }),
    ],
  },
  "accounting-dash": {
    spec: { fields: { "indicator.value": { label: "指标值", required: false, aliases: [] } } },
    fires: [
      {
        in: firstIndicator({ operator: "—", unit: " － " }),
        at: "2 indicator.operator",
        also: ["2 indicator.unit"],
        found: "—",
        says: "按空白读取",
      },
    ],
    silent: [firstIndicator({ value: "-", unit: "-3" }), firstIndicator({ level3: "—" })],
  },
  "spellings-mixed": {
    fires: [
      {
        in: furtherIndicators(benefit("办结率", { value: ">=95%" })),
        at: "6 indicator.value",
        says: ">= 与 ≥（1、",
      },
      { in: furtherIndicators(benefit("办结率", { value: "95", unit: "百分比" })), at: "6 indicator.unit" },
    ],
    silent: [{}, oneProject({ indicators: more("甲率", "乙率") })],
  },
} satisfies Record<string, RuleCase>;
