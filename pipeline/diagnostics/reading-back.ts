/** What reading the written files back can find: each is a fault of ours, or of what lay in the cache. */
import { defineRows } from "./row.ts";

type Structure = { readonly what: keyof typeof structures; readonly where: string };

export type NotPrinted = {
  /** The first of which it is left out, of so many `projects`. */
  readonly project: string;
  readonly projects: number;
  readonly fields: readonly string[];
  /** Indicators of all of them. */
  readonly rows: number;
};

const structures = {
  type: { zh: "没有内容类型", en: "it has no content type" },
  part: { zh: "缺少这一部分", en: "this part is missing" },
  relation: { zh: "没有这个关系", en: "there is no such relation" },
  style: { zh: "没有这个样式", en: "there is no such style" },
  bookmark: { zh: "书签不成对或不存在", en: "a bookmark is not there, or not in pairs" },
  field: { zh: "域没有结束", en: "a field has no end" },
  grid: { zh: "表格的单元格与列不符", en: "the cells of a table do not fit its columns" },
  font: { zh: "字体没有嵌入", en: "the font is not embedded" },
  tags: { zh: "标签与页面内容不符", en: "tags and contents of the page do not belong together" },
  foot: { zh: "页脚的页码不对", en: "the page's foot has another number" },
  outline: { zh: "标题的级别或书签不对", en: "level or bookmark of the heading is wrong" },
  place: { zh: "文字不在它的单元格里", en: "a text is not in its cell's place" },
  header: {
    zh: "表头单元格没有标明，或者标错了",
    en: "a cell that heads others is not marked as such, or another is",
  },
  active: {
    zh: "文件里有会运行、会向外请求的内容，或报告里没有的东西",
    en: "the file has something that runs, asks for something elsewhere or is no part of a report",
  },
  hidden: {
    zh: "有看不见的文字，或者可能把文字遮住的样式、图形",
    en: "it has a text that nobody sees, or what might hide one",
  },
  comment: { zh: "批注与标注的位置不符", en: "a comment and its place do not belong together" },
  watermark: { zh: "草稿的水印缺少、不对或多余", en: "the watermark is missing, another, or too many" },
} as const;

const todo = {
  zh: "请用 build --force 重做；重做时仍然如此，是程序的错误，请把这条信息和数据发给维护者。",
  en: "Build again with --force; if that finds the same, it is a mistake of the program: please report it.",
};

