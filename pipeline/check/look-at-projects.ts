/** Projects → what rules look at in each of them, and what those of the rules find that look at one project at a time. */
import { type FormSpec, type PerProject, type Project, perProject, perText } from "../records/index.ts";
import { comparable } from "./comparable.ts";
import { type FaultyCell, faultyCellReader } from "./faulty-cells.ts";
import { figuresIn } from "./figures.ts";
import { type KeptClaims, keepClaims } from "./form-checks.ts";
import { blockReader, type IndicatorBlock } from "./indicator-blocks.ts";
import { coreOf } from "./likeness.ts";
import { type Passage, type PrintedText, passagesOf, printedTextReader } from "./printed-texts.ts";
import type { Found, Rule, RuleContext } from "./rule.ts";

/** What of a project is looked at. */
export type Looked = {
  readonly blocks: readonly IndicatorBlock[];
  readonly texts: readonly PrintedText[];
  readonly passages: readonly Passage[];
  readonly faultyCells: readonly FaultyCell[];
};

export type FoundInProject = ReadonlyMap<Rule, readonly Found<unknown>[]>;

/** What a process that stays keeps of the projects that it has checked. */
export type KeptChecks = Pick<RuleContext, "figuresOf" | "coreOfName"> & {
  readonly looked: PerProject<Looked>;
  readonly found: PerProject<FoundInProject>;
  readonly claims: KeptClaims;
};

export function keepChecks(): KeptChecks {
  return {
    ...{ looked: perProject(), found: perProject(), claims: keepClaims() },
    ...{ figuresOf: perText(figuresIn), coreOfName: perText((name) => coreOf(comparable(name))) },
  };
}

/** One for each project. */
export function lookAtProjects(
  projects: readonly Project[],
  spec: FormSpec,
  { looked }: KeptChecks,
): readonly Looked[] {
  const [blocksOf, textsOf, cellsOf] = [blockReader(spec), printedTextReader(spec), faultyCellReader(spec)];
  return projects.map((project) => {
    const known = looked.find(project, [spec]);
    if (known !== undefined) return known;
    const [blocks, texts] = [blocksOf(project), textsOf(project)];
    const passages = passagesOf(texts, project);
    return looked.keep(project, [spec], { blocks, texts, passages, faultyCells: cellsOf(project, blocks) });
  });
}

/** What each project's own rules find in it, and what they find in no project, as the department has texts, too. */
export type FoundInEach = {
  readonly projects: readonly FoundInProject[];
  readonly department: FoundInProject;
};

/**
 * `given`: what decides, beside a project, what is found in it. `check` runs the rules on those projects of which that is
 * not known.
 */
export function findInEach(
  projects: readonly Project[],
  given: readonly unknown[],
  { found: kept }: KeptChecks,
  check: (isWanted: (project: Project) => boolean) => Iterable<readonly [Rule, readonly Found<unknown>[]]>,
): FoundInEach {
  const anew = new Map<Project | undefined, Map<Rule, Found<unknown>[]>>([[undefined, new Map()]]);
  for (const project of projects) if (kept.find(project, given) === undefined) anew.set(project, new Map());
  for (const [rule, found] of check((project) => anew.has(project))) {
    for (const one of found) {
      const ofProject = anew.get(one.project);
      const before = ofProject?.get(rule);
      if (before === undefined) ofProject?.set(rule, [one]);
      else before.push(one);
    }
  }
  const none: FoundInProject = new Map();
  return {
    department: anew.get(undefined) ?? none,
    projects: projects.map((project) => {
      const found = anew.get(project);
      return (found ? kept.keep(project, given, found) : kept.find(project, given)) ?? none;
    }),
  };
}
