/** Finds level-3 names that stand twice under one level 2, and tells repeats from names that an export has cut short. */
import type { Department, Horizon, Indicator, Project, Text } from "../records/index.ts";
import { eachBlock } from "./each-indicator.ts";
import { groupBy } from "./group-by.ts";
import { bareName } from "./indicator-name.ts";
import { bareLevel } from "./levels.ts";
import { isNotApplicable } from "./not-applicable.ts";
import type { RuleContext } from "./rule.ts";
import { subjectOf } from "./subject-of.ts";

export type Repeat = {
  readonly project: Project;
  readonly horizon: Horizon;
  readonly name: Text;
  readonly level2: string;
  readonly others: readonly Text[];
  /** The values differ and the name ends where this department's names are cut, so they may be two indicators. */
  readonly cut: boolean;
};

export function* repeatedLevel3(context: RuleContext): Iterable<Repeat> {
  const cutAt = cutWidth(context.department);
  for (const { project, horizon, indicators } of eachBlock(context)) {
    const groups = groupBy(indicators, groupKey);
    for (const [first, ...others] of groups.values()) {
      if (first?.level3 === undefined || others.length === 0) continue;
      yield {
        project,
        horizon,
        name: first.level3,
        level2: first.level2?.text ?? "",
        others: others.flatMap((indicator) => indicator.level3 ?? []),
        cut: widthOf(first.level3.text) === cutAt && allDiffer([first, ...others]),
      };
    }
  }
}

/** What both rules say of a repeat. */
export function describeRepeat({ project, name, level2, others }: Repeat) {
  return {
    at: name.at,
    also: others.map((other) => other.at),
    subject: subjectOf(project),
    found: name.text,
    args: { name: name.text, level2 },
  };
}

function groupKey({ level1, level2, level3 }: Indicator): string | undefined {
  if (level3 === undefined || isNotApplicable(level3.text)) return undefined;
  return [bareLevel(level1?.text ?? ""), bareLevel(level2?.text ?? ""), bareName(level3.text)].join("\n");
}

function allDiffer(indicators: readonly Indicator[]): boolean {
  const values = indicators.map((indicator) => indicator.printedValue?.text);
  return new Set(values).size === values.length;
}

/**
 * The width at which names pile up when a system cuts them: at least three different names end exactly there
 * and hardly any is longer. Undefined where names just end where they end.
 */
function cutWidth(department: Department): number | undefined {
  const names = new Set<string>();
  for (const project of department.projects) {
    for (const { level3 } of project.indicators) if (level3 !== undefined) names.add(level3.text);
  }
  const counts = new Map<number, number>();
  for (const name of names) counts.set(widthOf(name), (counts.get(widthOf(name)) ?? 0) + 1);
  const [width, count] = [...counts].reduce((top, entry) => (entry[1] > top[1] ? entry : top), [0, 0]);
  const longer = [...counts].reduce((sum, [other, times]) => (other > width ? sum + times : sum), 0);
  return count >= 3 && longer <= names.size / 10 ? width : undefined;
}

/** In half-width columns, as systems count: a Han character takes two, a digit one. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x100 ? 1 : 2;
  return width;
}
