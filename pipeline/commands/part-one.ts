/** The lines of a text that somebody wrote for Part 1 → its sections, by their headings. */

export type PartOne = {
  readonly overall: readonly string[];
  readonly subGoals: readonly { readonly name: string; readonly goals: readonly string[] }[];
  readonly safeguards: readonly string[];
};

type Section = keyof PartOne | "other";

const number =
  /^(?:第[一二三四五六七八九十\d]+(?:部分|章|节)|[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[）)])[\s、:：]*/u;
const headings: readonly (readonly [RegExp, Section])[] = [
  [/^(?:部门)?(?:总体|整体)绩效目标$/u, "overall"],
  [/^(?:部门)?分项(?:绩效)?目标$/u, "subGoals"],
  [/^(?:工作保障措施|(?:实现.{0,20})?保障措施)$/u, "safeguards"],
  // What follows is printed from the data.
  [/^(?:预算)?项目绩效目标(?:表)?$/u, "other"],
];
/** 1.代理记账 or （一）代理记账: an item and no heading of a section. */
const item = /^(?:\d{1,3}\s*[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])\s*(.+)$/u;
const goal = /^绩效目标\s*[:：]\s*/u;

/** Undefined if no line is a heading of Part 1. A heading without its section gives an empty one. */
export function readPartOne(lines: readonly string[]): PartOne | undefined {
  const texts: Record<keyof PartOne, string[]> = { overall: [], subGoals: [], safeguards: [] };
  let section: Section = "other";
  let found = false;
  for (const line of lines.map((one) => one.trim())) {
    const heading = headingOf(line);
    found ||= heading !== undefined && heading !== "other";
    if (heading !== undefined) section = heading;
    else if (section !== "other" && line !== "") texts[section].push(line);
  }
  return found ? { ...texts, subGoals: itemsOf(texts.subGoals) } : undefined;
}

function headingOf(line: string): Section | undefined {
  const bare = line
    .replace(number, "")
    .replace(/\s+/gu, "")
    .replace(/[:：]$/u, "");
  if (/^第[一二三四五]部分/u.test(line) && !/部门整体|总体/u.test(line)) return "other";
  return headings.find(([pattern]) => pattern.test(bare))?.[1];
}

/** A numbered line begins an item; a line that begins 绩效目标： is a goal of it, and so is any other. */
function itemsOf(lines: readonly string[]): PartOne["subGoals"] {
  const items: { name: string; goals: string[] }[] = [];
  for (const line of lines) {
    const name = goal.test(line) ? undefined : item.exec(line)?.[1];
    const last = items.at(-1);
    if (name !== undefined) items.push({ name: name.trim(), goals: [] });
    else if (last !== undefined) last.goals.push(line.replace(goal, ""));
    else items.push({ name: line.replace(goal, ""), goals: [] });
  }
  return items;
}
