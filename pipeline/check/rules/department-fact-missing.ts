/** A fact of the department that the form requires; a missing year is one finding, however many projects there are. */
import type { Department, FormSpec } from "../../records/index.ts";
import { wholeTable } from "../place-blanks.ts";
import { rule } from "../rule.ts";

type Fact = FormSpec["departmentRequired"][number];

const labels: Readonly<Record<Fact, string>> = {
  year: "年度",
  unitCode: "单位编码",
  unitName: "单位名称",
  overall: "总体绩效目标",
  subGoals: "分项绩效目标",
  safeguards: "工作保障措施",
};

export const departmentFactMissing = rule("department-fact-missing", {
  number: 1,
  severity: "error",
  about: {
    zh: "表式要求的部门信息没有给出",
    en: "a fact of the department that the form requires is missing",
  },
  says: { zh: "部门没有给出“{label}”", en: "Missing department information: “{label}”" },
  todo: { zh: "请在 department.json 中补上“{label}”。", en: "Add “{label}” to department.json." },
  *department({ department, spec }) {
    const required = new Set<Fact>(spec.departmentRequired);
    if (spec.fields["project.year"]?.required === true) required.add("year");
    for (const fact of required) {
      if (isGiven(department, fact)) continue;
      yield { at: department.source?.at ?? wholeTable(department.name.at), args: { label: labels[fact] } };
    }
  },
});

function isGiven(department: Department, fact: Fact): boolean {
  if (fact === "year") {
    const { projects, year } = department;
    return year !== undefined || (projects.length > 0 && projects.every((project) => project.year));
  }
  const value = department[fact];
  return typeof value === "object" && "length" in value ? value.length > 0 : value !== undefined;
}
