/** A finding whose right text is certain in form → what to write instead. */
import { type Rule, rules } from "../check/index.ts";
import type { Finding } from "./finding.ts";

/** A cell's whole text → the same put right. */
export type Correct = (text: string) => string;

const corrections: ReadonlyMap<string, Correct> = new Map(
  rules.flatMap((rule: Rule) => (rule.correct === undefined ? [] : [[rule.code, rule.correct] as const])),
);

/** Undefined if what is right is for people to say. */
export function correctionOf({ code }: Pick<Finding, "code">): Correct | undefined {
  return corrections.get(code);
}

/** What is to stand instead of the part that is meant, or of the whole; undefined if that is not certain. */
export function suggestionOf({ code, part, found }: Finding): string | undefined {
  const correct = corrections.get(code);
  const text = part ?? found;
  if (correct === undefined || text === undefined) return undefined;
  const right = correct(text);
  return right === text ? undefined : right;
}
