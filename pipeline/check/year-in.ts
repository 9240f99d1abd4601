/** The four digits of a year as cells give it: 2023, 2023年, 2023年度. */
import type { Department, Project } from "../records/index.ts";

/** Undefined if there is no year, or more than one. */
export function yearIn(text: string | undefined): string | undefined {
  return /^\s*((?:19|20)\d{2})\s*(?:年度?)?\s*$/u.exec(text ?? "")?.[1];
}

/** The year that a project is budgeted for. */
export function budgetYear(
  { year }: Pick<Project, "year">,
  department: Pick<Department, "year">,
): string | undefined {
  return yearIn(year?.text ?? department.year?.text);
}

/** What is paid for, or paid back, after all is done. */
const afterwards =
  /尾款|质保|欠款|余款|结算|决算|清算|审计|偿还|还本|付息|债|贷款|结转|已完[成工]|竣工验收|后续/u;

/** Whether the project's period names years, and the budget's is none of them. A project that is over may be paid for still. */
export function excludesYear({ period, name, purpose, goals }: Project, year: string): boolean {
  const years = period?.text.match(/(?<!\d)20\d\d(?!\d)/gu) ?? [];
  const [from, to = from, ...more] = years;
  if (from === undefined || to === undefined || more.length > 0 || from > to) return false;
  if (from <= year && year <= to) return false;
  const said = [name, purpose, ...(goals.annual?.lines ?? [])].map((text) => text?.text ?? "").join("\n");
  return !afterwards.test(said);
}
