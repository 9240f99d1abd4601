/** Projects that stand in another order in Part 1 than in Part 2; one finding. */
import { partOneItems } from "../part-one.ts";
import type { Rule } from "../rule.ts";

export const partOneOrderDiffers: Rule<"part-one-order-differs"> = {
  about: { zh: "第一部分与第二部分的项目顺序不同", en: "another order of projects in Part 1 than in Part 2" },
  *check({ department }) {
    const items = partOneItems(department).filter(({ project }) => project !== undefined);
    const order = items.map(({ project }) =>
      project === undefined ? -1 : department.projects.indexOf(project),
    );
    const sorted = order.toSorted((one, other) => one - other);
    const wrong = order.findIndex((place, index) => place !== sorted[index]);
    const first = items[wrong]?.item.name;
    const expected = department.projects[sorted[wrong] ?? -1]?.name;
    if (first === undefined || expected === undefined) return;
    yield {
      at: first.at,
      also: [expected.at],
      found: first.text,
      args: { ordinal: wrong + 1, partOne: first.text, partTwo: expected.text },
    };
  },
};
