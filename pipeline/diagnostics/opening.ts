/** What can be wrong with a workbook: that it cannot be opened, and what its cells hide. */
import type { Bilingual } from "./language.ts";
import { defineRows } from "./row.ts";

/** What a workbook may have, and cost, so much of and no more. */
export const limitNames = [
  ...(["file", "rows", "columns", "cells", "merges", "sheets", "text"] as const),
  ...([
    "depth",
    "keys",
    "projects",
    "characters",
    "unpacked",
    "memory",
    "seconds",
    "wait",
    "time",
    "heap",
  ] as const),
];
export type LimitName = (typeof limitNames)[number];

type Unread = { readonly container: "xlsb" | "xls95" | "doc" | "mht" | "office" | "archive" };
type Emptied = { readonly container: "xlsx" | "xls" | "ods" | "spreadsheet-ml" | "html" };
type Damaged = {
  readonly problem: "sizes" | "entities" | "sheet" | "twice" | "structure";
  readonly detail: string;
};
type Exceeded = {
  readonly limit: LimitName;
  readonly allowed: number;
};

type Answers = Readonly<Record<string, string>>;
type ReturnedList = {
  readonly department: string;
  readonly year?: string | undefined;
  readonly edition: number;
  readonly lacksAnswers?: true;
  readonly unmarked?: number;
  readonly answers: Answers;
  readonly places: Answers;
};

function answered(answers: Answers, words: (count: number) => string): string {
  const count = Object.keys(answers).length;
  return count === 0 ? "" : words(count);
}

/** What reading takes, and not what is in the workbook. */
function isCost(limit: LimitName): boolean {
  return limit === "memory" || limit === "seconds" || limit === "wait";
}

