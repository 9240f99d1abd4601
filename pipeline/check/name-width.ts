/** How wide names are, and where a system cuts them. */
import { type Department, withoutSelectors } from "../records/index.ts";

/** In half-width columns, as systems count: a Han character takes two, a digit one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of withoutSelectors(text)) width += (character.codePointAt(0) ?? 0) < 0x100 ? 1 : 2;
  return width;
}

export type Cut = {
  readonly width: number;
  /** How many of the different names end there, from 0 to 1. */
  readonly share: number;
  readonly count: number;
};

/**
 * The width at which level-3 names pile up when a system cuts them: at least three different names end exactly there
 * and hardly any is longer. Undefined if names are not cut.
 */
export function cutOf(department: Department): Cut | undefined {
  const names = new Set<string>();
  for (const project of department.projects) {
    for (const { level3 } of project.indicators) if (level3 !== undefined) names.add(level3.text);
  }
  const counts = new Map<number, number>();
  for (const name of names) {
    const width = widthOf(name);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [width, count] = [...counts].reduce((top, entry) => (entry[1] > top[1] ? entry : top), [0, 0]);
  const longer = [...counts].reduce((sum, [other, times]) => (other > width ? sum + times : sum), 0);
  return count >= 3 && longer <= names.size / 10 ? { width, count, share: count / names.size } : undefined;
}
