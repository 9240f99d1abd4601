/** What can be wrong with the rows of an export: those that are no projects, and whose the others are. */
import { defineRows } from "./row.ts";

/** What a row was taken for that is no project. */
export type SkippedAs = keyof typeof skipped;
/** `list`: what the rows are of, if they are none of projects. */
type SkippedRow = { readonly reason: SkippedAs; readonly list?: string };
const skipped = {
  total: { zh: "合计", en: "total" },
  subtotal: { zh: "单位或分类的小计", en: "subtotal of a unit or a class" },
  part: { zh: "上面一行的其中项", en: "part of the amount above" },
  "column-numbers": { zh: "栏次（列的编号）", en: "row of column numbers" },
  rule: { zh: "分隔线", en: "drawn line" },
  units: { zh: "各列的计量单位", en: "row of units" },
  "column-types": { zh: "各列的填写要求", en: "row of column types" },
  heading: { zh: "分节或单位的标题", en: "heading of a section or a unit" },
  page: { zh: "页码", en: "page number" },
  exported: { zh: "导出或打印的时间、人员", en: "time of the export" },
  "money-unit": { zh: "金额单位的说明", en: "statement of the unit of money" },
  lone: { zh: "表外的零散内容", en: "stray cell" },
  note: { zh: "表注", en: "note" },
  header: { zh: "重复的表头", en: "repeated header" },
  title: { zh: "重复的标题", en: "repeated title" },
};

const sums: ReadonlySet<SkippedAs> = new Set(["total", "subtotal"]);

/** What speaks for a row that sums up others, and for one that is a project. */
export type RowSign = keyof typeof signs;
type DoubtfulRow = {
  readonly name: string;
  readonly total: readonly RowSign[];
  readonly project: readonly RowSign[];
};
const signs = {
  "total-word": { zh: "名称以“合计”“小计”一类的词结尾", en: "its name ends like a total" },
  "part-word": { zh: "名称以“其中”开头", en: "its name begins with 其中" },
  "above-whole": { zh: "金额大于上面一行", en: "its amounts exceed those of the row above" },
  agency: { zh: "名称像单位", en: "its name is like that of a unit" },
  "no-code": {
    zh: "除金额外没有项目编码、用途、目标和指标",
    en: "it has no code, purpose, goal or indicator",
  },
  name: { zh: "另有项目名称", en: "it has a name besides" },
  code: { zh: "有项目编码", en: "it has a project's code" },
  text: { zh: "有资金用途、目标等文字", en: "it has a purpose, a goal or other text" },
  indicators: { zh: "有绩效指标", en: "it has indicators" },
  "unit-cell": { zh: "填了所属单位", en: "its unit is given" },
  amounts: { zh: "有金额", en: "it has amounts" },
};
const spoken = (names: readonly RowSign[], language: "zh" | "en"): string =>
  names.map((name) => signs[name][language]).join(language === "zh" ? "，" : ", ");

