/** The department's own facts → the strings that every template may print. */
import type { Department, FormSpec, Text } from "../records/index.ts";
import { hole, type Printing, printLines } from "./printing.ts";
import { bareYear } from "./report-title.ts";
import { texts } from "./shape.ts";

const names = ["name", "year", "unitCode", "unitName"] as const;
export type DepartmentView = Readonly<Record<(typeof names)[number], string>>;
export const departmentShape = texts(names);

type DepartmentFact = FormSpec["departmentRequired"][number];

/** The words by which department.json and the findings name a fact. */
const factLabels: Readonly<Record<DepartmentFact, string>> = {
  year: "年度",
  unitCode: "单位编码",
  unitName: "单位名称",
  overall: "总体绩效目标",
  subGoals: "分项绩效目标",
  safeguards: "工作保障措施",
};

export function departmentView(department: Department, printing: Printing): DepartmentView {
  const print = (value: Text | undefined, fact: DepartmentFact) =>
    value === undefined ? factHole(fact, printing) : printLines(value.text);
  return {
    name: printLines(department.name.text),
    year: bareYear(print(department.year, "year")),
    unitCode: print(department.unitCode, "unitCode"),
    unitName: print(department.unitName, "unitName"),
  };
}

/** 【缺：…】 in a draft for a fact that the form requires, else nothing. */
export function factHole(fact: DepartmentFact, { spec, draft }: Printing): string {
  return draft && spec.departmentRequired.includes(fact) ? hole(factLabels[fact]) : "";
}
