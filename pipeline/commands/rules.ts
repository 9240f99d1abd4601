/** The rules of the checker → what `huibian rules` lists. */
import { describeRules, type RuleDescription } from "../check/index.ts";

export type ListedRule = RuleDescription;

export function listRules(): readonly ListedRule[] {
  return describeRules();
}
