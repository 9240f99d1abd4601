/** Names → folders of departments small enough to be built by the dozen. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const header = "项目编码,项目名称,预算数(元),资金用途,绩效目标\n";

/** `projects` makes some heavier than others. */
export function writeDepartment(data: string, name: string, projects = 1): void {
  mkdirSync(join(data, name), { recursive: true });
  const facts = { 部门名称: `${name}局`, 年度: "2023", 表式: "hebei" };
  writeFileSync(join(data, name, "department.json"), JSON.stringify(facts));
  const rows = Array.from(
    { length: projects },
    (_, index) =>
      `130304210110000000${String(index).padStart(3, "0")},租赁费${index},3600.00,租赁,保障工作\n`,
  );
  writeFileSync(join(data, name, "projects.csv"), header + rows.join(""));
}

/** Gives it a row with more cells than columns. */
export function breakDepartment(data: string, name: string): void {
  writeFileSync(join(data, name, "projects.csv"), `${header}1,甲,2,3,4,5,6\n`);
}
