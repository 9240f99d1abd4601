/** Joins what a department's files say into projects: whole projects, project tables, indicator tables. */

import { tableOf } from "../../diagnostics/index.ts";
import { groupBy, nearestName } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { type DraftProject, type Identity, identityOf, keyOf, ownPlace } from "../drafts/draft.ts";
import { distinctProjects, withDistinctIndicators } from "../drafts/equal-records.ts";
import {
  completeProject,
  createRegistry,
  declareProjects,
  findAlike,
  findProject,
  type Registry,
} from "../drafts/registry.ts";
import { reportRivals } from "../drafts/rival-exports.ts";
import { fillUnits } from "../tables/fill-units.ts";
import { type Grid, hasIndicators, identityColumns } from "../tables/grid.ts";
import { gatherProjects, listProjects, tellsProjects } from "../tables/project-rows.ts";
import type { StatedRow } from "../tables/stated-totals.ts";

export type FileContent = {
  readonly grids: readonly Grid[];
  /** Projects that a tree holds whole, by list. */
  readonly nested: readonly (readonly DraftProject[])[];
  /** What rows and objects that are no projects state as their sums. */
  readonly totals: readonly StatedRow[];
};

/**
 * An indicator table joins the projects of the other tables; alone, it is read for its projects too. Where one list has
 * more than `mostProjects`, nothing is joined.
 */
export function joinFiles(
  { grids, nested }: Pick<FileContent, "grids" | "nested">,
  mostProjects: number,
  context: Context,
): readonly DraftProject[] {
  const registry = createRegistry();
  // A blank unit in a table of indicators alone is settled by the tables that it joins.
  const usable = grids
    .filter((grid) => identifiesProjects(grid, context))
    .map((grid) => (tellsProjects(grid) ? fillUnits(grid, context.report) : grid));
  const withIndicators = usable.filter(({ columns }) => hasIndicators(columns));
  const tables = usable.filter((grid) => !withIndicators.includes(grid));
  const flat = withIndicators.filter((grid) => tellsProjects(grid));
  const bare = withIndicators.filter((grid) => !flat.includes(grid));
  const lists = [
    ...nested.map((drafts) => distinctProjects(drafts, context)),
    ...tables.map((grid) => distinctProjects(listProjects(grid, context), context)),
    ...flat.map((grid) => gatherProjects(grid, context, { most: mostProjects })),
  ];
  // The projects of one list are never joined with each other.
  const tooLong = lists.find(({ length }) => length > mostProjects);
  if (tooLong !== undefined) return tooLong;
  const joins = lists.some((drafts) => drafts.length > 0);
  const indicators = bare.map((grid) => gatherProjects(grid, context, { apart: joins }));
  // Joined, each of their differences would only be reported once more.
  const byTable = groupBy([...lists, ...indicators].flat(), ({ at }) => tableOf(at));
  if (reportRivals(byTable, context)) return [];
  for (const drafts of lists) declareProjects(registry, drafts, context);
  for (const drafts of indicators) {
    if (joins) joinIndicators(registry, drafts, context);
    else declareProjects(registry, drafts, context);
  }
  return registry.projects.map((draft) => withDistinctIndicators(draft, context));
}

function joinIndicators(registry: Registry, drafts: readonly DraftProject[], context: Context): void {
  const orphans: DraftProject[] = [];
  for (const draft of drafts) {
    const project = findProject(registry, identityOf(draft)) ?? findAlike(registry, draft, context);
    if (project === undefined) orphans.push(draft);
    else completeProject(registry, { draft: project, further: draft }, context);
  }
  reportOrphans(registry, orphans, context);
}

/** For as many the project that was meant is sought among all; what is wrong with more is not one name or another. */
const mostSlips = 1000;

function reportOrphans(
  { projects }: Registry,
  orphans: readonly DraftProject[],
  { report }: Pick<Context, "report">,
): void {
  const known = orphans.length === 0 ? [] : projects.map(identityOf);
  const nearest = orphans.length > mostSlips ? () => "" : seekProject(known);
  for (const draft of orphans) {
    const { indicators } = draft;
    const identity = identityOf(draft);
    const places = indicators.map(ownPlace);
    const also = places.slice(1).flatMap((at) => at ?? []);
    report({
      code: "indicator-without-project",
      at: draft.at,
      also: also.length === 0 ? undefined : also,
      found: keyOf(identity),
      args: { project: keyOf(identity), rows: indicators.length, nearest: nearest(identity) },
    });
  }
}

/** To find the code or name that was probably meant, or "". */
function seekProject(known: readonly Identity[]): (identity: Identity) => string {
  const codes = known.map(({ code }) => code).filter((code) => code !== "");
  const names = known.map(({ name }) => name).filter((name) => name !== "");
  const isName = new Set(names);
  return ({ code, name }) => {
    // Codes of one length are counted up, so another digit is another project; a digit lost or added is a slip.
    const others = code === "" ? [] : codes.filter((one) => one.length !== code.length);
    const coded = nearestName(code, others, 2);
    if (coded !== "" || name === "" || isName.has(name)) return coded;
    const part = names.filter((one) => one.includes(name) || name.includes(one));
    return part.length === 1 ? (part[0] ?? "") : nearestName(name, names, Math.ceil(name.length / 4));
  };
}

function identifiesProjects(grid: Grid, { report }: Context): boolean {
  const identified = identityColumns(grid).length > 0;
  if (!identified) report({ code: "project-columns-missing", at: grid.at, args: {} });
  return identified;
}
