/** The forms and the rules there are → lines for a screen. */
import type { ListedForm } from "../commands/forms.ts";
import type { ListedRule } from "../commands/rules.ts";
import type { Language } from "../diagnostics/index.ts";
import { type Colour, type Paint, printable, textWidth } from "./terminal.ts";
import {
  claimLabel,
  colon,
  comma,
  inBrackets,
  offBecauseLabel,
  ruleSeverity,
  setExpectLabel,
  todoLabel,
} from "./words.ts";

type Style = { readonly language: Language; readonly paint: Paint };

const words = {
  required: { zh: "必填", en: "required" },
  optional: { zh: "可选", en: "optional" },
  departmentNeeds: { zh: "部门信息必填", en: "required of the department" },
  none: { zh: "无", en: "nothing" },
  horizons: { annual: { zh: "年度", en: "annual" }, midTerm: { zh: "中期", en: "mid-term" } },
  department: {
    year: { zh: "年度", en: "year" },
    unitCode: { zh: "单位编码", en: "unit code" },
    unitName: { zh: "单位名称", en: "unit name" },
    overall: { zh: "总体绩效目标", en: "overall goals" },
    subGoals: { zh: "分项绩效目标", en: "sub-goals" },
    safeguards: { zh: "工作保障措施", en: "safeguards" },
  },
  howToSet: {
    zh: [
      "设置方法：在 department.json 的“规则”或表式 form.json 的 rules 中写规则名称，部门的设置优先。例如",
      '  "规则": {"goal-copied": "off", "name-unit-disagree": "error", "weight-total": {"expect": 100}}',
      '可写 "off"（关闭）、"info"（提示）、"warning"（警告）、"error"（错误）。',
      "huibian rules 〈规则〉 举例说明一条规则。前面是 – 的不是规则，是读取、整理数据时查出的，同样可设。",
    ],
    en: [
      "To set a rule, name it under 规则 in department.json or under rules in a form's form.json; the department's setting wins:",
      '  "规则": {"goal-copied": "off", "name-unit-disagree": "error", "weight-total": {"expect": 100}}',
      'Write "off", "info", "warning" or "error".',
      "huibian rules 〈rule〉 explains one of them with examples. Those with – are found while data are read, and are set the same way.",
    ],
  },
};

/** What each form needs of an export. */
export function formLines(forms: readonly ListedForm[], { language, paint }: Style): readonly string[] {
  const list = (items: readonly string[]) =>
    items.length === 0 ? words.none[language] : printable(items.join(comma[language]));
  const line = (name: Readonly<Record<Language, string>>, items: readonly string[]) =>
    `  ${name[language]}${colon[language]}${list(items)}`;
  return forms.flatMap(({ id, name, fields, horizons, departmentRequired }, at) => {
    const labels = (required: boolean) =>
      fields.filter((field) => field.required === required).map((field) => labelOf(field, language));
    const named = [printable(name.zh), printable(name.en)];
    const periods = list(horizons.map((horizon) => words.horizons[horizon][language]));
    return [
      ...(at === 0 ? [] : [""]),
      [paint("bold", printable(id)), ...named, periods].join("  "),
      line(words.required, labels(true)),
      line(words.optional, labels(false)),
      line(
        words.departmentNeeds,
        departmentRequired.map((fact) => words.department[fact][language]),
      ),
    ];
  });
}

/** With the horizon if another has a field of that label. */
function labelOf({ label, horizon }: ListedForm["fields"][number], language: Language): string {
  return horizon === undefined ? label : label + inBrackets(words.horizons[horizon][language], language);
}

const colours: Readonly<Record<ListedRule["severity"], Colour>> = {
  off: "dim",
  error: "red",
  warning: "yellow",
  info: "cyan",
};

/** Number (– of what is found while data are read), severity, code and what each looks for; below that what to do. */
export function ruleLines(rules: readonly ListedRule[], { language, paint }: Style): readonly string[] {
  const detail = (name: string, text: string | undefined) =>
    text === undefined ? [] : [`    ${paint("dim", `${name}${colon[language]}${text}`)}`];
  const lines = rules.flatMap((rule) => {
    const { code, severity } = rule;
    const { title, todo, expects, offBecause, claim } = rule[language];
    const number = "number" in rule ? String(rule.number) : "stage" in rule ? "–" : "";
    const name = ruleSeverity(rule, language);
    const padded = name + " ".repeat(Math.max(0, 8 - textWidth(name)));
    return [
      `${number.padStart(2)}  ${paint(colours[severity], padded)}${paint("bold", code)}  ${title}`,
      ...detail(todoLabel[language], todo),
      ...detail(setExpectLabel[language], expects),
      ...detail(claimLabel[language], claim),
      ...detail(offBecauseLabel[language], offBecause),
    ];
  });
  return [...lines, "", ...words.howToSet[language]];
}
