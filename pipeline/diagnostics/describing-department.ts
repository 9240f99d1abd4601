/** What can be wrong with what is said of a whole department: its department.json, its name and year, its form. */
import { defineRows } from "./row.ts";

const mappingKeys = { aliases: "列名", values: "取值", omittedRows: "略去行" };
type UnusedMapping = {
  readonly key: keyof typeof mappingKeys;
  readonly name: string;
  readonly nearest: string;
};
type UnusedValues = Omit<UnusedMapping, "nearest"> & { readonly values: readonly string[] };
type MissingSheet = { readonly file: string; readonly sheet: string; readonly sheets: readonly string[] };
type TakenName = { readonly name: string; readonly others: readonly string[] };
type DifferingTitle = {
  readonly label: string;
  readonly here: string;
  readonly there: string;
  readonly used: string;
};
/** `beside`: there is a department.json as well. */
type Misnamed = { readonly beside: boolean };

export const describingDepartment = defineRows({
  "department-file-misnamed": {
    severity: "warning",
    says: {
      zh: ({ beside }: Misnamed) =>
        beside
          ? "内容像部门的 department.json，但文件名不是，没有读取；已读的是 department.json"
          : "内容是部门的 department.json，但文件名不对，没有读取",
      en: ({ beside }: Misnamed) =>
        beside
          ? "Looks like a department.json under another name and was not read; department.json was"
          : "A department.json under another name; it was not read",
    },
    todo: {
      zh: ({ beside }: Misnamed) =>
        beside
          ? "如果要用这一份，请用它替换 department.json；否则请移出文件夹。"
          : "请把文件改名为 department.json（先在 Windows 里显示文件扩展名，去掉后面的 .txt）。",
      en: ({ beside }: Misnamed) =>
        beside
          ? "To use this one, replace department.json with it; otherwise move it out of the folder."
          : "Rename it to department.json (let Windows show file extensions first, and remove .txt).",
    },
  },
  "mapping-unused": {
    severity: "warning",
    says: {
      zh: ({ key, name }: UnusedMapping) => `导出里没有“${name}”这一列，“${mappingKeys[key]}”里写的没有用上`,
      en: ({ key, name }: UnusedMapping) =>
        `No export has a column “${name}”; what ${mappingKeys[key]} says of it was not used`,
    },
    todo: {
      zh: "{nearest:guess}请照导出里的表头写。",
      en: "{nearest:guess}Write it as the export's header does.",
    },
  },
  "mapping-values-unused": {
    severity: "warning",
    says: {
      zh: ({ key, name, values }: UnusedValues) =>
        `“${name}”一列里没有“${mappingKeys[key]}”写明的值，有的是：${values.join("、")}`,
      en: ({ key, name, values }: UnusedValues) =>
        `“${name}” has none of the values that ${mappingKeys[key]} gives; it has ${values.join(", ")}`,
    },
    todo: { zh: "请照导出里的写法改正。", en: "Correct them as the export writes them." },
  },
  "path-not-found": {
    severity: "failure",
    says: { zh: "{file} 里没有 {path} 这个位置", en: "{file} has no {path}" },
    todo: {
      zh: "{nearest:guess}请改正 department.json 里“文件”的“位置”。",
      en: "{nearest:guess}Correct 位置 under 文件 in department.json.",
    },
  },
  "sheet-not-found": {
    severity: "failure",
    says: {
      zh: ({ file, sheet, sheets }: MissingSheet) =>
        `${file} 里没有“${sheet}”这个工作表${sheets.length > 0 ? `，有的是：${sheets.join("、")}` : ""}`,
      en: ({ file, sheet, sheets }: MissingSheet) =>
        `${file} has no sheet “${sheet}”${sheets.length > 0 ? `; it has ${sheets.join(", ")}` : ""}`,
    },
    todo: {
      zh: "请改正 department.json 里“文件”的“工作表”。",
      en: "Correct 工作表 under 文件 in department.json.",
    },
  },
  "alias-field-unknown": {
    severity: "warning",
    says: {
      zh: "“列名”里的“{field}”不是认得的内容，这些列名没有用上",
      en: "“{field}” under 列名 is not a known field; its names were not used",
    },
    todo: {
      zh: "{nearest:guess}请写通用的表头，例如“项目名称”。",
      en: "{nearest:guess}Use a common header, for example 项目名称.",
    },
  },
  "alias-twice": {
    severity: "error",
    says: {
      zh: "“列名”里的“{spelling}”既写在“{first}”下，又写在“{second}”下，只能按它在表里的位置来认",
      en: "“{spelling}” under 列名 is given for both “{first}” and “{second}”; only a column's position tells them apart",
    },
    todo: {
      zh: "请核对报告；如果读错了，请改源表里其中一个表头，再在“列名”里分开写。",
      en: "Check the report. If it is wrong, rename one of the columns and list both apart under 列名.",
    },
  },
  "department-file-missing": {
    severity: "warning",
    says: {
      zh: "没有 department.json，第一部分缺少：{sections:sections}",
      en: "There is no department.json; missing in Part 1: {sections:sections}",
    },
    todo: {
      zh: "请在部门文件夹里写一个 department.json。",
      en: "Write a department.json in the department's folder.",
    },
  },
  "part-one-section-missing": {
    severity: "warning",
    says: {
      zh: "第一部分没有：{sections:sections}，已略去",
      en: "Missing in Part 1 and left out: {sections:sections}",
    },
    todo: { zh: "请在 department.json 里补上。", en: "Add it to department.json." },
  },
  "sub-goals-from-projects": {
    severity: "info",
    says: {
      zh: "没有分项绩效目标，已用各项目自己的绩效目标",
      en: "No 分项绩效目标 given; the projects' own goals are used",
    },
    todo: {
      zh: "如有部门自己的分项绩效目标，请写进 department.json。",
      en: "If the department has its own, add them to department.json.",
    },
  },
  "department-name-taken": {
    severity: "warning",
    says: {
      zh: ({ name, others }: TakenName) =>
        `没有写明部门名称，已用“${name}”${others.length === 0 ? "" : `（另有：${others.join("、")}）`}`,
      en: ({ name, others }: TakenName) =>
        `No department name given; “${name}” was used${others.length === 0 ? "" : ` (others: ${others.join(", ")})`}`,
    },
    todo: { zh: "请在 department.json 里写“部门名称”。", en: "Write 部门名称 in department.json." },
  },
  "department-name-missing": {
    severity: "error",
    says: {
      zh: "没有写明部门名称，各项目写的又不同（{names:list}），封面和标题上印作【部门名称】",
      en: "No department name given, and the projects name several ({names:list}); cover and title say 【部门名称】",
    },
    todo: { zh: "请在 department.json 里写“部门名称”。", en: "Write 部门名称 in department.json." },
  },
  "title-differs": {
    severity: "warning",
    says: {
      zh: ({ label, here, there, used }: DifferingTitle) =>
        `${label}在这里是“${here}”，在另一处是“${there}”；${used === "" ? "两处都没有采用" : `已用“${used}”`}`,
      en: ({ label, here, there, used }: DifferingTitle) =>
        `${label} is “${here}” here and “${there}” elsewhere; ${used === "" ? "neither was used" : `“${used}” was used`}`,
    },
    todo: {
      zh: "请核对并改成一致，或在 department.json 里写“{label}”。",
      en: "Correct one of them, or write {label} in department.json.",
    },
  },
  "department-years-differ": {
    severity: "warning",
    says: {
      zh: "各项目的年度不同（{years:list}），部门年度没有采用",
      en: "The projects have different years ({years:list}); none was used for the department",
    },
    todo: {
      zh: "请核对，或在 department.json 里写“年度”。",
      en: "Correct them, or write 年度 in department.json.",
    },
  },
  "department-key-unknown": {
    severity: "warning",
    says: { zh: "不认得“{key}”，没有用上", en: "Unknown key “{key}”; it was not used" },
    todo: {
      zh: "{nearest:guess}请改成 docs/input.md 里认得的键，或表式的表、字段的名称。",
      en: "{nearest:guess}Use one of the keys that docs/input.md lists, or the name of a list or field of the form.",
    },
  },
  "list-key-unknown": {
    severity: "warning",
    says: {
      zh: "“{list}”没有“{key}”这一列，没有用上",
      en: "“{list}” has no column “{key}”; it was not used",
    },
    todo: { zh: "{nearest:guess}可用：{known:list}", en: "{nearest:guess}Available: {known:list}" },
  },
  "list-given-twice": {
    severity: "warning",
    says: {
      zh: "“{list}”在两处给出，用了先前的一处",
      en: "“{list}” is given in two places; the first was used",
    },
    todo: { zh: "请只保留一处。", en: "Keep one of them." },
  },
  "list-total-differs": {
    severity: "error",
    says: {
      zh: "{word}行的“{label}”是 {stated}，各行之和为 {sum}",
      en: "The row “{word}” states {stated} for “{label}”; the rows add up to {sum}",
    },
    todo: { zh: "请核对合计与各行。", en: "Check the total and the rows." },
  },
  "department-key-twice": {
    severity: "warning",
    says: {
      zh: "“{key}”写了两处而内容不同，已用前一处",
      en: "“{key}” is given twice with different values; the first was used",
    },
    todo: { zh: "请只留一个。", en: "Keep one of them." },
  },
  "department-value-wrong": {
    severity: "failure",
    says: { zh: "“{key}”的内容不对，这里应是{expected}", en: "Wrong value for “{key}”: expected {expected}" },
    todo: { zh: "请照此改写。", en: "Write it that way." },
  },
  "rule-is-a-failure": {
    severity: "warning",
    says: {
      zh: "“{rule}”是失败，不能设置，也不能忽略",
      en: "“{rule}” is a failure: it can be neither set nor ignored",
    },
    todo: {
      zh: "这样的问题使部门做不出来，只能改正；请删去这一项。",
      en: "What leaves nothing to print has to be corrected; remove the entry.",
    },
  },
  "rule-unknown": {
    severity: "warning",
    says: {
      zh: "没有“{rule}”这条检查规则，这项设置没有用上",
      en: "There is no rule “{rule}”; the setting has no effect",
    },
    todo: {
      zh: "{nearest:guess}规则名称见 huibian rules。",
      en: "{nearest:guess}huibian rules lists all rules.",
    },
  },
  "ignore-too-many": {
    severity: "error",
    says: {
      zh: "“忽略”有 {count:number} 项，最多 {allowed:number} 项，都没有用上",
      en: "忽略 has {count:number} entries; at most {allowed:number} are taken, and none of these was",
    },
    todo: {
      zh: "整条规则不查的，请写在“规则”里；其余的请逐条核对后删减。",
      en: "Switch off a rule as a whole in 规则; look through the others and delete what is not needed.",
    },
  },
  "ignore-unused": {
    severity: "warning",
    says: { zh: "这一项“忽略”没有忽略任何问题", en: "This entry of 忽略 ignores nothing" },
    todo: {
      zh: "问题已经改正的，请删去这一项；位置变了的，请改写；涉及几个项目的问题，“项目”要全部写上，或者不写。",
      en: "If the finding was corrected, remove the entry; if its place has moved, write the new one; 项目 must name all the projects that a finding touches, or none.",
    },
  },
  "ignore-project-unknown": {
    severity: "warning",
    says: {
      zh: "没有“忽略”里写的项目“{project}”",
      en: "There is no project “{project}”, which 忽略 names",
    },
    todo: {
      zh: "{nearest:guess}项目改了名称的，请改写；不再有的，请删去。",
      en: "{nearest:guess}Write its new name, or remove it if it is gone.",
    },
  },
  "ignore-ended": {
    severity: "warning",
    says: {
      zh: "这一项“忽略”已于 {until} 到期，不再忽略",
      en: "This entry of 忽略 ended on {until} and ignores nothing any more",
    },
    todo: {
      zh: "请改正它所忽略的问题；仍要忽略的，请经审核后改写“截至”。",
      en: "Correct what it ignored; if it is to stand, have it reviewed and write another 截至.",
    },
  },
  "form-tied": {
    severity: "warning",
    says: {
      zh: "导出的列同样适合几种表式，用了 {chosen}；也可能是 {others:list}",
      en: "The exports' columns fit several forms alike; {chosen} was taken, {others:list} would do as well",
    },
    todo: {
      zh: "请在 department.json 里写明“表式”。",
      en: "Name the form in department.json (表式).",
    },
  },
  "form-unknown": {
    severity: "failure",
    says: { zh: "没有“{form}”这个表式", en: "There is no form “{form}”" },
    todo: {
      zh: "{nearest:guess}可用的表式：{known:list}。自备的表式要用 --templates 给出它上级的文件夹。",
      en: "{nearest:guess}Available: {known:list}. For a form of your own, pass the folder above it with --templates.",
    },
  },
  "form-undecided": {
    severity: "failure",
    says: { zh: "没有一个表式合乎这些表头", en: "No form fits these headers" },
    todo: {
      zh: "请在 department.json 里写“表式”，可用：{known:list}。",
      en: "Write 表式 in department.json; available: {known:list}.",
    },
  },
});
