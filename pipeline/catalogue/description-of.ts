/** The code of a finding → what the list of rules says of it: its title, what to do, what it was reviewed for. */
import { describeRules, type RuleDescription } from "../check/index.ts";
import { describeStages, type StageDescription } from "./describe-stages.ts";

type Description = RuleDescription | StageDescription;

let described: ReadonlyMap<string, Description> | undefined;

/** Undefined of a failure, and of what a form checks. */
export function descriptionOf(code: string): Description | undefined {
  described ??= new Map(
    [...describeRules(), ...describeStages()].map((one): [string, Description] => [one.code, one]),
  );
  return described.get(code);
}
