/** What can be wrong with a form: its files, values and keys, and its templates. */
import type { Bilingual } from "./language.ts";
import { defineRows } from "./row.ts";

type UnknownKey = { readonly path: string; readonly key: string };
type TemplateSyntax = {
  readonly problem: "not-closed" | "not-paired" | "unexpected";
  readonly found: string;
};

/** What a template may have and print so much of and no more. */
export type TemplateLimit = keyof typeof templateExcess;

type TemplateExcess = { readonly limit: TemplateLimit; readonly allowed: number };

const templateExcess = {
  template: { zh: "模板的字符数太多", en: "The template has too many characters" },
  nesting: { zh: "模板的 {{#…}} 或括号套得太深", en: "The template nests {{#…}} or brackets too deeply" },
  partials: { zh: "模板展开的片段太多", en: "The template expands to too many partials" },
  rounds: { zh: "模板循环的次数太多", en: "The template loops too many times" },
  output: { zh: "模板印出的字符太多", en: "The template prints too many characters" },
  elements: { zh: "模板印出的元素太多", en: "The template prints too many elements" },
  glyphs: {
    zh: "模板在一格或一段里印出的字太多",
    en: "The template prints too many characters into one cell or paragraph",
  },
} as const satisfies Record<string, Bilingual>;

// The keys of the table, which is closed.
export const templateLimitNames = Object.keys(templateExcess) as readonly TemplateLimit[];

