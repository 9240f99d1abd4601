/** The table of rules → what people read of them: what each looks for, how severe it is, what to do, and how it is set. */
import { adviceOf, type Language, type RuleSeverity } from "../diagnostics/index.ts";
import { formulasOfCheck } from "../records/index.ts";
import { type Aspect, aspectOf } from "./aspect.ts";
import { type CheckCode, checkCode, type FormOfChecks, sentenceHole } from "./form-checks.ts";
import { type Rule, shippedSeverity } from "./rule.ts";
import { type RuleCode, rules } from "./rules.ts";

export type RuleWords = {
  readonly title: string;
  readonly todo: string;
  /** What `expect`, `split` or `kinds` means to it; absent if it takes none of them. */
  readonly expects?: string;
  /** Why it is off unless it is set. */
  readonly offBecause?: string;
  /** Of a form's check, the formula that must hold. */
  readonly claim?: string;
};

export type RuleDescription = {
  readonly code: RuleCode;
  readonly number: number;
  /** Unless a form or a department sets another. */
  readonly severity: RuleSeverity | "off";
  readonly aspect: Aspect;
  /** It is new, and an info until it is set. */
  readonly trial?: true | undefined;
} & Readonly<Record<Language, RuleWords>>;

/** A check of a form has no number: it looks at what no rule looks at. */
export type CheckDescription = Omit<RuleDescription, "code" | "number"> & { readonly code: CheckCode };

/** Every rule, by number. */
export function describeRules(): readonly RuleDescription[] {
  return rules
    .map((rule: Rule<RuleCode>) => ({
      code: rule.code,
      number: rule.number,
      severity: shippedSeverity(rule),
      aspect: aspectOf(rule),
      trial: rule.trial,
      zh: wordsOf(rule, "zh"),
      en: wordsOf(rule, "en"),
    }))
    .toSorted((one, other) => one.number - other.number);
}

/** The checks that a form brings, in its order. */
export function describeChecks(form: FormOfChecks): readonly CheckDescription[] {
  return Object.entries(form.spec.checks).map(([name, check]) => {
    const words = (language: Language): RuleWords => {
      const { says, todo } = check;
      const claim = formulasOfCheck(check).join("; ");
      const title = typeof says === "string" ? (language === "zh" ? says : claim) : says[language];
      return {
        title: withoutHoles(title),
        todo: withoutHoles(typeof todo === "string" ? todo : todo[language]),
        claim,
      };
    };
    return {
      code: checkCode(form, name),
      severity: check.severity,
      aspect: "regularity",
      zh: words("zh"),
      en: words("en"),
    };
  });
}

function withoutHoles(sentence: string): string {
  return sentence.replace(sentenceHole, "…");
}

function wordsOf({ about, todo, expects, offUnlessSet }: Rule, language: Language): RuleWords {
  return {
    title: about[language],
    todo: adviceOf(todo[language]),
    expects: expects?.[language],
    offBecause: offUnlessSet?.[language],
  };
}
