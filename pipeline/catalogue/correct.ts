/** A finding whose right text is certain in form → what to write instead. */
import { type Rule, rules, withoutEntities } from "../check/index.ts";
import { operatorSign } from "../records/index.ts";
import type { Finding } from "./finding.ts";

/** A cell's whole text → the same put right. */
export type Correct = (text: string) => string;

const corrections: ReadonlyMap<string, NonNullable<Rule["correct"]>> = new Map([
  ...rules.flatMap((rule: Rule) => (rule.correct === undefined ? [] : [[rule.code, rule.correct] as const])),
  // Found while the data are read, so it is no rule.
  ["operator-unknown", signOf],
]);

/** &ge; in the column of signs. */
function signOf(text: string): string {
  const sign = withoutEntities(text);
  return operatorSign(sign) === undefined ? text : sign;
}

/** Undefined if what is right is for people to say. */
export function correctionOf({ code, args }: Pick<Finding, "code" | "args">): Correct | undefined {
  const correct = corrections.get(code);
  return correct && ((text) => correct(text, args));
}

/** What is to stand instead of the part that is meant, or of the whole; undefined if that is not certain. */
export function suggestionOf(finding: Finding): string | undefined {
  const correct = correctionOf(finding);
  const text = finding.part ?? finding.found;
  if (correct === undefined || text === undefined) return undefined;
  const right = correct(text);
  return right === text ? undefined : right;
}
