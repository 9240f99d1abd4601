/** A row of the catalogue: how severe a diagnostic is, what it says, and what to do about it, in both languages. */
import { type FactsIn, fillHoles, withoutFacts } from "./holes.ts";
import type { Bilingual, Language } from "./language.ts";

/**
 * The most severe first.
 * failure: leaves nothing to print, the department is not published.
 * error, warning, info: findings, listed beside the printed data.
 */
export const severities = ["failure", "error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];
/** A rule's finding never stops a department. */
export type RuleSeverity = Exclude<Severity, "failure">;

/** Text with holes, `{file}` or `{count:number}`; a function only if it depends on the facts or has braces of its own. */
export type Sentence = string | ((facts: never) => string);

export type Sentences = {
  /** What was found. */
  readonly says: Bilingual<Sentence>;
  /** What to do about it. */
  readonly todo: Bilingual<Sentence>;
};

export type DiagnosticRow = Sentences & {
  readonly severity: Severity;
  /** Holes of facts that programs get and no sentence shows. */
  readonly unsaid?: string;
};

/** Keeps the sentences' literal types, from which the args of each code are inferred. */
export function defineRows<const Rows extends Readonly<Record<string, DiagnosticRow>>>(rows: Rows): Rows {
  return rows;
}

/** The facts that a row's sentences need. */
export type ArgsOf<R extends Partial<DiagnosticRow>> = Simplify<
  FactsOf<R["says"]> & FactsOf<R["todo"]> & FactsIn<R["unsaid"]>
>;
type FactsOf<Both> = Both extends Bilingual<Sentence> ? NeededBy<Both["zh"]> & NeededBy<Both["en"]> : unknown;
type NeededBy<S extends Sentence> = S extends (facts: infer Facts) => string ? Facts : FactsIn<S>;
type Simplify<Facts> = { readonly [Name in keyof Facts]: Facts[Name] };

export type Wording = { readonly says: string; readonly todo: string };

/** `facts` are those of the row's own diagnostic, which the caller's types ensure. */
export function wordsOf({ says, todo }: Sentences, facts: never, language: Language): Wording {
  const say = (sentence: Sentence) =>
    typeof sentence === "string" ? fillHoles(sentence, facts, language) : sentence(facts);
  return { says: say(says[language]), todo: say(todo[language]) };
}

/** A sentence for a list of rules, which has no facts: they are left as …. */
export function adviceOf(sentence: Sentence): string {
  const facts: unknown = new Proxy({}, { get: () => "…" });
  return typeof sentence === "string" ? withoutFacts(sentence) : sentence(facts as never);
}
