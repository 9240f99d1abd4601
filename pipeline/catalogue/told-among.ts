/** What was found, and what follows from it → those that are told. */
import { standBack } from "../check/index.ts";
import type { Finding } from "./finding.ts";

type Found = { readonly findings: readonly Finding[]; readonly consequences?: readonly Finding[] };

/** What follows from one that is not told stands by itself. */
export function toldAmong(
  { findings, consequences = [] }: Found,
  isTold: (finding: Finding) => boolean,
): Required<Found> {
  if (consequences.length === 0 || findings.every(isTold))
    return { findings: findings.filter(isTold), consequences: consequences.filter(isTold) };
  const all = [...findings, ...consequences];
  const { standing, consequences: left } = standBack(all, isTold);
  // A cause that was gathered has its first places alone: what followed from it at another does so all the same.
  const follows = new Set(consequences);
  const lost = new Set(standBack(all).standing.filter((finding) => follows.has(finding)));
  return {
    findings: standing.filter((finding) => isTold(finding) && !lost.has(finding)),
    consequences: [...left, ...lost].filter(isTold),
  };
}
