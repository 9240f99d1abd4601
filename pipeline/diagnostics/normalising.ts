/** What can be wrong when raw tables become records: headers, joins, units, blanks. */
import { defineRows } from "./row.ts";

type Header = { readonly header: string };
type CodedHorizon = { readonly value: string };
type HalfCard = { readonly labels: readonly string[] };
type Marked = Header & { readonly value: string };
type DifferingCells = { readonly field: string; readonly first: string };
type LikelyColumns = { readonly level3: string; readonly value: string };
type Rivals = {
  readonly file: string;
  readonly other: string;
  readonly count: number;
  readonly what: readonly string[];
  /** The files to read without the other, and without the file. */
  readonly chosen: readonly string[];
  readonly instead: readonly string[];
};
type Unreadable = { readonly label: string; readonly type: keyof typeof valueTypes };
const valueTypes = {
  number: { zh: "数字", en: "a number", example: "1,200.5" },
  share: { zh: "百分比", en: "a percentage", example: "98.5%" },
  date: { zh: "日期", en: "a date", example: "2026-12-20" },
} as const;
type Shape = { readonly expected: "list" | "object" };
/** What a row was taken for that is no project. */
export type SkippedAs = keyof typeof skipped;
type SkippedRow = { readonly reason: SkippedAs };
const skipped = {
  total: { zh: "合计", en: "total" },
  subtotal: { zh: "单位或分类的小计", en: "subtotal of a unit or a class" },
  part: { zh: "合计的其中项", en: "part of the total above" },
  "column-numbers": { zh: "栏次（列的编号）", en: "row of column numbers" },
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

export const normalising = defineRows({
  "no-export": {
    severity: "failure",
    says: { zh: "没有可读的项目数据", en: "No project data found" },
    todo: {
      zh: "请把项目导出（工作簿、CSV 或 JSON）放进部门文件夹；表头里要有“项目名称”或“项目编码”。",
      en: "Put an export (a workbook, CSV or JSON) into the folder; its headers must include 项目名称 or 项目编码.",
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
  "level-value-unused": {
    severity: "warning",
    says: {
      zh: "“{key}”写在一级或二级指标上，不是某一条指标的，没有用上",
      en: "“{key}” is given for a level and not for an indicator; it was not used",
    },
    todo: {
      zh: "如果各条指标也要有它，请在三级指标上分别写明。",
      en: "If the indicators need it, give it for each of them.",
    },
  },
  "project-columns-missing": {
    severity: "failure",
    says: {
      zh: "表里没有“项目名称”也没有“项目编码”，看不出各行属于哪个项目",
      en: "The table has neither 项目名称 nor 项目编码, so its rows cannot be assigned to projects",
    },
    todo: { zh: "请导出时带上项目名称或项目编码。", en: "Export it with the project's name or code." },
  },
  "card-without-name": {
    severity: "failure",
    says: {
      zh: "像是一张申报表（有{labels:list}），没有找到“项目名称”或“项目编码”一栏，看不出是哪个项目",
      en: "This looks like a form filled in for one project (it has {labels:list}), but neither 项目名称 nor 项目编码 was found",
    },
    todo: {
      zh: "请在指标表上面写明：左边一格“项目名称”，右边一格写名称。",
      en: "State it above the indicators: 项目名称 in one cell, the name in the cell to its right.",
    },
  },
  "card-without-indicators": {
    severity: "warning",
    says: {
      zh: ({ labels }: HalfCard) =>
        `像是一张申报表（有${labels.join("、")}），没有找到指标表的表头“三级指标”或“指标值”`,
      en: ({ labels }: HalfCard) =>
        `This looks like a form filled in for one project (it has ${labels.join(", ")}), but no headers 三级指标 or 指标值 of its indicators were found`,
    },
    todo: {
      zh: "如果下面有指标表，请检查它的表头；指标另在一张表里的，不需要处理。",
      en: "If indicators follow, check their headers; if they are in a table of their own, there is nothing to do.",
    },
  },
  "card-cell-unread": {
    severity: "warning",
    says: {
      zh: "这一格既不在认得的栏目的右边，也不在它的下面，没有用上",
      en: "This cell is neither to the right of a known label nor below one; it was not used",
    },
    todo: {
      zh: "如果是项目的内容，请写在它那一栏的右边，或在左边写明是哪一栏。",
      en: "If it is about the project, put it to the right of its label, or write a label before it.",
    },
  },
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
      zh: ({ reason }: SkippedRow) => `这一行是${skipped[reason].zh}，不作为项目`,
      en: ({ reason }: SkippedRow) => `The row is a ${skipped[reason].en}, not a project`,
    },
    todo: {
      zh: ({ reason }: SkippedRow) =>
        `${sums.has(reason) ? "它的金额已与所含项目核对" : "不需要处理"}；如果它是项目，请在 department.json 的“保留行”里写明。`,
      en: ({ reason }: SkippedRow) =>
        `${sums.has(reason) ? "Its amounts were compared with its projects" : "Nothing to do"}; if it is a project, list it under 保留行 in department.json.`,
    },
  },
  "row-doubtful": {
    severity: "error",
    says: {
      zh: ({ name, total, project }: DoubtfulRow) =>
        `“${name}”可能是合计，也可能是项目，没有印出。像合计：${spoken(total, "zh")}；像项目：${spoken(project, "zh")}`,
      en: ({ name, total, project }: DoubtfulRow) =>
        `“${name}” may be a total or a project and was not printed. For a total: ${spoken(total, "en")}; for a project: ${spoken(project, "en")}`,
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
  "indicator-columns-unknown": {
    severity: "failure",
    says: {
      zh: "同一项目有几行，只在“{level3}”“{value}”这样的列上不同，像是绩效指标，但这些表头不认得",
      en: "Rows of one project differ only in columns such as “{level3}” and “{value}”, which look like indicators but are unknown",
    },
    todo: {
      zh: ({ level3, value }: LikelyColumns) =>
        `请把它们改成“三级指标”“指标值”，或在 department.json 里写“列名”: {"三级指标": ["${level3}"], "指标值": ["${value}"]}。`,
      en: ({ level3, value }: LikelyColumns) =>
        `Rename them to 三级指标 and 指标值, or write "列名": {"三级指标": ["${level3}"], "指标值": ["${value}"]} in department.json.`,
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
  "column-unknown": {
    severity: "warning",
    says: {
      zh: ({ header }: Header) =>
        header === "" ? "这一列没有表头，没有用上" : `不认得“${header}”，没有用上`,
      en: ({ header }: Header) =>
        header === ""
          ? "A column without a header was not used"
          : `Unknown header “${header}”; the column was not used`,
    },
    todo: {
      zh: "{nearest:guess}如果报告要用它，请改成认得的名称，或在 department.json 的“列名”里写明它是哪一项。",
      en: "{nearest:guess}If the report needs it, rename it, or map it under 列名 in department.json.",
    },
  },
  "column-ambiguous": {
    severity: "info",
    says: {
      zh: "“{header}”有几种意思，这里当作“{readAs}”",
      en: "“{header}” can mean several things and was read as “{readAs}”",
    },
    todo: {
      zh: "如果不对，请把表头改得明确些，或在 department.json 的“列名”里写明。",
      en: "If that is wrong, make the header clearer, or map it under 列名 in department.json.",
    },
  },
  "column-undecided": {
    severity: "error",
    says: {
      zh: "“{header}”可以是几项内容（{names:list}），看不出是哪一项，没有用上",
      en: "“{header}” can be any of {names:list}; nothing tells which, so the column was not used",
    },
    todo: {
      zh: "请把表头改成其中一项，或在 department.json 的“列名”里写明它是哪一项。",
      en: "Name the column as one of them, or map it under 列名 in department.json.",
    },
  },
  "column-not-printed": {
    severity: "info",
    says: {
      zh: "“{header}”有内容，但这个表式不印它，也不检查它",
      en: "“{header}” is filled, but this form does not print it; it was not checked",
    },
    todo: {
      zh: "不需要处理；如果报告应当有它，请核对 department.json 的“表式”。",
      en: "Nothing to do; if the report should have it, check the form (表式 in department.json).",
    },
  },
  "column-repeated": {
    severity: "warning",
    says: {
      zh: "“{header}”与另一列是同一项内容，没有用上",
      en: "“{header}” is the same field as another column and was not used",
    },
    todo: { zh: "请只留一列，或把表头改得明确些。", en: "Keep one of them, or make the headers clearer." },
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
  "money-unit-unknown": {
    severity: "error",
    says: { zh: "看不出金额的单位是元还是万元", en: "Cannot tell whether the amount is in 元 or 万元" },
    todo: {
      zh: "请在表头写明（元）或（万元），或在 department.json 里写“金额单位”。",
      en: "Write （元） or （万元） in the header, or 金额单位 in department.json.",
    },
  },
  "money-unit-contradicts": {
    severity: "warning",
    says: {
      zh: "金额单位互相矛盾：用了{used}，另有一处写的是{others:list}",
      en: "Units of money contradict each other: {used} was used, but another place says {others:list}",
    },
    todo: {
      zh: "请核对这些金额究竟以什么为单位，把两处改成一致；整个文件的单位也可以在 department.json 里写“金额单位”。",
      en: "Check what the amounts are counted in and make both agree; 金额单位 in department.json states it for all files.",
    },
  },
  "money-not-a-number": {
    severity: "error",
    says: { zh: "金额不是数字", en: "The amount is not a number" },
    todo: {
      zh: "请写成数字，例如 3600.00、3,600.00 或 0.36万元；显示为 ####、#REF! 或 E+ 的，请先在表格软件里改好再导出。",
      en: "Write a number, for example 3600.00, 3,600.00 or 0.36万元; mend ####, #REF! or E+ in the spreadsheet and export again.",
    },
  },
  "blank-computed": {
    severity: "info",
    says: {
      zh: "有 {count:number} 处“{label}”空白，已按表式的算式补上",
      en: "{count:number} blank cells of “{label}” were filled in by the form's formula",
    },
    todo: {
      zh: "请核对算出的数；huibian explain 说明由哪些单元格算出。",
      en: "Check the results; huibian explain shows which cells they were computed from.",
    },
  },
  "own-value-unreadable": {
    severity: "error",
    says: {
      zh: ({ label, type }: Unreadable) => `“${label}”应为${valueTypes[type].zh}，照原文印出，没有参加核对`,
      en: ({ label, type }: Unreadable) =>
        `“${label}” is not ${valueTypes[type].en}; it is printed as given and left out of checks`,
    },
    todo: {
      zh: ({ type }: Unreadable) => `请改正，例如 ${valueTypes[type].example}；没有的，可填“无”。`,
      en: ({ type }: Unreadable) =>
        `Correct it, for example ${valueTypes[type].example}; write 无 if there is none.`,
    },
  },
  "operator-unknown": {
    severity: "error",
    says: {
      zh: "这里应是指标符号，写的不是认得的符号，没有印出",
      en: "Expected an operator, found none that is known; it was not printed",
    },
    todo: {
      zh: "请填 ≥、＞、＝、＜、≤ 或其代码 1 至 5；定性的填“定性”。符号显示为 ? 或 &ge; 的，是导出时丢失了，请重新导出。",
      en: "Write ≥, ＞, ＝, ＜ or ≤, or its code from 1 to 5, or 定性; a sign shown as ? or &ge; was lost on export: export again.",
    },
  },
  "horizon-unknown": {
    severity: "error",
    says: { zh: "看不出是中期还是年度，已当作年度", en: "Neither mid-term nor annual; treated as annual" },
    todo: {
      zh: ({ value }: CodedHorizon) =>
        `请写“中期”或“年度”；如果是系统的代码，请在 department.json 里写明，例如 "取值": {"期限": {"${value}": "中期"}}。`,
      en: ({ value }: CodedHorizon) =>
        `Write 中期 or 年度; if it is a system's code, say in department.json what it means, for example "取值": {"期限": {"${value}": "中期"}}.`,
    },
  },
  "value-not-text": {
    severity: "error",
    says: {
      zh: "这里应是一个值，却是一组内容，没有用上",
      en: "Expected a single value, found a list or object; it was not used",
    },
    todo: { zh: "请写成文本或数字。", en: "Write a text or a number." },
  },
  "characters-removed": {
    severity: "info",
    says: {
      zh: "已去掉看不见的字符 {characters:list}",
      en: "Removed invisible characters: {characters:list}",
    },
    todo: {
      zh: "不影响内容；可在源系统里清理。",
      en: "The content is unchanged; clean it at the source if you can.",
    },
  },
  "escapes-replaced": {
    severity: "warning",
    says: {
      zh: "{escapes:list} 是工作簿内部的写法，已换成它所代表的换行或空白",
      en: "{escapes:list} is how a workbook spells a control character; it was replaced by the line break or blank it means",
    },
    todo: {
      zh: "请核对这一格的文字；另存为“CSV UTF-8”重新导出可以避免。",
      en: "Check the text of the cell; saving as “CSV UTF-8” avoids it.",
    },
  },
  "characters-lost": {
    severity: "error",
    says: {
      zh: "有文字在转换编码时丢失了，只剩替代符号",
      en: "Characters were lost when the text was converted; only replacement characters are left",
    },
    todo: {
      zh: "请从源系统重新导出，不要在别的软件里转存。",
      en: "Export it again from the source system, and do not save it in another program in between.",
    },
  },
  "value-normalised": {
    severity: "info",
    says: { zh: "按表式的设定印作“{printed}”", en: "Printed as “{printed}”, as the form specifies" },
    todo: { zh: "不需要处理。", en: "Nothing to do." },
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
