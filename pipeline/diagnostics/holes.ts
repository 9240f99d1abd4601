/** A sentence with holes and the facts of one case → the text that is read; from the holes TypeScript infers the facts. */

import type { Language } from "./language.ts";
import { needWords } from "./needs.ts";
import { systemReason } from "./system-reason.ts";

/** As the report has them. */
export const partOneSections = ["overall", "subGoals", "safeguards"] as const;
export type PartOneSection = (typeof partOneSections)[number];
const sectionNames: Readonly<Record<PartOneSection, string>> = {
  overall: "总体绩效目标",
  subGoals: "分项绩效目标",
  safeguards: "工作保障措施",
};

const horizonNames = {
  annual: { zh: "年度", en: "annual" },
  midTerm: { zh: "中期", en: "mid-term" },
} as const;

/** Of a list of hundreds a sentence gives the first. */
const mostListed = 20;

function listed(items: readonly string[], language: Language): string {
  const shown = items.slice(0, mostListed).join(language === "zh" ? "、" : ", ");
  if (items.length <= mostListed) return shown;
  return language === "zh"
    ? `${shown} 等 ${items.length} 个`
    : `${shown} and ${items.length - mostListed} more`;
}

/** A level 1 with the weights that it has and those that it should have. */
type SharedLevel = { readonly level1: string; readonly sum: string; readonly expected: string };

/** How a fact is written, by the kind that its hole names: `{files:list}`. A hole without a kind is text. */
const kinds = {
  text: (text: string) => text,
  number: (number: number) => String(number),
  list: listed,
  horizon: (horizon: keyof typeof horizonNames, language: Language) => horizonNames[horizon][language],
  /** Kinds of indicators that there are none of; nothing if all are there. */
  without: (names: readonly string[], language: Language) => {
    if (names.length === 0) return "";
    return language === "zh"
      ? `（没有${listed(names, language)}指标）`
      : ` (there are no ${listed(names, language)} indicators)`;
  },
  /** Weights that no sum should have; nothing if there are none. */
  odd: (weights: readonly string[], language: Language) => {
    if (weights.length === 0) return "";
    return language === "zh"
      ? `，其中有权重 ${listed(weights, language)}`
      : `, among them ${listed(weights, language)}`;
  },
  /** Levels 1 whose weights are not what the form gives them; nothing if none is known. */
  levels: (levels: readonly SharedLevel[], language: Language) => {
    if (levels.length === 0) return "";
    const said = levels.map(({ level1, sum, expected }) =>
      language === "zh" ? `“${level1}”为 ${sum}，应为 ${expected}` : `“${level1}” ${sum} for ${expected}`,
    );
    return language === "zh" ? `：${said.join("；")}` : ` (${said.join("; ")})`;
  },
  sections: (sections: readonly PartOneSection[], language: Language) =>
    listed(
      sections.map((section) => sectionNames[section]),
      language,
    ),
  reason: systemReason,
  needs: needWords,
  /** The nearest name that is known, as a question; nothing if none is near. */
  guess: (nearest: string, language: Language) => {
    if (nearest === "") return "";
    return language === "zh" ? `是不是“${nearest}”？` : `Did you mean “${nearest}”? `;
  },
  /** A field that form.json does not list yet; nothing if it is none that it could. */
  declared: (field: string, language: Language) => {
    if (field === "") return "";
    return language === "zh"
      ? `要打印它，先在 form.json 的 fields 中写明“${field}”。`
      : `To print it, list “${field}” under fields in form.json. `;
  },
} as const satisfies Readonly<Record<string, (fact: never, language: Language) => string>>;

type Kinds = typeof kinds;
type Hole<Text> = Text extends `${string}{${infer First}}${infer Rest}` ? First | Hole<Rest> : never;
type NameOf<H> = H extends `${infer Name}:${string}` ? Name : H extends string ? H : never;
type KindOf<H> = H extends `${string}:${infer Kind}` ? (Kind extends keyof Kinds ? Kind : never) : "text";

/** The facts that a text's holes take, by name. */
export type FactsIn<Text> = { readonly [H in Hole<Text> as NameOf<H>]: Parameters<Kinds[KindOf<H>]>[0] };

const hole = /\{(\w+)(?::(\w+))?\}/gu;

export function fillHoles(text: string, facts: Readonly<Record<string, never>>, language: Language): string {
  return text.replace(hole, (whole, name: string, kind = "text") => {
    const fact = facts[name];
    return isKind(kind) && fact !== undefined ? kinds[kind](fact, language) : whole;
  });
}

/** For lists of rules, which have no facts. */
export function withoutFacts(text: string): string {
  return text.replace(hole, "…");
}

function isKind(name: string): name is keyof Kinds {
  return Object.hasOwn(kinds, name);
}
