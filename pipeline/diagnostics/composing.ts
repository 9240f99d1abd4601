/** What can be wrong with a form, its templates, and the markup they print. */
import { composingMarkup } from "./composing-markup.ts";
import { composingValues } from "./composing-values.ts";
import { define } from "./define.ts";

const composingForms = {
  "form-file-missing": define<{ readonly file: string }>({
    severity: "failure",
    zh: ({ file }) => ({
      says: `缺少文件 ${file}`,
      todo: "请在表式文件夹或 templates/shared 中补上这个文件。",
    }),
    en: ({ file }) => ({
      says: `The file ${file} is missing`,
      todo: "Add it to the form's folder or to templates/shared.",
    }),
  }),
  "form-json-broken": define<{ readonly reason: string }>({
    severity: "failure",
    zh: ({ reason }) => ({ says: `不是有效的 JSON：${reason}`, todo: "请检查引号、逗号和括号是否成对。" }),
    en: ({ reason }) => ({
      says: `This is not valid JSON: ${reason}`,
      todo: "Check quotes, commas and brackets.",
    }),
  }),
  "template-syntax": define<{ readonly reason: string }>({
    severity: "failure",
    zh: ({ reason }) => ({
      says: `模板语法错误：${reason}`,
      todo: "请检查 {{ }} 与 {{#…}} {{/…}} 是否成对。",
    }),
    en: ({ reason }) => ({
      says: `The template does not parse: ${reason}`,
      todo: "Check that {{ }} and {{#…}} {{/…}} are paired.",
    }),
  }),
  "template-unknown-path": define<{ readonly path: string; readonly allowed: string }>({
    severity: "failure",
    zh: ({ path, allowed }) => ({ says: `没有名为 ${path} 的字段`, todo: `此处可用：${allowed}` }),
    en: ({ path, allowed }) => ({ says: `There is no field ${path}`, todo: `Available here: ${allowed}` }),
  }),
  "template-wrong-kind": define<{ readonly path: string; readonly is: string; readonly needs: string }>({
    severity: "failure",
    zh: ({ path, is, needs }) => ({
      says: `${path} 是 ${is}，此处需要 ${needs}`,
      todo: "列表用 {{#each}}，记录用 {{#with}}，文字直接打印。",
    }),
    en: ({ path, is, needs }) => ({
      says: `${path} is a ${is}, and a ${needs} is needed here`,
      todo: "Use {{#each}} for a list, {{#with}} for a record, and print only text.",
    }),
  }),
  "template-unknown-helper": define<{ readonly helper: string; readonly allowed: string }>({
    severity: "failure",
    zh: ({ helper, allowed }) => ({ says: `此处不能使用 ${helper}`, todo: `可用：${allowed}` }),
    en: ({ helper, allowed }) => ({
      says: `${helper} cannot be used here`,
      todo: `What can be used: ${allowed}`,
    }),
  }),
  "template-unknown-partial": define<{ readonly partial: string; readonly allowed: string }>({
    severity: "failure",
    zh: ({ partial, allowed }) => ({ says: `没有名为 ${partial} 的片段`, todo: `可用：${allowed}` }),
    en: ({ partial, allowed }) => ({
      says: `There is no partial ${partial}`,
      todo: `Available: ${allowed}`,
    }),
  }),
  "template-partial-cycle": define<{ readonly partial: string }>({
    severity: "failure",
    zh: ({ partial }) => ({ says: `片段 ${partial} 最终引用了自己`, todo: "请去掉循环引用。" }),
    en: ({ partial }) => ({
      says: `The partial ${partial} comes to include itself`,
      todo: "Remove the circle.",
    }),
  }),
  "template-unknown-label": define<{ readonly field: string; readonly allowed: string }>({
    severity: "failure",
    zh: ({ field, allowed }) => ({
      says: `form.json 的 fields 中没有 ${field}，无法打印它的名称`,
      todo: `请在 fields 中加上它，或改用：${allowed}`,
    }),
    en: ({ field, allowed }) => ({
      says: `form.json lists no field ${field}, so it has no label to print`,
      todo: `Add it to "fields", or use one of: ${allowed}`,
    }),
  }),
  "template-unsupported": define<{ readonly construct: string }>({
    severity: "failure",
    zh: ({ construct }) => ({
      says: `模板不支持 ${construct}`,
      todo: "请只用 {{字段}}、{{#if}}、{{#unless}}、{{#each}}、{{#with}} 和 {{> 片段}}。",
    }),
    en: ({ construct }) => ({
      says: `Templates do not support ${construct}`,
      todo: "Use only {{field}}, {{#if}}, {{#unless}}, {{#each}}, {{#with}} and {{> partial}}.",
    }),
  }),
  "template-failed": define<{ readonly template: string; readonly reason: string }>({
    severity: "failure",
    zh: ({ template, reason }) => ({
      says: `模板 ${template} 运行失败：${reason}`,
      todo: "请检查这一处用到的字段。",
    }),
    en: ({ template, reason }) => ({
      says: `The template ${template} failed: ${reason}`,
      todo: "Check the field used there.",
    }),
  }),
} as const;

export const composing = { ...composingForms, ...composingValues, ...composingMarkup } as const;
