/** A change list as data → the same in sentences that an officer reads. */
import type {
  Changes,
  ComparedIndicator,
  ComparedProject,
  ComparedSide,
  ComparedTotals,
  IndicatorsChange,
  ProjectChange,
  Renumbered,
  SubGoalsChange,
} from "../contracts/index.ts";
import type { Language } from "../diagnostics/index.ts";
import {
  compareDecimals,
  fields,
  moneyFields,
  placesOf,
  roundDecimal,
  subtractDecimals,
} from "../records/index.ts";
import { changeWords } from "./change-words.ts";
import { shortenEnd } from "./mark-changes.ts";
import {
  fieldItem,
  item,
  lineItems,
  longest,
  type Outline,
  type OutlineItem,
  type OutlineSection,
  type OutlineTable,
  type Say,
} from "./outline.ts";

/** Of a new order; a department of a thousand projects would fill pages with numbers. */
const mostNumbers = 30;

export function outlineChanges(changes: Changes, language: Language): Outline {
  const say: Say = { words: changeWords[language], language };
  const { words } = say;
  const { facts, partOne, projects, findings, before, unknown = false, after, count } = changes;
  const title = (field: keyof typeof fields) => capitalised(fields[field].label[language]);
  const since = before && sideName(before, "before", { ...say, quoted: true });
  const sections: readonly OutlineSection[] = [
    { title: words.facts, items: facts.map((change) => fieldItem(change, say)) },
    { title: title("department.overall"), items: lineItems(partOne.overall, words.paragraph, say) },
    { title: title("department.subGoals"), items: subGoalItems(partOne.subGoals, say) },
    { title: title("department.safeguards"), items: lineItems(partOne.safeguards, words.paragraph, say) },
    {
      title: words.addedProjects(projects.added.length),
      items: projects.added.map((project) => projectItem(project, "after", say)),
    },
    {
      title: words.removedProjects(projects.removed.length),
      items: projects.removed.map((project) => projectItem(project, "before", say)),
    },
    ...(findings === undefined ? [] : [{ title: words.findings, items: findingItems(findings, say) }]),
    { title: words.order, items: numberItems(projects.renumbered, say) },
    ...projects.changed.map((change) => projectSection(change, say)),
  ];
  return {
    title: words.title(changes.department),
    summary:
      since === undefined
        ? words[unknown ? "unknown" : "first"]
        : count === 0
          ? words.same(since)
          : words.some(since, count),
    totals: totalsTable(before, after, say),
    sections: sections.filter(({ items }) => items.length > 0),
  };
}

