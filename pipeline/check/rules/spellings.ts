/** One thing written in several ways throughout a department, and spaces inside words. */
import type { Text } from "../../records/index.ts";
import { amountsOf, budgetsOf } from "../money.ts";
import { type RuleContext, rule } from "../rule.ts";

/** One note that names all of them: a matter of style. */
export const spellingsMixed = rule("spellings-mixed", {
  number: 48,
  severity: "info",
  about: {
    zh: "同一写法有几种（百分比与 %，>= 与 ≥，万与万元）",
    en: "one thing written in several ways (百分比 and %, >= and ≥, 万 and 万元)",
  },
  says: {
    zh: "有 {count:number} 种写法不统一：{ways}",
    en: "{count:number} thing(s) are written in more than one way: {ways}",
  },
  todo: { zh: "请统一写法。", en: "Use one spelling of each." },
  correct: (text) =>
    text
      // As a unit: behind a number, or all of its cell. 按百分比下达 means the words.
      .replace(/^\s*百分比\s*$|(?<=\d\s*)百分比/gu, "%")
      .replace(/>=/gu, "≥")
      .replace(/<=/gu, "≤"),
  department(context) {
    const values = context.blocks.flatMap(({ indicators }) =>
      indicators.flatMap(({ value, operator, unit }) => [value ?? [], operator ?? [], unit ?? []].flat()),
    );
    const mixed = styles.flatMap(({ name, of, one, other }) => {
      const texts = of === "money" ? moneyIn(context) : values;
      const [first, second] = [
        texts.filter(({ text }) => one.test(text)),
        texts.filter(({ text }) => other.test(text)),
      ];
      const rarer = first.length <= second.length ? first : second;
      return rarer.length === 0 ? [] : [{ name: `${name}（${first.length}、${second.length} 处）`, rarer }];
    });
    const [at, ...also] = mixed.flatMap(({ rarer }) => rarer);
    const ways = mixed.map(({ name }) => name).join("；");
    return at && { at, also, args: { count: mixed.length, ways } };
  },
});

type Style = {
  readonly name: string;
  readonly of: "values" | "money";
  readonly one: RegExp;
  readonly other: RegExp;
};
const styles: readonly Style[] = [
  { name: "百分比与 %", of: "values", one: /百分比/u, other: /[%％]/u },
  { name: ">= 与 ≥", of: "values", one: /[><]=/u, other: /[≥≤≧≦]/u },
  { name: "万与万元", of: "money", one: /万\s*$/u, other: /万元\s*$/u },
];

function moneyIn({ department: { projects } }: RuleContext): readonly Text[] {
  return projects.flatMap(budgetsOf).flatMap(({ budget }) => amountsOf(budget));
}

export const spaceInsideWords = rule("space-inside-words", {
  number: 48,
  severity: "info",
  about: { zh: "汉字之间有空格（单 位）", en: "a space between two Chinese characters" },
  says: { zh: "“{part}”中间有空格", en: "There is a space in “{part}”" },
  todo: { zh: "请删去空格，或改成标点。", en: "Remove the space, or replace it by a mark." },
  text(text) {
    if (!/[ \u3000]/u.test(text.text)) return;
    const [first, ...more] = text.text.match(spaced) ?? [];
    return first === undefined || more.length > 0
      ? undefined
      : { at: text, part: first, args: { part: first } };
  },
});

const spaced = /\p{Script=Han}[ \u3000]+\p{Script=Han}/gu;