export const opening = defineRows({
  "container-not-read": {
    severity: "warning",
    says: {
      zh: ({ container }: Unread) => unread[container].says.zh,
      en: ({ container }: Unread) => unread[container].says.en,
    },
    todo: {
      zh: ({ container }: Unread) => unread[container].todo.zh,
      en: ({ container }: Unread) => unread[container].todo.en,
    },
  },
  "word-file-not-used": {
    severity: "info",
    says: {
      zh: "Word 文件里没有填好的申报表，没有用上",
      en: "The Word file holds no form filled in for a project; it was not used",
    },
    todo: {
      zh: "里面有申报表的，“项目名称”要写在表格里，内容在它右边一格；写的是总体绩效目标等第一部分的，由 huibian init 写进 department.json；不是数据的，不需要处理。",
      en: "If it does, 项目名称 must be in a table, with the name in the cell to its right. If it is Part 1, huibian init puts that into department.json. Otherwise there is nothing to do.",
    },
  },
  "feedback-not-a-source": {
    severity: "info",
    says: {
      zh: ({ department, year, edition, answers, lacksAnswers, unmarked = 0 }: ReturnedList) =>
        `这是程序写的反馈清单（${department}${year === undefined ? "" : `，${year}年`}，第 ${edition} 版），不是数据，没有读取${lacksAnswers ? "；其中没有“整改情况”一列，填写的内容没有用上" : ""}${answered(answers, (count) => `；填写的 ${count} 条整改情况，写进新的反馈清单`)}${unmarked === 0 ? "" : `；另有 ${unmarked} 行填写了整改情况，隐藏的标识没有了，没有用上`}`,
      en: ({ department, year, edition, answers, lacksAnswers, unmarked = 0 }: ReturnedList) =>
        `A list of findings that this program wrote (${department}${year === undefined ? "" : `, ${year}`}, edition ${edition}), not data: it was not read${lacksAnswers ? "; it has no column 整改情况, so nothing of what was answered is used" : ""}${answered(answers, (count) => `; what it answers to ${count} finding(s) is in the new lists`)}${unmarked === 0 ? "" : `; ${unmarked} row(s) are answered without the hidden mark, and are not used`}`,
    },
    todo: {
      zh: ({ lacksAnswers, unmarked }: ReturnedList) => {
        if (lacksAnswers) return "请把填写整改情况的一列的表头改回“整改情况”。";
        return unmarked === undefined ? "不需要处理。" : "请把这几行的整改情况填进新的反馈清单。";
      },
      en: ({ lacksAnswers, unmarked }: ReturnedList) => {
        if (lacksAnswers) return "Name the column of answers 整改情况 again.";
        return unmarked === undefined ? "Nothing to do." : "Write what these rows answer into the new list.";
      },
    },
  },
  "report-not-a-source": {
    severity: "info",
    says: {
      zh: "是印好的报告，不是数据，没有读取",
      en: "This is a finished report and no data; it was not read",
    },
    todo: {
      zh: "确实要从它读取的，请在 department.json 的“文件”里写明它。",
      en: "To read it all the same, list it under 文件 in department.json.",
    },
  },
  "workbook-encrypted": {
    severity: "failure",
    says: { zh: "文件设了打开密码，不能读取", en: "The file is protected by a password and cannot be read" },
    todo: {
      zh: "请用 Excel 或 WPS 打开，去掉密码后另存；如果不是导出数据，请移出文件夹。",
      en: "Open it, remove the password and save it again; move it out of the folder if it is not an export.",
    },
  },
  "workbook-damaged": {
    severity: "failure",
    says: {
      zh: ({ problem, detail }: Damaged) => `${damage[problem].zh}${detail === "" ? "" : `（${detail}）`}`,
      en: ({ problem, detail }: Damaged) => `${damage[problem].en}${detail === "" ? "" : ` (${detail})`}`,
    },
    todo: {
      zh: "请重新导出或重新复制；能用 Excel 或 WPS 打开的，请另存为新的 .xlsx。",
      en: "Export or copy it again; if Excel or WPS opens it, save it as a new .xlsx.",
    },
  },
  "workbook-exceeds-limit": {
    severity: "failure",
    says: {
      zh: ({ limit, allowed }: Exceeded) => `${limits[limit].zh}超过上限 ${allowed}，没有读取`,
      en: ({ limit, allowed }: Exceeded) => `${limits[limit].en}: more than ${allowed}; it was not read`,
    },
    todo: {
      zh: ({ limit }: Exceeded) =>
        limit === "projects"
          ? `请按单位分成几个部门文件夹；确实需要的，用 --limits ${limit}=… 提高上限。`
          : isCost(limit)
            ? `请分成几个工作簿；不是 .xlsx 的，也可以用 Excel、WPS 另存为 .xlsx（同样的内容用得少）；确实需要的，用 --limits ${limit}=… 提高上限。`
            : `请删去用不着的行、列和工作表后另存，或者分成几个文件；确实需要的，用 --limits ${limit}=… 提高上限。`,
      en: ({ limit }: Exceeded) =>
        limit === "projects"
          ? `Divide it into folders of several departments; raise the limit with --limits ${limit}=… if you must.`
          : isCost(limit)
            ? `Split it into several workbooks, or save it as .xlsx in Excel or WPS, if it is none, which takes less for the same cells; raise the limit with --limits ${limit}=… if you must.`
            : `Delete the rows, columns and sheets that are not needed, or divide the file; raise the limit with --limits ${limit}=… if they are.`,
    },
  },
  "workbook-lost": {
    severity: "failure",
    says: {
      zh: "读取这个文件的进程意外中止（{detail}）",
      en: "The process that read this file ended unexpectedly ({detail})",
    },
    todo: {
      zh: "请用 Excel 或 WPS 打开后另存为新的 .xlsx 再试。",
      en: "Open it in Excel or WPS, save it as a new .xlsx, and try again.",
    },
  },
  "workbook-empty": {
    severity: "warning",
    says: {
      zh: ({ container }: Emptied) => (isPages(container) ? "里面没有表格" : "工作簿里没有内容"),
      en: ({ container }: Emptied) => (isPages(container) ? "It has no table" : "The workbook is empty"),
    },
    todo: {
      zh: "如果应当是导出数据，请从系统重新导出（登录过期时，系统会给出一张网页）；不是数据的，请移出文件夹。",
      en: "Export it again if it should hold data (a system may send its login page instead); move it away if not.",
    },
  },
  "table-cut-off": {
    severity: "error",
    says: {
      zh: "网页表格没有结束标记，可能没有下载完整，这一行以后的可能缺少",
      en: "The table has no end: it may not have been downloaded whole, and rows after this one be missing",
    },
    todo: { zh: "请从系统重新导出，核对最后一行。", en: "Export it again, and check its last row." },
  },
  "sheet-hidden": {
    severity: "info",
    says: { zh: "工作表是隐藏的，没有读取", en: "A hidden sheet; it was not read" },
    todo: {
      zh: "如果里面是要印的数据，请取消隐藏。",
      en: "Unhide it if its data are to be printed.",
    },
  },
  "rows-filtered": {
    severity: "warning",
    says: {
      zh: "筛选隐藏了 {count:number} 行，都已读取",
      en: "A filter hides {count:number} row(s); all of them were read",
    },
    todo: {
      zh: "不该印的行请删去；都要印的，清除筛选即可。",
      en: "Delete rows that must not be printed; clear the filter if all of them are wanted.",
    },
  },
  "rows-hidden": {
    severity: "error",
    says: {
      zh: "手工隐藏了 {count:number} 行，都已读取，会印出来",
      en: "{count:number} row(s) were hidden by hand; they were read and will be printed",
    },
    todo: {
      zh: '撤回的或不该公开的请删去；在 department.json 里写 "隐藏行列": "读取" 或 "忽略"。',
      en: 'Delete what was withdrawn or is private; write "隐藏行列": "读取" (read) or "忽略" (ignore) in department.json.',
    },
  },
  "columns-hidden": {
    severity: "error",
    says: {
      zh: "手工隐藏了 {columns} 列，都已读取",
      en: "Column(s) {columns} were hidden by hand; they were read",
    },
    todo: {
      zh: '不该用的请删去；在 department.json 里写 "隐藏行列": "读取" 或 "忽略"。',
      en: 'Delete what must not be used; write "隐藏行列": "读取" (read) or "忽略" (ignore) in department.json.',
    },
  },
  "hidden-left-out": {
    severity: "info",
    says: {
      zh: "按 department.json 的设置，手工隐藏的没有读取：{rows:number} 行、{columns:number} 列",
      en: "Not read, as department.json says: {rows:number} row(s) and {columns:number} column(s) hidden by hand",
    },
    todo: { zh: "不需要处理。", en: "Nothing to do." },
  },
  "cell-rounded": {
    severity: "warning",
    says: {
      zh: "这一列有 {count:number} 格显示的与实际的数不同：显示“{shown}”，实际是 {held}；按实际的数读取",
      en: "{count:number} cell(s) of this column show another number than they hold: “{shown}” for {held}, which was read",
    },
    todo: {
      zh: "要印显示的数，请在源表里四舍五入（ROUND），不要只改格式。",
      en: "To print what is shown, round the number itself, not its format.",
    },
  },
  "cell-digits-lost": {
    severity: "error",
    says: {
      zh: "这一列有 {count:number} 格是超过 15 位的数值，后面的数字在文件里已经丢失：{held}",
      en: "{count:number} cell(s) of this column are numbers of more than 15 digits, whose last digits are lost in the file itself: {held}",
    },
    todo: {
      zh: "编码要存为文本：请把这一列设为“文本”格式后，从系统重新导出或重新填写。",
      en: "Codes must be texts: set the column's format to text, and export or enter them again.",
    },
  },
  "cell-error": {
    severity: "error",
    says: {
      zh: "这一列有 {count:number} 格是公式的错误值：{shown}",
      en: "{count:number} cell(s) of this column hold the error of a formula: {shown}",
    },
    todo: { zh: "请改正公式，或填写数值。", en: "Correct the formula, or enter the value." },
  },
  "formula-without-value": {
    severity: "error",
    says: {
      zh: "这一列有 {count:number} 格公式没有存下结果，当作空白：{held}",
      en: "{count:number} formula(s) of this column have no stored result and were read as blank: {held}",
    },
    todo: {
      zh: "请用 Excel 或 WPS 打开并保存，再读取。",
      en: "Open and save the file in Excel or WPS.",
    },
  },
  "formula-external": {
    severity: "warning",
    says: {
      zh: "这一列有 {count:number} 格的值来自别的文件，按上次保存的结果读取：{held}",
      en: "{count:number} cell(s) of this column take their value from another file; the stored one was read: {held}",
    },
    todo: {
      zh: "请核对结果是不是最新的，再粘贴为数值。",
      en: "Check that it is up to date, and paste it as a value.",
    },
  },
  "text-struck": {
    severity: "warning",
    says: {
      zh: "有 {count:number} 格的文字带删除线，照常读取：{shown}",
      en: "{count:number} cell(s) have text that is struck out, which was read all the same: {shown}",
    },
    todo: {
      zh: "作废的请从源文件里删去；有效的请去掉删除线。",
      en: "Delete what no longer holds, and remove the line from what does.",
    },
  },
  "cell-covered": {
    severity: "warning",
    says: {
      zh: "合并单元格盖住了 {count:number} 格内容，看不见，没有读取：{held}",
      en: "Merged cells cover {count:number} cell(s) with content, which nobody sees and which was not read: {held}",
    },
    todo: {
      zh: "请取消合并，删去或移出下面的内容。",
      en: "Unmerge the cell, and delete or move what lies below.",
    },
  },
});

