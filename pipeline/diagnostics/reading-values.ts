/** What can be wrong with a value: amounts and their units, signs, characters. */
import { defineRows } from "./row.ts";

type CodedHorizon = { readonly value: string };
type Unreadable = { readonly label: string; readonly type: keyof typeof valueTypes };
const valueTypes = {
  number: { zh: "数字", en: "a number", example: "1,200.5" },
  share: { zh: "百分比", en: "a percentage", example: "98.5%" },
  date: { zh: "日期", en: "a date", example: "2026-12-20" },
} as const;

export const readingValues = defineRows({
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
  "group-unknown": {
    severity: "error",
    says: {
      zh: "看不出是哪一组：本表有{names:list}；没有归入其中一组",
      en: "None of the groups of this form, which are {names:list}; put into none of them",
    },
    todo: {
      zh: "请写其中一个；表式缺这一组的，在 form.json 的 groupOrder 里加上；是系统的代码的，请在 department.json 的“取值”里写明它是哪一组。",
      en: "Write one of them, or add the group to groupOrder in form.json; if it is a system's code, say under 取值 in department.json which group it means.",
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
});
