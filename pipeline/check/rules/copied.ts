/** A goal that is both mid-term and annual, and goals or blocks of indicators that several projects share. */
import type { Place } from "../../diagnostics/index.ts";
import { groupBy, type Horizon, type Project } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import type { Figure } from "../figures.ts";
import type { IndicatorBlock } from "../indicator-blocks.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import { placeOfIndicator } from "../place-of-indicator.ts";
import { rule } from "../rule.ts";
import { soundOf } from "../typed-for.ts";

export const goalSameForBothHorizons = rule("goal-same-for-both-horizons", {
  number: 32,
  severity: "warning",
  about: { zh: "年度目标与中期目标完全相同", en: "the same text as mid-term and as annual goal" },
  says: { zh: "年度目标与中期目标一字不差", en: "The annual goal is identical to the mid-term goal" },
  todo: { zh: "请写明当年要完成的部分。", en: "Describe what is to be done this year." },
  project(project, { spec }) {
    if (!spec.fields["goals.annual"] || !spec.fields["goals.midTerm"]) return;
    const [annual, midTerm] = [goalOf(project, "annual"), goalOf(project, "midTerm")];
    if (annual.at === undefined || midTerm.at === undefined || annual.text !== midTerm.text) return;
    return { at: annual.at, also: [midTerm.at], args: {} };
  },
});

/** One finding for each goal that was copied; shorter goals are the same by chance. */
export const goalCopied = rule("goal-copied", {
  number: 32,
  severity: "warning",
  about: {
    zh: "几个项目的绩效目标相同（只错同音字的也算）",
    en: "the same goal in several projects, though a character was typed for another",
  },
  says: {
    zh: "{count:number} 个项目的{horizon:horizon}绩效目标相同：{projects}",
    en: "{count:number} projects have the same {horizon:horizon} goal: {projects}",
  },
  todo: { zh: "请按各项目的实际内容分别填写目标。", en: "Give each project its own goal." },
  department: ({ department: { projects }, spec }) =>
    copiesAmong(
      spec.horizons
        .flatMap((horizon) => projects.map((project) => goalOf(project, horizon)))
        .filter(({ text }) => text.length >= 10)
        // A copy in which a character was typed for another is a copy.
        .map((goal) => ({ ...goal, text: soundOf(goal.text) })),
    ),
});

/** A sentence with numbers of its own is not the same by chance. Goals that are copied as a whole are told above. */
export const goalLineCopied = rule("goal-line-copied", {
  number: 32,
  severity: "warning",
  // Projects of one programme may promise the same numbers: no real department has shown yet how many do.
  trial: true,
  about: {
    zh: "几个项目的绩效目标里有同一句带数字的话",
    en: "one sentence with numbers in the goals of several projects",
  },
  says: {
    zh: "{count:number} 个项目的{horizon:horizon}绩效目标里有同一句话：{projects}",
    en: "{count:number} projects have one sentence in common in their {horizon:horizon} goals: {projects}",
  },
  todo: { zh: "请核对是否抄自另一个项目。", en: "Check whether it was copied from another project." },
  *department({ department: { projects }, spec, figuresOf }) {
    for (const horizon of spec.horizons) {
      const lines = projects.flatMap((project) =>
        (project.goals[horizon]?.lines ?? [])
          .filter(({ text }) => figuresOf(text).filter(isOfItsOwn).length >= 2)
          .map(({ text, at }) => ({ project, horizon, text: comparable(text), at })),
      );
      const shared = [...groupBy(lines, ({ text }) => (text.length < 15 ? undefined : text)).values()];
      // Of goals that are equal as a whole, one stands for all.
      const distinct = shared
        .filter(({ length }) => length > 1)
        .flatMap((group) => [...groupBy(group, ({ project }) => goalOf(project, horizon).text).values()])
        .flatMap(([first]) => first ?? []);
      // They may have other sentences in common.
      for (const found of copiesAmong(distinct)) yield { ...found, shared: { what: found.shared.what } };
    }
  },
});

/** Times and shares, and a few of a thing, are what many projects promise: 2小时内响应, 达到100%, 每年检查4次. */
function isOfItsOwn({ number, unit }: Figure): boolean {
  return Number(number) >= 10 && !/[%‰天时钟秒日]$/u.test(unit);
}

/** Fewer than three indicators that say something are the same by chance. */
export const indicatorsCopied = rule("indicators-copied", {
  number: 32,
  severity: "warning",
  about: { zh: "几个项目的绩效指标完全相同", en: "the same block of indicators in several projects" },
  says: {
    zh: "{count:number} 个项目的{horizon:horizon}绩效指标完全相同：{projects}",
    en: "{count:number} projects have identical {horizon:horizon} indicators: {projects}",
  },
  todo: { zh: "请按各项目的实际内容分别填写指标。", en: "Give each project its own indicators." },
  department: ({ blocks }) =>
    copiesAmong(
      blocks
        .filter(({ indicators }) => indicators.filter((one) => !indicatorNotApplicable(one)).length >= 3)
        .map((block) => ({ ...block, text: textOf(block), at: startOf(block) })),
    ),
});

type Candidate = {
  readonly project: Project;
  readonly horizon: Horizon;
  readonly text: string;
  readonly at: Place | undefined;
};

function* copiesAmong(candidates: readonly Candidate[]) {
  const groups = groupBy(candidates, ({ text, horizon }) => `${horizon}\n${text}`);
  for (const [what, group] of groups) {
    const [first, ...others] = group;
    if (first?.at === undefined || others.length === 0) continue;
    const names = group.map(({ project }) => project.name?.text ?? project.key);
    yield {
      at: first.at,
      also: others.flatMap(({ at }) => at ?? []),
      project: first.project,
      touches: group.map(({ project }) => project),
      shared: { what, kind: first.horizon },
      args: { horizon: first.horizon, count: group.length, projects: someOf(names) },
    };
  }
}

/** A sentence names some of a thousand; the finding touches all of them. */
function someOf(names: readonly string[]): string {
  return names.length > mostNamed ? `${names.slice(0, mostNamed).join("、")}……` : names.join("、");
}
const mostNamed = 10;

function goalOf(project: Project, horizon: Horizon): Candidate {
  const lines = project.goals[horizon]?.lines ?? [];
  const text = lines.map((line) => comparable(line.text)).join("\n");
  return { project, horizon, text, at: lines[0]?.at };
}

function textOf({ indicators }: IndicatorBlock): string {
  const rows = indicators.map(({ level1, level2, level3, printedValue }) =>
    [level1, level2, level3, printedValue].map((cell) => (cell?.text ?? "").replace(/\s+/gu, "")).join("\t"),
  );
  return rows.join("\n");
}

function startOf({ project, indicators: [first] }: IndicatorBlock): Place {
  return first === undefined ? project.at : (first.level3?.at ?? placeOfIndicator(first, project));
}