function isPages(container: Emptied["container"]): boolean {
  return container === "html";
}

const unread = {
  xlsb: {
    says: { zh: "二进制工作簿（.xlsb），不能读取", en: "A binary workbook (.xlsb), which is not read" },
    todo: {
      zh: "请用 Excel 打开，另存为“Excel 工作簿(*.xlsx)”。",
      en: "Open it in Excel and save it as “Excel Workbook (*.xlsx)”.",
    },
  },
  xls95: {
    says: {
      zh: "Excel 95 以前的工作簿，不能读取",
      en: "A workbook of Excel 95 or before, which is not read",
    },
    todo: {
      zh: "请用 Excel 或 WPS 打开，另存为“Excel 工作簿(*.xlsx)”。",
      en: "Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”.",
    },
  },
  archive: {
    says: {
      zh: "这是压缩包，里面的文件没有读取",
      en: "An archive: the files in it were not read",
    },
    todo: {
      zh: "里面有导出数据或退回的反馈清单的，请解压到部门文件夹（或下面的文件夹）；没有的，请移出文件夹。",
      en: "If there are exports or returned lists of findings in it, unpack it into the folder of the department, or one below; if not, move it away.",
    },
  },
  doc: {
    says: {
      zh: "旧格式的文字文档（.doc、.wps），不能读取",
      en: "A document (.doc, .wps), which is not read",
    },
    todo: {
      zh: "里面有申报表的，请用 Word 或 WPS 另存为“.docx”；不是数据的，请移出文件夹。",
      en: "Save it as .docx in Word or WPS if it holds the form; move it away if it is no data.",
    },
  },
  mht: {
    says: {
      zh: "单个文件网页（.mht），不能读取",
      en: "A web page in a single file (.mht), which is not read",
    },
    todo: {
      zh: "请用 Excel 或 WPS 打开，另存为“Excel 工作簿(*.xlsx)”。",
      en: "Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”.",
    },
  },
  office: {
    says: { zh: "不是表格文件，没有读取", en: "Not a spreadsheet; it was not read" },
    todo: {
      zh: "如果是导出数据，请用 Excel 或 WPS 打开，另存为 .xlsx；不是数据的，请移出文件夹。",
      en: "Save it as .xlsx in Excel or WPS if it is an export; move it away if not.",
    },
  },
} as const;

