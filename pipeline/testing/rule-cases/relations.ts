/** Cases of the rules that compare goals, prose, indicators and money with each other. */
import { type DepartmentDraft, type IndicatorDraft, soundIndicators } from "../build-project.ts";
import { furtherIndicators, oneProject, type RuleCase } from "./rule-case.ts";

/** The sound project with another goal. */
const goal = (...annual: readonly string[]): DepartmentDraft => oneProject({ annual });

const withGoal = (annual: string, indicator: IndicatorDraft): DepartmentDraft =>
  oneProject({ annual: [annual], indicators: [...soundIndicators, indicator] });
const subsidy: IndicatorDraft = {
  level1: "成本指标",
  level2: "经济成本指标",
  level3: "户均补助标准",
  operator: "≤",
  value: "300",
  unit: "元/户",
};
const meals = (value: string, unit: string): IndicatorDraft => ({
  ...subsidy,
  level3: "伙食补助标准",
  value,
  unit,
});
const purchase: IndicatorDraft = { ...subsidy, level3: "设备采购费用", value: "3000", unit: "元" };
const counted: IndicatorDraft = { level1: "产出指标", level2: "数量指标" };
const passed = (value: string): IndicatorDraft => ({
  level1: "产出指标",
  level2: "质量指标",
  level3: "巡检合格率",
  ...{ operator: "≥", value, unit: "%" },
});
const stations: IndicatorDraft = { ...counted, level3: "新建改建站点数量", value: "6", unit: "个" };
const answer: IndicatorDraft = {
  level1: "产出指标",
  level2: "时效指标",
  level3: "举报办结时限",
  operator: "≤",
  value: "17",
  unit: "个工作日",
};

const visited: IndicatorDraft = { ...counted, level3: "困难家庭走访数量", value: "26", unit: "户" };
const trained: IndicatorDraft = { ...counted, level3: "巡查培训人数", value: "30", unit: "人" };
const villages: IndicatorDraft = { ...counted, level3: "涉及行政村数量", value: "62", unit: "个" };
const reply: IndicatorDraft = { ...answer, level3: "平均答复时间", value: "7", unit: "天" };

const deadline: IndicatorDraft = {
  level1: "产出指标",
  level2: "时效指标",
  level3: "平台升级完成时间",
  operator: "≤",
  value: "2023年9月30日",
};
const dated = (...annual: readonly string[]): DepartmentDraft =>
  oneProject({ annual, indicators: [...soundIndicators, deadline] });

const price: IndicatorDraft = {
  level1: "成本指标",
  level2: "经济成本指标",
  level3: "巡检单价",
  operator: "≤",
};
const priced = (value: string, unit: string, ...more: readonly IndicatorDraft[]): DepartmentDraft =>
  oneProject({ indicators: [...soundIndicators.toSpliced(1, 1), { ...price, value, unit }, ...more] });

