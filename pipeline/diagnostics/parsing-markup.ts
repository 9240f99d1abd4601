/** What can be wrong with the markup that templates print. */
import { defineRows } from "./row.ts";

type Grid = {
  readonly columns: number;
  readonly problem: "short" | "long" | "span";
  /** What the merged cell says that the row does not fit, and how many rows it covers; 0 if there is none. */
  readonly cell: string;
  readonly rows: number;
};

const groupsInRows = {
  zh: "合并的格只数指标的行：按目标另分组、另插行的，请在 form.json 里写明 groupBy，用 indicators.annual.groups 一组印一段。",
  en: "Merged cells count rows of indicators: to print a row or a cell for each goal, set groupBy in form.json and print indicators.annual.groups.",
};

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
      zh: ({ columns, problem, cell, rows }: Grid) =>
        ({
          short: `这一行没有占满表格的 ${columns} 列${rows === 0 ? "" : `，上面合并的“${cell}”（rowspan ${rows}）到上一行为止`}`,
          long:
            rows === 0
              ? `这一行超出了表格的 ${columns} 列`
              : `这一行连同上面合并的“${cell}”（rowspan ${rows}）超出了表格的 ${columns} 列，或与它重叠`,
          span: `“${cell}”的 rowspan ${rows} 超出了表格末行`,
        })[problem],
      en: ({ columns, problem, cell, rows }: Grid) =>
        ({
          short: `The row does not fill the table's ${columns} columns${rows === 0 ? "" : `; “${cell}”, merged from above (rowspan ${rows}), ends in the row before`}`,
          long:
            rows === 0
              ? `The row exceeds the table's ${columns} columns`
              : `The row exceeds the table's ${columns} columns, or overlaps “${cell}”, which is merged from above (rowspan ${rows})`,
          span: `“${cell}” has a rowspan of ${rows}, beyond the table's last row`,
        })[problem],
    },
    todo: {
      zh: ({ problem, rows }: Grid) =>
        `请核对 <col> 的数目和各行的 colspan、rowspan。${problem !== "span" && rows > 0 ? groupsInRows.zh : ""}`,
      en: ({ problem, rows }: Grid) =>
        `Check the number of <col> and the rows' colspan and rowspan. ${problem !== "span" && rows > 0 ? groupsInRows.en : ""}`.trim(),
    },
  },
});