export const sortingRows = defineRows({
  "ragged-row": {
    severity: "failure",
    says: {
      zh: "这一行有 {cells:number} 格，表头有 {headers:number} 格",
      en: "The row has {cells:number} cells, but the header has {headers:number}",
    },
    todo: {
      zh: "多半是格内的逗号或换行没有加双引号；请改正或重新导出。",
      en: "Probably a comma or line break inside a cell is not quoted: correct it, or export again.",
    },
  },
  "row-skipped": {
    severity: "info",
    says: {
      zh: ({ reason, list }: SkippedRow) =>
        `这一行是${skipped[reason].zh}，不作为${list === undefined ? "项目" : `“${list}”的一行`}`,
      en: ({ reason, list }: SkippedRow) =>
        `The row is a ${skipped[reason].en}, not a ${list === undefined ? "project" : `row of “${list}”`}`,
    },
    todo: {
      zh: ({ reason, list }: SkippedRow) =>
        `${sums.has(reason) ? "它的金额已与所含项目核对" : "不需要处理"}；如果它是${list === undefined ? "项目" : "其中一行"}，请在 department.json 的“保留行”里写明。`,
      en: ({ reason, list }: SkippedRow) =>
        `${sums.has(reason) ? "Its amounts were compared with its projects" : "Nothing to do"}; if it is ${list === undefined ? "a project" : "one of them"}, list it under 保留行 in department.json.`,
    },
  },
  "row-doubtful": {
    severity: "error",
    says: {
      zh: ({ name, total, project }: DoubtfulRow) =>
        `“${name}”可能是合计或其中项，也可能是项目，没有印出。不像项目：${spoken(total, "zh")}；像项目：${spoken(project, "zh")}`,
      en: ({ name, total, project }: DoubtfulRow) =>
        `“${name}” may be a total, a part of the row above, or a project, and was not printed. Against a project: ${spoken(total, "en")}; for a project: ${spoken(project, "en")}`,
    },
    todo: {
      zh: '请核对；如果它是项目，请在 department.json 里写“保留行”: ["{name}"]。',
      en: 'Check it; if it is a project, write "保留行": ["{name}"] in department.json.',
    },
  },
  "rows-before-project": {
    severity: "error",
    says: {
      zh: "从这里起有 {rows:number} 行指标在第一个项目之前，看不出属于哪个项目，没有印出",
      en: "{rows:number} indicator row(s) from here on stand before the first project and were not printed",
    },
    todo: {
      zh: "多半是合并单元格的表筛选或排序以后导出的；请取消筛选和排序，重新导出。",
      en: "Merged cells were probably filtered or sorted: clear filter and order, and export again.",
    },
  },
  "rows-beside-merge": {
    severity: "error",
    says: {
      zh: "有 {rows:number} 行没有项目名称和编码，也不在项目的合并单元格里，暂按上一个项目读取",
      en: "{rows:number} row(s) have no name or code and lie outside the merged cells of projects; they were read as of the project above",
    },
    todo: {
      zh: "是上一个项目的，请把它的合并单元格拉到这些行；是别的项目的，请填写名称和编码。",
      en: "Extend the merged cells over them, or enter the name and code of their project.",
    },
  },
  "labels-beside-merge": {
    severity: "warning",
    says: {
      zh: "这一列合并了单元格，另有 {cells:number} 格空白不在合并单元格里，照空白读取",
      en: "Cells of this column are merged; {cells:number} blank(s) lie outside of them and were read as blank",
    },
    todo: {
      zh: "与上面同一类的，请把合并单元格拉到这一格，或填写名称。",
      en: "Extend the merged cells over them, or enter the label.",
    },
  },
  "levels-come-back": {
    severity: "warning",
    says: {
      zh: "项目名称是空白的合并单元格，而一级指标“{level1}”又出现了；从这里起的指标可能属于另一个项目",
      en: "Level 1 “{level1}” comes back below merged project cells; the indicators from here on may belong to another project",
    },
    todo: {
      zh: "请对照源表核对；如果表是筛选或排序以后导出的，请取消后重新导出。",
      en: "Compare them with the source; if it was filtered or sorted before the export, clear that and export again.",
    },
  },
  "total-not-a-number": {
    severity: "info",
    says: {
      zh: "合计行的金额“{amount}”不是数，没有与项目核对",
      en: "The total “{amount}” is no number and was not compared with the projects",
    },
    todo: {
      zh: "如需核对，请在源表里把公式换成数值后重新导出。",
      en: "To have it compared, replace the formula by its value and export again.",
    },
  },
  "unit-filled-down": {
    severity: "warning",
    says: {
      zh: "{rows:number} 个项目的单位是空白，像是合并单元格，已沿用上面的单位（这里是“{unit}”）",
      en: "The unit of {rows:number} project(s) is blank, as in merged cells; the unit above was used (here “{unit}”)",
    },
    todo: {
      zh: "请核对；如果不对，请在源表里逐行填写单位。",
      en: "Check it; if it is wrong, write the unit in every row.",
    },
  },
});
