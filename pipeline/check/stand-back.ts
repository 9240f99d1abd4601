/** Findings of one cause by several rules → that of the rule that names the cause. */
import { type Place, severities } from "../diagnostics/index.ts";
import { bareLevel, groupBy } from "../records/index.ts";
import { missingKinds } from "./rules/indicators-missing.ts";
import type { RuleCode, RuleFinding } from "./rules.ts";

type FindingBy<Code extends RuleCode> = Extract<RuleFinding, { readonly code: Code }>;

/** A finding of the first rule is left out where one of the second tells its cause. */
type Link = {
  readonly consequence: RuleCode;
  readonly cause: RuleCode;
  /** Whether these two are of one cause, beyond their rules and where they are. */
  readonly isOne: (consequence: RuleFinding, cause: RuleFinding) => boolean;
};

function link<Consequence extends RuleCode, Cause extends RuleCode>(
  consequence: Consequence,
  cause: Cause,
  isOne: (consequence: FindingBy<Consequence>, cause: FindingBy<Cause>) => boolean,
): Link {
  return {
    ...{ consequence, cause },
    isOne: (one, other) => isBy(one, consequence) && isBy(other, cause) && isOne(one, other),
  };
}

function isBy<Code extends RuleCode>(finding: RuleFinding, code: Code): finding is FindingBy<Code> {
  return finding.code === code;
}

/** One value cannot be right, so what it is beside its like tells nothing: a share of 960% differs from the goal, too, and 96% will not. */
const valueCauses = [
  ["rate-above-100", "goal-figure-differs"],
  ["rate-above-100", "part-one-figure-differs"],
  ["rate-above-100", "mid-term-below-annual"],
  ["rate-above-100", "worse-than-last-year"],
  ["target-always-met", "goal-figure-differs"],
  ["target-always-met", "part-one-figure-differs"],
  ["target-always-met", "mid-term-below-annual"],
  ["target-always-met", "worse-than-last-year"],
  ["target-always-met", "satisfaction-below-floor"],
  ["satisfaction-below-floor", "mid-term-below-annual"],
  ["satisfaction-below-floor", "worse-than-last-year"],
  ["goal-figure-differs", "satisfaction-below-floor"],
  ["goal-figure-differs", "part-above-whole"],
  ["goal-figure-differs", "part-one-figure-differs"],
  ["goal-figure-differs", "mid-term-below-annual"],
  ["goal-figure-differs", "worse-than-last-year"],
  ["goal-figure-differs", "prices-above-budget"],
  ["value-letter-in-number", "last-year-in-another-unit"],
] as const satisfies readonly (readonly [cause: RuleCode, consequence: RuleCode])[];

/** A total that is not the sum of its sources is less than the costs, and will be more. */
const moneyCauses = [
  ["total-not-sum", "prices-above-budget"],
  ["total-not-sum", "purposes-above-budget"],
  ["total-not-sum", "cost-above-budget"],
  ["total-not-sum", "cost-below-budget"],
  ["total-not-sum", "mid-term-money-below-annual"],
  ["total-not-sum", "prose-money-differs"],
  ["budget-negative", "prices-above-budget"],
  ["budget-negative", "purposes-above-budget"],
  ["budget-negative", "cost-above-budget"],
  ["budget-zero", "prices-above-budget"],
  ["budget-zero", "purposes-above-budget"],
  ["cost-ten-thousand-times-off", "purposes-above-budget"],
  ["cost-ten-thousand-times-off", "printed-parts-not-sum"],
  ["cost-ten-thousand-times-off", "prose-money-differs"],
] as const satisfies readonly (readonly [cause: RuleCode, consequence: RuleCode])[];

const timeCauses = [
  ["date-impossible", "goal-date-differs"],
  ["date-outside-year", "goal-date-differs"],
  ["goal-of-another-year", "goal-date-differs"],
  ["date-after-period", "date-outside-year"],
  ["period-reversed", "period-excludes-year"],
  ["period-reversed", "mid-term-range-excludes-year"],
  ["period-reversed", "mid-term-range-unlike-others"],
  ["mid-term-range-excludes-year", "mid-term-range-unlike-others"],
] as const satisfies readonly (readonly [cause: RuleCode, consequence: RuleCode])[];

