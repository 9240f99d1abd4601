/** The table of rules → what people read of them: what each looks for, how severe it is, what to do, and how it is set. */
import { adviceOf, type Language, type RuleSeverity } from "../diagnostics/index.ts";
import type { Rule } from "./rule.ts";
import { type RuleCode, rules } from "./rules.ts";

export type RuleWords = {
  readonly title: string;
  readonly todo: string;
  /** What `expect` or `split` means to it; absent if it takes neither. */
  readonly expects?: string;
  /** Why it is off unless it is set. */
  readonly offBecause?: string;
};

export type RuleDescription = {
  readonly code: RuleCode;
  readonly number: number;
  /** Unless a form or a department sets another. */
  readonly severity: RuleSeverity | "off";
} & Readonly<Record<Language, RuleWords>>;

/** Every rule, by number. */
export function describeRules(): readonly RuleDescription[] {
  return rules
    .map((rule) => ({
      code: rule.code,
      number: rule.number,
      severity: rule.offUnlessSet === undefined ? rule.severity : ("off" as const),
      zh: wordsOf(rule, "zh"),
      en: wordsOf(rule, "en"),
    }))
    .toSorted((one, other) => one.number - other.number);
}

function wordsOf({ about, todo, expects, offUnlessSet }: Rule, language: Language): RuleWords {
  return {
    title: about[language],
    todo: adviceOf(todo[language]),
    expects: expects?.[language],
    offBecause: offUnlessSet?.[language],
  };
}
