/** Joins what a department's files say into projects: whole projects, project tables, indicator tables. */
import type { Context } from "./context.ts";
import { type DraftProject, identityOf, keyOf, ownPlace } from "./draft.ts";
import { fillUnits } from "./fill-units.ts";
import { type Grid, hasIndicators } from "./grid.ts";
import { gatherProjects, listProjects, tellsProjects } from "./project-rows.ts";
import { completeProject, createRegistry, declareProjects, findProject, type Registry } from "./registry.ts";
import type { StatedRow } from "./stated-totals.ts";

export type FileContent = {
  readonly grids: readonly Grid[];
  /** Projects that a tree holds whole, by list. */
  readonly nested: readonly (readonly DraftProject[])[];
  /** What rows and objects that are no projects state as their sums. */
  readonly totals: readonly StatedRow[];
};

/** An indicator table joins the projects of the other tables; alone, it is read for its projects too. */
export function joinFiles(
  { grids, nested }: Pick<FileContent, "grids" | "nested">,
  context: Context,
): DraftProject[] {
  const registry = createRegistry();
  // A blank unit in a table of indicators alone is settled by the tables that it joins.
  const usable = grids
    .filter((grid) => identifiesProjects(grid, context))
    .map((grid) => (tellsProjects(grid) ? fillUnits(grid, context.report) : grid));
  const withIndicators = usable.filter(({ columns }) => hasIndicators(columns));
  for (const drafts of nested) declareProjects(registry, drafts, context);
  for (const grid of usable.filter((one) => !withIndicators.includes(one))) {
    declareProjects(registry, listProjects(grid, context), context);
  }
  const flat = withIndicators.filter((grid) => tellsProjects(grid));
  for (const grid of flat) declareProjects(registry, gatherProjects(grid, context), context);
  const bare = withIndicators.filter((grid) => !flat.includes(grid));
  const joins = registry.projects.length > 0;
  for (const grid of bare) {
    const drafts = gatherProjects(grid, context, { apart: joins });
    if (joins) joinIndicators(registry, drafts, context);
    else declareProjects(registry, drafts, context);
  }
  return registry.projects;
}

function joinIndicators(registry: Registry, drafts: readonly DraftProject[], context: Context): void {
  for (const draft of drafts) {
    const project = findProject(registry, identityOf(draft));
    if (project === undefined) reportOrphans(draft, context);
    else completeProject(registry, { draft: project, further: draft }, context);
  }
}

function reportOrphans(draft: DraftProject, { report }: Context): void {
  const { indicators } = draft;
  const places = indicators.map(ownPlace);
  const also = places.slice(1).flatMap((at) => at ?? []);
  report({
    code: "indicator-without-project",
    at: draft.at,
    also: also.length === 0 ? undefined : also,
    found: keyOf(identityOf(draft)),
    args: { project: keyOf(identityOf(draft)), rows: indicators.length },
  });
}

function identifiesProjects({ columns, file }: Grid, { report }: Context): boolean {
  const identified = columns.some(({ field }) => field === "project.code" || field === "project.name");
  if (!identified) report({ code: "project-columns-missing", at: { kind: "file", file }, args: {} });
  return identified;
}
