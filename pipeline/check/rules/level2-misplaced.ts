/** A standard level 2 under another level 1 than the classification gives it; once for each such group. */
import { bareLevel, groupBy, type Indicator, level1For } from "../../records/index.ts";
import { rule } from "../rule.ts";

export const level2Misplaced = rule("level2-misplaced", {
  number: 8,
  severity: "warning",
  about: { zh: "二级指标放错了一级指标", en: "a level 2 under the wrong level 1" },
  says: {
    zh: "二级指标放在“{level1}”之下，按通行分类应在“{belongs}”之下",
    en: "The level-2 indicator is under “{level1}”, but belongs under “{belongs}”",
  },
  todo: { zh: "请核对一级、二级指标。", en: "Check levels 1 and 2." },
  *block({ indicators }) {
    const groups = groupBy(
      indicators,
      ({ level1, level2 }) => level1 && level2 && `${level1.text}\n${level2.text}`,
    );
    for (const [{ level1, level2 } = {}] of groups.values()) {
      const other = otherLevel1({ level1, level2 });
      if (level1 === undefined || level2 === undefined || other === undefined) continue;
      const args = { level1: level1.text, belongs: `${other}指标` };
      yield { at: level2, also: [level1.at], args };
    }
  },
});

/** The level 1 that an indicator belongs under; undefined if that is its own, or nobody can say. */
export function otherLevel1({ level1, level2 }: Pick<Indicator, "level1" | "level2">): string | undefined {
  const allowed = level2 && level1For(level2.text);
  if (level1 === undefined || allowed === undefined) return undefined;
  return allowed.some((name) => bareLevel(level1.text).includes(name)) ? undefined : allowed[0];
}
