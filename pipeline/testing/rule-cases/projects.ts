/** Cases of the rules on a department's and a project's own facts. */
import { firstIndicator, oneProject, type RuleCase } from "./rule-case.ts";

const otherCode = "13030421SC4NEGNUQ8M49";
const other = { code: otherCode, name: "法律服务费" };

const lastDate = (value: string, level3 = "完成时间") => {
  const draft = firstIndicator({ level2: "时效指标", level3, operator: null, value, unit: null });
  return {
    projects: (draft.projects ?? []).map((project) => ({ ...project, period: "2023年1月—2023年12月" })),
  };
};

const formCheck = (that: string | string[]) =>
  ({ that, severity: "error", says: "不成立", todo: "请核对。" }) as const;

export const projectCases = {
  "required-field-missing": {
    fires: [
      { in: { projects: [other, { name: null }] }, at: "3 project.name" },
      // No row has such a column: it is the table that lacks it.
      { in: oneProject({ code: null }), at: "projects.csv" },
      { in: { projects: [{ code: null }, { ...other, code: null }] }, at: "projects.csv" },
    ],
    silent: [oneProject({ purpose: null })],
  },
  "department-fact-missing": {
    spec: { departmentRequired: ["year", "overall"] },
    fires: [
      { in: { year: null, overall: ["保障民生。"] }, at: "department.json" },
      { in: { projects: [{}, other] }, at: "department.json" },
    ],
    silent: [
      { overall: ["保障民生。"] },
      { year: null, overall: ["保障民生。"], projects: [{ year: "2023" }] },
    ],
  },
  "form-check-idle": {
    spec: {
      checks: {
        fiscal: formCheck("budget.fiscal <= budget.total"),
        others: formCheck(["sum(budget.other) <= sum(budget.total)", "sum(budget.other) >= 0"]),
        coded: formCheck('project.code != "无"'),
        asked: formCheck("where given budget.fiscal then budget.fiscal > 0"),
        none: formCheck("(budget.fiscal else 0) >= 0"),
        several: formCheck(["budget.total >= 0", 'project.unit != "无"', 'project.unit != "略"']),
      },
    },
    fires: [
      {
        in: { projects: [{ budget: { fiscal: null } }, { ...other, budget: { fiscal: null } }] },
        at: "2",
        says: "“fiscal”一处也没有核对：每一处都缺“财政资金”",
      },
      {
        in: { projects: [{ unit: null }, { ...other, unit: null }] },
        at: "2",
        says: "“several”的第 2、3 个式子一处也没有核对：每一处都缺“project.unit”",
      },
      // The sum is of both, and one is blank. Neither claim was made: the check is told once.
      {
        in: { projects: [{}, { ...other, budget: { other: null } }] },
        at: "department.json",
        says: "“others”一处也没有核对：每一处都缺“其他资金”",
      },
    ],
    silent: [
      { projects: [{ budget: { fiscal: null } }, other] },
      { ...oneProject({ budget: { fiscal: null } }), rules: { "trial/fiscal": "off" } },
      // A required field that is blank is told as that.
      oneProject({ code: null }),
      { projects: [] },
    ],
  },
  "code-malformed": {
    fires: [
      {
        in: oneProject({ code: "3030421149DE4SESSX5B" }),
        at: "2 project.code",
        found: "3030421149DE4SESSX5B",
      },
    ],
    silent: [oneProject({ code: "1.30304E+20" }), oneProject({ code: "340000230000000000021" })],
  },
  "code-mangled": {
    fires: [{ in: oneProject({ code: "1.30304E+20" }), at: "2 project.code" }],
    silent: [oneProject({ code: "3030421" }), oneProject({ code: "1303042126E200000XM49" })],
  },
  "code-duplicated": {
    fires: [
      { in: { projects: [{}, { name: "法律服务费" }] }, at: "2 project.code", also: ["3 project.code"] },
    ],
    silent: [{ projects: [{}, other] }, { projects: [{ code: null }, { code: null, name: "法律服务费" }] }],
  },
  "name-duplicated": {
    fires: [
      { in: { projects: [{}, { code: otherCode }] }, at: "2 project.name", also: ["3 project.name"] },
      // Only one of two exports gives the unit's code.
      {
        in: { projects: [{ unitCode: "361001" }, { code: otherCode }] },
        at: "2 project.name",
        also: ["3 project.name"],
      },
    ],
    silent: [
      { projects: [{}, { code: otherCode, unit: "市医保中心" }] },
      { projects: [{}, {}] },
      { projects: [{ unitCode: "361001" }, { code: otherCode, unitCode: "361002" }] },
    ],
  },
  "goal-missing": {
    fires: [
      { in: { projects: [other, { annual: [] }] }, at: "3 goals.annual" },
      { in: oneProject({ annual: ["无"] }), at: "2 goals.annual" },
    ],
    silent: [
      oneProject({ midTerm: [] }),
      oneProject({ midTerm: ["无"] }),
      oneProject({ annual: ["无", "巡检"] }),
    ],
  },
  "goal-numbering-broken": {
    fires: [
      { in: oneProject({ annual: ["1.甲", "2.乙", "2.丙"] }), at: "2 goals.annual", found: "2.丙" },
      { in: oneProject({ annual: ["1.甲", "2.2026年乙", "4.丙"] }), at: "2 goals.annual", found: "4.丙" },
      { in: oneProject({ midTerm: ["目标1：甲", "目标3：乙"] }), at: "2 goals.midTerm", found: "目标3：乙" },
      { in: oneProject({ annual: ["2.甲", "3.乙"] }), at: "2 goals.annual", found: "2.甲" },
      { in: oneProject({ annual: ["2.甲", "2.乙"] }), at: "2 goals.annual", found: "2.甲" },
    ],
    silent: [
      oneProject({ annual: ["1.甲", "说明", "2.乙", "（1）丙", "（2）丁"] }),
      oneProject({ annual: ["1.5万人参保", "2022年完成", "12次检查"] }),
      oneProject({ annual: ["1.甲"] }),
      oneProject({ annual: ["2.甲"] }),
      oneProject({ annual: ["总体目标", "2.甲", "3.乙"] }),
      oneProject({ annual: ["1.甲", "2.2026年汛前完成", "3.乙"] }),
      oneProject({ annual: ["1.甲", "2.9月底前完成", "3.乙"] }),
      oneProject({ annual: ["1.甲", "2.3个村通水", "3.乙"] }),
    ],
  },
  "title-year-mismatch": {
    fires: [{ in: { title: "市医疗保障局2022年部门预算绩效文本" }, at: "department.json" }],
    silent: [
      { title: "市医疗保障局2023年部门预算绩效文本" },
      { title: "2021-2023年绩效文本" },
      { title: "绩效文本" },
    ],
  },
  "year-not-a-year": {
    fires: [
      { in: { year: "二〇二六" }, at: "department.json", found: "二〇二六" },
      {
        in: { projects: [{ year: "2022-2023" }, { ...other, year: "2022-2023" }] },
        at: "2 project.year",
        also: ["3 project.year"],
      },
    ],
    silent: [{ year: "2023年度" }, { year: "2023 年" }, { year: null }, oneProject({ year: "2023" })],
  },
  "project-year-mismatch": {
    fires: [{ in: oneProject({ year: "2022" }), at: "2 project.year", also: ["department.json"] }],
    silent: [oneProject({ year: "2023年度" }), { year: null, projects: [{ year: "2022" }] }],
  },
  "mid-term-range-excludes-year": {
    fires: [{ in: oneProject({ midTermRange: "2024年—2026年" }), at: "2 project.midTermRange" }],
    silent: [oneProject({ midTermRange: "2022年—2024年" }), oneProject({ midTermRange: "20××年—20××+n年" })],
  },
  "period-reversed": {
    fires: [
      { in: oneProject({ period: "2023年12月—2023年1月" }), at: "2 project.period" },
      { in: oneProject({ midTermRange: "2025年-2023年" }), at: "2 project.midTermRange" },
    ],
    silent: [
      oneProject({ period: "2023.01.01-2023.12.31" }),
      oneProject({ period: "2023年1月至12月" }),
      oneProject({ period: "2023年—2023年12月" }),
      oneProject({ period: "长期" }),
      oneProject({ midTermRange: "20××年—20××+n年" }),
    ],
  },
  "date-after-period": {
    fires: [
      {
        in: lastDate("2024年3月底前"),
        at: "2 indicator.value",
        also: ["2 project.period"],
      },
    ],
    silent: [lastDate("2023年12月底前"), lastDate("12月底前"), lastDate("2024年2月底前", "绩效评价完成时间")],
  },
  "unit-name-differs": {
    fires: [
      {
        in: { unitName: "市医疗保障局（本级）", projects: [{ unit: "市医疗保障局(本级)" }] },
        at: "2 project.unit",
        also: ["department.json"],
      },
      { in: oneProject({ unit: "市医疗保障" }), at: "2 project.unit", says: "“市医疗保障”" },
      {
        in: { projects: [{ unit: "医保服务中心" }, { ...other, unit: "医保服务中" }] },
        at: "3 project.unit",
      },
      { in: oneProject({ department: "市医疗保局" }), at: "2 project.department", says: "“市医疗保局”" },
      {
        in: {
          projects: [
            { unitCode: "450001" },
            { ...other, unitCode: "450001" },
            { name: "审计费", code: "1", unitCode: "450001", unit: "市医保局" },
          ],
        },
        at: "4 project.unit",
        also: ["2 project.unit"],
      },
    ],
    silent: [
      { projects: [{ unit: "医保服务中心" }, { ...other, unit: "医保服务中心站" }] },
      { projects: [{ unit: "市医疗保障局" }, { ...other, unit: "市医疗保障局本级" }] },
      {
        projects: [
          { unit: "第一中学", unitCode: "1" },
          { ...other, unit: "第二中学", unitCode: "2" },
        ],
      },
    ],
  },
} satisfies Record<string, RuleCase>;