export const readingBack = defineRows({
  "written-file-damaged": {
    severity: "failure",
    says: {
      zh: "读回时发现文件不完整或不是 {what}：{where}",
      en: "Read back, the file is damaged or no {what}: {where}",
    },
    todo,
  },
  "report-edited": {
    severity: "warning",
    says: {
      zh: "这个文件不是本程序最后写的：发布以后有人改过，或者传坏了",
      en: "This file is not the one that was published: somebody edited it since, or it was damaged",
    },
    todo: {
      zh: "请把改动写进数据再重做，不要在发布稿里改；重做时会另存改过的文件。",
      en: "Put the changes into the data and build again, which keeps the edited file beside it.",
    },
  },
  "report-of-unknown-data": {
    severity: "failure",
    says: {
      zh: "这是发布的报告，run.json 没有说它的数据在哪里",
      en: "This is a published report, and no run.json says where its data are",
    },
    todo: {
      zh: "请写数据文件夹，并用 -o 写明输出文件夹：huibian verify 〈数据〉 -o 〈输出〉",
      en: "Name the folder of its data, and the output folder with -o: huibian verify <data> -o <out>",
    },
  },
  "rollup-not-compared": {
    severity: "info",
    says: {
      zh: "这次读的部门不是汇总里的全部部门，汇总没有核对",
      en: "The departments that were read are not all those of the roll-up, which was not compared",
    },
    todo: {
      zh: "要核对汇总，请写它的全部部门的数据文件夹。",
      en: "To compare it, name the folders of the data of all of its departments.",
    },
  },
  "report-not-published": {
    severity: "failure",
    says: { zh: "这里没有已发布的定稿", en: "No final report is published there" },
    todo: {
      zh: "请先用 build 生成；输出文件夹不是 out 的，用 -o 写明。",
      en: "Build it first, or name the output folder with -o.",
    },
  },
  "values-not-printed": {
    severity: "failure",
    says: {
      zh: ({ project, projects, fields, rows }: NotPrinted) =>
        `项目“${project}”${projects === 1 ? "" : `等 ${projects} 个项目`}没有印全：${[...fields, ...(rows === 0 ? [] : [`${rows} 条指标`])].join("、")}`,
      en: ({ project, projects, fields, rows }: NotPrinted) =>
        `Of the project “${project}”${projects === 1 ? "" : ` and ${projects - 1} more`} is not printed: ${[...fields, ...(rows === 0 ? [] : [`${rows} indicator(s)`])].join(", ")}`,
    },
    todo: {
      zh: () => "请在模板里印出必填的字段和每一条指标（{{#each}}）；不必印的，去掉 required。",
      en: () =>
        "Print required fields and each indicator ({{#each}}) in the template, or make the field not required.",
    },
  },
  "written-structure-broken": {
    severity: "failure",
    says: {
      zh: ({ what, where }: Structure) => `读回时发现文件内部不对：${where}，${structures[what].zh}`,
      en: ({ what, where }: Structure) =>
        `Read back, the file is wrong inside: ${where}: ${structures[what].en}`,
    },
    todo,
  },
  "written-title-differs": {
    severity: "failure",
    says: {
      zh: "文件的标题应为“{expected}”，读回是“{found}”",
      en: "The file's title should be “{expected}” and reads “{found}”",
    },
    todo,
  },
  "written-cell-differs": {
    severity: "failure",
    says: {
      zh: "“{under}”的表格“{table}”第 {row:number} 行第 {column:number} 列应为“{expected}”，读回是“{found}”",
      en: "Below “{under}”, table “{table}”, row {row:number}, column {column:number} should be “{expected}” and reads “{found}”",
    },
    todo,
  },
  "written-merge-differs": {
    severity: "failure",
    says: {
      zh: "“{under}”的表格“{table}”第 {row:number} 行第 {column:number} 列应合并 {expected} 格，读回是 {found}",
      en: "Below “{under}”, table “{table}”, row {row:number}, column {column:number} should span {expected} and spans {found}",
    },
    todo,
  },
  "written-table-differs": {
    severity: "failure",
    says: {
      zh: "“{under}”的表格“{table}”应有 {expected}（行 × 列），读回是 {found}",
      en: "Below “{under}”, table “{table}” should have {expected} (rows × columns) and has {found}",
    },
    todo,
  },
  "written-text-differs": {
    severity: "failure",
    says: {
      zh: "“{under}”以下应为“{expected}”，读回是“{found}”",
      en: "Below “{under}” should stand “{expected}”; it reads “{found}”",
    },
    todo,
  },
  "written-block-lost": {
    severity: "failure",
    says: { zh: "“{under}”以下少了“{block}”", en: "Below “{under}”, “{block}” is missing" },
    todo,
  },
  "written-block-extra": {
    severity: "failure",
    says: { zh: "“{under}”以下多了“{block}”", en: "Below “{under}”, “{block}” is too many" },
    todo,
  },
  "written-comment-differs": {
    severity: "failure",
    says: {
      zh: "“{under}”以下“{block}”的批注应为“{expected}”，读回是“{found}”",
      en: "Below “{under}”, the comment on “{block}” should be “{expected}” and reads “{found}”",
    },
    todo,
  },
  "written-contents-differ": {
    severity: "failure",
    says: {
      zh: "目录里应为“{expected}”，读回是“{found}”",
      en: "The contents should have “{expected}” and have “{found}”",
    },
    todo,
  },
  "written-page-differs": {
    severity: "failure",
    says: {
      zh: "“{heading}”在第 {expected} 页，目录、书签或链接写的是 {found}",
      en: "“{heading}” is on page {expected}; contents, bookmark or link say {found}",
    },
    todo,
  },
});
