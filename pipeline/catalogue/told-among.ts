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
  const told = standBack([...findings, ...consequences], isTold);
  return { findings: told.standing.filter(isTold), consequences: told.consequences.filter(isTold) };
}
