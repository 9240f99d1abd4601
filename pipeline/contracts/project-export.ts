/** The canonical JSON export: what a system that can choose its keys writes of its projects. */
import { z } from "zod";
import {
  DepartmentFile,
  indicatorFields,
  type MoneyField,
  moneyFields,
  moneyUnits,
  projectTextFields,
  type ScheduleField,
  scheduleFields,
} from "../records/index.ts";

/** Numbers keep the digits that the file has. */
const text = z.union([z.string(), z.number()]).nullish();
const lines = z.union([z.string(), z.array(z.string())]).nullish();

function textsOf<Name extends string>(names: readonly Name[]): Record<Name, typeof text> {
  return Object.fromEntries(names.map((name) => [name, text])) as Record<Name, typeof text>;
}

const Budget = z
  .strictObject({
    moneyUnit: z.enum(moneyUnits).nullish(),
    ...textsOf(moneyFields),
    /** Sources that only the form has, by the name that its form.json gives them. */
    own: z.record(z.string(), text).nullish(),
  })
  .meta({ id: "budget" });

const Indicator = z
  .strictObject({
    ...textsOf(indicatorFields),
    horizon: z.enum(["annual", "midTerm", "年度", "中期"]).nullish(),
  })
  .meta({ id: "indicator" });
const Indicators = z.array(Indicator);
const Sides = z
  .strictObject({ annual: Indicators.nullish(), midTerm: Indicators.nullish() })
  .meta({ id: "indicatorsByHorizon" });

const Project = z
  .strictObject({
    ...textsOf(projectTextFields),
    budget: Budget.nullish(),
    midTermBudget: Budget.nullish(),
    schedule: z.strictObject(textsOf(scheduleFields)).meta({ id: "schedule" }).nullish(),
    goals: z.strictObject({ annual: lines, midTerm: lines }).meta({ id: "goals" }).nullish(),
    indicators: z.union([Indicators, Sides]).nullish(),
    own: z.record(z.string(), text).nullish(),
  })
  .meta({ id: "project" });

/** The keys of department.json may be beside the projects, and the projects in department.json. */
export const DepartmentWithProjects = DepartmentFile.extend({ projects: z.array(Project).nullish() });
export const ProjectExport = z.union([
  DepartmentFile.extend({ projects: z.array(Project) }),
  z.array(Project),
]);

type ProjectKey = Exclude<keyof z.infer<typeof Project>, "own">;

/** The keys in Chinese; `own` has none. */
export const projectKeys = {
  code: "项目编码",
  name: "项目名称",
  unit: "预算单位",
  unitCode: "单位编码",
  department: "主管部门",
  year: "年度",
  annex: "附件号",
  order: "序号",
  purpose: "资金用途",
  attribute: "项目属性",
  period: "项目期",
  lead: "项目负责人",
  midTermRange: "中期目标起止",
  budget: "年度资金",
  midTermBudget: "中期资金",
  schedule: "资金支出计划",
  goals: "绩效目标",
  indicators: "绩效指标",
} as const satisfies Record<ProjectKey, string>;
export const budgetKeys = {
  moneyUnit: "金额单位",
  total: "资金总额",
  fiscal: "财政拨款",
  other: "其他资金",
} as const satisfies Record<MoneyField | "moneyUnit", string>;
export const scheduleKeys = {
  march: "3月底",
  june: "6月底",
  october: "10月底",
  december: "12月底",
} as const satisfies Record<ScheduleField, string>;
export const horizonKeys = { annual: "年度", midTerm: "中期" } as const;
export const indicatorKeys = {
  level1: "一级指标",
  level2: "二级指标",
  level3: "三级指标",
  description: "绩效指标描述",
  operator: "指标符号",
  value: "指标值",
  unit: "计量单位",
  basis: "指标值确定依据",
  weight: "权重",
  scoringRule: "指标赋分规则",
  lastYear: "上年完成值",
  evidence: "佐证资料",
  horizon: "期限",
} as const satisfies Record<keyof z.infer<typeof Indicator>, string>;
