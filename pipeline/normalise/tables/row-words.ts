/** One cell → what its words alone say: a total, the number of a column or a page, a time, a note, a heading, a unit of money. */

import { withoutSelectors } from "../../records/index.ts";
import { parseMoney } from "../drafts/read-money.ts";
import { type StatedUnit, statedUnit } from "../headers/header-key.ts";

/** Without blanks and variation selectors, full-width forms made half-width. */
export function flatten(cell: string): string {
  return withoutSelectors(cell).normalize("NFKC").replace(/\s+/gu, "");
}

/** grand: of everything; sub: of a part. `owner`: whose total it is, if the cell says so. */
export type TotalWord = { readonly reach: "grand" | "plain" | "sub"; readonly owner: string };

const totalWord =
  /^(?<owner>.{0,30}?)(?:金额|资金|经费)?(?<word>总合计|合计|总计|小计|共计|累计|grandtotal|sub-?total|total)(?:金额|资金|经费|预算|数|额)?(?:\([^()]*\))?[:：]?$/iu;
/** The last character of each of these words: few cells have one. */
const lastOfTotal = /[计总lLｌＬ]/u;
/** As Excel calls the last row of a table; with anything before it, it is a name. */
const tableTotal = /^汇总[:：]?$/u;
const grandWords = new Set(["总合计", "总计", "共计", "累计", "grandtotal"]);
const wholeOwners = /^(?:本?部门|全部门|单位|本表|全部|全县|全市|全区|项目|预算)?$/u;
const pageOwners = /^(?:本页|过次页|承前页)$/u;

/** Undefined if the cell names something that only begins like a total (合计办公经费). */
export function totalIn(cell: string): TotalWord | undefined {
  if (cell.length > 60 || !lastOfTotal.test(cell)) return undefined;
  if (tableTotal.test(flatten(cell))) return { reach: "plain", owner: "" };
  const { owner = "", word = "" } = totalWord.exec(flatten(cell))?.groups ?? {};
  if (word === "") return undefined;
  // In English a word is a word: Capital is no total.
  if (/^[a-z]/iu.test(word) && /[a-z]$/iu.test(owner)) return undefined;
  if (/^(?:小计|sub-?total)$/iu.test(word) || pageOwners.test(owner)) return { reach: "sub", owner };
  if (grandWords.has(word.toLowerCase())) return { reach: "grand", owner };
  const whole = wholeOwners.test(owner);
  return { reach: whole && owner !== "" ? "grand" : whole ? "plain" : "sub", owner };
}

/** What may stand beside the word of a total: an amount, a share, a count, a formula, a dash. */
/** 总分100分, 总分（100分） state the full mark of what they name. */
export function withoutFullMark(name: string): string {
  return name.replace(/\s*(?:[(（]\s*\d+\s*分\s*[)）]|\d+\s*分)$/u, "");
}

export function isFigure(cell: string): boolean {
  const flat = flatten(cell);
  if (/^[-+\d.,，%‰元万亿千]*$/u.test(flat) || /^[-—–/]+$/u.test(flat) || flat.startsWith("=")) return true;
  return /^共?\d+[个项条家户类][\p{Script=Han}]{0,4}$/u.test(flat) || parseMoney(flat).value !== undefined;
}

/** The order of a column's number in its sequence: 3, (3), ③, 丙, C, 3=1+2; undefined if the cell is none. */
export function columnNumber(cell: string): { readonly kind: string; readonly order: number } | undefined {
  const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".indexOf(cell.trim());
  if (cell.trim().length === 1 && circled >= 0) return { kind: "number", order: circled + 1 };
  const flat = flatten(cell).replace(/^[([【]|[)\]】]$|=.*$|列$|栏$/gu, "");
  if (/^\d{1,3}$/u.test(flat)) return { kind: "number", order: Number(flat) };
  const stem = "甲乙丙丁戊己庚辛壬癸".indexOf(flat);
  if (flat.length === 1 && stem >= 0) return { kind: "stem", order: stem + 1 };
  return /^[A-Z]$/u.test(flat) ? { kind: "letter", order: flat.charCodeAt(0) - 64 } : undefined;
}

export const columnWord = /^(?:栏次|列次|栏号|列号|行次|栏目|序号|栏)$/u;

const pages = [
  /^第\d+页[,，/]?(?:[共(]?共?\d+页\)?)?$/u,
  /^共\d+页[,，/]?第\d+页$/u,
  /^\d+页?\/共?\d+页$/u,
  /^page\d+(?:of\d+)?$/iu,
  /^(?:[-—–]+)\d+(?:[-—–]+)$/u,
  /^(?:续上页|接上页|转下页|接下页|\(续上页\)|\(接下页\)|\(转下页\)|\(续\))$/u,
];

export function isPageNumber(cell: string): boolean {
  const flat = flatten(cell);
  return flat.length <= 16 && pages.some((pattern) => pattern.test(flat));
}

/** 1/2: the number of a page if nothing else stands in the row. */
export function isPageOfPages(cell: string): boolean {
  const [, page, all] = /^(\d{1,4})\/(\d{1,4})$/u.exec(flatten(cell)) ?? [];
  return page !== undefined && Number(page) >= 1 && Number(page) <= Number(all);
}

