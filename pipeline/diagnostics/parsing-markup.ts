/** What can be wrong with the markup that templates print. */
import { defineRows } from "./row.ts";

type Grid = { readonly columns: number; readonly problem: "short" | "long" | "span" };

export const parsingMarkup = defineRows({
  "markup-unknown-element": {
    severity: "failure",
    says: { zh: "不认识的标签 <{element}>", en: "Unknown element <{element}>" },
    todo: { zh: "{nearest:guess}可用的标签：{allowed}", en: "{nearest:guess}Use one of: {allowed}" },
  },
  "markup-unknown-attribute": {
    severity: "failure",
    says: { zh: "<{element}> 没有属性 {attribute}", en: "<{element}> has no attribute {attribute}" },
    todo: { zh: "{nearest:guess}可用的属性：{allowed}", en: "{nearest:guess}Use one of: {allowed}" },
  },
  "markup-unknown-class": {
    severity: "failure",
    says: {
      zh: "<{element}> 的样式 {style} 不存在",
      en: "<{element}> uses the style {style}, which does not exist",
    },
    todo: {
      zh: "{nearest:guess}请用已有的样式，或在 form.json 的 styles 中写出它的全部设置。已有：{allowed}",
      en: '{nearest:guess}Use an existing style, or define it completely under "styles" in form.json. Existing: {allowed}',
    },
  },
  "markup-bad-value": {
    severity: "failure",
    says: {
      zh: "<{element}> 的 {attribute} 不能是「{value}」",
      en: 'Invalid {attribute} of <{element}>: "{value}"',
    },
    todo: { zh: "{nearest:guess}应为：{allowed}", en: "{nearest:guess}Expected: {allowed}" },
  },
  "markup-misplaced": {
    severity: "failure",
    says: { zh: "<{element}> 不能放在{parent}里", en: "<{element}> is not allowed in {parent}" },
    todo: { zh: "这里可以放：{allowed}", en: "Allowed here: {allowed}" },
  },
  "markup-misplaced-text": {
    severity: "failure",
    says: {
      zh: "文字「{text}」不能直接放在{parent}里",
      en: 'The text "{text}" is not allowed directly in {parent}',
    },
    todo: {
      zh: "请把它放进 <p>、<td> 或标题；同一个 <td> 里不要混用 <p> 和文字。",
      en: "Put it in a <p>, a <td> or a heading; do not mix <p> and text in one <td>.",
    },
  },
  "markup-unclosed": {
    severity: "failure",
    says: { zh: "<{element}> 没有结束标签", en: "<{element}> is not closed" },
    todo: { zh: "请补上 </{element}>。", en: "Add </{element}>." },
  },
  "markup-stray-end": {
    severity: "failure",
    says: { zh: "</{element}> 没有对应的开始标签", en: "</{element}> has no opening tag" },
    todo: { zh: "请删除它，或补上开始标签。", en: "Remove it, or add the opening tag." },
  },
  "markup-unknown-entity": {
    severity: "failure",
    says: { zh: "不认识的实体 {entity}", en: "Unknown entity {entity}" },
    todo: {
      zh: "请直接写出这个字符；只有 &amp; &lt; &gt; &quot; &apos; 和 &#数字; 可用。",
      en: "Write the character itself; only &amp; &lt; &gt; &quot; &apos; and &#number; are supported.",
    },
  },
  "markup-incomplete": {
    severity: "failure",
    says: { zh: "<{element}> 缺少 {lacks}", en: "<{element}> has no {lacks}" },
    todo: { zh: "请补上 {lacks}。", en: "Add {lacks}." },
  },
  "markup-grid": {
    severity: "failure",
    says: {
      zh: ({ columns, problem }: Grid) =>
        ({
          short: `这一行没有占满表格的 ${columns} 列`,
          long: `这一行超出了表格的 ${columns} 列，或与上方合并的单元格重叠`,
          span: "这一行有单元格的 rowspan 超出了表格末行",
        })[problem],
      en: ({ columns, problem }: Grid) =>
        ({
          short: `The row does not fill the table's ${columns} columns`,
          long: `The row exceeds the table's ${columns} columns, or overlaps a cell merged from above`,
          span: "A cell of this row has a rowspan beyond the table's last row",
        })[problem],
    },
    todo: {
      zh: "请核对 <col> 的数目和各行的 colspan、rowspan。",
      en: "Check the number of <col> and the rows' colspan and rowspan.",
    },
  },
});
