/** A field's canonical name → what an officer calls it: the form's own label, else the house's. */
import type { Label, Snapshot } from "../contracts/index.ts";

/** By canonical name; the department's own facts and Part 1 are among them. */
const house: Readonly<Record<string, Label>> = {
  form: { zh: "表式", en: "form" },
  "department.name": { zh: "部门名称", en: "department" },
  "department.year": { zh: "年度", en: "year" },
  "department.title": { zh: "标题", en: "title" },
  "department.unitCode": { zh: "单位编码", en: "unit code" },
  "department.unitName": { zh: "单位名称", en: "unit name" },
  "department.budgetTotal": { zh: "预算合计", en: "stated budget total" },
  "subGoal.name": { zh: "名称", en: "name" },
  "subGoal.goals": { zh: "绩效目标", en: "goals" },
  "project.code": { zh: "项目编码", en: "project code" },
  "project.name": { zh: "项目名称", en: "project name" },
  "project.unit": { zh: "预算单位", en: "unit" },
  "project.unitCode": { zh: "单位编码", en: "unit code" },
  "project.department": { zh: "主管部门", en: "department in charge" },
  "project.year": { zh: "年度", en: "year" },
  "project.annex": { zh: "附件号", en: "annex number" },
  "project.order": { zh: "序号", en: "number in the export" },
  "project.purpose": { zh: "资金用途", en: "purpose" },
  "project.attribute": { zh: "项目属性", en: "kind of project" },
  "project.period": { zh: "项目期", en: "project period" },
  "project.lead": { zh: "项目负责人", en: "person in charge" },
  "project.midTermRange": { zh: "中期目标起止", en: "range of the mid-term goals" },
  "budget.total": { zh: "预算数", en: "budget total" },
  "budget.fiscal": { zh: "财政资金", en: "fiscal funds" },
  "budget.other": { zh: "其他资金", en: "other funds" },
  "midTermBudget.total": { zh: "中期资金总额", en: "mid-term budget total" },
  "midTermBudget.fiscal": { zh: "中期财政资金", en: "mid-term fiscal funds" },
  "midTermBudget.other": { zh: "中期其他资金", en: "mid-term other funds" },
  "schedule.march": { zh: "3月底", en: "spent by end of March" },
  "schedule.june": { zh: "6月底", en: "spent by end of June" },
  "schedule.october": { zh: "10月底", en: "spent by end of October" },
  "schedule.december": { zh: "12月底", en: "spent by end of December" },
  "goals.annual": { zh: "年度绩效目标", en: "annual goals" },
  "goals.midTerm": { zh: "中期绩效目标", en: "mid-term goals" },
  "indicator.level1": { zh: "一级指标", en: "level 1" },
  "indicator.level2": { zh: "二级指标", en: "level 2" },
  "indicator.level3": { zh: "三级指标", en: "level 3" },
  "indicator.description": { zh: "绩效指标描述", en: "description" },
  "indicator.operator": { zh: "指标符号", en: "operator" },
  "indicator.value": { zh: "指标值", en: "value" },
  "indicator.unit": { zh: "计量单位", en: "measuring unit" },
  "indicator.basis": { zh: "指标值确定依据", en: "basis" },
  "indicator.weight": { zh: "权重", en: "weight" },
  "indicator.scoringRule": { zh: "赋分规则", en: "scoring rule" },
  "indicator.lastYear": { zh: "上年完成值", en: "last year's value" },
  "indicator.evidence": { zh: "佐证资料", en: "evidence" },
};

/** English has no form's labels to follow, so there the house's words stand, and a form's own field keeps its own name. */
export function fieldLabel(field: string, { labels }: Pick<Snapshot, "labels">): Label {
  const own = formLabel(field, labels);
  const zh = own ?? house[field]?.zh ?? field;
  return { zh, en: house[field]?.en ?? (own === undefined ? field : `${field} (${own})`) };
}

/** A label that stands below another on the page (其中：财政拨款) is said without that, and with its horizon where two share it. */
function formLabel(field: string, labels: Snapshot["labels"]): string | undefined {
  const label = bare(labels[field]);
  if (label === undefined) return undefined;
  const shared = Object.keys(labels).some((other) => other !== field && bare(labels[other]) === label);
  const midTerm = field.startsWith("midTermBudget.") || field === "goals.midTerm";
  return shared && midTerm ? `${label}（中期）` : label;
}

function bare(label: string | undefined): string | undefined {
  const words = label?.replace(/^其中[：:]/u, "").trim();
  return words === "" ? undefined : words;
}
