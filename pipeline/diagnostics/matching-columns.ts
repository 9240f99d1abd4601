/** What can be wrong with the headers of an export, and with the labels of a form. */
import { defineRows } from "./row.ts";

type Header = { readonly header: string };
type HalfCard = { readonly labels: readonly string[] };
type LikelyColumns = { readonly level3: string; readonly value: string };
type RowsApart = { readonly header: string; readonly reason: keyof typeof apart };

const apart = {
  amount: {
    zh: "这一行的金额不能相加，或者没有写来源",
    en: "the amount of this row cannot be added up, or its source is blank",
  },
  "source-twice": { zh: "这一行的来源已有一行", en: "another row has the source of this one" },
  "total-differs": {
    zh: "这一行的合计不等于各来源之和",
    en: "the total in this row is not the sum of the sources",
  },
};

export const matchingColumns = defineRows({
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
  "part-not-read": {
    severity: "info",
    says: {
      zh: "“{heading}”以下的表在各项目的表之后，没有用上",
      en: "The tables below “{heading}” stand behind those of the projects and were not used",
    },
    todo: {
      zh: "汇总是重新算出的，不需要处理；如果里面有项目的内容，请移到那个项目的表里。",
      en: "Summaries are made anew, so there is nothing to do; move what belongs to a project into its table.",
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
  "kinds-as-columns": {
    severity: "info",
    says: {
      zh: "这些列是指标的种类，每格里的“名称≥值”“名称：值”各读作一条指标，一级、二级指标写作：{kinds:list}",
      en: "These columns are kinds of indicators: each “name≥value” or “name: value” in them was read as one, with the levels {kinds:list}",
    },
    todo: {
      zh: "一级指标是按通行的分类写的；不对的，请在这些表头上面加一行一级指标。",
      en: "Level 1 is that of the usual classification; if it is wrong, add a row with level 1 above these headers.",
    },
  },
  "kind-cell-unclear": {
    severity: "warning",
    says: {
      zh: "{cells:number} 格里看不出哪是指标名称、哪是指标值，整段当作名称印出",
      en: "In {cells:number} cell(s) nothing tells the name of an indicator from its value; all of the text is printed as the name",
    },
    todo: {
      zh: "请写成“名称≥值”或“名称：值”，一条一行或用分号隔开；名称和值分两格的，两格的条数要相同。",
      en: "Write “name≥value” or “name: value”, one a line or with semicolons between them; if they are in two cells, both need as many.",
    },
  },
  "fund-rows-joined": {
    severity: "info",
    says: {
      zh: "{projects:number} 个项目按“{header}”分成几行，合成了一行：预算数是各行之和，各来源单独算一栏（{sources:list}）",
      en: "{projects:number} project(s) have a row for each “{header}”: the rows were joined, with their sum as the budget and a column for each source ({sources:list})",
    },
    todo: {
      zh: "请核对合计；是几个不同项目的，请填写各自的编码或名称。",
      en: "Check the sums; if they are different projects, give them codes or names of their own.",
    },
  },
  "fund-rows-apart": {
    severity: "info",
    says: {
      zh: ({ header, reason }: RowsApart) =>
        `同一项目按“${header}”分成几行，整张表按原样读，没有合成：${apart[reason].zh}`,
      en: ({ header, reason }: RowsApart) =>
        `A project has a row for each “${header}”, but no row of the table was joined: ${apart[reason].en}`,
    },
    todo: {
      zh: "请改正这一行；是几个不同项目的，请填写各自的编码或名称。",
      en: "Correct this row; if they are different projects, give them codes or names of their own.",
    },
  },
  "level-rows-read": {
    severity: "info",
    says: {
      zh: "这样的行只写了类别，读作下面各条的{level}，不是一条指标；这张表里别的这样的行也一样",
      en: "Rows like this one only name a class: it was read as the {level} of those below, and as no indicator; so were others of the table",
    },
    todo: {
      zh: "如果它是一条指标，请填写指标值。",
      en: "If it is an indicator, enter its value.",
    },
  },
  "numbered-columns-unclear": {
    severity: "error",
    says: {
      zh: "{headers:list} 编了号，指标名称却没有，看不出各是哪一条指标的，没有用上",
      en: "{headers:list} have numbers but the names of indicators have none: nothing tells whose they are, so they were not used",
    },
    todo: {
      zh: "请给名称也编号（如“三级指标1”“指标值1”），或一条指标一行；是不同年度、期限的，请在表头写明。",
      en: "Number the names, too (三级指标1, 指标值1), or give each indicator a row; if they are of other years or horizons, say so in the headers.",
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
});
