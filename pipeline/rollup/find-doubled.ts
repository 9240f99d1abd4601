/** Departments that a roll-up counts → pairs that may be the same one: of one name, or with project codes in common. */
import type { Rollup } from "../contracts/index.ts";

type Counted = {
  readonly folder: string;
  readonly name: string;
  readonly codes: ReadonlySet<string>;
};

type Doubled = NonNullable<Rollup["doubled"]>[number];

/** Each with the first that it is like; in the order given. */
export function findDoubled(departments: readonly Counted[]): readonly Doubled[] {
  const firstOfName = new Map<string, Counted>();
  const firstOfCode = new Map<string, Counted>();
  const doubled: Doubled[] = [];
  for (const one of departments) {
    const shared = new Map<Counted, string[]>();
    const sameName = firstOfName.get(one.name);
    if (sameName !== undefined) shared.set(sameName, []);
    for (const code of one.codes) {
      const other = firstOfCode.get(code);
      if (other === undefined) firstOfCode.set(code, one);
      else shared.set(other, [...(shared.get(other) ?? []), code]);
    }
    if (sameName === undefined) firstOfName.set(one.name, one);
    for (const [other, codes] of shared)
      doubled.push({ first: about(other), second: about(one), sameName: other === sameName, codes });
  }
  return doubled;
}

function about({ folder, name }: Counted): Doubled["first"] {
  return { folder, name };
}