/** `quoted`: a folder's name, in a sentence. */
function sideName(
  { edition, name }: ComparedSide,
  side: "before" | "after",
  { words, quoted = false }: Say & { readonly quoted?: boolean },
): string {
  const folder = name !== undefined && quoted ? `“${name}”` : name;
  const parts = [folder, edition && words.edition(edition)].filter((part) => part !== undefined);
  return parts.length === 0 ? words.sides[side] : parts.join(" ");
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function totalsTable(before: ComparedSide | undefined, after: ComparedSide, say: Say): OutlineTable {
  const { words, language } = say;
  const names = [
    ["projects", words.totals.projects],
    ["indicators", words.totals.indicators],
    ...moneyFields.map(
      (name) => [name, words.totals[name](fields[`budget.${name}`].label[language])] as const,
    ),
  ] as const;
  const rows = names.flatMap(([key, name]) => {
    const [old, now] = [textOf(before?.totals[key]), textOf(after.totals[key])];
    if (old === undefined && now === undefined) return [];
    const said = [old, now].map((text) => text ?? words.none);
    return [[name, ...(before === undefined ? said.slice(1) : [...said, difference(old, now)])]];
  });
  const head = before === undefined ? [] : [sideName(before, "before", say)];
  return {
    head: ["", ...head, sideName(after, "after", say), ...(before === undefined ? [] : [words.difference])],
    rows,
  };
}

function textOf(total: ComparedTotals[keyof ComparedTotals]): string | undefined {
  return total === undefined ? undefined : String(total);
}

/** Signed, with as many places as the two have; a sum that is not known counts as nothing. */
function difference(before = "0", after = "0"): string {
  const exact = subtractDecimals(after, before);
  const places = Math.max(...[before, after].map(placesOf));
  const shown = roundDecimal(exact, places);
  switch (compareDecimals(exact, "0")) {
    case 0:
      return "0";
    case 1:
      return `+${shown}`;
    case -1:
      return shown;
  }
}

function subGoalItems({ added, removed, changed, reordered }: SubGoalsChange, say: Say): OutlineItem[] {
  const { words } = say;
  const text = ({ name, goals }: { readonly name?: string | undefined; readonly goals: readonly string[] }) =>
    shortenEnd([name ?? words.unnamed, ...goals].join(" "), longest);
  return [
    ...added.map((one) =>
      item([words.item.added(one.number) + words.colon, { text: text(one), mark: "after" }]),
    ),
    ...removed.map((one) =>
      item([words.item.removed(one.number) + words.colon, { text: text(one), mark: "before" }]),
    ),
    ...changed.map(({ number, name, fields }) =>
      item(
        [words.item.changed(number, name ?? words.unnamed) + words.colon],
        fields.map((change) => fieldItem(change, say)),
      ),
    ),
    ...(reordered ? [item([words.item.reordered])] : []),
  ];
}

function projectItem(
  { number, code, name, unit, total }: ComparedProject,
  mark: "before" | "after",
  { words }: Say,
): OutlineItem {
  const about = [
    ...(code === undefined ? [] : [words.code(code)]),
    ...(unit === undefined ? [] : [unit]),
    ...(total === undefined ? [] : [words.money(total)]),
  ];
  return item([
    words.project(number) + words.colon,
    { text: name ?? words.unnamed, mark },
    ...(about.length === 0 ? [] : [words.inBrackets(about)]),
  ]);
}

/** Nothing if none came and none went. */
function findingItems(
  { added, gone, remaining }: NonNullable<Changes["findings"]>,
  { words, language }: Say,
): OutlineItem[] {
  if (added.length + gone.length === 0) return [];
  const list = (some: typeof added) =>
    some.slice(0, mostNumbers).map(({ code, project, zh, en }) => {
      const says = shortenEnd(language === "zh" ? zh : en, longest);
      return item([project === undefined ? says : project + words.colon + says, ` ${code}`]);
    });
  const more = (some: typeof added) =>
    some.length > mostNumbers ? [item([words.more(some.length - mostNumbers)])] : [];
  return [
    ...(added.length === 0
      ? []
      : [item([words.newFindings(added.length)], [...list(added), ...more(added)])]),
    ...(gone.length === 0 ? [] : [item([words.goneFindings(gone.length)], [...list(gone), ...more(gone)])]),
    item([words.remainingFindings(remaining)]),
  ];
}

function numberItems({ reordered, projects }: Renumbered, { words }: Say): OutlineItem[] {
  const [first] = projects;
  if (first === undefined) return [];
  const count = projects.length;
  if (!reordered)
    return [item([words.shifted(count, first.name ?? words.unnamed, first.before, first.after)])];
  const numbers = projects
    .slice(0, mostNumbers)
    .map(({ before, after, name = words.unnamed }) => item([`${before} → ${after} ${name}`]));
  const more = count > mostNumbers ? [item([words.more(count - mostNumbers)])] : [];
  return [item([words.reordered(count)], [...numbers, ...more])];
}

function projectSection({ project, fields, indicators }: ProjectChange, say: Say): OutlineSection {
  const { words } = say;
  const { number, code, name = words.unnamed } = project;
  const about = code === undefined ? "" : words.inBrackets([code]);
  return {
    title: `${number}. ${name}${about}`,
    items: [...fields.map((change) => fieldItem(change, say)), ...indicatorItems(indicators, say)],
  };
}

function indicatorItems(
  { added, removed, changed, reordered }: IndicatorsChange,
  say: Say,
): readonly OutlineItem[] {
  const { words } = say;
  const whole = (indicator: ComparedIndicator) => {
    const { value } = indicator;
    return indicatorName(indicator, say) + (value === undefined ? "" : `${words.comma}${value}`);
  };
  return [
    ...changed.map(({ indicator, fields }) => {
      const [only, ...others] = fields;
      const name = `${words.indicator} ${indicatorName(indicator, say)}${words.colon}`;
      return only !== undefined && others.length === 0
        ? fieldItem(only, say, name)
        : item(
            [name],
            fields.map((change) => fieldItem(change, say)),
          );
    }),
    ...added.map((one) => item([words.addedIndicator + words.colon, { text: whole(one), mark: "after" }])),
    ...removed.map((one) =>
      item([words.removedIndicator + words.colon, { text: whole(one), mark: "before" }]),
    ),
    ...(reordered ? [item([words.indicatorsReordered])] : []),
  ];
}

/** Annual is the rule, so only the others name their horizon. */
function indicatorName({ horizon, level1, level2, level3 }: ComparedIndicator, { words }: Say): string {
  const levels = [level1, level2, level3].map((level) => level ?? words.blank).join(" / ");
  return horizon === "midTerm" ? levels + words.inBrackets([words.midTerm]) : levels;
}
