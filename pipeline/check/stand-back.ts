/** Findings of one cause by several rules → that of the rule that names the cause. */
import { type Place, severities } from "../diagnostics/index.ts";
import { missingKinds } from "./rules/indicators-missing.ts";
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
  ["goal-date-differs", "date-impossible"],
  ["goal-date-differs", "date-outside-year"],
  ["goal-date-differs", "goal-of-another-year"],
  ["last-year-in-another-unit", "value-letter-in-number"],
  ["level2-unknown", "level2-misspelt"],
];

const causesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  pairs.map(([one]) => [one, new Set(pairs.flatMap(([other, cause]) => (other === one ? cause : [])))]),
);
const causes: ReadonlySet<string> = new Set(pairs.map(([, cause]) => cause));

/** In their order; a rule that is off causes nothing, and one that is set lower takes no place of what is more severe. */
export function withoutConsequences(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  const told = new Map<string, RuleFinding[]>();
  for (const finding of findings) {
    if (!causes.has(finding.code)) continue;
    for (const place of placesOf(finding)) {
      const here = told.get(place);
      if (here === undefined) told.set(place, [finding]);
      else here.push(finding);
    }
  }
  const isSummedUp = saidBySums(findings);
  if (told.size === 0) return findings.filter((finding) => !isSummedUp(finding));
  return findings.filter((finding) => {
    if (isSummedUp(finding)) return false;
    const wanted = causesOf.get(finding.code);
    if (wanted === undefined) return true;
    const isCause = (other: RuleFinding) => wanted.has(other.code) && isAsSevere(other, finding);
    return !placesOf(finding).some((place) => told.get(place)?.some(isCause));
  });
}

function isAsSevere(one: RuleFinding, other: RuleFinding): boolean {
  return severities.indexOf(one.severity) <= severities.indexOf(other.severity);
}

/**
 * A kind of indicators that is missing is told with the sum of weights that it is missing in, unless that is set to be less.
 * Half of such a sum is no measure of one weight, however it is told.
 */
function saidBySums(findings: readonly RuleFinding[]): (finding: RuleFinding) => boolean {
  const keyOf = (kind: string, horizon: string, subject: RuleFinding["subject"]) =>
    JSON.stringify([kind, horizon, subject]);
  const kinds = new Set<string>();
  const weights = new Set<string>();
  const totals = findings.filter((finding) => finding.code === "weight-total");
  const [total] = totals;
  for (const finding of totals) {
    const { without, horizon } = finding.args;
    for (const kind of without) kinds.add(keyOf(kind, horizon, finding.subject));
    if (without.length > 0) for (const place of placesOf(finding)) weights.add(place);
  }
  return (finding) => {
    if (total === undefined || kinds.size === 0) return false;
    const { code, subject } = finding;
    if (code === "weight-out-of-range")
      return !finding.args.tooSmall && placesOf(finding).some((place) => weights.has(place));
    if (code !== "output-missing" && code !== "benefit-missing" && code !== "satisfaction-missing")
      return false;
    return isAsSevere(total, finding) && kinds.has(keyOf(missingKinds[code], finding.args.horizon, subject));
  };
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
