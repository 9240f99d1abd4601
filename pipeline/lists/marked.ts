/** Findings → the same, each with the marks by which it is known again. */
import { type Finding, type Fingerprint, fingerprintsOf } from "../catalogue/index.ts";

export type MarkedFinding = { readonly finding: Finding; readonly marks: Fingerprint | undefined };

export function marked(findings: readonly Finding[]): readonly MarkedFinding[] {
  const fingerprints = fingerprintsOf(findings);
  return findings.map((finding, index) => ({ finding, marks: fingerprints[index] }));
}
