/** What can be found while tables and trees are turned into records: one catalogue, so it is one file. */
import { define } from "./define.ts";

const list = (names: readonly string[]): string => names.join("、");
const englishList = (names: readonly string[]): string => names.join(", ");

export type PartOneSection = "overall" | "subGoals" | "safeguards";
const sectionZh: Readonly<Record<PartOneSection, string>> = {
  overall: "总体绩效目标",
  subGoals: "分项绩效目标",
  safeguards: "工作保障措施",
};

export const normalising = {
  "no-export": define({
    severity: "failure",
    zh: () => ({
      says: "没有可读的项目数据",
      todo: "请把项目导出（CSV 或 JSON）放进部门文件夹；表头里要有“项目名称”或“项目编码”。",
    }),
    en: () => ({
      says: "There is nothing to read the projects from",
      todo: "Put an export (CSV or JSON) into the folder, with 项目名称 or 项目编码 among its headers.",
    }),
  }),
  "file-not-an-export": define({
    severity: "warning",
    zh: () => ({
      says: "没有找到认得的表头，这个文件没有用上",
      todo: "如果它是导出数据，请检查表头；如果不是，请移出文件夹，或在 department.json 的“文件”里列出要读的文件。",
    }),
    en: () => ({
      says: "No known headers were found; the file was not used",
      todo: "Check the headers if it is an export; else move it away, or list the files to read in department.json.",
    }),
  }),
  "project-columns-missing": define({
    severity: "failure",
    zh: () => ({
      says: "表里没有“项目名称”也没有“项目编码”，看不出各行属于哪个项目",
      todo: "请导出时带上项目名称或项目编码。",
    }),
    en: () => ({
      says: "The table has neither 项目名称 nor 项目编码, so its rows belong to no project",
      todo: "Export it with the project's name or code.",
    }),
  }),
  "ragged-row": define<{ readonly cells: number; readonly headers: number }>({
    severity: "failure",
    zh: ({ cells, headers }) => ({
      says: `这一行有 ${cells} 格，表头有 ${headers} 格`,
      todo: "多半是格内的逗号或换行没有加双引号；请改正或重新导出。",
    }),
    en: ({ cells, headers }) => ({
      says: `The row has ${cells} cells, the header ${headers}`,
      todo: "A comma or line break inside a cell is probably not quoted: correct it or export again.",
    }),
  }),
  "row-skipped": define<{ readonly reason: "total" | "note" | "header" | "title" }>({
    severity: "info",
    zh: ({ reason }) => ({
      says: `这一行是${{ total: "合计", note: "表注", header: "重复的表头", title: "重复的标题" }[reason]}，不作为项目`,
      todo: "不需要处理；如果它是项目，请改它的名称。",
    }),
    en: ({ reason }) => ({
      says: `The row is a ${{ total: "total", note: "note", header: "repeated header", title: "repeated title" }[reason]} and no project`,
      todo: "Nothing to do, unless it is a project: then rename it.",
    }),
  }),
  "column-unknown": define<{ readonly header: string; readonly nearest: string }>({
    severity: "warning",
    zh: ({ header, nearest }) => ({
      says: header === "" ? "这一列没有表头，没有用上" : `不认得“${header}”，没有用上`,
      todo: `${nearest === "" ? "" : `是不是“${nearest}”？`}如果报告要用它，请改成认得的名称，或在 department.json 的“列名”里写明它是哪一项。`,
    }),
    en: ({ header, nearest }) => ({
      says:
        header === "" ? "A column without a header was not used" : `“${header}” is unknown and was not used`,
      todo: `${nearest === "" ? "" : `Did you mean “${nearest}”? `}If the report needs it, rename it, or say under 列名 in department.json what it is.`,
    }),
  }),
  "column-ambiguous": define<{ readonly header: string; readonly readAs: string }>({
    severity: "info",
    zh: ({ header, readAs }) => ({
      says: `“${header}”有几种意思，这里当作“${readAs}”`,
      todo: "如果不对，请把表头改得明确些，或在 department.json 的“列名”里写明。",
    }),
    en: ({ header, readAs }) => ({
      says: `“${header}” can mean several things and was read as “${readAs}”`,
      todo: "If that is wrong, make the header clearer, or say under 列名 in department.json what it is.",
    }),
  }),
  "column-repeated": define<{ readonly header: string }>({
    severity: "warning",
    zh: ({ header }) => ({
      says: `“${header}”与另一列是同一项内容，没有用上`,
      todo: "请只留一列，或把表头改得明确些。",
    }),
    en: ({ header }) => ({
      says: `“${header}” holds the same field as another column and was not used`,
      todo: "Keep one of them, or make the headers clearer.",
    }),
  }),
  "alias-field-unknown": define<{ readonly field: string; readonly nearest: string }>({
    severity: "warning",
    zh: ({ field, nearest }) => ({
      says: `“列名”里的“${field}”不是认得的内容，这些列名没有用上`,
      todo: `${nearest === "" ? "" : `是不是“${nearest}”？`}请写通用的表头，例如“项目名称”。`,
    }),
    en: ({ field, nearest }) => ({
      says: `“${field}” under 列名 is no known field, so its names were not used`,
      todo: `${nearest === "" ? "" : `Did you mean “${nearest}”? `}Write a common header, for example 项目名称.`,
    }),
  }),
  "unit-filled-down": define<{ readonly unit: string; readonly rows: number }>({
    severity: "warning",
    zh: ({ unit, rows }) => ({
      says: `${rows} 个项目的单位是空白，像是合并单元格，已沿用上面的单位（这里是“${unit}”）`,
      todo: "请核对；如果不对，请在源表里逐行填写单位。",
    }),
    en: ({ unit, rows }) => ({
      says: `The unit of ${rows} project(s) is blank, as in merged cells; the unit above is used (here “${unit}”)`,
      todo: "Check it, and write the unit in every row if it is wrong.",
    }),
  }),
  "no-project": define({
    severity: "failure",
    zh: () => ({ says: "导出里只有表头，没有项目", todo: "请重新导出；导出时不要筛掉数据行。" }),
    en: () => ({
      says: "The exports have headers but no projects",
      todo: "Export again, without filtering the rows away.",
    }),
  }),
  "indicator-without-project": define<{ readonly project: string; readonly rows: number }>({
    severity: "error",
    zh: ({ project, rows }) => ({
      says: `${rows} 行指标的项目“${project}”不在项目表里，没有印出`,
      todo: "请核对项目编码或名称。",
    }),
    en: ({ project, rows }) => ({
      says: `${rows} indicator row(s) of “${project}”, which no project table has, were not printed`,
      todo: "Check the project's code or name.",
    }),
  }),
  "project-cells-differ": define<{ readonly field: string; readonly first: string }>({
    severity: "error",
    zh: ({ field, first }) => ({
      says:
        first === ""
          ? `同一项目的“${field}”前面一行是空的，这里有内容；已用这里的`
          : `同一项目的“${field}”两处不同；已用前一处“${first}”`,
      todo: "请核对并改成一致。",
    }),
    en: ({ field, first }) => ({
      says:
        first === ""
          ? `“${field}” is blank in the project's first row and filled here; this one is used`
          : `“${field}” differs within one project; the first, “${first}”, is used`,
      todo: "Find out which is right and make them agree.",
    }),
  }),
  "money-unit-unknown": define({
    severity: "error",
    zh: () => ({
      says: "看不出金额的单位是元还是万元",
      todo: "请在表头写明（元）或（万元），或在 department.json 里写“金额单位”。",
    }),
    en: () => ({
      says: "Nothing says whether the amount is in 元 or 万元",
      todo: "Write （元） or （万元） into the header, or 金额单位 into department.json.",
    }),
  }),
  "money-not-a-number": define({
    severity: "error",
    zh: () => ({ says: "金额不是数字", todo: "请写成数字，例如 3600.00、3,600.00 或 0.36万元。" }),
    en: () => ({
      says: "The amount is no number",
      todo: "Write a number, for example 3600.00, 3,600.00 or 0.36万元.",
    }),
  }),
  "horizon-unknown": define({
    severity: "error",
    zh: () => ({ says: "看不出是中期还是年度，已当作年度", todo: "请写“中期”或“年度”。" }),
    en: () => ({ says: "Neither mid-term nor annual; read as annual", todo: "Write 中期 or 年度." }),
  }),
  "value-not-text": define({
    severity: "error",
    zh: () => ({ says: "这里应是一个值，却是一组内容，没有用上", todo: "请写成文本或数字。" }),
    en: () => ({
      says: "A single value is expected here; the group that stands here was not used",
      todo: "Write a text or a number.",
    }),
  }),
  "characters-removed": define<{ readonly characters: readonly string[] }>({
    severity: "info",
    zh: ({ characters }) => ({
      says: `已去掉看不见的字符 ${list(characters)}`,
      todo: "不影响内容；可在源系统里清理。",
    }),
    en: ({ characters }) => ({
      says: `Invisible characters were removed: ${englishList(characters)}`,
      todo: "The content is the same; clean it at the source if you can.",
    }),
  }),
  "characters-lost": define({
    severity: "error",
    zh: () => ({
      says: "有文字在转换编码时丢失了，只剩替代符号",
      todo: "请从源系统重新导出，不要在别的软件里转存。",
    }),
    en: () => ({
      says: "Characters were lost when the text was converted; only substitutes are left",
      todo: "Export it again from the source system, without saving it in other programs between.",
    }),
  }),
  "value-normalised": define<{ readonly printed: string }>({
    severity: "info",
    zh: ({ printed }) => ({ says: `按表式的设定印作“${printed}”`, todo: "不需要处理。" }),
    en: ({ printed }) => ({ says: `Printed as “${printed}”, as the form asks`, todo: "Nothing to do." }),
  }),
  "indicator-groups-regrouped": define<{ readonly horizon: "annual" | "midTerm" }>({
    severity: "info",
    zh: ({ horizon }) => ({
      says: `${horizon === "midTerm" ? "中期" : "年度"}指标的一级、二级指标交错出现，已按首次出现的次序归并`,
      todo: "不需要处理；如要保持原次序，请在源表里排好。",
    }),
    en: ({ horizon }) => ({
      says: `The ${horizon === "midTerm" ? "mid-term" : "annual"} indicators' groups were interleaved and are brought together by first appearance`,
      todo: "Nothing to do, unless the source's order matters: then sort it there.",
    }),
  }),
  "department-file-missing": define<{ readonly sections: readonly PartOneSection[] }>({
    severity: "warning",
    zh: ({ sections }) => ({
      says: `没有 department.json，第一部分缺少：${list(sections.map((section) => sectionZh[section]))}`,
      todo: "请在部门文件夹里写一个 department.json。",
    }),
    en: ({ sections }) => ({
      says: `There is no department.json; Part 1 lacks ${englishList(sections.map((section) => sectionZh[section]))}`,
      todo: "Write a department.json into the folder.",
    }),
  }),
  "part-one-section-missing": define<{ readonly sections: readonly PartOneSection[] }>({
    severity: "warning",
    zh: ({ sections }) => ({
      says: `第一部分没有：${list(sections.map((section) => sectionZh[section]))}，已略去`,
      todo: "请在 department.json 里补上。",
    }),
    en: ({ sections }) => ({
      says: `Part 1 has no ${englishList(sections.map((section) => sectionZh[section]))}; left out`,
      todo: "Add it to department.json.",
    }),
  }),
  "sub-goals-from-projects": define({
    severity: "info",
    zh: () => ({
      says: "没有分项绩效目标，已用各项目自己的绩效目标",
      todo: "如有部门自己的分项绩效目标，请写进 department.json。",
    }),
    en: () => ({
      says: "No 分项绩效目标 are given; the projects' own goals are used",
      todo: "Write the department's own into department.json if it has any.",
    }),
  }),
  "department-name-taken": define<{ readonly name: string; readonly others: readonly string[] }>({
    severity: "warning",
    zh: ({ name, others }) => ({
      says: `没有写明部门名称，已用“${name}”${others.length === 0 ? "" : `（另有：${list(others)}）`}`,
      todo: "请在 department.json 里写“部门名称”。",
    }),
    en: ({ name, others }) => ({
      says: `The department's name is not given; “${name}” is used${others.length === 0 ? "" : ` (others: ${englishList(others)})`}`,
      todo: "Write 部门名称 into department.json.",
    }),
  }),
  "department-years-differ": define<{ readonly years: readonly string[] }>({
    severity: "warning",
    zh: ({ years }) => ({
      says: `各项目的年度不同（${list(years)}），部门年度没有采用`,
      todo: "请核对，或在 department.json 里写“年度”。",
    }),
    en: ({ years }) => ({
      says: `The projects' years differ (${englishList(years)}); none was taken for the department`,
      todo: "Correct them, or write 年度 into department.json.",
    }),
  }),
  "department-key-unknown": define<{ readonly key: string; readonly nearest: string }>({
    severity: "warning",
    zh: ({ key, nearest }) => ({
      says: `不认得“${key}”，没有用上`,
      todo: nearest === "" ? "请改正或删去。" : `是不是“${nearest}”？请改正或删去。`,
    }),
    en: ({ key, nearest }) => ({
      says: `“${key}” is unknown and was not used`,
      todo: nearest === "" ? "Correct or delete it." : `Did you mean “${nearest}”?`,
    }),
  }),
  "department-key-twice": define<{ readonly key: string }>({
    severity: "warning",
    zh: ({ key }) => ({ says: `“${key}”写了两处而内容不同，已用前一处`, todo: "请只留一个。" }),
    en: ({ key }) => ({
      says: `“${key}” is given twice with different values; the first is used`,
      todo: "Keep one of them.",
    }),
  }),
  "department-value-wrong": define<{ readonly key: string; readonly expected: string }>({
    severity: "failure",
    zh: ({ key, expected }) => ({ says: `“${key}”的内容不对，这里应是${expected}`, todo: "请照此改写。" }),
    en: ({ key, expected }) => ({
      says: `The value of “${key}” is wrong: expected here is ${expected}`,
      todo: "Rewrite it accordingly.",
    }),
  }),
  "rule-unknown": define<{ readonly rule: string; readonly nearest: string }>({
    severity: "warning",
    zh: ({ rule, nearest }) => ({
      says: `没有“${rule}”这条检查规则，这项设置没有用上`,
      todo: nearest === "" ? "规则名称见 huibian rules。" : `是不是“${nearest}”？规则名称见 huibian rules。`,
    }),
    en: ({ rule, nearest }) => ({
      says: `There is no rule “${rule}”, so this setting does nothing`,
      todo: nearest === "" ? "See huibian rules." : `Did you mean “${nearest}”? See huibian rules.`,
    }),
  }),
  "json-shape-wrong": define<{ readonly expected: "list" | "object" }>({
    severity: "failure",
    zh: ({ expected }) => ({
      says: `这里应是${expected === "list" ? "一组内容 [ … ]" : "一个对象 { … }"}`,
      todo: "请重新导出或改正。",
    }),
    en: ({ expected }) => ({
      says: `A ${expected === "list" ? "list [ … ]" : "group { … }"} is expected here`,
      todo: "Export it again or correct it.",
    }),
  }),
  "form-unknown": define<{ readonly form: string; readonly known: readonly string[] }>({
    severity: "failure",
    zh: ({ form, known }) => ({
      says: `没有“${form}”这个表式`,
      todo: `可用的表式：${list(known)}。自备的表式要用 --templates 给出它上级的文件夹。`,
    }),
    en: ({ form, known }) => ({
      says: `There is no form “${form}”`,
      todo: `The forms are: ${englishList(known)}. For one of your own give the folder above it with --templates.`,
    }),
  }),
  "form-undecided": define<{ readonly known: readonly string[] }>({
    severity: "failure",
    zh: ({ known }) => ({
      says: "没有一个表式合乎这些表头",
      todo: `请在 department.json 里写“表式”，可用：${list(known)}。`,
    }),
    en: ({ known }) => ({
      says: "No form fits these headers",
      todo: `Write 表式 into department.json; the forms are: ${englishList(known)}.`,
    }),
  }),
} as const;
