/** Cases of the rules that hold Part 1 against Part 2. The sound project is 云平台运行维护费. */
import type { DepartmentDraft } from "../build-project.ts";
import type { RuleCase } from "./rule-case.ts";

const law = { code: "13030421SC4NEGNUQ8M49", name: "法律服务费", annual: ["1.提供法律咨询", "2.审查合同"] };
const cloud = "云平台运行维护费";
const namesake = { code: "13030421SC4NEGNUQ8M50", unit: "市医保中心", annual: ["更换服务器"] };
const twice = (...subGoals: NonNullable<DepartmentDraft["subGoals"]>): DepartmentDraft => ({
  projects: [{}, law, namesake],
  subGoals,
});
const partOne = (...subGoals: NonNullable<DepartmentDraft["subGoals"]>): DepartmentDraft => ({
  projects: [{}, law],
  subGoals,
});

export const partOneCases = {
  "part-one-projects-differ": {
    fires: [
      {
        in: { projects: [{}, law, { code: "1", name: "审计费" }], subGoals: [[cloud], [law.name]] },
        at: "4 project.name",
      },
      { in: twice([cloud], [law.name]), at: "4 project.name" },
      { in: partOne([cloud], [law.name], ["内部审计费"]), at: "/2/名称", found: "内部审计费" },
    ],
    silent: [
      partOne([cloud], [law.name]),
      partOne([`1. ${cloud} `], [law.name]),
      twice([cloud], [law.name], [cloud]),
      // Duties, not projects.
      partOne(["提高医保待遇"], ["加强基金监管"]),
      {},
    ],
  },
  "part-one-order-differs": {
    fires: [{ in: partOne([law.name], [cloud]), at: "/0/名称", also: ["2 project.name"] }],
    silent: [
      partOne([cloud], [law.name]),
      partOne([cloud], ["加强监管"], [law.name]),
      twice([cloud], [law.name], [cloud]),
    ],
  },
  "part-one-goals-differ": {
    fires: [
      {
        in: partOne([cloud, "及时发放"], [law.name, "提供法律咨询", "降低风险"]),
        at: "/0/绩效目标/0",
        also: ["/1/绩效目标/1"],
      },
      { in: twice([cloud], [law.name], [cloud, "保障云平台全年稳定运行"]), at: "/2/绩效目标/0" },
    ],
    silent: [
      partOne([cloud, "保障云平台全年稳定运行"], [law.name, "提供法律咨询；"]),
      twice([cloud, "保障云平台全年稳定运行"], [law.name], [cloud, "更换服务器"]),
      partOne([cloud, "1、保障云平台全年稳定运行。"], [law.name]),
      partOne(["提高医保待遇", "及时发放"], ["加强基金监管", "提高效率"]),
    ],
  },
  "prose-project-count-differs": {
    fires: [
      {
        in: { overall: ["2023年共安排12个预算项目。"] },
        at: "department.json",
        found: "2023年共安排12个预算项目。",
      },
      { in: { overall: ["全年申报项目3个，均已评审。"] }, at: "department.json" },
      { in: { overall: ["本部门共有6个项目，涉及资金0.6万元。"] }, at: "department.json" },
      { in: { overall: ["与上年相比，共安排6个项目。"] }, at: "department.json" },
      { in: { overall: ["上年实施项目5个，2023年实施项目6个。"] }, at: "department.json" },
    ],
    silent: [
      { overall: ["2023年共安排1个预算项目。"] },
      { overall: ["完成12个建设项目，改造老旧小区3个。"] },
      { overall: ["上年共安排12个预算项目。"] },
      { overall: ["与上年相比，共安排1个项目；上年，实施项目12个。"] },
      { overall: ["截至2022年底，共有12个项目。"] },
    ],
  },
  "prose-year-mismatch": {
    fires: [
      {
        in: { overall: ["按照2022年部门预算安排，完成各项任务。"] },
        at: "department.json",
        found: "按照2022年部门预算安排，完成各项任务。",
      },
      {
        in: { overall: ["2022年，全市医保工作锚定待遇保障和基金安全，共安排项目1个。"] },
        at: "department.json",
      },
      {
        in: { overall: ["2022年，全市医保工作围绕待遇保障，完成各项任务。"] },
        at: "department.json",
        says: "2022 年的安排",
      },
      { in: { overall: ["2022年围绕待遇保障，安排各项任务。"] }, at: "department.json" },
    ],
    silent: [
      { overall: ["2022年，全市医保工作锚定待遇保障和基金安全，共安排项目1个，已完成各项任务。"] },
      { overall: ["2023年部门预算安排如下。", "较2022年部门预算增长5%。"] },
      { overall: ["2022年部门预算执行情况良好，2022年重复参保人数为0。"] },
      { year: null, overall: ["2022年部门预算安排如下。"] },
      { overall: ["2022年，我局围绕待遇保障，全面完成各项任务。", "2023年，将建成统一平台。"] },
      {
        overall: [
          "2022年，围绕待遇保障取得新成效。",
          "2025年，将建成统一平台。",
          "2022年建成的平台继续使用。",
        ],
      },
    ],
  },
  "prose-money-differs": {
    fires: [
      { in: { overall: ["项目支出预算共5.00万元。"] }, at: "department.json", also: ["2 budget.total"] },
      { in: { overall: ["共有1个项目，涉及资金3900万元。"] }, at: "department.json" },
      { in: { overall: ["安排预算项目1个，预算资金3万元。"] }, at: "department.json" },
      {
        in: { overall: ["项目支出预算0.6万元，其中财政资金0.6万元。"] },
        at: "department.json",
        also: ["2 budget.fiscal"],
        says: "其中财政资金为 0.6万元",
      },
    ],
    silent: [
      { overall: ["项目支出预算0.6万元。"] },
      { overall: ["项目支出预算0.6万元，其中财政拨款0.5万元。"] },
      { overall: ["项目支出预算0.6万元，其中新增财政资金0.2万元。"] },
      { overall: ["其中新增项目1个，预算资金0.2万元。"] },
      { overall: ["检查医疗机构30家，涉及资金3900万元。"] },
      { overall: ["项目支出预算合计6,000元。"] },
      { overall: ["争取上级资金500万元，去年项目支出预算3万元。"] },
    ],
  },
} satisfies Record<string, RuleCase>;
