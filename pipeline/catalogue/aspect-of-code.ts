/** The code of a finding → what a reviewer would call its matter. */
import { type Aspect, aspectOf, rules } from "../check/index.ts";
import { stageAspect } from "./describe-stages.ts";

const ofRules: ReadonlyMap<string, Aspect> = new Map(rules.map((rule) => [rule.code, aspectOf(rule)]));

export function aspectOfCode(code: string): Aspect {
  return ofRules.get(code) ?? stageAspect(code);
}
