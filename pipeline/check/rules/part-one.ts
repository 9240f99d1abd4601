/** Parts 1 and 2 that disagree: on which projects there are, on their order, or on their goals. */
import { type Department, groupBy, type Project, type SubGoal } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { rule } from "../rule.ts";

type Missing = { readonly name: string; readonly missingIn: "one" | "two" };

export const partOneProjectsDiffer = rule("part-one-projects-differ", {
  number: 31,
  severity: "warning",
  about: { zh: "第一部分与第二部分的项目不一致", en: "projects in only one of Part 1 and Part 2" },
  says: {
    zh: ({ name, missingIn }: Missing) =>
      missingIn === "one"
        ? `项目“${name}”不在第一部分的分项绩效目标中`
        : `第一部分的“${name}”在第二部分没有对应的项目`,
    en: ({ name, missingIn }: Missing) =>
      missingIn === "one"
        ? `The project “${name}” is not among the goals of Part 1`
        : `“${name}” in Part 1 matches no project in Part 2`,
  },
  todo: {
    zh: "请核对是漏列、多列，还是名称写法不同。",
    en: "Check whether one is missing or extra, or the names are spelt differently.",
  },
  *department({ department }) {
    const items = itemsOf(department);
    if (items.length === 0) return;
    for (const { item, project } of items) {
      if (project !== undefined || item.name === undefined) continue;
      yield { at: item.name, args: { name: item.name.text, missingIn: "two" as const } };
    }
    const named = new Set(items.map(({ project }) => project));
    for (const project of department.projects) {
      if (named.has(project) || project.name === undefined) continue;
      yield { at: project.name, project, args: { name: project.name.text, missingIn: "one" as const } };
    }
  },
});

export const partOneOrderDiffers = rule("part-one-order-differs", {
  number: 31,
  severity: "info",
  about: { zh: "第一部分与第二部分的项目顺序不同", en: "another order of projects in Part 1 than in Part 2" },
  says: {
    zh: "第一部分与第二部分的项目顺序不同：第 {ordinal:number} 项分别是“{partOne}”和“{partTwo}”",
    en: "Parts 1 and 2 list the projects in different orders: item {ordinal:number} is “{partOne}” in Part 1 and “{partTwo}” in Part 2",
  },
  todo: {
    zh: "请把两部分的顺序改成一致；若本来就要分开排列，可不理会。",
    en: "Use the same order in both, unless the difference is intended.",
  },
  department({ department }) {
    const items = itemsOf(department).flatMap(({ item, project }) => (project ? [{ item, project }] : []));
    const order = items.map(({ project }) => department.projects.indexOf(project));
    const sorted = order.toSorted((one, other) => one - other);
    const wrong = order.findIndex((place, index) => place !== sorted[index]);
    const first = items[wrong]?.item.name;
    const expected = department.projects[sorted[wrong] ?? -1]?.name;
    if (first === undefined || expected === undefined) return;
    const args = { ordinal: wrong + 1, partOne: first.text, partTwo: expected.text };
    return { at: first, also: [expected], args };
  },
});

export const partOneGoalsDiffer = rule("part-one-goals-differ", {
  number: 31,
  severity: "warning",
  about: {
    zh: "第一部分的绩效目标与第二部分的项目目标不同",
    en: "goals in Part 1 that the project's table does not have",
  },
  says: {
    zh: "第一部分有 {count:number} 个项目的绩效目标与第二部分该项目的目标不同，先见于“{project}”",
    en: "In Part 1, {count:number} project(s) have goals that differ from those in Part 2; the first is “{project}”",
  },
  todo: {
    zh: "请核对两处的目标，以报预算的为准改成一致。",
    en: "Compare both and make them agree with the budget submission.",
  },
  department({ department }) {
    const strays = itemsOf(department).flatMap(({ item, project }) => {
      const stray = project && item.goals.find((goal) => !isGoalOf(project, goal.text));
      return stray === undefined ? [] : [{ stray, name: item.name?.text ?? "" }];
    });
    const [first, ...others] = strays;
    if (first === undefined) return;
    const also = others.map(({ stray }) => stray);
    return { at: first.stray, also, args: { count: strays.length, project: first.name } };
  },
});

/** Whether the project's goals contain it, or it contains one of them; a project without goals differs from nothing. */
function isGoalOf({ goals }: Project, goal: string): boolean {
  const own = [...(goals.annual?.items ?? []), ...(goals.midTerm?.items ?? [])].map(({ text }) =>
    comparable(text),
  );
  const wanted = comparable(goal);
  return own.length === 0 || own.some((text) => text.includes(wanted) || wanted.includes(text));
}

type Item = { readonly item: SubGoal; readonly project: Project | undefined };

/**
 * The items of 分项绩效目标 that the department itself gives, each with the project of its name, the second of a name
 * with the second. None if the list was taken from the projects, or names duties rather than projects.
 */
function itemsOf({ subGoals, projects }: Department): readonly Item[] {
  const byName = groupBy(projects, ({ name }) => comparable(name?.text ?? ""));
  const taken = new Map<string, number>();
  const own = subGoals.filter(({ name, takenFrom }) => takenFrom === undefined && name !== undefined);
  const items = own.map((item) => {
    const name = comparable(item.name?.text ?? "");
    const ordinal = taken.get(name) ?? 0;
    taken.set(name, ordinal + 1);
    const namesakes = byName.get(name) ?? [];
    // A name that occurs more often here than there means its last project.
    return { item, project: namesakes[ordinal] ?? namesakes.at(-1) };
  });
  const matched = items.filter(({ project }) => project !== undefined).length;
  return matched * 2 > items.length ? items : [];
}
