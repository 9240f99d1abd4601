/** Weights of a level 1 that are not what the form gives it. */
import { compareDecimals, sumDecimals } from "../../records/index.ts";
import { eachBlock } from "../each-indicator.ts";
import { groupBy } from "../group-by.ts";
import { bareLevel } from "../levels.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { weightsOf } from "../weights.ts";

export const weightSplit: Rule<"weight-split"> = {
  about: {
    zh: "一级指标的权重与表式规定的分配不符",
    en: "weights of a level 1 that are not what the form gives it",
  },
  expects: {
    zh: "split：各一级指标的权重，可列几种；不设则不检查",
    en: "split: the points of each level 1, in one or several ways; without it nothing is checked",
  },
  *check(context) {
    for (const { project, indicators } of eachBlock(context)) {
      const groups = groupBy(indicators, ({ level1 }) => level1 && bareLevel(level1.text));
      const split = context.split.find((one) => sameNames(Object.keys(one), [...groups.keys()]));
      for (const [name, group] of groups) {
        const expected = split?.[name];
        const weights = weightsOf({ indicators: group });
        const values = weights.flatMap(({ value }) => value ?? []);
        const [first, ...others] = weights;
        if (expected === undefined || first === undefined || values.length < group.length) continue;
        const sum = sumDecimals(values);
        if (compareDecimals(sum, String(expected)) === 0) continue;
        yield {
          at: first.text.at,
          also: others.map(({ text }) => text.at),
          subject: subjectOf(project),
          found: first.text.text,
          args: { level1: name, sum, expected: String(expected) },
        };
      }
    }
  },
};

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}
