/** A finding → what a reviewer would call its matter. */
import { type Aspect, aspectOf, rules } from "../check/index.ts";
import { stageAspect } from "./describe-stages.ts";
import type { Finding } from "./finding.ts";

const ofRules: ReadonlyMap<string, Aspect> = new Map(rules.map((rule) => [rule.code, aspectOf(rule)]));

export function aspectOfFinding({ code }: Pick<Finding, "code">): Aspect {
  return aspectOfCode(code);
}

/** The same of a finding that was read back. */
export function aspectOfCode(code: string): Aspect {
  return ofRules.get(code) ?? stageAspect(code);
}
