/** What can be wrong with the markup of a template: elements, attributes, classes, nesting, and the grid of a table. */
import { define } from "./define.ts";

export const composingMarkup = {
  "markup-unknown-element": define<{ readonly element: string; readonly allowed: string }>({
    severity: "failure",
    zh: ({ element, allowed }) => ({ says: `不认识的标签 <${element}>`, todo: `可用的标签：${allowed}` }),
    en: ({ element, allowed }) => ({ says: `Unknown element <${element}>`, todo: `Use one of: ${allowed}` }),
  }),
  "markup-unknown-attribute": define<{
    readonly element: string;
    readonly attribute: string;
    readonly allowed: string;
  }>({
    severity: "failure",
    zh: ({ element, attribute, allowed }) => ({
      says: `<${element}> 没有属性 ${attribute}`,
      todo: `可用的属性：${allowed}`,
    }),
    en: ({ element, attribute, allowed }) => ({
      says: `<${element}> has no attribute ${attribute}`,
      todo: `Use one of: ${allowed}`,
    }),
  }),
  "markup-unknown-class": define<{
    readonly element: string;
    readonly style: string;
    readonly allowed: string;
  }>({
    severity: "failure",
    zh: ({ element, style, allowed }) => ({
      says: `<${element}> 的样式 ${style} 不存在`,
      todo: `请用已有的样式，或在 form.json 的 styles 中写出它的全部设置。已有：${allowed}`,
    }),
    en: ({ element, style, allowed }) => ({
      says: `<${element}> names the style ${style}, which does not exist`,
      todo: `Use an existing style, or write it whole in form.json's "styles". Existing: ${allowed}`,
    }),
  }),
  "markup-bad-value": define<{
    readonly element: string;
    readonly attribute: string;
    readonly value: string;
    readonly allowed: string;
  }>({
    severity: "failure",
    zh: ({ element, attribute, value, allowed }) => ({
      says: `<${element}> 的 ${attribute} 不能是「${value}」`,
      todo: `应为：${allowed}`,
    }),
    en: ({ element, attribute, value, allowed }) => ({
      says: `<${element}> cannot have ${attribute}="${value}"`,
      todo: `It must be: ${allowed}`,
    }),
  }),
  "markup-misplaced": define<{
    readonly element: string;
    readonly parent: string;
    readonly allowed: string;
  }>({
    severity: "failure",
    zh: ({ element, parent, allowed }) => ({
      says: `<${element}> 不能放在${parent}里`,
      todo: `这里可以放：${allowed}`,
    }),
    en: ({ element, parent, allowed }) => ({
      says: `<${element}> cannot stand in ${parent}`,
      todo: `What can stand there: ${allowed}`,
    }),
  }),
  "markup-misplaced-text": define<{ readonly text: string; readonly parent: string }>({
    severity: "failure",
    zh: ({ text, parent }) => ({
      says: `文字「${text}」不能直接放在${parent}里`,
      todo: "请把它放进 <p>、<td> 或标题；同一个 <td> 里不要混用 <p> 和文字。",
    }),
    en: ({ text, parent }) => ({
      says: `The text "${text}" cannot stand directly in ${parent}`,
      todo: "Put it in a <p>, a <td> or a heading; do not mix <p> and text in one <td>.",
    }),
  }),
  "markup-unclosed": define<{ readonly element: string }>({
    severity: "failure",
    zh: ({ element }) => ({ says: `<${element}> 没有结束标签`, todo: `请补上 </${element}>。` }),
    en: ({ element }) => ({ says: `<${element}> is not closed`, todo: `Add </${element}>.` }),
  }),
  "markup-stray-end": define<{ readonly element: string }>({
    severity: "failure",
    zh: ({ element }) => ({ says: `</${element}> 没有对应的开始标签`, todo: "请删除它，或补上开始标签。" }),
    en: ({ element }) => ({
      says: `</${element}> closes nothing that is open`,
      todo: "Remove it, or add the opening tag.",
    }),
  }),
  "markup-unknown-entity": define<{ readonly entity: string }>({
    severity: "failure",
    zh: ({ entity }) => ({
      says: `不认识的实体 ${entity}`,
      todo: "请直接写出这个字符；只有 &amp; &lt; &gt; &quot; &apos; 和 &#数字; 可用。",
    }),
    en: ({ entity }) => ({
      says: `Unknown entity ${entity}`,
      todo: "Write the character itself; only &amp; &lt; &gt; &quot; &apos; and &#number; are known.",
    }),
  }),
  "markup-incomplete": define<{ readonly element: string; readonly lacks: string }>({
    severity: "failure",
    zh: ({ element, lacks }) => ({ says: `<${element}> 缺少 ${lacks}`, todo: `请补上 ${lacks}。` }),
    en: ({ element, lacks }) => ({ says: `<${element}> has no ${lacks}`, todo: `Add ${lacks}.` }),
  }),
  "markup-grid": define<{ readonly columns: number; readonly problem: "short" | "long" | "span" }>({
    severity: "failure",
    zh: ({ columns, problem }) => ({
      says: {
        short: `这一行没有占满表格的 ${columns} 列`,
        long: `这一行超出了表格的 ${columns} 列，或与上方合并的单元格重叠`,
        span: "这一行有单元格的 rowspan 超出了表格末行",
      }[problem],
      todo: "请核对 <col> 的数目和各行的 colspan、rowspan。",
    }),
    en: ({ columns, problem }) => ({
      says: {
        short: `This row does not fill the table's ${columns} columns`,
        long: `This row runs past the table's ${columns} columns, or into a cell merged from above`,
        span: "A cell of this row has a rowspan that runs past the table's last row",
      }[problem],
      todo: "Check the number of <col> and the rows' colspan and rowspan.",
    }),
  }),
} as const;
