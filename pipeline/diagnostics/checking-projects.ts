/** Findings about a department's and a project's own facts: names, codes, years, goals, schedule. */
import { define } from "./define.ts";
import { type HorizonWord, horizonEn, horizonZh } from "./horizon-words.ts";

export const checkingProjects = {
  "required-field-missing": define<{ readonly label: string; readonly everywhere: boolean }>({
    severity: "error",
    zh: ({ label, everywhere }) => ({
      says: everywhere ? `所有项目都没有填写“${label}”` : `“${label}”没有填写`,
      todo: everywhere ? `本表式要求填写“${label}”，请在导出数据中补上这一列。` : "请补填。",
    }),
    en: ({ label, everywhere }) => ({
      says: everywhere ? `No project has “${label}”` : `“${label}” is blank`,
      todo: everywhere ? "The form requires it: add the column to the export." : "Fill it in.",
    }),
  }),
  "department-fact-missing": define<{ readonly label: string }>({
    severity: "error",
    zh: ({ label }) => ({
      says: `部门没有给出“${label}”`,
      todo: `请在 department.json 中补上“${label}”。`,
    }),
    en: ({ label }) => ({
      says: `The department does not give “${label}”`,
      todo: `Add “${label}” to department.json.`,
    }),
  }),
  "code-malformed": define<{ readonly length: number }>({
    severity: "warning",
    zh: ({ length }) => ({
      says: `项目编码不是规定的 21 位格式（现为 ${length} 位）`,
      todo: "应为 8 位数字加 13 位数字或大写字母；请与预算系统核对，留意是否丢了开头的 0。",
    }),
    en: ({ length }) => ({
      says: `The project code is not of the prescribed form of 21 characters (it has ${length})`,
      todo: "It should be 8 digits and then 13 digits or capital letters; compare it with the budget system, and look for lost leading zeros.",
    }),
  }),
  "code-mangled": define({
    severity: "warning",
    zh: () => ({
      says: "项目编码被 Excel 变成了科学计数法，原编码已经丢失",
      todo: "请从预算系统重新导出，并在 Excel 中把该列设为“文本”后再保存。",
    }),
    en: () => ({
      says: "Excel has turned the project code into a power of ten; the code itself is lost",
      todo: "Export it again, and set the column to Text in Excel before saving.",
    }),
  }),
  "code-duplicated": define<{ readonly count: number }>({
    severity: "error",
    zh: ({ count }) => ({
      says: `${count} 个项目用了同一个项目编码`,
      todo: "请与预算系统核对，改正编码或删去重复的项目。",
    }),
    en: ({ count }) => ({
      says: `${count} projects have the same code`,
      todo: "Compare with the budget system: correct the code or remove the repeated project.",
    }),
  }),
  "name-duplicated": define<{ readonly count: number }>({
    severity: "warning",
    zh: ({ count }) => ({
      says: `同一单位有 ${count} 个项目名称相同`,
      todo: "请核对是否重复申报；确为不同项目的，请在名称中加以区分。",
    }),
    en: ({ count }) => ({
      says: `${count} projects of one unit have the same name`,
      todo: "See whether one was filed twice; tell them apart by name if not.",
    }),
  }),
  "goal-missing": define<{ readonly horizon: HorizonWord }>({
    severity: "error",
    zh: ({ horizon }) => ({ says: `${horizonZh[horizon]}绩效目标没有填写`, todo: "请补填绩效目标。" }),
    en: ({ horizon }) => ({ says: `The ${horizonEn[horizon]} goal is blank`, todo: "Write the goal." }),
  }),
  "goal-numbering-broken": define<{ readonly numbers: string }>({
    severity: "warning",
    zh: ({ numbers }) => ({
      says: `绩效目标的序号不连续：${numbers}`,
      todo: "请更正序号，并核对是否漏写了一条。",
    }),
    en: ({ numbers }) => ({
      says: `The goal's numbering has a gap or a repeat: ${numbers}`,
      todo: "Correct the numbers, and see whether an item is missing.",
    }),
  }),
  "schedule-blank": define({
    severity: "warning",
    zh: () => ({
      says: "资金支出计划全部空白",
      todo: "请填写 3 月底、6 月底、10 月底、12 月底的累计支出比例。",
    }),
    en: () => ({
      says: "The spending schedule is blank",
      todo: "Fill in the cumulative share at each date.",
    }),
  }),
  "schedule-not-a-share": define<{ readonly label: string }>({
    severity: "error",
    zh: ({ label }) => ({
      says: `资金支出计划“${label}”不是 0 到 100% 之间的比例`,
      todo: "请填写累计支出比例，例如 25%。",
    }),
    en: ({ label }) => ({
      says: `The spending schedule's “${label}” is not a share between 0 and 100%`,
      todo: "Write the cumulative share, for example 25%.",
    }),
  }),
  "schedule-decreasing": define<{ readonly label: string; readonly before: string }>({
    severity: "error",
    zh: ({ label, before }) => ({
      says: `资金支出计划“${label}”小于前一时点的 ${before}`,
      todo: "支出计划是累计比例，不应减少，请核对。",
    }),
    en: ({ label, before }) => ({
      says: `The spending schedule's “${label}” is below the ${before} before it`,
      todo: "Shares are cumulative and cannot fall: check them.",
    }),
  }),
  "schedule-not-complete": define({
    severity: "error",
    zh: () => ({
      says: "资金支出计划到 12 月底没有达到 100%",
      todo: "请把 12 月底的累计比例改为 100%，或核对计划。",
    }),
    en: () => ({
      says: "The spending schedule does not end at 100%",
      todo: "Set the share at the end of December to 100%, or check the plan.",
    }),
  }),
  "title-year-mismatch": define<{ readonly year: string; readonly inTitle: string }>({
    severity: "error",
    zh: ({ year, inTitle }) => ({
      says: `标题写的是 ${inTitle} 年，而年度是 ${year}`,
      todo: "请更正标题或年度。",
    }),
    en: ({ year, inTitle }) => ({
      says: `The title says ${inTitle}, but the year is ${year}`,
      todo: "Correct the title or the year.",
    }),
  }),
  "year-not-a-year": define({
    severity: "warning",
    zh: () => ({ says: "“年度”不是四位数字的年份，年份无法核对", todo: "请写成四位数字，例如 2026。" }),
    en: () => ({
      says: "This is no year of four digits, so nothing can be compared with it",
      todo: "Write four digits, for example 2026.",
    }),
  }),
  "project-year-mismatch": define<{ readonly year: string }>({
    severity: "error",
    zh: ({ year }) => ({
      says: `项目的年度与部门的年度 ${year} 不一致`,
      todo: "请核对是否混入了其他年度的项目。",
    }),
    en: ({ year }) => ({
      says: `The project's year is not the department's, ${year}`,
      todo: "See whether a project of another year has slipped in.",
    }),
  }),
  "mid-term-range-excludes-year": define<{ readonly year: string }>({
    severity: "warning",
    zh: ({ year }) => ({ says: `中期目标起止不包含预算年度 ${year}`, todo: "请核对起止年份。" }),
    en: ({ year }) => ({
      says: `The mid-term range does not contain the budget year ${year}`,
      todo: "Check the years.",
    }),
  }),
  "period-reversed": define({
    severity: "error",
    zh: () => ({ says: "结束时间早于开始时间", todo: "请更正起止时间。" }),
    en: () => ({ says: "The period ends before it begins", todo: "Correct the dates." }),
  }),
  "date-after-period": define<{ readonly period: string }>({
    severity: "warning",
    zh: ({ period }) => ({ says: `指标的时间晚于项目期“${period}”的结束`, todo: "请核对时间。" }),
    en: ({ period }) => ({
      says: `The date is after the end of the project's period, “${period}”`,
      todo: "Check the date.",
    }),
  }),
  "unit-name-differs": define<{ readonly name: string; readonly usual: string }>({
    severity: "warning",
    zh: ({ name, usual }) => ({
      says: `同一单位的名称写法不一致：“${name}”与“${usual}”`,
      todo: "请统一单位名称（留意括号和空格）。",
    }),
    en: ({ name, usual }) => ({
      says: `One unit is spelt in several ways: “${name}” and “${usual}”`,
      todo: "Spell it one way (look at brackets and spaces).",
    }),
  }),
} as const;
