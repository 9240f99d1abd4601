/** Findings about Part 1: what it says of the projects, against what the projects' own tables say. */
import { define } from "./define.ts";

export const checkingPartOne = {
  "part-one-projects-differ": define<{ readonly name: string; readonly missingIn: "one" | "two" }>({
    severity: "warning",
    zh: ({ name, missingIn }) => ({
      says:
        missingIn === "one"
          ? `项目“${name}”不在第一部分的分项绩效目标中`
          : `第一部分的“${name}”在第二部分没有对应的项目`,
      todo: "请核对是漏列、多列，还是名称写法不同。",
    }),
    en: ({ name, missingIn }) => ({
      says:
        missingIn === "one"
          ? `The project “${name}” is not among the goals of Part 1`
          : `“${name}” of Part 1 is no project of Part 2`,
      todo: "See whether one is missing, or the names are spelt differently.",
    }),
  }),
  "part-one-order-differs": define<{
    readonly ordinal: number;
    readonly partOne: string;
    readonly partTwo: string;
  }>({
    severity: "info",
    zh: ({ ordinal, partOne, partTwo }) => ({
      says: `第一部分与第二部分的项目顺序不同：第 ${ordinal} 项分别是“${partOne}”和“${partTwo}”`,
      todo: "请把两部分的顺序改成一致；若本来就要分开排列，可不理会。",
    }),
    en: ({ ordinal, partOne, partTwo }) => ({
      says: `The projects stand in another order in Part 1 than in Part 2: item ${ordinal} is “${partOne}” in one and “${partTwo}” in the other`,
      todo: "Make the order the same, unless it is meant.",
    }),
  }),
  "part-one-goals-differ": define<{ readonly count: number; readonly project: string }>({
    severity: "warning",
    zh: ({ count, project }) => ({
      says: `第一部分有 ${count} 个项目的绩效目标与第二部分该项目的目标不同，先见于“${project}”`,
      todo: "请核对两处的目标，以报预算的为准改成一致。",
    }),
    en: ({ count, project }) => ({
      says: `Part 1 gives ${count} project(s) goals that their tables do not have, first “${project}”`,
      todo: "Compare both and make them agree.",
    }),
  }),
  "prose-project-count-differs": define<{ readonly stated: number; readonly actual: number }>({
    severity: "warning",
    zh: ({ stated, actual }) => ({
      says: `文字说有 ${stated} 个项目，实际有 ${actual} 个`,
      todo: "请更正文字，或核对是否漏报项目。",
    }),
    en: ({ stated, actual }) => ({
      says: `The text says ${stated} projects, and there are ${actual}`,
      todo: "Correct the text, or look for a missing project.",
    }),
  }),
  "prose-year-mismatch": define<{ readonly year: string; readonly inText: string }>({
    severity: "warning",
    zh: ({ year, inText }) => ({
      says: `文字说的是 ${inText} 年部门预算，部门所填年度是 ${year}`,
      todo: "请更正文字中的年度，并核对整段是否沿用了往年的文字。",
    }),
    en: ({ year, inText }) => ({
      says: `The text speaks of the budget of ${inText}, and the department's year is ${year}`,
      todo: "Correct the year, and see whether the passage was copied from another year.",
    }),
  }),
  "prose-money-differs": define<{ readonly stated: string; readonly actual: string; readonly unit: string }>({
    severity: "warning",
    zh: ({ stated, actual, unit }) => ({
      says: `文字说项目预算为 ${stated}${unit}，各项目合计为 ${actual}${unit}`,
      todo: "请更正文字，或核对项目金额。",
    }),
    en: ({ stated, actual, unit }) => ({
      says: `The text says ${stated} ${unit} for the projects, and they add up to ${actual} ${unit}`,
      todo: "Correct the text, or check the amounts.",
    }),
  }),
} as const;
