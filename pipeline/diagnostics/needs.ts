/** What a place in a JSON file takes, as data → the sentence that says so. */
import type { Bilingual, Language } from "./language.ts";

export type Need =
  | { readonly kind: "type"; readonly type: keyof typeof typeNames }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "filled" }
  /** What only some fields of a form have or are, or how one is written. */
  | { readonly kind: "only"; readonly of: keyof typeof fieldNames }
  /** How a name is written that an author chooses. */
  | { readonly kind: "name"; readonly style: keyof typeof nameStyles }
  | { readonly kind: "least" | "most"; readonly limit: number };

const typeNames = {
  text: { zh: "加引号的文字", en: "a quoted string" },
  number: { zh: "数字", en: "a number" },
  integer: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  list: { zh: "列表 […]", en: "a list […]" },
  object: { zh: "对象 {…}", en: "an object {…}" },
} as const satisfies Record<string, Bilingual>;

const fieldNames = {
  own: {
    zh: "只能写在本表独有的字段里（…own.…）；budget.own 只能是 money，goals.own 只能是 lines",
    en: "on a field of the form's own (…own.…); those of budget.own are money, those of goals.own lines",
  },
  budget: {
    zh: "只能写在 budget.own、midTermBudget.own 的字段里",
    en: "on fields of budget.own and midTermBudget.own",
  },
  counted: {
    zh: "只能写在本表独有的数字、百分比、金额里",
    en: "on numbers, percentages and amounts of the form's own",
  },
  group: {
    zh: "指标的一个本表独有的文字字段，例如 indicator.own.goal",
    en: "one text field of the form's own on indicators, such as indicator.own.goal",
  },
  title: {
    zh: "标题，花括号里只能是 {department} 或 {year}",
    en: "a title, with {department} or {year} in its braces and nothing else",
  },
  within: {
    zh: "一个数，例如 0.01，或者百分比，例如 0.1%",
    en: "a number, such as 0.01, or a percentage, such as 0.1%",
  },
} as const satisfies Record<string, Bilingual>;

const nameStyles = {
  plain: {
    zh: "小写字母开头，只有字母和数字，例如 totalScore；不能是系统自己用的词，例如 project、constructor",
    en: "letters and digits that begin with a small letter, such as totalScore, and no word of the system's own, such as project or constructor",
  },
  dashed: {
    zh: "小写字母和数字，词与词之间用连字符，例如 execution-rate",
    en: "small letters and digits, words joined by hyphens, such as execution-rate",
  },
} as const satisfies Record<string, Bilingual>;

export function needWords(needs: readonly Need[], language: Language): string {
  const words = needs.map((need) => wordsFor(need)[language]);
  if (language === "zh") return words.length === 0 ? "请改正。" : `应为：${words.join("，或")}`;
  return words.length === 0 ? "Correct it." : `Must be: ${words.join("; or ")}`;
}

function wordsFor(need: Need): Bilingual {
  switch (need.kind) {
    case "type":
      return typeNames[need.type];
    case "words": {
      const quoted = need.words.map((word) => `"${word}"`);
      return { zh: quoted.join("、"), en: quoted.join(", ") };
    }
    case "only":
      return fieldNames[need.of];
    case "name":
      return nameStyles[need.style];
    case "filled":
      return { zh: "不空的内容", en: "something that is not empty" };
    case "least":
      return { zh: `不小于 ${need.limit} 的数字`, en: `a number of at least ${need.limit}` };
    case "most":
      return { zh: `不大于 ${need.limit} 的数字`, en: `a number of at most ${need.limit}` };
  }
}