const formCauses = [
  // No sum can be right without the weight that is blank.
  ["required-field-missing", "weight-total"],
  ["weight-total", "weight-out-of-range"],
  ["level2-misspelt", "level2-unknown"],
  ["question-mark", "halfwidth-here-alone"],
  ["question-mark", "halfwidth-punctuation"],
] as const satisfies readonly (readonly [cause: RuleCode, consequence: RuleCode])[];

/** Where both are about one cell. */
const inOneCell: readonly Link[] = [
  ...[...valueCauses, ...moneyCauses, ...timeCauses, ...formCauses].map(([cause, consequence]) => ({
    ...{ consequence, cause },
    isOne: () => true,
  })),
  // A budget of nothing that costs are held against is no slip of the costs, and said with them.
  link("budget-zero", "cost-above-budget", (_, { args }) => args.budget === "0"),
  link("prose-money-differs", "cost-above-budget", (_, { args }) => args.budget === "0"),
  // A sentence that does not agree with itself is told by itself.
  link("goal-figure-differs", "parts-not-sum-in-text", (one, { args }) => one.args.stated === args.whole),
  link("goal-figure-differs", "change-against-its-word", (one, { args }) =>
    [args.from, args.to].includes(one.args.stated),
  ),
];

/** Where both are about one project. */
const inOneProject: readonly Link[] = [
  link("level2-missing", "level2-misspelt", (one, { args }) =>
    one.args.kinds.every((kind) => bareLevel(kind) === bareLevel(args.usual)),
  ),
  link("weight-split", "level2-misplaced", (one, { args }) =>
    [args.level1, args.belongs].some((level1) => bareLevel(level1) === one.args.level1),
  ),
];

/** In their order; a rule that is off causes nothing, and one that is set lower takes no place of what is more severe. */
export function withoutConsequences(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  const isConsequence = [
    consequencesAmong(findings, inOneCell, placesOf),
    consequencesAmong(findings, inOneProject, projectsOf),
    saidBySums(findings),
  ];
  return withSplits(findings.filter((finding) => !isConsequence.some((isOne) => isOne(finding))));
}

/** `keysOf`: what both findings of a link have one of. */
function consequencesAmong(
  findings: readonly RuleFinding[],
  links: readonly Link[],
  keysOf: (finding: RuleFinding) => readonly string[],
): (finding: RuleFinding) => boolean {
  const causes = new Set(links.map(({ cause }) => cause));
  const told = new Map<string, RuleFinding[]>();
  for (const finding of findings) {
    if (!causes.has(finding.code)) continue;
    for (const key of keysOf(finding)) {
      const here = told.get(key);
      if (here === undefined) told.set(key, [finding]);
      else here.push(finding);
    }
  }
  const linksOf = groupBy(links, ({ consequence }) => consequence);
  return (finding) => {
    const own = told.size === 0 ? undefined : linksOf.get(finding.code);
    if (own === undefined) return false;
    const isCause = (other: RuleFinding) =>
      isAsSevere(other, finding) &&
      own.some(({ cause, isOne }) => cause === other.code && isOne(finding, other));
    return keysOf(finding).some((key) => told.get(key)?.some(isCause));
  };
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

/** A level 1 that has other points than its own is said with the total that it spoils. */
function withSplits(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  const totals = findings.filter((finding) => finding.code === "weight-total");
  if (totals.length === 0) return findings;
  const among = new Map(totals.flatMap((total) => placesOf(total).map((place) => [place, total] as const)));
  const splits = new Map<RuleFinding, FindingBy<"weight-split">[]>();
  const said = new Set<RuleFinding>();
  for (const finding of findings) {
    if (finding.code !== "weight-split") continue;
    const total = placesOf(finding)
      .map((place) => among.get(place))
      .find((one) => one !== undefined);
    if (total === undefined || !isAsSevere(total, finding)) continue;
    splits.set(total, [...(splits.get(total) ?? []), finding]);
    said.add(finding);
  }
  return findings.flatMap((finding): readonly RuleFinding[] => {
    if (said.has(finding)) return [];
    if (finding.code !== "weight-total") return [finding];
    const levels = (splits.get(finding) ?? []).map(({ args }) => args);
    return [{ ...finding, args: { ...finding.args, levels } }];
  });
}

function projectsOf({ subject, subjects = [] }: RuleFinding): readonly string[] {
  const all = subjects.length > 0 ? subjects : [subject ?? []].flat();
  return all.map((one) => JSON.stringify(one));
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
