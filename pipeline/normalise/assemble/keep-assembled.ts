/** Drafts → projects, of which a process that stays keeps each: a draft that says what it said is not assembled again. */
import { areVerySame, isEqual, type Project } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import type { DraftProject } from "../drafts/draft.ts";

/** What was said of it goes to the context of each time. */
type Assembled = { readonly project: Project; readonly tell: (context: Context) => void };

type Kept = Assembled & { readonly draft: DraftProject; readonly given: readonly unknown[] };

export type KeptAssembled = {
  /** `given`: what decides, beside the draft, what becomes of it. */
  readonly assemble: (
    key: string,
    draft: DraftProject,
    given: readonly unknown[],
    make: (reporting: Pick<Context, "report" | "reportOnce">) => Project,
  ) => Assembled;
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
          : { ...assembled(make), draft, given };
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

function assembled(make: Parameters<KeptAssembled["assemble"]>[3]): Assembled {
  const said: ((context: Context) => void)[] = [];
  const project = make({
    report: (finding) => void said.push(({ report }) => report(finding)),
    reportOnce: (key, diagnose) => void said.push(({ reportOnce }) => reportOnce(key, diagnose)),
  });
  const tell = (context: Context) => {
    for (const say of said) say(context);
  };
  return { project, tell };
}