export const relationCases = {
  "goal-figure-differs": {
    fires: [
      { in: goal("完成巡检15次，保障平台稳定运行。"), at: "2 goals.annual", also: ["2 indicator.value"] },
      {
        in: withGoal("对90家特种设备使用单位开展监督检查。", {
          ...counted,
          level3: "监督检查使用单位",
          value: "80",
          unit: "家",
        }),
        at: "2 goals.annual",
      },
      { in: goal("1.全年巡检不少于15次。"), at: "2 goals.annual", says: "“15次”" },
      { in: goal("参保人员满意度达到95%以上。"), at: "2 goals.annual", also: ["5 indicator.value"] },
      { in: goal("1.2023年全年巡检15次。"), at: "2 goals.annual", says: "“15次”" },
      { in: oneProject({ purpose: "用于巡检15次" }), at: "2 project.purpose", says: "资金用途写的是“15次”" },
      {
        in: oneProject({ annual: ["全年巡检15次。"], purpose: "用于巡检15次" }),
        at: "2 goals.annual",
        also: ["2 indicator.value", "2 project.purpose"],
      },
      { in: withGoal("每户补助500元。", subsidy), at: "2 goals.annual", says: "指标值是“≤300元/户”" },
      {
        in: withGoal("伙食补助标准每人每天60元。", meals("80", "元/人·天")),
        at: "2 goals.annual",
        says: "“60元”",
      },
      { in: withGoal("设备采购0.2万元。", purchase), at: "2 goals.annual", says: "“0.2万元”" },
      { in: withGoal("举报办结不超过7个工作日。", answer), at: "2 goals.annual", says: "“7个工作日”" },
      { in: withGoal("新建站点2个、改建3个。", stations), at: "2 goals.annual", says: "指标值是“6个”" },
      { in: withGoal("涉及26个行政村。", villages), at: "2 goals.annual", says: "“26个”" },
      { in: goal("参保人员满意度由80%提高到95%。"), at: "2 goals.annual", says: "“95%”" },
      { in: withGoal("平均答复时间由10天缩短到5天。", reply), at: "2 goals.annual", says: "“5天”" },
      {
        in: withGoal("举报办结不超过7个工作日。", {
          ...answer,
          operator: null,
          value: "17个工作日内",
          unit: null,
        }),
        at: "2 goals.annual",
      },
      { in: withGoal("按每户500元给予补助。", { ...subsidy, level3: "户均补助标准" }), at: "2 goals.annual" },
      {
        in: oneProject({
          annual: ["户均搬迁补助标准500元。"],
          indicators: [
            ...soundIndicators,
            { ...subsidy, level3: "户均搬迁补助标准" },
            { ...subsidy, level3: "户均改造补助标准", value: "800" },
          ],
        }),
        at: "2 goals.annual",
        also: ["6 indicator.value"],
      },
      { in: withGoal("走访100户，其中困难家庭走访20户。", visited), at: "2 goals.annual", says: "“20户”" },
      // Neither of the two can stand, and only the indicator is told by itself.
      { in: withGoal("巡检合格率达到105%。", passed("960")), at: "2 goals.annual", says: "“105%”" },
      { in: withGoal("举办巡查培训2期，培训20人。", trained), at: "2 goals.annual", says: "“20人”" },
      {
        in: withGoal("人均补助500元。", { ...subsidy, level3: "人均培训补助标准", unit: "元/人次" }),
        at: "2 goals.annual",
      },
    ],
    silent: [
      withGoal("巡检合格率达到95%。", passed("960")),
      withGoal("伙食补助标准每人每天60元。", meals("60", "元/天·人")),
      withGoal("伙食补助标准由每人每天50元提高至60元。", meals("60", "元/人·天")),
      goal("完成巡检12次，处理故障15次。"),
      goal("处理故障20次，其中巡检15次。"),
      goal("上年巡检15次。"),
      goal("2022年巡检15次，今年巡检次数不变。"),
      goal("每季度巡检3次。"),
      goal("巡检次数比上年增加3次。"),
      goal("参保人员满意度由80%提高到90%。"),
      goal("到2025年，参保人员满意度达到95%。"),
      withGoal("每户补助300元，每户奖励500元。", subsidy),
      withGoal("每人发放500元。", subsidy),
      withGoal("低保对象每户补助500元。", { ...subsidy, level3: "特困对象补助标准" }),
      withGoal("上年每户补助500元。", subsidy),
      withGoal("设备采购0.3万元，预算资金0.6万元。", purchase),
      withGoal("新建站点2个、改建4个。", stations),
      goal("巡检15个站点。"),
      withGoal("涉及62个行政村，走访26个自然村。", villages),
      withGoal("在3个乡镇开展示范乡镇创建。", { ...villages, level3: "示范乡镇数量", value: "1" }),
      withGoal("组织20名教师参加培训。", { ...villages, level3: "培训教师人数", value: "300", unit: "人" }),
      withGoal("覆盖8个街道60个社区。", { ...villages, level3: "覆盖社区数量", value: "60" }),
      withGoal("完成5个标段的监理和3个标段的检测。", { ...villages, level3: "监理标段数量", value: "5" }),
      goal("前三季度巡检9次，全年巡检12次。"),
      withGoal("申报后5日内完成公示，公示期7日。", { ...answer, level3: "公示时间", value: "7", unit: "日" }),
      withGoal("在62个行政村改造26个站点。", { ...villages, level3: "改造行政村站点数量", value: "26" }),
      withGoal("参保人员满意度达到90%。", {
        ...soundIndicators[3],
        level3: "参保人员满意度提高幅度",
        value: "2",
      }),
      withGoal("平均答复时间由10天缩短到7天。", reply),
      withGoal("走访100户，其中困难家庭走访26户。", visited),
      withGoal("走访100户，其中困难家庭20户。", visited),
      withGoal("5月、9月各举办巡查培训20人。", trained),
      goal("三年累计巡检36次。"),
      withGoal("人均补助500元。", { ...subsidy, level3: "人均培训成本", unit: "元/人次" }),
    ],
  },
  "goal-date-differs": {
    fires: [
      {
        in: dated("6月底前完成平台升级。"),
        at: "2 goals.annual",
        also: ["6 indicator.value"],
        says: "“6月底前”",
      },
      { in: dated("2023年8月30日前完成平台升级。"), at: "2 goals.annual" },
      {
        in: withGoal("8月31日前完成交付验收。", { ...deadline, level3: "装备交付验收时间" }),
        at: "2 goals.annual",
        also: ["6 indicator.value"],
      },
      {
        in: withGoal("10月底前完成平台升级。", { ...deadline, operator: "≤", value: "12", unit: "月" }),
        at: "2 goals.annual",
      },
      {
        in: withGoal("发放补助，10月底前发放完毕。", {
          ...deadline,
          level3: "补助发放时间",
          value: "12月31日前",
        }),
        at: "2 goals.annual",
      },
      { in: dated("1.升级平台。", "2.6月底前完成平台升级。"), at: "2 goals.annual", says: "“6月底前”" },
      // The date that there is not is another one.
      { in: dated("2月30日前完成招标，6月底前完成平台升级。"), at: "2 goals.annual", says: "“6月底前”" },
      {
        in: withGoal("改造站点，6月底前全部完工。", { ...deadline, level3: "改造完工时间" }),
        at: "2 goals.annual",
      },
    ],
    silent: [
      dated("9月底前完成平台升级。"),
      dated("12月底前完成全部工作。"),
      dated("6月底前完成方案，平台升级9月完成。"),
      goal("6月底前完成平台升级。"),
      dated("2.9月底前完成平台升级。"),
      dated("6月31日前完成平台升级。"),
      withGoal("改造站点，12月底前全部完工。", { ...deadline, level3: "主体工程完工时间" }),
      withGoal("改造站点，12月底前全部完成。", { ...deadline, level3: "改造完工时间" }),
      withGoal("12月底前全部完成验收。", { ...deadline, level3: "工程完成时间" }),
      withGoal("12月底前全部任务完成。", { ...deadline, level3: "报告编制完成时间" }),
    ],
  },
  "goal-money-differs": {
    fires: [
      { in: goal("年度预算7000元，用于云平台。"), at: "2 goals.annual", also: ["2 budget.total"] },
      { in: goal("投入7000元，建设云平台。"), at: "2 goals.annual" },
      { in: goal("投入财政资金0.7万元。"), at: "2 goals.annual", says: "0.6万元" },
    ],
    silent: [
      goal("年度预算6000元。"),
      goal("投入财政资金5000元。"),
      goal("投入7000元，其中县级6000元。"),
      goal("安排资金0.4万元用于租赁，0.2万元用于维护。"),
      goal("上年安排资金7000元。"),
      goal("每人补助资金300元。"),
      goal("撬动社会投资7000万元。"),
    ],
  },
  "part-one-figure-differs": {
    fires: [
      {
        in: { overall: ["全年完成巡检20次。"] },
        at: "department.json",
        also: ["2 indicator.value"],
        says: "“20次”",
      },
      { in: { subGoals: [["云平台运行维护费", "完成巡检20次"]] }, at: "/0/绩效目标/0" },
    ],
    silent: [
      { overall: ["全年完成巡检12次。", "截至上年末，完成巡检20次。"] },
      {
        overall: ["全年完成巡检20次。"],
        projects: [{}, { code: "13030421SC4NEGNUQ8M49", name: "机房运行维护费" }],
      },
      { subGoals: [["法律服务费", "完成巡检20次"]] },
    ],
  },
  "parts-not-sum-in-text": {
    fires: [
      { in: goal("建设站点20个，其中东区12个、西区9个。"), at: "2 goals.annual", says: "合计却是 21个" },
      { in: goal("安排30万元，其中：租赁费18万元、维护费13万元。"), at: "2 goals.annual" },
      { in: goal("培训100人，其中女性120人。"), at: "2 goals.annual" },
      { in: { overall: ["建设站点20个，其中东区12个、西区7个。"] }, at: "department.json" },
      {
        in: goal("修缮1860平方米，其中正殿620平方米、配殿480平方米、山门及戏楼400平方米。"),
        at: "2 goals.annual",
      },
      { in: goal("改造800户，其中低保家庭250户、低收入家庭280户。"), at: "2 goals.annual", says: "530户" },
      { in: goal("建设高标准农田8400亩，其中新建5200亩、改造提升3000亩。"), at: "2 goals.annual" },
      { in: goal("建设站点20个，其中城区12个、乡镇6个。"), at: "2 goals.annual", says: "18个" },
      { in: goal("建设站点12个，其中新建4个、提升9个。"), at: "2 goals.annual", says: "13个" },
      { in: goal("建设站点20个，其中东区12个、西区9个，投入30万元。"), at: "2 goals.annual", says: "21个" },
      { in: goal("人均补助700元，其中中央财政420元、省级财政180元、市级财政112元。"), at: "2 goals.annual" },
    ],
    silent: [
      goal("建设站点20个，其中东区12个、西区8个。"),
      goal("建设站点20个，其中示范站点3个。"),
      goal("建设站点20个，其中乡镇8个、城区12个。"),
      goal("培训100人，其中女性60人、党员50人。"),
      goal("改造800户，其中低保家庭240户、低收入家庭280户。"),
      goal("建设站点20个，其中东区占60%。"),
      goal("建设站点20个。其中维护站点30个。"),
      goal("培训100人，其中女性37人、党员36人。"),
      goal("新增和提升设施8个，其中新增5个、提升设施3个（含新增2个）。"),
      goal("抽检合格率96%，其中蔬菜95%、水果97%。"),
      goal("平均响应时间30分钟，其中城区20分钟、农村40分钟。"),
      goal("建设站点12个、岗亭8个，其中东区12个、西区8个。"),
      goal("人均补助700元，其中一档800元、二档600元。"),
      goal("低保标准由每人620元提高到650元，其中城市650元、农村520元。"),
      goal("安排资金0.6万元，其中市级0.4万元、县级0.2万元，带动投资3万元。"),
      goal("建设站点20个，其中东区12个，投入30万元，西区9个。"),
    ],
  },
  "part-above-whole": {
    fires: [
      {
        in: furtherIndicators(
          { ...counted, level3: "检测批次", operator: "≥", value: "800", unit: "批次" },
          { ...counted, level3: "其中：蔬菜检测批次", operator: "≥", value: "820", unit: "批次" },
        ),
        at: "7 indicator.value",
        also: ["6 indicator.value"],
        says: "大于总数“检测批次”的 ≥800批次",
      },
    ],
    silent: [
      furtherIndicators(
        { ...counted, level3: "检测批次", value: "800", unit: "批次" },
        { ...counted, level3: "其中：蔬菜检测批次", value: "420", unit: "批次" },
        { ...counted, level3: "其中：水果检测批次", value: "380", unit: "批次" },
      ),
      furtherIndicators(
        { ...counted, level3: "到报率", value: "96", unit: "%" },
        { ...counted, level3: "其中：雨量站到报率", value: "98", unit: "%" },
      ),
      furtherIndicators(
        { ...counted, level3: "检测批次", value: "800", unit: "批次" },
        { ...counted, level3: "其中：重点企业", value: "900", unit: "家" },
      ),
      furtherIndicators({ ...counted, level3: "其中：蔬菜检测批次", value: "420", unit: "批次" }),
    ],
  },
  "change-against-its-word": {
    fires: [
      { in: goal("覆盖率由2022年的76%提高到72%。"), at: "2 goals.annual", says: "由 76%“提高”72%" },
      { in: goal("浓度由34微克/立方米降至36微克/立方米。"), at: "2 goals.annual" },
      { in: { overall: ["办理时限从10个工作日压缩为15个工作日。"] }, at: "department.json" },
    ],
    silent: [
      goal("覆盖率由72%提高到76%，办理时限由10天缩短到7天。"),
      goal("补贴由每年300元提高到每月50元。"),
      goal("补贴由300元/年提高到50元/月。"),
      goal("排名由8位上升到3位。"),
      goal("受理点由20个压缩到12个、覆盖率由90%提高到95%。"),
      goal("由10个工作日缩短到48小时。"),
    ],
  },
  "goal-unit-differs": {
    fires: [
      {
        in: withGoal("铺设管网38公里。", { ...counted, level3: "铺设管网长度", value: "38", unit: "米" }),
        at: "2 goals.annual",
        also: ["6 indicator.value"],
        says: "“38公里”",
      },
      { in: withGoal("举报7小时内答复。", { ...reply, level3: "举报答复时间" }), at: "2 goals.annual" },
      {
        in: withGoal("清运砂石5200方。", { ...counted, level3: "清运砂石数量", value: "5200", unit: "吨" }),
        at: "2 goals.annual",
        says: "“5200方”",
      },
      {
        in: withGoal("清运砂石5200吨。", { ...counted, level3: "清运砂石数量", value: "5200", unit: "方" }),
        at: "2 goals.annual",
      },
    ],
    silent: [
      withGoal("铺设管网38公里。", { ...counted, level3: "铺设管网长度", value: "38", unit: "千米" }),
      withGoal("清运砂石0.52万方。", { ...counted, level3: "清运砂石数量", value: "5200", unit: "立方米" }),
      withGoal("铺设地砖5200方。", { ...counted, level3: "铺设地砖面积", value: "5200", unit: "平方米" }),
      withGoal("清运砂石38方面工作。", { ...counted, level3: "清运砂石数量", value: "38", unit: "吨" }),
      withGoal("铺设管网38公里，管径38米。", { ...counted, level3: "铺设管网管径", value: "38", unit: "米" }),
      withGoal("举报7日内答复。", { ...reply, level3: "举报答复时间", unit: "个工作日" }),
      withGoal("整治河道38公里。", { ...counted, level3: "铺设管网长度", value: "38", unit: "米" }),
      withGoal("铺设管网38公里。", { ...counted, level3: "铺设管网数量", value: "38", unit: "处" }),
    ],
  },
  "purposes-above-budget": {
    fires: [
      {
        in: oneProject({ purpose: "用于平台租赁0.5万元、维护费0.2万元" }),
        at: "2 project.purpose",
        also: ["2 budget.total"],
        says: "合计 0.7万元",
      },
    ],
    silent: [
      oneProject({ purpose: "用于平台租赁0.5万元、维护费0.1万元" }),
      oneProject({ purpose: "用于平台租赁0.5万元，其中维护费0.2万元" }),
      oneProject({ purpose: "用于发放每人补助0.5万元、奖励0.2万元" }),
      oneProject({ purpose: "用于对平台租赁0.5万元合同的监督，以及维护费0.2万元" }),
      oneProject({ purpose: "用于2023年平台租赁0.5万元、2024年平台租赁0.5万元" }),
    ],
  },
  "prices-above-budget": {
    fires: [
      {
        in: priced("600", "元/次"),
        at: "5 indicator.value",
        also: ["2 indicator.value", "2 budget.total"],
        says: "约需 0.72万元",
      },
      {
        in: oneProject({
          indicators: [
            ...soundIndicators.toSpliced(1, 1),
            { ...price, level3: "每次巡检费用", value: "600", unit: "元" },
          ],
        }),
        at: "5 indicator.value",
        says: "约需 0.72万元",
      },
      {
        in: priced("2000", "元/站", { ...counted, level3: "维护治超站点", value: "4", unit: "个" }),
        at: "5 indicator.value",
      },
      {
        in: priced("600", "元/次", { ...soundIndicators[0], level3: "其中：夜间巡检次数", value: "4" }),
        at: "5 indicator.value",
        says: "约需 0.72万元",
      },
      {
        in: oneProject({ purpose: "用于改造站点12处，每处600元" }),
        at: "2 project.purpose",
        also: ["2 budget.total"],
        says: "按 600元×12处 计算约需 0.72万元",
      },
      { in: goal("改造站点12处，每处投入600元。"), at: "2 goals.annual" },
      { in: goal("改造12处老旧站点，每处约需600元。"), at: "2 goals.annual" },
      { in: goal("改造站点12处，单价600元/处。"), at: "2 goals.annual" },
    ],
    silent: [
      oneProject({ purpose: "用于改造站点12处，每处500元" }),
      oneProject({ purpose: "用于改造站点12处，补助农户每户600元" }),
      goal("计划服务农户5000户，其中对困难户每户补助3000元。"),
      goal("惠及村民20000户，对受灾农户每户补助3000元。"),
      goal("低保户8000户，冬季取暖每户补助600元，由中央资金承担。"),
      goal("低保户8000户，每户补助600元，由中央资金承担。"),
      goal("覆盖老年人12000人，高龄老人每人补贴1200元。"),
      goal("改造厕所300处，每处补助5万元，其中本项目承担1万元。"),
      goal("服务农户5000户，2026年起困难户每户3000元。"),
      priced("500", "元/次"),
      priced("300", "元/次", { ...price, level3: "总成本", value: "5000", unit: "元" }),
      priced("300", "元/次", { ...price, level3: "运维成本", value: "6000", unit: "元" }),
      priced("600", "元/人"),
      priced("600", "元/次", { ...soundIndicators[0], level3: "抽查次数" }),
      priced("600", "元/次", { ...price, level3: "培训费", operator: null, value: "按合同" }),
      furtherIndicators(
        { ...counted, level3: "购置图传设备数量", value: "12", unit: "套" },
        { ...price, level3: "卫星便携站单价", value: "3000", unit: "元/套" },
      ),
      furtherIndicators(price),
      priced("3000", "元/户", { ...counted, level3: "户外广告牌整治数量", value: "40", unit: "处" }),
      priced("600", "元/人", { ...counted, level3: "培训人数", value: "20" }, { ...trained, unit: null }),
      priced("3000", "元/村", { ...counted, level3: "村级活动室维护数量", value: "40", unit: "个" }),
    ],
  },
} satisfies Record<string, RuleCase>;
