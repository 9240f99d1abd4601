/** Findings of one cause by several rules → that of the rule that names the cause. */
import type { Place } from "../diagnostics/index.ts";
import type { RuleCode, RuleFinding } from "./rules.ts";

/**
 * A finding of the first rule is left out where one of the second is about a cell of it. A share of 960% differs from the goal,
 * too, and 96% will not; a total that is not the sum of its sources is less than the costs, and will be more.
 */
const pairs: readonly (readonly [consequence: RuleCode, cause: RuleCode])[] = [
  ["goal-figure-differs", "rate-above-100"],
  ["part-one-figure-differs", "rate-above-100"],
  ["mid-term-below-annual", "rate-above-100"],
  ["worse-than-last-year", "rate-above-100"],
  ["part-one-figure-differs", "goal-figure-differs"],
  ["mid-term-below-annual", "goal-figure-differs"],
  ["worse-than-last-year", "goal-figure-differs"],
  ["prices-above-budget", "goal-figure-differs"],
  ["prices-above-budget", "total-not-sum"],
  ["cost-above-budget", "total-not-sum"],
  ["cost-below-budget", "total-not-sum"],
  ["prose-money-differs", "total-not-sum"],
  ["level2-unknown", "level2-misspelt"],
];

const causesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  pairs.map(([one]) => [one, new Set(pairs.flatMap(([other, cause]) => (other === one ? cause : [])))]),
);
const causes: ReadonlySet<string> = new Set(pairs.map(([, cause]) => cause));

/** In their order; a rule that is off causes nothing. */
export function withoutConsequences(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  const told = new Map<string, Set<string>>();
  for (const finding of findings) {
    if (!causes.has(finding.code)) continue;
    for (const place of placesOf(finding)) {
      const codes = told.get(place) ?? new Set();
      told.set(place, codes.add(finding.code));
    }
  }
  if (told.size === 0) return findings;
  return findings.filter((finding) => {
    const wanted = causesOf.get(finding.code);
    if (wanted === undefined) return true;
    return !placesOf(finding).some((place) => [...(told.get(place) ?? [])].some((code) => wanted.has(code)));
  });
}

function placesOf({
  at,
  also = [],
}: {
  readonly at: Place;
  readonly also?: readonly Place[];
}): readonly string[] {
  return [at, ...also].map((place) => JSON.stringify(place));
}
