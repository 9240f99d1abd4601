/** What can be wrong with a formula of form.json: what stands somewhere, and what it needs there. */
import type { Bilingual } from "./language.ts";
import { defineRows } from "./row.ts";

/** What a formula of form.json needs where something else is. */
export type FormulaExpectation = keyof typeof expectations;
const expectations = {
  operand: { zh: "字段、数字、文字或括号", en: "a field, a number, a text or a bracket" },
  field: { zh: "字段", en: "a field" },
  "field-of-form": { zh: "本表式 fields 中的字段", en: "a field that the form lists" },
  sign: { zh: "算式中可用的符号", en: "a sign that formulas have" },
  "opening-bracket": { zh: "左括号 (", en: "an opening bracket" },
  "closing-bracket": { zh: "右括号 )", en: "a closing bracket" },
  "word-then": { zh: "then", en: "then" },
  end: { zh: "算式的结尾或运算符", en: "an operator, or the end" },
  comparison: { zh: "比较（= != < <= > >=）或 required", en: "a comparison (= != < <= > >=) or required" },
  "fewer-parts": {
    zh: "算式的结尾：一个算式最多 500 个字段、数字和符号，多的请拆成几个",
    en: "the end: a formula has at most 500 fields, numbers and signs; split it",
  },
  "one-comparison": { zh: "一个比较；几个比较用 and 连接", en: "one comparison only; join several by and" },
  value: { zh: "一个值，不是比较", en: "a value, not a comparison" },
  number: { zh: "数字或百分比", en: "a number or a percentage" },
  money: {
    zh: "金额（数字要写明单位，例如 20万元）",
    en: "an amount of money (a number has its unit: 20万元)",
  },
  date: { zh: "日期", en: "a date" },
  text: { zh: "文字", en: "a text" },
  sum: { zh: "sum(…)：这里每条记录有许多", en: "sum(…), as a record has many of these" },
  deeper: {
    zh: "下一级的字段：求和是把许多条加起来",
    en: "a field of the level below, of which there are many",
  },
  function: { zh: "sum、count、distinct、min 或 max", en: "sum, count, distinct, min or max" },
  "more-arguments": {
    zh: "min、max 连同至少两项，在写出的几项中取一项",
    en: "min or max of at least two values, as it takes one of those given",
  },
  "field-somewhere": {
    zh: "字段：没有字段的算式，各部门都一样",
    en: "a field: without any, it is the same for all departments",
  },
  "other-side": { zh: "与左边不同的一边", en: "something else than at the left" },
  "other-value": { zh: "与前面各项不同的一项", en: "something else than what is before it" },
  "may-fail": {
    zh: "可能不成立的条件：这样写总是成立，查不出问题",
    en: "a condition that can fail: this one always holds, so that nothing is ever found",
  },
  "may-hold": {
    zh: "可能成立的条件：这样写总不成立",
    en: "a condition that can hold: this one never does",
  },
  "may-fail-there": {
    zh: "符合前面条件时可能不成立的式子：这样写查不出问题",
    en: "a claim that can fail where its condition holds: this one never finds anything",
  },
  "not-itself": {
    zh: "别的字段：它空白时才补算，由它自己算不出来",
    en: "another field: it is computed where it is blank, and nothing follows from a blank",
  },
  "not-in-circle": {
    zh: "别的字段：两项互相补算，它空白时也算得出（else、given、count），结果就看先算哪一项；请去掉 else，或只由一项补算另一项",
    en: "another field: the two are computed of each other, and with a value for its blank the order would decide; leave out the else, or compute one of them only",
  },
  share: { zh: "百分比", en: "a percentage" },
  "own-name": {
    zh: "另起的名称：系统的核对规则已经叫这个名称（要改那条规则，写在 rules 里）",
    en: "another name: a rule of the system is called so (to set that rule, use rules)",
  },
  "not-nought": { zh: "0 以外的除数", en: "a divisor other than 0" },
  "one-argument": { zh: "右括号：只能有一项", en: "a closing bracket: it takes one argument" },
  hole: { zh: "{left}、{right} 或本表式的字段", en: "{left}, {right} or a field of the form" },
  "list-of-form": {
    zh: "lists 中声明的一张表（〈表〉.〈列〉）",
    en: "a list that the form declares in lists",
  },
  columns: {
    zh: "至少一列：fields 中的“〈表〉.〈列〉”",
    en: "columns: fields of the form 〈list〉.〈column〉",
  },
  column: { zh: "这张表在 fields 中的一列", en: "a column of the list" },
  "own-number": {
    zh: "本表独有的数字、百分比或金额（project.own、indicator.own）",
    en: "a number, percentage or amount of the form's own (project.own, indicator.own)",
  },
} as const satisfies Record<string, Bilingual>;

/** Of a bare number beside a percentage both are named that it may be meant to be. */
function expectationOf({ found, expected }: WrongFormula): Bilingual {
  const { zh, en } = expectations[expected];
  if (expected !== "share") return { zh, en };
  // Not 110.00000000000001.
  const read = `${Number((Number(found) * 100).toPrecision(15))}%`;
  return {
    zh: `${zh}：${found} 是 ${read}；请写 ${found}% 或 ${read}`,
    en: `${en}: ${found} is ${read}; write ${found}% or ${read}`,
  };
}

type WrongFormula = {
  readonly path: string;
  readonly found: string;
  readonly expected: FormulaExpectation;
};

export const readingFormulas = defineRows({
  "form-formula-wrong": {
    severity: "failure",
    says: {
      zh: (wrong: WrongFormula) =>
        `${wrong.path}：${wrong.found === "" ? "写到这里就完了" : `“${wrong.found}”不对`}，这里应是${expectationOf(wrong).zh}`,
      en: (wrong: WrongFormula) =>
        `${wrong.path}: expected ${expectationOf(wrong).en}, found ${wrong.found === "" ? "the end" : `“${wrong.found}”`}`,
    },
    todo: {
      zh: "{nearest:guess}写法见 templates/README.md。",
      en: "{nearest:guess}See templates/README.md for how it is written.",
    },
  },
});
