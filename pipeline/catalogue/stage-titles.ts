/** What other stages than the check find, in words that need no facts: for lists and explanations of rules. */
import type { Bilingual, stageCodes } from "../diagnostics/index.ts";

type Title = { readonly title: Bilingual; readonly todo?: Bilingual };

/** Of those whose sentences say nothing without the facts. */
export const stageTitles: ReadonlyMap<string, Title> = new Map<(typeof stageCodes)[number], Title>([
  [
    "container-not-read",
    {
      title: {
        zh: "不能读取的旧格式文件（.doc、.xlsb、.mht……）",
        en: "a file in a format that cannot be read (.doc, .xlsb, .mht …)",
      },
      todo: { zh: "请另存为 .xlsx 或 .docx。", en: "Save it as .xlsx or .docx." },
    },
  ],
  [
    "no-export",
    {
      title: { zh: "没有可读的项目数据", en: "no project data found" },
      todo: {
        zh: "请把项目导出（工作簿、CSV 或 JSON）放进部门文件夹；表头里要有“项目名称”或“项目编码”。没有项目的部门，至少要有一张表式里的部门的表。",
        en: "Put an export (a workbook, CSV or JSON) into the folder; its headers must include 项目名称 or 项目编码. A department without projects needs one of its form's lists.",
      },
    },
  ],
  [
    "feedback-not-a-source",
    {
      title: {
        zh: "程序写的反馈清单，不是数据，没有读取；填写的整改情况写进新的反馈清单",
        en: "a list of findings that this program wrote, which is no data; what it answers is in the new lists",
      },
      todo: {
        zh: "不需要处理；没有“整改情况”一列的，请把填写的一列的表头改回“整改情况”。",
        en: "Nothing to do; if it has no column 整改情况, name the column of answers so again.",
      },
    },
  ],
  [
    "card-without-indicators",
    {
      title: {
        zh: "像是一张申报表，没有找到指标表的表头“三级指标”或“指标值”",
        en: "what looks like a form filled in for one project, without headers of its indicators",
      },
    },
  ],
  [
    "row-skipped",
    {
      title: { zh: "合计、小计、说明等行，不作为项目", en: "a row of totals or notes, which is no project" },
      todo: {
        zh: "如果它是项目，请在 department.json 的“保留行”里写明。",
        en: "If it is a project, list it under 保留行 in department.json.",
      },
    },
  ],
  [
    "fund-rows-apart",
    {
      title: {
        zh: "同一项目按资金来源分成几行，有一行不能相加，没有合成",
        en: "rows for each source of a project's money that were not joined, because of one of them",
      },
    },
  ],
  [
    "row-doubtful",
    {
      title: {
        zh: "可能是合计、其中项，也可能是项目的行，没有印出",
        en: "a row that may be a total or a project, and was not printed",
      },
    },
  ],
  [
    "own-value-unreadable",
    {
      title: {
        zh: "应为数字、百分比或日期而不是，照原文印出，没有参加核对",
        en: "what should be a number, a percentage or a date and is not: printed as given, left out of checks",
      },
      todo: { zh: "请改正；没有的，可填“无”。", en: "Correct it; write 无 if there is none." },
    },
  ],
  [
    "department-name-taken",
    {
      title: {
        zh: "没有写明部门名称，已用各项目写的名称",
        en: "no department name given; one that the projects give was used",
      },
    },
  ],
  [
    "mapping-unused",
    {
      title: {
        zh: "department.json 的“取值”“略去行”写了导出里没有的列",
        en: "取值 or 略去行 in department.json names a column that no export has",
      },
    },
  ],
  [
    "mapping-values-unused",
    {
      title: {
        zh: "department.json 的“取值”“略去行”写了那一列里没有的值",
        en: "取值 or 略去行 in department.json names values that the column does not have",
      },
    },
  ],
  // Failures.
  [
    "json-broken",
    {
      title: { zh: "JSON 语法有错，读不出来", en: "a JSON text with a fault of syntax" },
      todo: {
        zh: "请按指出的位置改正，或重新导出。",
        en: "Mend it where the finding points, or export it again.",
      },
    },
  ],
  [
    "json-shape-wrong",
    {
      title: {
        zh: "JSON 里应有别的内容（对象、列表、文字）",
        en: "a JSON value of another kind than is wanted",
      },
      todo: {
        zh: "请按指出的写法改正，或重新导出。",
        en: "Write what the finding names, or export it again.",
      },
    },
  ],
  [
    "json-key-repeated",
    { title: { zh: "JSON 的一个键在同一层写了两次", en: "a JSON key that stands twice in one object" } },
  ],
  [
    "quote-broken",
    {
      title: {
        zh: "CSV 的双引号没有配对，或位置不对",
        en: "a quote of a CSV that is never closed, or is misplaced",
      },
    },
  ],
  [
    "workbook-damaged",
    {
      title: { zh: "工作簿损坏，读不出来", en: "a workbook that is damaged" },
      todo: {
        zh: "请用 Excel 或 WPS 打开另存，或重新导出。",
        en: "Open it and save it again, or export it again.",
      },
    },
  ],
  [
    "values-not-printed",
    {
      title: {
        zh: "必填的内容或指标没有印出",
        en: "required values or indicators that are not printed",
      },
    },
  ],
  [
    "written-structure-broken",
    {
      title: {
        zh: "写好的文件内部不对：标签、书签、关系、字体等",
        en: "a written file that is wrong inside: tags, bookmarks, relations, fonts",
      },
    },
  ],
  [
    "template-exceeds-limit",
    {
      title: {
        zh: "模板太大，或者套用、循环、印出的太多",
        en: "a template that is too large, or nests, loops or prints too much",
      },
    },
  ],
  [
    "department-exceeds-limit",
    {
      title: {
        zh: "处理一个部门用的时间或内存太多",
        en: "a department that takes too much time or memory",
      },
      todo: {
        zh: "请看有没有特别长、反复的文字，或分成几个部门；确实需要的，用 --limits 放宽。",
        en: "Look for very long texts that repeat themselves, or divide it; raise the limit with --limits.",
      },
    },
  ],
  [
    "workbook-exceeds-limit",
    {
      title: {
        zh: "文件太大，或者工作簿展开后太大",
        en: "a file that is too large, or a workbook that unpacks to too much",
      },
      todo: {
        zh: "请分成几个文件；确实需要的，用 --limits 放宽。",
        en: "Divide it, or raise the limit with --limits.",
      },
    },
  ],
  [
    "exports-differ",
    {
      title: {
        zh: "同样一些项目的两份导出，看不出该用哪一份",
        en: "two exports of the same projects, and nothing says which to use",
      },
      todo: {
        zh: "请在 department.json 里用“文件”写明用哪一份。",
        en: "Choose one with 文件 in department.json.",
      },
    },
  ],
  [
    "sheet-doubtful",
    {
      title: {
        zh: "工作表的名称像是样表、旧表、作废的，或者写着别的年度，里面的项目也读了",
        en: "a sheet whose name is that of an example, withdrawn, or of another year; its projects are read all the same",
      },
    },
  ],
  [
    "sheet-not-found",
    {
      title: {
        zh: "department.json 写的工作表不在工作簿里",
        en: "a sheet that department.json names and the workbook does not have",
      },
      todo: { zh: "请照工作簿改写“工作表”。", en: "Name a sheet that is there." },
    },
  ],
  [
    "no-edition",
    {
      title: { zh: "文件夹里没有生成过的版本", en: "a folder in which nothing was built" },
      todo: { zh: "请先运行 huibian build。", en: "Run huibian build first." },
    },
  ],
  [
    "edition-not-found",
    {
      title: { zh: "没有要比较的那一版", en: "an edition that is not there" },
      todo: { zh: "请写列出的版本之一。", en: "Give one of those that are listed." },
    },
  ],
  [
    "comparison-several-departments",
    {
      title: {
        zh: "文件夹里有几个部门，只能比较一个",
        en: "a folder of several departments, of which one can be compared",
      },
      todo: { zh: "请写一个部门的文件夹。", en: "Give the folder of one department." },
    },
  ],
  [
    "form-formula-wrong",
    {
      title: { zh: "表式的算式写错", en: "a formula of a form with a fault" },
      todo: { zh: "请按指出的位置改正 form.json。", en: "Mend form.json where the finding points." },
    },
  ],
  ["template-syntax", { title: { zh: "模板的语法有错", en: "a template with a fault of syntax" } }],
  [
    "markup-grid",
    {
      title: { zh: "模板的表格各行列数不一", en: "a table of a template whose rows do not fit its columns" },
    },
  ],
  [
    "script-not-set",
    {
      title: {
        zh: "程序不排的文字：维吾尔文、藏文、蒙古文、傣文等",
        en: "a text in a script that is not set: Uyghur, Tibetan, Mongolian, Dai",
      },
    },
  ],
  [
    "table-grid-broken",
    {
      title: { zh: "表格各行列数不一，排不出来", en: "a table whose rows do not fit its columns" },
      todo: {
        zh: "请核对模板里这张表的 colspan、rowspan。",
        en: "Check colspan and rowspan of the table in the template.",
      },
    },
  ],
  [
    "selection-matches-nothing",
    {
      title: { zh: "--only、--exclude 写的部门没有相符的", en: "a selection that no department matches" },
      todo: { zh: "请写部门文件夹名，或带 * 的式样。", en: "Give a folder's name, or a pattern with *." },
    },
  ],
  [
    "shards-differ",
    {
      title: { zh: "各片不是同一次汇编的", en: "shards that are not of one run" },
      todo: {
        zh: "请用同样的参数和数据重新生成各片。",
        en: "Build all shards with the same options and data.",
      },
    },
  ],
  [
    "rollup-withheld",
    {
      title: {
        zh: "有错误，按 --strict 没有发布汇总",
        en: "errors that keep a roll-up from being published with --strict",
      },
    },
  ],
  [
    "form-key-unknown",
    {
      title: { zh: "form.json 里有不认得的键", en: "a key in form.json that there is not" },
      todo: { zh: "请照列出的键改写。", en: "Use one of the keys that are listed." },
    },
  ],
]);
