/** One rule, with what it takes and an example → lines for a screen. */
import { aspects } from "../catalogue/index.ts";
import type { ExplainedRule } from "../commands/rules.ts";
import type { Bilingual, Language } from "../diagnostics/index.ts";
import { type Paint, printable, shorten } from "./terminal.ts";
import {
  claimLabel,
  colon,
  comma,
  offBecauseLabel,
  onTrialNote,
  ruleSeverity,
  setExpectLabel,
  todoLabel,
} from "./words.ts";

type Style = { readonly language: Language; readonly paint: Paint };
type Example = NonNullable<ExplainedRule["example"]>;
type Data = Example["wrong"];
type Explained = ExplainedRule["rule"];
type Project = NonNullable<Data["projects"]>[number];
type Cells = NonNullable<Project["cells"]>;

const words = {
  aspect: { zh: "审核角度", en: "reviewed for" },
  severity: { zh: "默认", en: "by default" },
  number: { zh: "编号", en: "number" },
  ofForm: { zh: "表式的校验", en: "a check of the form" },
  failure: {
    zh: "做不出报告的问题，不能设置，也不能忽略",
    en: "leaves no report; it can be neither set nor ignored",
  },
  ofStage: { zh: "读取、整理数据时查出", en: "found while data are read" },
  finds: { zh: "查什么", en: "finds" },
  set: { zh: "设置", en: "set" },
  form: { zh: "（表式 {form} 的列）", en: " (columns of the form {form})" },
  wrong: { zh: "错例", en: "wrong" },
  right: { zh: "改后", en: "right" },
  blank: { zh: "（空）", en: "(blank)" },
  nothing: { zh: "（没有这一项）", en: "(nothing of the kind)" },
  project: (number: number) => ({ zh: `第 ${number} 个项目`, en: `project ${number}` }),
  only: { zh: "全部指标", en: "all indicators" },
  more: { zh: "另有指标", en: "further indicators" },
  rows: (count: number) => ({ zh: `……共 ${count} 条`, en: `… ${count} in all` }),
  total: { zh: "合计行", en: "row of totals" },
} as const;

/** Cells of an example that are long say little more at their full length. */
const widest = 160;
const mostRows = 6;

export function explainedRuleLines(rules: readonly ExplainedRule[], style: Style): readonly string[] {
  return rules.flatMap((one, index) => [...(index === 0 ? [] : [""]), ...linesOf(one, style)]);
}

function linesOf({ rule, example }: ExplainedRule, style: Style): readonly string[] {
  const { language, paint } = style;
  const { title, todo, expects, offBecause, claim } = rule[language];
  const line = (name: Bilingual, text: string | undefined) =>
    text === undefined ? [] : [`  ${name[language]}${colon[language]}${printable(text)}`];
  return [
    `${paint("bold", rule.code)}  ${kindOf(rule, language)}`,
    ...line(words.finds, title),
    ...line(claimLabel, claim),
    ...line(todoLabel, todo),
    ...line(words.aspect, aspects[rule.aspect][language]),
    ...line(
      words.severity,
      ruleSeverity(rule, language) + ("trial" in rule && rule.trial ? onTrialNote[language] : ""),
    ),
    ...line(offBecauseLabel, offBecause),
    ...line(words.set, settingOf(rule, example)),
    ...line(setExpectLabel, expects),
    ...(example === undefined ? [] : exampleLines(example, style)),
  ];
}

function kindOf(rule: Explained, language: Language): string {
  if (rule.severity === "failure") return words.failure[language];
  if ("number" in rule) return `${words.number[language]} ${rule.number}`;
  return ("stage" in rule ? words.ofStage : words.ofForm)[language];
}

/** What is written in department.json to set it. */
function settingOf({ code, severity }: Explained, example: Example | undefined): string | undefined {
  if (severity === "failure") return undefined;
  const set = example?.setting === undefined ? (severity === "off" ? "warning" : "off") : example.setting;
  return `"规则": {"${code}": ${JSON.stringify(set)}}`;
}

function exampleLines({ form, wrong, right }: Example, { language, paint }: Style): readonly string[] {
  const columns = form === undefined ? "" : words.form[language].replace("{form}", form);
  const side = (name: Bilingual, data: Data, colour: "red" | "green") => [
    `  ${paint(colour, name[language])}${columns}${colon[language]}`,
    ...dataLines(data, language).map((text) => `    ${shorten(printable(text), widest)}`),
  ];
  return [...side(words.wrong, wrong, "red"), ...side(words.right, right, "green")];
}

function dataLines({ projects = [], total, department }: Data, language: Language): readonly string[] {
  const facts =
    department === undefined ? [] : [`department.json${colon[language]}${JSON.stringify(department)}`];
  const each = projects.flatMap((project, index) => {
    const lines = projectLines(project, language);
    if (projects.length === 1) return lines.length === 0 ? [words.nothing[language]] : lines;
    return lines.length === 0
      ? []
      : [words.project(index + 1)[language], ...lines.map((text) => `  ${text}`)];
  });
  const sum = total === undefined ? [] : [words.total[language] + colon[language] + cellsOf(total, language)];
  return [...facts, ...each, ...sum];
}

function projectLines({ cells = {}, indicators, more }: Project, language: Language): readonly string[] {
  const rows = (name: Bilingual, all: readonly Cells[] | undefined) => {
    if (all === undefined) return [];
    const title = name[language] + colon[language];
    if (all.length === 0) return [title + words.nothing[language]];
    const left = all.length > mostRows ? [`  ${words.rows(all.length)[language]}`] : [];
    // The last row is often the one that differs.
    const shown = all.length > mostRows ? [...all.slice(0, mostRows - 2), ...all.slice(-1)] : all;
    return [title, ...shown.map((row) => `  ${rowOf(row, language)}`), ...left];
  };
  const own = Object.entries(cells).map(([header, text]) => cellsOf({ [header]: text }, language));
  return [...own, ...rows(words.only, indicators), ...rows(words.more, more)];
}

function cellsOf(cells: Cells, language: Language): string {
  return Object.entries(cells)
    .map(([header, text]) => header + colon[language] + (text === "" ? words.blank[language] : text))
    .join(comma[language]);
}

/** Level 2, level 3 and what is to be reached; other columns by name. */
function rowOf(row: Cells, language: Language): string {
  const {
    一级指标: _,
    二级指标: level2 = "",
    三级指标: level3 = "",
    指标符号,
    指标值,
    计量单位,
    ...others
  } = row;
  const value = [指标符号, 指标值, 计量单位].join("");
  const named = [level2, level3 === "" ? words.blank[language] : level3, value].filter((part) => part !== "");
  const more = Object.keys(others).length === 0 ? "" : ` ${cellsOf(others, language)}`;
  return named.join(" ") + more;
}
