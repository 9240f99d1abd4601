/** Drafts → projects, of which a process that stays keeps each: a draft that says what it said is not assembled again. */
import { areVerySame, isEqual, type Project } from "../../records/index.ts";
import type { DraftProject } from "../drafts/draft.ts";
import { type Recorded, recorded } from "../drafts/recorded.ts";

type Kept = Recorded<Project> & { readonly draft: DraftProject; readonly given: readonly unknown[] };

export type KeptAssembled = {
  /** `given`: what decides, beside the draft, what becomes of it. */
  readonly assemble: (
    key: string,
    draft: DraftProject,
    given: readonly unknown[],
    make: Parameters<typeof recorded<Project>>[0],
  ) => Recorded<Project>;
  /** Lets go of those that were not asked for since the last time. */
  readonly settle: () => void;
};

export function keepAssembled(): KeptAssembled {
  let before: ReadonlyMap<string, Kept> = new Map();
  let now = new Map<string, Kept>();
  return {
    assemble: (key, draft, given, make) => {
      const known = before.get(key);
      const kept =
        known !== undefined && areVerySame(known.given, given) && saysTheSame(known.draft, draft)
          ? known
          : { ...recorded(make), draft, given };
      now.set(key, kept);
      return kept;
    },
    settle: () => {
      [before, now] = [now, new Map()];
    },
  };
}

/** Less what only the joining of drafts looks at. */
function saysTheSame(one: DraftProject, other: DraftProject): boolean {
  const told = ({ at, values, indicators, comesBack }: DraftProject) => [at, values, indicators, comesBack];
  return isEqual(told(one), told(other));
}
