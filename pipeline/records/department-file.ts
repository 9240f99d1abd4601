/** The schema of department.json: what a person writes of a department beside its exports. */
import { z } from "zod";
import { moneyUnits } from "./money.ts";

const line = z.union([z.string(), z.number()]);
const paragraphs = z.union([z.string(), z.array(z.string())]);

/** By canonical name. null is as good as absent. */
export const DepartmentFile = z.strictObject({
  name: line.nullish(),
  unitCode: line.nullish(),
  unitName: line.nullish(),
  year: line.nullish(),
  title: z.string().nullish(),
  form: z.string().nullish(),
  moneyUnit: z.enum(moneyUnits).nullish(),
  overall: paragraphs.nullish(),
  subGoals: z
    .array(z.strictObject({ order: line.nullish(), name: line, goals: paragraphs.nullish() }))
    .nullish(),
  safeguards: paragraphs.nullish(),
  sources: z.array(z.string()).nullish(),
  budgetTotal: line.nullish(),
});
export type DepartmentFile = Readonly<z.infer<typeof DepartmentFile>>;
export type DepartmentKey = keyof DepartmentFile;

/** The keys as a person writes them in Chinese. */
export const departmentKeys = {
  name: "部门名称",
  unitCode: "单位编码",
  unitName: "单位名称",
  year: "年度",
  title: "标题",
  form: "表式",
  moneyUnit: "金额单位",
  overall: "总体绩效目标",
  subGoals: "分项绩效目标",
  safeguards: "工作保障措施",
  sources: "文件",
  budgetTotal: "预算合计",
} as const satisfies Record<DepartmentKey, string>;

/** The keys of one item of 分项绩效目标. */
export const subGoalKeys = { order: "序号", name: "名称", goals: "绩效目标" } as const;

/** What does not fit the schema: where, by canonical names and indexes, and what is expected there, in words. */
export type DepartmentFileProblem = {
  readonly path: readonly (string | number)[];
  readonly expected: string;
};

export function checkDepartmentFile(value: unknown): DepartmentFileProblem[] {
  const result = DepartmentFile.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    return { path, expected: expectation(path) };
  });
}

/** Words that need no knowledge of the schema's types, in both languages of the reader. */
function expectation(path: readonly (string | number)[]): string {
  const [key, , inner] = path;
  if (key === "moneyUnit") return moneyUnits.map((unit) => `"${unit}"`).join(" / ");
  if (key === "sources") return '["…", "…"]';
  if (key === "overall" || key === "safeguards" || inner === "goals") return '"…" / ["…", "…"]';
  if (key === "subGoals" && inner === undefined)
    return `[{"${subGoalKeys.name}": "…", "${subGoalKeys.goals}": ["…"]}]`;
  return '"…"';
}
