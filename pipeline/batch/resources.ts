/** What a run builds with, as plain data → forms, fonts and part cache, open. Each thread opens its own. */

import { join } from "node:path";
import type { LoadedFonts } from "../assets/fonts/index.ts";
import { type FormLibrary, loadForms } from "../assets/forms/index.ts";
import { cached, openPartCache, type PartCache } from "../cache/index.ts";
import type { MakeParts, Verification } from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type Clock, hashOfData } from "../files/index.ts";
import { type EditionOptions, givenLimits } from "../options/index.ts";
import type { Limits } from "../read/index.ts";
import { readProgram } from "./inputs.ts";

/** Plain data: they are handed to other threads. */
export type ResourceFolders = {
  /** The user's own forms. */
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits: string | undefined;
  /** The user's own fonts. */
  readonly fonts: string | undefined;
  /** The part cache. */
  readonly cache: string | undefined;
  /** Nothing is taken from the cache; what is made is kept there. */
  readonly fresh?: boolean;
};

/** Plain data, as well. */
export type BuildSettings = ResourceFolders &
  EditionOptions & {
    readonly clock: Clock;
    readonly verification: Verification;
    /** What the work on a department may cost. */
    readonly cost: Pick<Limits, "time" | "heap">;
  };

export type Resources = {
  readonly library: FormLibrary;
  readonly fonts: LoadedFonts;
  /** The same, out of the cache where it can be; `document` tells the document from all others. */
  readonly withCache: (make: MakeParts, document: unknown) => MakeParts;
};

/** A thousand projects take some 20 MB. */
const mostCacheBytes = 2 ** 30;

/**
 * Or why there are none: the folders may have gone since the run was planned. `around` is put around the cache of parts.
 */
export async function openResources(
  { templates, limits, fonts: folder, cache: cacheFolder, fresh = false }: ResourceFolders,
  around = (cache: PartCache): PartCache => cache,
): Promise<
  | { readonly resources: Resources; readonly problems: readonly Diagnostic[] }
  | { readonly problems: readonly Diagnostic[]; readonly resources?: undefined }
> {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => problems.push(problem);
  const library = await loadForms(templates, report, givenLimits(limits));
  // Loaded here, as only who makes pages needs the library for fonts.
  const { loadFonts } = await import("../assets/fonts/index.ts");
  const fonts = await loadFonts(folder, report);
  if (library === undefined || fonts === undefined) return { problems };
  const kept = cacheFolder === undefined ? undefined : around(openPartCache(cacheFolder, mostCacheBytes));
  const cache = kept && fresh ? { ...kept, read: async () => undefined } : kept;
  const program = cache && hashOfData(await readProgram());
  const withCache: Resources["withCache"] = (make, document) =>
    cache === undefined || program === undefined
      ? make
      : cached(make, { cache, document, program, fonts: fonts.fingerprint });
  return { resources: { library, fonts, withCache }, problems };
}

/** By default below the output folder. */
export function cacheFolder(cache: string | false | undefined, out: string): string | undefined {
  return cache === false ? undefined : (cache ?? join(out, ".huibian", "cache"));
}
