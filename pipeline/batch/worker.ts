/** What a worker thread does: departments, or parts of a large one. It opens its own forms and fonts once. */
import {
  type Generated,
  loadTypesetter,
  type MadePart,
  type MadeParts,
  makePartsHere,
  type PartContext,
  type PartJob,
  startStopwatch,
} from "../department/index.ts";
import { boundTime, exceeded, TimeExceeded } from "./bound-time.ts";
import { type BuildOrder, failing, inThisThread } from "./executor.ts";
import { type BuildSettings, openResources, type ResourceFolders } from "./resources.ts";

let opened: ReturnType<typeof openResources> | undefined;

/** A thread serves one run, so the folders are always the same. */
function resourcesFor(folders: ResourceFolders): ReturnType<typeof openResources> {
  opened ??= openResources(folders);
  return opened;
}

/** Whoever cancels a run ends its threads. */
const pause = async () => undefined;

export type DepartmentTask = { readonly settings: BuildSettings; readonly order: BuildOrder };

export async function generateDepartment({ settings, order }: DepartmentTask): Promise<Generated> {
  const { resources, problems } = await resourcesFor(settings);
  const executor = resources ? inThisThread({ settings, resources, pause }) : failing(problems);
  return executor.generate(order);
}

export type PartsTask = {
  readonly folders: ResourceFolders;
  /** For all of them; undefined if they may take any time. */
  readonly seconds: number | undefined;
  readonly context: PartContext;
  readonly jobs: readonly PartJob[];
};

export async function typesetSomeParts({ folders, seconds, context, jobs }: PartsTask): Promise<MadeParts> {
  const { resources, problems } = await resourcesFor(folders);
  if (resources === undefined) return { parts: jobs.map((): MadePart => ({ findings: problems })) };
  const { openPartTypesetter } = await loadTypesetter();
  const watch = startStopwatch();
  const document = openPartTypesetter(context, { fonts: resources.fonts.book, watch });
  const make = makePartsHere(pause, seconds === undefined ? undefined : boundTime(seconds));
  try {
    const { parts } = await make(document, jobs);
    return { parts, milliseconds: watch.milliseconds() };
  } catch (error) {
    if (!(error instanceof TimeExceeded)) throw error;
    const findings = [exceeded(undefined, "time", error.seconds)];
    return { parts: jobs.map((): MadePart => ({ findings })) };
  }
}
