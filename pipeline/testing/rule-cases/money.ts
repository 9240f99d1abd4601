/** Cases of the rules on sums of money. Amounts are in 元 and printed in 万元 with two places. */
import { oneProject, type RuleCase, withoutLevel1 } from "./rule-case.ts";

const budget = (total: string | null, fiscal: string | null, other: string | null) =>
  oneProject({ budget: { total, fiscal, other } });

/** Cost indicators with value and unit in one column, beside a budget of 6000 元. */
const costs = (...rows: readonly (readonly [string, string])[]) =>
  oneProject({
    indicators: rows.map(([level3, value]) => ({
      level1: "成本指标",
      level2: "经济成本指标",
      level3,
      value,
    })),
  });

/** Projects with these shares in two columns of the form's own. */
const shares = (...rows: readonly string[]) => ({
  projects: rows.map((text) => {
    const [half = "", whole = ""] = text.split(" ");
    return { own: { half, whole } };
  }),
});
const percent = (label: string) => ({ label, type: "percent" as const, required: false, aliases: [] });

export const moneyCases = {
  "budget-negative": {
    fires: [
      { in: budget("-6000", "-6000", null), at: "2 budget.total", found: "-6000" },
      { in: budget("6000", "7000", "-1000"), at: "2 budget.other" },
    ],
    silent: [budget("6000", "6000", "0"), budget("0", null, null)],
  },
  "budget-zero": {
    fires: [
      {
        in: oneProject({
          budget: { total: "0.00", fiscal: null, other: null },
          indicators: withoutLevel1("成本指标").projects?.[0]?.indicators ?? [],
        }),
        at: "2 budget.total",
        found: "0.00",
      },
    ],
    silent: [
      // Costs that are above nothing say so.
      budget("0.00", null, null),
      budget("6000", "6000", "0"),
      budget(null, null, null),
      oneProject({ budget: { total: "0" }, midTermBudget: { total: "18000" } }),
    ],
  },
  "cost-ten-thousand-times-off": {
    fires: [
      { in: costs(["运维成本", "≤6000万元"]), at: "2 indicator.value", says: "1 万倍" },
      { in: costs(["运维成本", "≤0.6元"]), at: "2 indicator.value", says: "预算恰好" },
      { in: costs(["设备费", "≤4000万元"], ["材料费", "≤2000万元"]), at: "2 indicator.value" },
    ],
    silent: [
      costs(["运维成本", "≤6000元"]),
      costs(["运维成本", "≤5999万元"]),
      costs(["单价", "≤0.6元"]),
      costs(["餐费标准", "≤0.6元/餐"]),
    ],
  },
  "shares-mixed": {
    spec: {
      fields: {
        "project.own.half": percent("上半年"),
        "project.own.whole": percent("全年"),
      },
    },
    fires: [
      { in: shares("0.25 1", "25 100"), at: "2 project.own.half", also: ["3 project.own.half"] },
      { in: shares("25% 100%", "0 0.6"), at: "3 project.own.whole" },
    ],
    silent: [
      shares("0.25 1", "0.1 0.4"),
      shares("0 100", "25 100"),
      shares("0 1", "25% 50%"),
      shares("0.5% 50%", "25 50"),
    ],
  },
  "total-not-sum": {
    fires: [
      {
        in: budget("7000", "5000", "1000"),
        at: "2 budget.total",
        also: ["2 budget.fiscal", "2 budget.other"],
        found: "7000",
        says: "预算数为 0.7万元",
      },
      {
        in: oneProject({ midTermBudget: { total: "1833000", fiscal: "1269000" } }),
        at: "2 midTermBudget.total",
        also: ["2 midTermBudget.fiscal"],
      },
    ],
    silent: [
      budget("6000", "6000", null),
      budget("6000", null, null),
      budget(null, "5000", "1000"),
      // 0.01 of the unit printed, 万元.
      budget("6100", "5000", "1000"),
      oneProject({ midTermBudget: { total: "18000", fiscal: "18000" } }),
    ],
  },
  "mid-term-money-below-annual": {
    spec: { fields: { "midTermBudget.total": { label: "中期资金总额", required: true, aliases: [] } } },
    fires: [
      {
        in: oneProject({ midTermBudget: { total: "5000", fiscal: "5000" } }),
        at: "2 midTermBudget.total",
        also: ["2 budget.total"],
        says: "0.5万元",
      },
    ],
    silent: [
      oneProject({ midTermBudget: { total: "6000", fiscal: "6000" } }),
      oneProject({ midTermBudget: { total: "0", fiscal: "0" } }),
      oneProject({}),
    ],
  },
  "source-blank": {
    fires: [
      {
        in: {
          projects: [{}, { code: "13030421SC4NEGNUQ8M49", name: "法律服务费", budget: { other: null } }],
        },
        at: "3 budget.other",
      },
    ],
    silent: [
      budget("6000", "6000", "0"),
      budget("6000", null, null),
      oneProject({ midTermBudget: { total: "1", fiscal: "1" } }),
    ],
  },
  "printed-parts-not-sum": {
    fires: [
      {
        in: budget("7300", "3650", "3650"),
        at: "2 budget.total",
        also: ["2 budget.fiscal", "2 budget.other"],
      },
    ],
    silent: [budget("6000", "5000", "1000"), budget("9000", "3650", "3650"), budget("6050", "6050", "0")],
  },
  "department-as-project": {
    fires: [
      { in: { projects: [{}, { code: null, name: "部门整体支出" }] }, at: "3 project.name" },
      { in: { projects: [{}, { code: null, name: "县教育局整体支出绩效目标" }] }, at: "3 project.name" },
    ],
    silent: [
      oneProject({ name: "部门整体支出" }),
      { projects: [{}, { code: null, name: "部门整体支出绩效评价服务费" }] },
    ],
  },
  "department-total-mismatch": {
    fires: [
      {
        in: { budgetTotal: "13000", projects: [{}, { code: "13030421SC4NEGNUQ8M49", name: "法律服务费" }] },
        at: "department.json",
        also: ["2 budget.total", "3 budget.total"],
        found: "13000",
      },
    ],
    silent: [{ budgetTotal: "6000" }, { budgetTotal: "9000", ...budget(null, null, null) }],
  },
  "stated-total-mismatch": {
    fires: [
      {
        in: { statedTotal: "13000", projects: [{}, { code: "13030421SC4NEGNUQ8M49", name: "法律服务费" }] },
        at: "9 budget.total",
        also: ["2 budget.total", "3 budget.total"],
        found: "13000",
        says: "2 个项目之和 1.2万元",
      },
    ],
    // 0.01 of the unit printed, 万元.
    silent: [{ statedTotal: "6000" }, { statedTotal: "6100" }],
  },
  "money-units-mixed": {
    fires: [
      {
        in: oneProject({ budgetUnits: { fiscal: "万元" } }),
        at: "2 budget.fiscal",
        also: ["2 budget.total"],
        found: "5000",
      },
    ],
    silent: [budget("6000", "5000", "1000"), oneProject({ midTermBudget: { total: "1" } })],
  },
  "money-unit-differs": {
    spec: { money: { print: "as-given", unit: "万元" } },
    fires: [
      {
        in: {
          projects: [{ budget: { fiscal: null, other: null } }, { budget: { fiscal: null, other: null } }],
        },
        at: "2 budget.total",
        found: "6000",
      },
    ],
    silent: [
      { ...budget("0.6", "0.5", "0.1"), moneyUnit: "万元" },
      budget("0", "0.00", null),
      budget(null, null, null),
    ],
  },
  "cost-above-budget": {
    fires: [
      {
        in: costs(["项目总成本", "≤7000元"]),
        at: "2 indicator.value",
        also: ["2 budget.total"],
        found: "≤7000元",
        says: "合计 0.7万元",
      },
      {
        in: costs(["培训费", "≤4000元"], ["印刷费", "≤0.3万元"]),
        at: "2 indicator.value",
        also: ["3 indicator.value", "2 budget.total"],
        found: "≤4000元",
        says: "合计 0.7万元",
      },
      {
        in: costs(["培训费", "≤7000元"], ["节支率", "5%"]),
        at: "2 indicator.value",
        also: ["3 indicator.value", "2 budget.total"],
      },
    ],
    silent: [
      costs(["总成本", "≤6000元"]),
      costs(["培训费", "≤4000元"], ["印刷费", "≤2000元"]),
      // The whole, and a part of it.
      costs(["培训费", "≤6000元"], ["其中：印刷费", "≤2000元"]),
      costs(["总成本", "≤6500元"], ["印刷费", "≤2000元"]),
      costs(["培训费", "≤7000元"], ["讲课费", "≤500元/课时"]),
      costs(["培训费", "≤7000元"], ["人均伙食费", "≤80元"]),
      costs(["培训费", "每年≤7000元"]),
      costs(["节约成本", "7000元"]),
    ],
  },
  "cost-below-budget": {
    fires: [
      {
        in: costs(["培训费", "≤4000元"]),
        at: "2 indicator.value",
        also: ["2 budget.total"],
        says: "合计 0.4万元",
      },
    ],
    silent: [
      costs(["培训费", "≤4000元"], ["成本控制率", "≤100%"]),
      costs(["培训费", "≤4000元"], ["讲课费", "≤500元/课时"]),
      costs(["培训费", "严格控制"]),
      costs(["宣传册印刷费", "≤5元"]),
      costs(["聘请专家费用", "≤4000元"]),
    ],
  },
} satisfies Record<string, RuleCase>;
