/** `build --dry-run`: folders of departments → what a build would do with these options; nothing is written. */
import { libraryOf } from "../assets/forms/index.ts";
import {
  askPermission,
  type BuildOptions,
  type Forecast,
  findRequest,
  forecastSteps,
  goneSince,
  interrupted,
  isCutShort,
  oldDraftsOf,
  planBuild,
  readRequest,
  refused,
  type SourceOpener,
  withOpener,
} from "../batch/index.ts";
import { folderOf } from "../editions/index.ts";
import { displayPath } from "../files/index.ts";

export function forecast(options: BuildOptions): Promise<Forecast> {
  return withOpener(options.limits, (opener) => forecastWith(options, opener));
}

async function forecastWith(options: BuildOptions, opener: SourceOpener): Promise<Forecast> {
  const asked = await readRequest(options, opener);
  if (asked.kind === "refused") return asked;
  if (await isCutShort(options)) return refused([interrupted(options)]);
  const request = asked.kind === "ready" ? asked : await findRequest(asked.options, asked.last, opener);
  if (request.kind === "refused") return request;
  const { options: resolved, sources, last, departments } = request;
  const problems = [...request.problems, ...goneSince(last, departments)];
  const plan = await planBuild(request, askPermission);
  if (plan.kind === "refused") return refused([...plan.problems, ...problems]);
  const library = libraryOf(sources);
  const planned = await forecastSteps(plan.steps, { ...resolved, library, opener });
  const oldDrafts = (await oldDraftsOf(plan, resolved)).map(({ place }) => displayPath(folderOf(place)));
  const { changed, out } = resolved;
  return {
    kind: "planned",
    exitCode: 0,
    plan: {
      changed,
      out: displayPath(out),
      departments: planned,
      oldDrafts: oldDrafts.length === 0 ? undefined : oldDrafts,
      problems,
      brokenForms: library.broken,
    },
  };
}
