/** The table of rules → what people read of them: what each looks for, how grave it is, what to do, and how it is set. */
import {
  adviceOf,
  type CheckCode,
  type FindingSeverity,
  type Language,
  shippedSeverity,
} from "../diagnostics/index.ts";
import type { Rule } from "./rule.ts";
import { ruleNumbers } from "./rule-numbers.ts";
import { rules } from "./rules.ts";

export type RuleWords = {
  readonly title: string;
  readonly todo: string;
  /** What `expect` or `split` means to it; absent where it takes neither. */
  readonly expects?: string;
  /** Why it is off unless somebody asks for it. */
  readonly offBecause?: string;
};

export type RuleDescription = {
  readonly code: CheckCode;
  readonly number: number;
  /** Before a form or a department says otherwise. */
  readonly severity: FindingSeverity | "off";
} & Readonly<Record<Language, RuleWords>>;

/** Every rule, by number. */
export function describeRules(): readonly RuleDescription[] {
  const entries = Object.entries(rules) as [CheckCode, Rule<CheckCode>][];
  return entries
    .map(([code, rule]): RuleDescription => {
      const severity = rule.offUnlessSet === undefined ? shippedSeverity(code) : "off";
      return {
        code,
        number: ruleNumbers[code],
        severity,
        zh: words(code, rule, "zh"),
        en: words(code, rule, "en"),
      };
    })
    .toSorted((one, other) => one.number - other.number);
}

function words(
  code: CheckCode,
  { about, expects, offUnlessSet }: Rule<CheckCode>,
  language: Language,
): RuleWords {
  return {
    title: about[language],
    todo: adviceOf(code, language),
    ...(expects && { expects: expects[language] }),
    ...(offUnlessSet && { offBecause: offUnlessSet[language] }),
  };
}