const exportLabel =
  /^(?:数据)?(?:导出|打印|下载|生成|制表|查询|统计|输出|截止|取数)(?:时间|日期|人|人员|单位|用户)[:：]|^(?:操作员|操作人|导出者|制表人|系统时间|打印人)[:：]/u;
const time = /^\d{4}(?:[-/.年]\d{1,2}){1,2}(?:[-/.月]\d{1,2})?[日月]?(?:T?\d{1,2}[:：时]\d{2}.{0,8})?$/u;

export function isExportLabel(cell: string): boolean {
  return exportLabel.test(flatten(cell));
}

/** A date or a time and nothing else. */
export function isTime(cell: string): boolean {
  return time.test(flatten(cell));
}

const noteLabel =
  /^(?:备注|附注|说明|填表说明|填报说明|编制说明|注释?)\d*[:：]|^注\d*[:：.、]|^[※*＊]|^(?:本表|此表|表中|以上)[^:：]{4,}/u;
const signatureLabel =
  /^(?:填表人|填报人|填报日期|填表日期|填报时间|填表时间|编制人|编制日期|制表人?|审核人?|审批人?|复核人?|联系人|联系电话|电话|经办人|负责人|(?:单位|财务|部门|分管|主管|项目|处室|科室)(?:负责人|领导)|领导|主管|签字|签章|盖章|日期|公章)[^:：]{0,8}[:：]/u;
const seal = /^\(?(?:单位)?(?:公章|盖章|签章|印章|签字)\)?(?:处)?[:：]?$/u;

export function isNote(cell: string): boolean {
  return noteLabel.test(flatten(cell));
}

export function isSignature(cell: string): boolean {
  const flat = flatten(cell);
  return signatureLabel.test(flat) || seal.test(flat);
}

const outside = [...pages, exportLabel, time, noteLabel, signatureLabel, seal];

/** Whether a text is any of these; nearly all rows of a table are told by their first cell to be none. */
export function mayStandOutside(cell: string): boolean {
  const flat = flatten(cell);
  return outside.some((pattern) => pattern.test(flat));
}

/** 审核人： with or without what belongs behind the colon. */
export function isLabelled(cell: string): boolean {
  return /^[^:：]{1,16}[:：]/u.test(flatten(cell));
}

/** 一、 (二) 第三部分: what a heading begins with. A serial number alone is none. */
export function isNumbered(cell: string): boolean {
  return (numberingDepth(cell) ?? serial) < serial;
}

const numberings = [
  /^第[一二三四五六七八九十]{1,3}(?:部分|类|章|节)\S/u,
  /^[一二三四五六七八九十]{1,3}[、.．]\S/u,
  /^\([一二三四五六七八九十]{1,3}\)\S/u,
  /^\d{1,3}[、.．](?!\d)\S/u,
  /^\(\d{1,3}\)\S/u,
];
/** Where serial numbers begin among them. */
const serial = 3;

/** How deep in an outline a text stands that begins with its number: 一、 above （一） above 1. above (1). */
export function numberingDepth(cell: string): number | undefined {
  const flat = flatten(cell);
  const depth = numberings.findIndex((numbering) => numbering.test(flat));
  return depth < 0 ? undefined : depth;
}

export const agency =
  /(?:局|委|委员会|办|办公室|中心|院|厅|处|所|站|队|校|学校|中学|小学|园|馆|会|部|室|社|公司|政府|机关|本级\)?)$/u;

/** 元, （万元）, 单位：元: the unit of money, or "" for % and for the word 单位 alone; undefined if the cell says no unit. */
export function unitCell(cell: string): StatedUnit | "" | undefined {
  const flat = flatten(cell).replace(/^[([【]|[)\]】]$/gu, "");
  if (/^(?:[%‰]|百分比|单位|计量单位|金额单位|单位[:：])$/u.test(flat)) return "";
  return statedUnit(flat);
}

/** 万元 in a cell of its own, or at the end of a title: 2026年项目表（万元）. */
export function unitOfTitle(cell: string): StatedUnit | undefined {
  const end = /[(（]([^()（）]{1,6})[)）]\s*$/u.exec(cell)?.[1];
  return statedUnit(end ?? cell);
}

/** The unit of money in a line such as 金额单位：元, or in a note that says it. */
export function unitInLine(cell: string): StatedUnit | undefined {
  const said = /单位\s*(?:[:：]|均?[为是])\s*([^\s,，;；。)）]*)/u.exec(cell)?.[1];
  return said === undefined ? undefined : statedUnit(said.replace(/[.。]$/u, ""));
}

/** What is drawn between the rows of a table that is text: --- of Markdown, +-----+ of a database's client. */
export function isRule(cell: string): boolean {
  return /^[:+|]?(?:[-=_]{2,}[:+|]?)+$/u.test(cell.trim());
}

/** What a template says of the kind of its columns. */
export function isColumnType(cell: string): boolean {
  return /^\(?(?:文本|文字|字符|字符串|字符型|文本型|数值|数字|数值型|数字型|整数|小数|金额|日期|日期型|下拉|下拉框|下拉选择|下拉选项|单选|多选|选填|必填|非必填|可空|不可空|自动生成|自动计算|string|text|number|int|decimal|date|varchar(?:\(\d+\))?)\)?$/iu.test(
    flatten(cell),
  );
}
