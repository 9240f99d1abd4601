/** What can be wrong when the exports of a department become its records: which are read, and how they are joined. */
import { defineRows } from "./row.ts";

type Marked = { readonly header: string; readonly value: string };
type DifferingCells = { readonly field: string; readonly first: string };
type Rivals = {
  readonly file: string;
  readonly other: string;
  readonly count: number;
  readonly what: readonly string[];
  /** The files to read without the other, and without the file. */
  readonly chosen: readonly string[];
  readonly instead: readonly string[];
};
/** `lists`: those of the form that is named. */
type NoExport = { readonly lists: readonly string[] };
type DoubtfulSheet = { readonly sheet: string; readonly why: "set-aside" | "year" };
type Shape = { readonly expected: "list" | "object" };

export const normalising = defineRows({
  "no-export": {
    severity: "failure",
    says: { zh: "没有可读的项目数据", en: "No project data found" },
    todo: {
      zh: ({ lists }: NoExport) =>
        `请把项目导出（工作簿、CSV 或 JSON）放进部门文件夹；表头里要有“项目名称”或“项目编码”。${lists.length === 0 ? "" : `没有项目的部门，本表式的表（${lists.join("、")}）至少要有一张，名称、列名要与表式一致。`}`,
      en: ({ lists }: NoExport) =>
        `Put an export (a workbook, CSV or JSON) into the folder; its headers must include 项目名称 or 项目编码.${lists.length === 0 ? "" : ` A department without projects needs one of the form's lists (${lists.join(", ")}), called as in the form.`}`,
    },
  },
  "file-not-an-export": {
    severity: "warning",
    says: { zh: "没有找到认得的表头，没有用上", en: "No known headers found; it was not used" },
    todo: {
      zh: "如果它是导出数据，请检查表头；如果不是，请移出文件夹，或在 department.json 的“文件”里列出要读的文件。",
      en: "If it is an export, check its headers; if not, move it away, or list the files to read in department.json.",
    },
  },
  "text-garbled": {
    severity: "failure",
    says: {
      zh: "文字转错了编码，没有读取：“{garbled}”原是“{restored}”，是 {was} 的文字被当作 {takenFor} 打开后又存了一次",
      en: "The text was converted wrongly and was not read: “{garbled}” was “{restored}”; it is {was} that was opened as {takenFor} and saved again",
    },
    todo: {
      zh: "有的字已经丢失，转不回来：请从系统重新导出，不要打开后另存。在 department.json 的“文件”里给它写了“编码”的，先去掉再试。",
      en: "Characters have been lost: export it again, and do not save it from a program. If department.json states its encoding, remove that first.",
    },
  },
  "sheet-not-used": {
    severity: "info",
    says: { zh: "这个工作表里没有项目，没有用上", en: "No projects in this sheet; it was not used" },
    todo: {
      zh: "填表说明一类的不需要处理；是数据的，请检查表头。",
      en: "If it only explains something, there is nothing to do; if it is data, check its headers.",
    },
  },
  "sheet-doubtful": {
    severity: "error",
    says: {
      zh: ({ sheet, why }: DoubtfulSheet) =>
        why === "year"
          ? `工作表“${sheet}”写的是别的年度，里面的项目也读了`
          : `工作表“${sheet}”像是样表、旧表或作废的表，里面的项目也读了`,
      en: ({ sheet, why }: DoubtfulSheet) =>
        why === "year"
          ? `Sheet “${sheet}” names another year; its projects were read all the same`
          : `Sheet “${sheet}” seems to be an example, or withdrawn; its projects were read all the same`,
    },
    todo: {
      zh: "不要的，请删去这个工作表，或在 department.json 的“文件”里写明要读的“工作表”；要的，也在那里写明。",
      en: "If it is not wanted, delete the sheet, or name the sheets to read under 文件 in department.json; if it is, name it there, too.",
    },
  },
  "export-keys-unused": {
    severity: "info",
    says: {
      zh: "项目列表之外的这些键不认得，没有用上：{keys:list}",
      en: "Unknown keys beside the list of projects were not used: {keys:list}",
    },
    todo: {
      zh: "如果其中有报告要用的内容，请改成 docs/input.md 里认得的键；分页、状态一类的不需要处理。",
      en: "If the report needs one of them, use a key that docs/input.md lists; for page numbers and the like, nothing to do.",
    },
  },
  "export-incomplete": {
    severity: "error",
    says: {
      zh: "“{key}”写明共有 {total:number} 条，文件里只有 {there:number} 条：导出不完整",
      en: "“{key}” states {total:number} records, but there are only {there:number}: the export is not whole",
    },
    todo: {
      zh: "多半只导出了其中几页：请把其余各页也放进文件夹，或一次导出全部；如果是筛选后的数目，请核对有没有漏掉项目。",
      en: "Probably only some pages were exported: add the others, or export all at once; if it was filtered, check that no project is missing.",
    },
  },
  "export-goes-on": {
    severity: "error",
    says: {
      zh: "“{key}”说明后面还有记录，文件夹里没有最后一页：导出不完整",
      en: "“{key}” says that more records follow, and the last page is not here: the export is not whole",
    },
    todo: {
      zh: "请把其余各页也放进文件夹，或一次导出全部。",
      en: "Add the other pages, or export all at once.",
    },
  },
  "answer-without-data": {
    severity: "warning",
    says: {
      zh: "文件里没有数据，只有系统的一句回答：“{message}”",
      en: "The file has no data, only what the system answered: “{message}”",
    },
    todo: { zh: "请登录系统重新导出。", en: "Log in to the system and export again." },
  },
  "records-left-out": {
    severity: "info",
    says: {
      zh: "“{header}”是“{value}”的 {count:number} 条记录没有读入",
      en: "{count:number} record(s) whose “{header}” is “{value}” were left out",
    },
    todo: {
      zh: "删除标记、department.json 的“略去行”都会这样；如果其中有要印的，请在源系统里恢复，或改“略去行”。",
      en: "Marks of deletion and 略去行 in department.json do so; if one should be printed, restore it in the system or change 略去行.",
    },
  },
  "deletion-mark-unknown": {
    severity: "error",
    says: {
      zh: "看不出“{header}”是“{value}”的记录是否已删除，已照常读入",
      en: "Nothing tells whether a record whose “{header}” is “{value}” is deleted; it was read",
    },
    todo: {
      zh: ({ header, value }: Marked) =>
        `请问系统管理员。已删除的，在 department.json 里写 "略去行": {"${header}": ["${value}"]}；没有删除的，写 "取值": {"${header}": {"${value}": "0"}}。`,
      en: ({ header, value }: Marked) =>
        `Ask whoever runs the system. If deleted, write "略去行": {"${header}": ["${value}"]} in department.json; if not, "取值": {"${header}": {"${value}": "0"}}.`,
    },
  },
  "no-project": {
    severity: "failure",
    says: { zh: "导出里只有表头，没有项目", en: "The exports have headers but no projects" },
    todo: { zh: "请重新导出；导出时不要筛掉数据行。", en: "Export again, without filtering the rows away." },
  },
  "indicator-without-project": {
    severity: "error",
    says: {
      zh: "{rows:number} 行指标的项目“{project}”不在项目表里，没有印出",
      en: "{rows:number} indicator row(s) of “{project}” were not printed: no project table has that project",
    },
    todo: {
      zh: "{nearest:guess}请核对项目编码或名称。",
      en: "{nearest:guess}Check the project's code or name.",
    },
  },
  "code-case-differs": {
    severity: "info",
    says: {
      zh: "这张表的项目编码与项目表的“{other}”只有大小写不同，按同一编码连接",
      en: "The codes of this table differ from “{other}” by upper and lower case only; they were taken for the same",
    },
    todo: {
      zh: "不需要处理；如果不是同一项目，请改正编码。",
      en: "Nothing to do; if it is another project, correct the code.",
    },
  },
  "table-name-used": {
    severity: "info",
    says: {
      zh: "没有“{field}”一列，按表名“{name}”填写",
      en: "There is no column {field}; the name of the table, “{name}”, was used",
    },
    todo: {
      zh: "不需要处理；不对的，请加上这一列。",
      en: "Nothing to do; if that is wrong, add such a column.",
    },
  },
  "name-writing-differs": {
    severity: "info",
    says: {
      zh: "这张表的项目名称与“{other}”只有空格、换行或全角半角不同，按同一项目连接",
      en: "The names of this table differ from “{other}” by blanks, line breaks or full width only; they were taken for the same",
    },
    todo: {
      zh: "不需要处理；如果不是同一项目，请改正名称或补上项目编码。",
      en: "Nothing to do; if it is another project, correct the name or add the project code.",
    },
  },
  "file-copied": {
    severity: "info",
    says: { zh: "内容与“{other}”相同，只算一次", en: "The same content as “{other}”; it counts once" },
    todo: { zh: "可以把副本移出文件夹。", en: "The copy can be moved out of the folder." },
  },
  "project-twice": {
    severity: "warning",
    says: {
      zh: "“{project}”与前面一处完全相同，只算一次",
      en: "“{project}” is there twice with equal values; it counts once",
    },
    todo: {
      zh: "如果是两个项目，请写不同的项目编码；如果是重复，请在源表里只留一处。",
      en: "If they are two projects, give them different codes; if not, keep one of them.",
    },
  },
  "indicators-twice": {
    severity: "warning",
    says: {
      zh: "同一项目有 {count:number} 条指标与前面的完全相同，只算一次",
      en: "{count:number} indicator(s) are there twice in one project with equal values; they count once",
    },
    todo: { zh: "请核对；如果本应不同，请改正。", en: "Check them; if they should differ, correct them." },
  },
  "exports-differ": {
    severity: "failure",
    says: {
      zh: ({ file, other, count, what }: Rivals) =>
        `${other} 与 ${file} 是同样一些项目的两份导出，有 ${count} 处不同，看不出该用哪一份：${what.join("；")}${count > what.length ? " 等" : ""}`,
      en: ({ file, other, count, what }: Rivals) =>
        `${other} and ${file} are two exports of the same projects with ${count} difference(s), and nothing says which to use: ${what.join("; ")}${count > what.length ? " …" : ""}`,
    },
    todo: {
      zh: ({ file, other, chosen, instead }: Rivals) =>
        `请在 department.json 里用“文件”写明：用 ${file} 就写 "文件": ${JSON.stringify(chosen)}，用 ${other} 就写 "文件": ${JSON.stringify(instead)}。`,
      en: ({ file, other, chosen, instead }: Rivals) =>
        `Choose in department.json: for ${file} "文件": ${JSON.stringify(chosen)}, for ${other} "文件": ${JSON.stringify(instead)}.`,
    },
  },
  "project-cells-differ": {
    severity: "error",
    says: {
      zh: ({ field, first }: DifferingCells) =>
        first === ""
          ? `同一项目的“${field}”前面一行是空的，这里有内容；已用这里的`
          : `同一项目的“${field}”两处不同；已用前一处“${first}”`,
      en: ({ field, first }: DifferingCells) =>
        first === ""
          ? `“${field}” is blank in the project's first row and given here; this one was used`
          : `“${field}” differs within one project; the first, “${first}”, was used`,
    },
    todo: { zh: "请核对并改成一致。", en: "Check which is right, and make them agree." },
  },
  "indicator-groups-regrouped": {
    severity: "info",
    says: {
      zh: "{horizon:horizon}指标的一级、二级指标交错出现，已按首次出现的次序归并",
      en: "The {horizon:horizon} indicators' groups were interleaved; they are now grouped by first appearance",
    },
    todo: {
      zh: "不需要处理；如要保持原次序，请在源表里排好。",
      en: "Nothing to do; if the order matters, sort the source.",
    },
  },
  "json-shape-wrong": {
    severity: "failure",
    says: {
      zh: ({ expected }: Shape) =>
        expected === "list" ? "这里应是一组内容 [ … ]" : "这里应是一个对象 { … }",
      en: ({ expected }: Shape) =>
        expected === "list" ? "Expected a list [ … ]" : "Expected an object { … }",
    },
    todo: { zh: "请重新导出或改正。", en: "Export it again, or correct it." },
  },
});
