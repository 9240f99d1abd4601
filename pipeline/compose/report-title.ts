/** The report's title: the department's own, or the form's pattern filled in. */
import type { Department } from "../records/index.ts";

export function reportTitle(department: Department, pattern: string): string {
  if (department.title !== undefined) return department.title.text.replace(/\s*\n\s*/gu, "");
  const year = department.year === undefined ? undefined : bareYear(department.year.text);
  const dated =
    year === undefined
      ? pattern.replace(/\{year\}(?:年度|年)?/gu, "")
      : pattern.replaceAll("{year}", () => year);
  return dated.replaceAll("{department}", () => department.name.text);
}

/** Forms print the 年 or 年度 themselves, so `2023年度` given as a year must not print them twice. */
export function bareYear(text: string): string {
  return text.replace(/年度?$/u, "");
}
