/** Prose that says how many projects there are, when there are not as many. */

import type { Rule } from "../rule.ts";
import { statementsIn } from "../statements.ts";

export const proseProjectCountDiffers: Rule<"prose-project-count-differs"> = {
  about: {
    zh: "总体目标中的项目数与实际不符",
    en: "prose that says another number of projects than there are",
  },
  *check({ department }) {
    const actual = department.projects.length;
    for (const text of department.overall) {
      for (const { groups } of statementsIn(text.text, counts)) {
        const stated = Number(groups?.number);
        if (stated === actual || groups?.found === undefined) continue;
        yield { at: text.at, found: text.text, part: groups.found, args: { stated, actual } };
      }
    }
  },
};

// 项目 alone may be anything that is built; only 预算项目, what is filed or budgeted for, and a plain 共有…个项目 count.
const counts = [
  /(?<found>(?:共|共计|合计|总计)(?:有|安排|申报|编报|编制|涉及)?(?<number>\d+)个?(?:部门预算|预算|部门|专项资金)项目)/gu,
  /(?<found>(?:共|共计|合计|总计)(?:有|安排|申报|编报|编制|实施)?(?<number>\d+)个项目)/gu,
  /(?<found>(?:安排|申报|编报|编制|实施)(?:部门)?(?:预算)?项目(?<number>\d+)个)/gu,
  /(?<found>预算项目(?:共|共计|合计)?(?<number>\d+)个)/gu,
];
