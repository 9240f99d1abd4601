/** A year that is none: 二〇二六, 26, 2026-2027. One finding for each such text. */
import type { Project, Text } from "../../records/index.ts";
import { groupBy } from "../group-by.ts";
import type { Rule } from "../rule.ts";
import { yearOf } from "../year-of.ts";

export const yearNotAYear: Rule<"year-not-a-year"> = {
  about: { zh: "“年度”不是四位数字的年份", en: "a year that is not one of four digits" },
  *check({ department: { year, projects } }) {
    const texts = [...(year ? [year] : []), ...projects.flatMap((project: Project) => project.year ?? [])];
    const wrong = texts.filter(({ text }) => yearOf(text) === undefined);
    for (const [text, [first, ...others]] of groupBy(wrong, (one: Text) => one.text)) {
      if (first === undefined) continue;
      // The department may have taken its year from the projects: then it stands at the same place.
      const further = others.filter(({ at }) => at !== first.at);
      yield { at: first.at, also: further.map(({ at }) => at), found: text, args: {} };
    }
  },
};
