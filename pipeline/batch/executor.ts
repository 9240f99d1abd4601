/** Departments in, reports out, wherever that is done best: an executor is one way to do it. */
import {
  type DepartmentSources,
  type EarlierEditions,
  type Generated,
  generate,
  type MakeParts,
  makePartsHere,
  type Pause,
} from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { boundTime, exceeded, secondsFor, TimeExceeded } from "./bound-time.ts";
import type { BuildSettings, Resources } from "./resources.ts";

export type BuildOrder = {
  readonly sources: DepartmentSources;
  /** The folder of its final editions, absolute: names it in the cache. */
  readonly place: string;
  readonly earlier: EarlierEditions;
};

export type Executor = {
  /** Departments that are worked on side by side. */
  readonly jobs: number;
  readonly generate: (order: BuildOrder) => Promise<Generated>;
  readonly close: () => Promise<void>;
};

export type LocalOptions = {
  readonly settings: BuildSettings;
  readonly resources: Resources;
  readonly pause: Pause;
  /** Parts of a large report may be shared with others. */
  readonly shareParts?: ((here: MakeParts) => MakeParts) | undefined;
};

export function inThisThread({ settings, resources, pause, shareParts }: LocalOptions): Executor {
  const { library, fonts, withCache } = resources;
  const { verification, cost } = settings;
  return {
    jobs: 1,
    generate: async ({ sources, place, earlier }) => {
      const bounded = boundTime(secondsFor(sources, cost));
      const here = makePartsHere(pause, bounded);
      const make = shareParts?.(here) ?? here;
      try {
        return await bounded(() =>
          generate(sources, earlier, {
            ...settings,
            library,
            fonts: fonts.book,
            // What was not read back is kept apart from what was.
            makeParts: withCache(make, [
              place,
              settings.draft,
              ...(verification === "none" ? [verification] : []),
            ]),
            makePublicParts: withCache(make, [place, "public"]),
            pause,
          }),
        );
      } catch (error) {
        if (!(error instanceof TimeExceeded)) throw error;
        return failed(sources, [exceeded(sources.folder, "time", error.seconds)]);
      }
    },
    close: async () => undefined,
  };
}

/** Of a run whose forms or fonts are gone: every department fails, and says why. */
export function failing(problems: readonly Diagnostic[]): Executor {
  return {
    jobs: 1,
    generate: async ({ sources }) => failed(sources, problems),
    close: async () => undefined,
  };
}

/** Of a department of which nothing was made. */
export function failed({ found }: DepartmentSources, problems: readonly Diagnostic[]): Generated {
  return { findings: [...found, ...problems], readings: [], milliseconds: {} };
}

/** The stages do not yield, so a signal that came meanwhile is only heard here. */
export function pauseUnless(signal: AbortSignal): Pause {
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  };
}