export const composing = defineRows({
  "form-file-missing": {
    severity: "failure",
    says: { zh: "缺少文件 {file}", en: "Missing file: {file}" },
    todo: {
      zh: "请在表式文件夹或 templates/shared 中补上这个文件。",
      en: "Add it to the form's folder or to templates/shared.",
    },
  },
  "form-spelling-ambiguous": {
    severity: "failure",
    says: {
      zh: "表头“{spelling}”既是 {first} 又是 {second}，看不出该读到哪一项",
      en: "The header “{spelling}” means both {first} and {second}; nothing tells them apart",
    },
    todo: {
      zh: "请在 form.json 里改其中一个的 label 或 aliases，使两项的表头不同。",
      en: "Change the label or the aliases of one of them in form.json.",
    },
  },
  "form-name-wrong": {
    severity: "failure",
    says: { zh: "{path} 中不能有名称“{key}”", en: "“{key}” cannot be a name in {path}" },
    todo: { zh: "{needs:needs}", en: "{needs:needs}" },
  },
  "form-name-twice": {
    severity: "failure",
    says: {
      zh: "名称“{name}”在这里和另一处都有，看不出说的是哪一个",
      en: "“{name}” is named here and in another place; nothing tells which of them is meant",
    },
    todo: { zh: "请在 form.json 里改其中一个。", en: "Change one of them in form.json." },
  },
  "projects-not-printed": {
    severity: "failure",
    says: {
      zh: "表式没有印出 {count:number} 个项目的任何内容：{projects:list}",
      en: "The form prints nothing of {count:number} project(s): {projects:list}",
    },
    todo: {
      zh: "请检查 project.hbs 是否已经写好，其中的条件是否成立；至少要印出项目名称。",
      en: "Check that project.hbs is complete and that its conditions hold; it must print at least the project's name.",
    },
  },
  "template-syntax": {
    severity: "failure",
    says: {
      zh: ({ problem, found }: TemplateSyntax) =>
        ({
          "not-closed": `${found} 没有结束`,
          "not-paired": `${found} 的开头和结尾不是一对`,
          unexpected: found === "" ? "模板到这里还没有写完" : `从“${found}”起读不通`,
        })[problem],
      en: ({ problem, found }: TemplateSyntax) =>
        ({
          "not-closed": `${found} is not closed`,
          "not-paired": `${found} do not belong together`,
          unexpected: found === "" ? "The template ends too early" : `Cannot be read from “${found}” on`,
        })[problem],
    },
    todo: {
      zh: () => "请检查 {{ }} 与 {{#…}} {{/…}} 是否成对。",
      en: () => "Check that {{ }} and {{#…}} {{/…}} are paired.",
    },
  },
  "template-unknown-path": {
    severity: "failure",
    says: { zh: "没有名为 {path} 的字段", en: "No such field: {path}" },
    todo: {
      zh: "{nearest:guess}{declare:declared}此处可用：{allowed}",
      en: "{nearest:guess}{declare:declared}Available here: {allowed}",
    },
    unsaid: "{field}",
  },
  "template-wrong-kind": {
    severity: "failure",
    says: { zh: "{path} 是 {is}，此处需要 {needs}", en: "{path} is a {is}; expected a {needs}" },
    todo: {
      zh: () => "列表用 {{#each}}，记录用 {{#with}}，文字直接打印。",
      en: () => "Use {{#each}} for a list, {{#with}} for a record, and print only text.",
    },
  },
  "template-unknown-helper": {
    severity: "failure",
    says: { zh: "此处不能使用 {helper}", en: "{helper} cannot be used here" },
    todo: { zh: "{nearest:guess}可用：{allowed}", en: "{nearest:guess}Available here: {allowed}" },
  },
  "template-unknown-partial": {
    severity: "failure",
    says: { zh: "没有名为 {partial} 的片段", en: "No such partial: {partial}" },
    todo: { zh: "{nearest:guess}可用：{allowed}", en: "{nearest:guess}Available: {allowed}" },
  },
  "template-partial-cycle": {
    severity: "failure",
    says: { zh: "片段 {partial} 最终引用了自己", en: "The partial {partial} includes itself" },
    todo: { zh: "请去掉循环引用。", en: "Remove the cycle." },
  },
  "form-file-outside": {
    severity: "failure",
    says: {
      zh: "{file} 是链接，指到表式的文件夹之外，没有读",
      en: "{file} is a link that leads out of the form's folder; it was not read",
    },
    todo: { zh: "请把文件本身放进表式的文件夹。", en: "Put the file itself into the form's folder." },
  },
  "template-exceeds-limit": {
    severity: "failure",
    says: {
      zh: ({ limit, allowed }: TemplateExcess) => `${templateExcess[limit].zh}，上限是 ${allowed}`,
      en: ({ limit, allowed }: TemplateExcess) => `${templateExcess[limit].en}; the limit is ${allowed}`,
    },
    todo: {
      zh: "请拆开或简化模板；上限见 templates/README.md，确实需要的，用 --limits {limit}=… 提高。",
      en: "Split or simplify the template; templates/README.md lists the limits, which --limits {limit}=… raises if you must.",
    },
  },
  "template-unknown-label": {
    severity: "failure",
    says: {
      zh: "form.json 的 fields 中没有 {field}，无法打印它的名称",
      en: "form.json has no field {field}, so there is no label to print",
    },
    todo: {
      zh: "{nearest:guess}请在 fields 中加上它，或改用：{allowed}",
      en: '{nearest:guess}Add it to "fields", or use one of: {allowed}',
    },
  },
  "template-path-optional": {
    severity: "warning",
    says: {
      zh: "{record} 不是每次都有，没有时 {path} 会使部门失败",
      en: "{record} is not always there; where it is not, {path} fails the department",
    },
    todo: {
      zh: ({ record }: { readonly record: string }) => `请用 {{#with ${record}}} … {{/with}} 包起来。`,
      en: ({ record }: { readonly record: string }) => `Put it into {{#with ${record}}} … {{/with}}.`,
    },
  },
  "template-unused": {
    severity: "warning",
    says: { zh: "没有模板引用它，不会印出", en: "No template includes it; it prints nothing" },
    todo: {
      zh: () => "请用 {{> 文件名}} 引用它，或删去。",
      en: () => "Include it by {{> its name}}, or remove it.",
    },
  },
  "form-required-unprinted": {
    severity: "error",
    says: {
      zh: "{field}“{label}”是必填的，没有一处模板印出，填了它的部门不能发布",
      en: "{field} “{label}” is required, and no template prints it: a department that has it is not published",
    },
    todo: {
      zh: "请在模板里印出它；不必印的，去掉 required。",
      en: "Print it, or make it not required.",
    },
  },
  "form-printed-undeclared": {
    severity: "warning",
    says: {
      zh: "印出了 {field}，form.json 的 fields 里没有它",
      en: "{field} is printed, but form.json does not list it",
    },
    todo: {
      zh: "请在 fields 里写上它的名称（label），表头和必填才照本表核对。",
      en: "List it under fields with its label: only then is it read and required as this form says.",
    },
  },
  "form-own-unused": {
    severity: "warning",
    says: {
      zh: "{field}“{label}”没有用处：没有印出，核对、补算、分组和汇总也不用它",
      en: "{field} “{label}” is of no use: it is not printed, and no check, computation, grouping or roll-up names it",
    },
    todo: { zh: "请在模板里印出它，或从 fields 中去掉。", en: "Print it, or take it from the fields." },
  },
  "form-field-unprinted": {
    severity: "warning",
    says: {
      zh: "{field}“{label}”没有一处模板印出：导出里写了的，报告里没有",
      en: "{field} “{label}” is printed by no template: what exports say of it is not in the report",
    },
    todo: { zh: "请在模板里印出它，或从 fields 中去掉。", en: "Print it, or take it from the fields." },
  },
  "form-value-unprinted": {
    severity: "warning",
    says: {
      zh: "印出了三级指标，没有一处模板印出指标值：导出里没有指标值的，每条指标都列为错误",
      en: "Indicators are printed, and no template prints their values: each indicator without one will be an error",
    },
    todo: {
      zh: () =>
        '请用 {{indicator.printedValue}} 印出；本表没有指标值的，在 form.json 里写 "rules": { "indicator-value-missing": "off" }。',
      en: () =>
        'Print {{indicator.printedValue}}; if the form has no values, write "rules": { "indicator-value-missing": "off" } in form.json.',
    },
  },
  "template-group-missing": {
    severity: "warning",
    says: {
      zh: "{path} 没有用处：form.json 没有写 groupBy，指标不按目标分组，这一格不会印出",
      en: "{path} is of no use: form.json has no groupBy, so that indicators are in no groups and this is not printed",
    },
    todo: {
      zh: "请在 form.json 里写明 groupBy（例如 indicator.own.goal），或去掉这一格。",
      en: "Set groupBy in form.json (indicator.own.goal, for example), or remove this.",
    },
  },
  "form-check-of-all-projects": {
    severity: "warning",
    says: {
      zh: "“{check}”只用到指标，没有项目的字段：各项目的指标加在一起，核对一次",
      en: "“{check}” names indicators and nothing of a project: those of all projects are put together, and checked once",
    },
    todo: {
      zh: "要逐个项目核对的，在前面写“where given project.name then”。",
      en: "To check each project, begin it with “where given project.name then”.",
    },
  },
  "form-group-order-unused": {
    severity: "warning",
    says: {
      zh: "没有写 groupBy，groupOrder 没有用处：指标不按目标分组",
      en: "groupOrder is of no use without groupBy: indicators are not grouped by goals",
    },
    todo: {
      zh: "请写明 groupBy（例如 indicator.own.goal），或去掉 groupOrder。",
      en: "Set groupBy (indicator.own.goal, for example), or remove groupOrder.",
    },
  },
  "form-horizon-unprinted": {
    severity: "error",
    says: {
      zh: "horizons 里有 {horizon}，没有一处模板印出它的指标：每个项目都会因为没有这一期的指标而列为错误",
      en: "horizons lists {horizon}, and no template prints indicators of it: every project will lack them",
    },
    todo: {
      zh: "请用 indicators.{horizon} 印出；只有目标或资金、没有指标的，从 horizons 中去掉它。",
      en: "Print indicators.{horizon}; if there are only goals or money of it, take it from horizons.",
    },
  },
  "form-horizon-unlisted": {
    severity: "warning",
    says: {
      zh: "印出了 {horizon} 的指标，horizons 里没有它：缺这一期指标的项目不会列出",
      en: "Indicators of {horizon} are printed, but horizons does not list it: a project that lacks them is not told",
    },
    todo: { zh: "请在 horizons 里写上它。", en: "List it under horizons." },
  },
  "template-unsupported": {
    severity: "failure",
    says: { zh: "模板不支持 {construct}", en: "Templates do not support {construct}" },
    todo: {
      zh: () => "请只用 {{字段}}、{{#if}}、{{#unless}}、{{#each}}、{{#with}} 和 {{> 片段}}。",
      en: () => "Use only {{field}}, {{#if}}, {{#unless}}, {{#each}}, {{#with}} and {{> partial}}.",
    },
  },
  "template-failed": {
    severity: "failure",
    says: { zh: "模板 {template} 运行失败：{reason}", en: "The template {template} failed: {reason}" },
    todo: { zh: "请检查这一处用到的字段。", en: "Check the field used there." },
  },
  "form-value-invalid": {
    severity: "failure",
    says: { zh: "{path} 的值不对：{found}", en: "Wrong value for {path}: {found}" },
    todo: { zh: "{nearest:guess}{needs:needs}", en: "{nearest:guess}{needs:needs}" },
  },
  "form-value-missing": {
    severity: "failure",
    says: { zh: "缺少 {path}", en: "Missing {path}" },
    todo: { zh: "{needs:needs}", en: "{needs:needs}" },
  },
  "form-key-unknown": {
    severity: "failure",
    says: {
      zh: ({ path, key }: UnknownKey) => (path === "" ? `不认得“${key}”` : `${path} 中不认得“${key}”`),
      en: ({ path, key }: UnknownKey) =>
        path === "" ? `Unknown key “${key}”` : `Unknown key “${key}” in ${path}`,
    },
    todo: { zh: "{nearest:guess}可用：{known:list}", en: "{nearest:guess}Available: {known:list}" },
  },
});