const damage = {
  sizes: {
    zh: "压缩包写的大小与内容不符，没有读取",
    en: "Its parts are of other sizes than it says; it was not read",
  },
  entities: {
    zh: "文件里有实体声明（DOCTYPE），表格软件不会这样写，没有读取",
    en: "It declares entities (DOCTYPE), as no spreadsheet program does; it was not read",
  },
  sheet: { zh: "有一个工作表读不出来", en: "One of its sheets cannot be read" },
  twice: {
    zh: "压缩包里有重名的部分，不知道该读哪一个，没有读取",
    en: "Two of its parts have one name; it was not read",
  },
  structure: { zh: "文件已损坏，不能读取", en: "The file is damaged and cannot be read" },
} as const;

const limits = {
  file: { zh: "文件大小（MB）", en: "Megabytes of the file" },
  rows: { zh: "行数", en: "Rows" },
  columns: { zh: "列数", en: "Columns" },
  cells: { zh: "一张表的格数", en: "Cells of a table" },
  merges: { zh: "一个工作表的合并单元格数", en: "Merged cells of a sheet" },
  sheets: { zh: "工作表（网页中的表）数", en: "Sheets (tables of a web page)" },
  text: { zh: "一格的字数", en: "Characters of a cell" },
  depth: { zh: "JSON 的层数", en: "Levels of JSON" },
  keys: { zh: "JSON 里不同的键数", en: "Different keys of JSON" },
  projects: { zh: "一个部门的项目数", en: "Projects of a department" },
  characters: { zh: "一个文件的字数", en: "Characters of a file" },
  unpacked: { zh: "解压后的大小（MB）", en: "Megabytes once unpacked" },
  memory: { zh: "读取所用的内存（MB）", en: "Megabytes of memory to read it" },
  seconds: { zh: "读取所用的处理器时间（秒）", en: "Seconds of processor time to read it" },
  wait: { zh: "等候读取的时间（秒）", en: "Seconds waited for it" },
  time: { zh: "处理一个部门的时间（秒）", en: "Seconds for a department" },
  heap: { zh: "处理一个部门的内存（MB）", en: "Megabytes of memory for a department" },
} as const satisfies Readonly<Record<LimitName, Bilingual>>;
