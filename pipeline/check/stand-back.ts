/** Findings of one cause by several rules → that of the rule that names the cause. */
import { type Place, severities } from "../diagnostics/index.ts";
import { groupBy } from "../records/index.ts";
import { type CauseLink, type FindingBy, inOneCell, inOneProject } from "./causes.ts";
import { missingKinds } from "./rules/indicators-missing.ts";
import { type RuleFinding, ruleCodes } from "./rules.ts";

const codes: ReadonlySet<string> = new Set(ruleCodes);

export type StoodBack<One> = {
  /** In their order. */
  readonly standing: readonly One[];
  /** What follows from one of those, or is said with it. */
  readonly consequences: readonly One[];
};

/**
 * What is not among them causes nothing, be its rule off or itself ignored; nor does what is left out itself,
 * what is less severe, and what `isTold` says that nobody will see.
 */
export function standBack<Other extends { readonly code: string }>(
  findings: readonly (Other | RuleFinding)[],
  isTold: (finding: RuleFinding) => boolean = () => true,
): StoodBack<Other | RuleFinding> {
  const ofRules = findings.filter(isOfRule);
  const follows = followsFrom(ofRules.filter(isTold));
  const standing = ofRules.filter((finding) => !follows(finding));
  const told = standing.filter(isTold);
  const isSaid = saidBySums(told);
  const kept = withSplits(
    standing.filter((finding) => !isSaid(finding)),
    told,
  );
  const left = (finding: Other | RuleFinding): readonly (Other | RuleFinding)[] =>
    isOfRule(finding) ? (kept.get(finding) ?? []) : [finding];
  return {
    standing: findings.flatMap(left),
    consequences: findings.filter((finding) => left(finding).length === 0),
  };
}

function isOfRule(finding: { readonly code: string }): finding is RuleFinding {
  return codes.has(finding.code);
}

/** Whether a finding follows from one of the causes that follows from none. */
function followsFrom(causes: readonly RuleFinding[]): (finding: RuleFinding) => boolean {
  const ways = [causesAmong(causes, inOneCell, placesOf), causesAmong(causes, inOneProject, projectsOf)];
  const known = new Map<RuleFinding, boolean>();
  const follows = (finding: RuleFinding): boolean => {
    const before = known.get(finding);
    if (before !== undefined) return before;
    known.set(finding, false);
    const found = ways.some((causesOf) => causesOf(finding).some((cause) => !follows(cause)));
    known.set(finding, found);
    return found;
  };
  return follows;
}

/** `keysOf`: what both findings of a link have one of. */
function causesAmong(
  findings: readonly RuleFinding[],
  links: readonly CauseLink[],
  keysOf: (finding: RuleFinding) => readonly string[],
): (finding: RuleFinding) => readonly RuleFinding[] {
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
    if (own === undefined) return [];
    const isCause = (other: RuleFinding) =>
      isAsSevere(other, finding) &&
      own.some(({ cause, isOne }) => cause === other.code && isOne(finding, other));
    return keysOf(finding).flatMap((key) => told.get(key)?.filter(isCause) ?? []);
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

/** A level 1 that has other points than its own is said with the total that it spoils: each finding with what is left of it. */
function withSplits(
  findings: readonly RuleFinding[],
  told: readonly RuleFinding[],
): ReadonlyMap<RuleFinding, readonly RuleFinding[]> {
  const totals = new Set(told.filter((finding) => finding.code === "weight-total"));
  const among = new Map(
    [...totals].flatMap((total) => placesOf(total).map((place) => [place, total] as const)),
  );
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
  return new Map(
    findings.map((finding): [RuleFinding, readonly RuleFinding[]] => {
      if (said.has(finding)) return [finding, []];
      // One that nobody is told stays the very finding by which a caller knows it.
      if (finding.code !== "weight-total" || !totals.has(finding)) return [finding, [finding]];
      const levels = (splits.get(finding) ?? []).map(({ args }) => args);
      return [finding, [{ ...finding, args: { ...finding.args, levels } }]];
    }),
  );
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
