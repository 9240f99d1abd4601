/** What a report's templates printed → how its tables are set, from a sample of its projects if there are many. */
import { measureProject, type RenderedReport } from "../compose/index.ts";
import { settleTables } from "../layout/index.ts";
import type { TableSetting } from "../model/index.ts";
import { sectionGeometry, typeArea } from "../resolve/index.ts";

/** Reading more of them costs more than it says. */
const mostProjects = 64;

/** Of all projects those at equal distances, so that an edit of any other changes nothing. */
export function settleTablesOf({
  sections,
  theme,
}: Pick<RenderedReport, "sections" | "theme">): TableSetting {
  const section = sections.find(({ parts }) => parts.some(({ projects }) => projects.length > 0));
  const projects = section?.parts.flatMap((part) => part.projects) ?? [];
  const distance = Math.ceil(projects.length / mostProjects);
  const sample = projects.filter((_, index) => index % distance === 0);
  const room = typeArea(sectionGeometry(section ?? sections[0], theme));
  const given = [theme, JSON.stringify(room), ...sample.map(({ markup }) => markup)];
  const [first] = sample;
  const known = first && settled.get(first.markup);
  if (known?.given.length === given.length && given.every((one, index) => one === known.given[index]))
    return known.setting;
  const setting = settleTables(sample.map(measureProject), { theme, room });
  if (first !== undefined) settled.set(first.markup, { given, setting });
  return setting;
}

/** By the first of their markups: a process that renders a report again has most of them as they were. */
const settled = new WeakMap<
  Uint8Array,
  { readonly given: readonly unknown[]; readonly setting: TableSetting }
>();
