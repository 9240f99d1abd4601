/** Puts projects into the order in which a form prints them. */
import type { FormSpec, Project } from "../records/index.ts";

/**
 * Grouped by unit, in the order in which the units appear. Within a unit, `code`: by code, those without one last;
 * `given`: by 序号 where every project has a number, else as exported.
 */
export function orderProjects(projects: readonly Project[], order: FormSpec["order"]): Project[] {
  const byUnit = new Map<string, Project[]>();
  for (const project of inOrder(projects, order)) {
    const unit = project.unit?.text ?? project.unitCode?.text ?? "";
    const group = byUnit.get(unit);
    if (group === undefined) byUnit.set(unit, [project]);
    else group.push(project);
  }
  // Numbers that begin anew in each unit put the units into no order, but each unit's projects into one.
  return [...byUnit.values()].flatMap((group) => inOrder(group, order));
}

function inOrder(projects: readonly Project[], order: FormSpec["order"]): Project[] {
  return order === "code" ? byCode(projects) : bySerialNumber(projects);
}

function byCode(projects: readonly Project[]): Project[] {
  const coded = projects.filter(({ code }) => code !== undefined);
  const others = projects.filter(({ code }) => code === undefined);
  return [...coded.sort((left, right) => compare(left.code?.text ?? "", right.code?.text ?? "")), ...others];
}

function bySerialNumber(projects: readonly Project[]): Project[] {
  const numbers = projects.map(serialNumber);
  const distinct = new Set(numbers).size === projects.length && !numbers.includes(undefined);
  if (!distinct) return [...projects];
  return [...projects].sort((left, right) => (serialNumber(left) ?? 0) - (serialNumber(right) ?? 0));
}

function serialNumber({ order }: Project): number | undefined {
  return order !== undefined && /^\d{1,9}$/u.test(order.text) ? Number(order.text) : undefined;
}

/** By code unit: a collation would depend on the machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
