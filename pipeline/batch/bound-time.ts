/** Work on a department → its result, or its end once it has taken all the time that it has: also of work that never looks up. */
import { createContext, Script } from "node:vm";
import type { DepartmentSources } from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Limits } from "../read/index.ts";

/**
 * Runs it at once, in this thread. A promise is handed back, and what follows it is not bounded: hand in each step.
 *
 * @throws TimeExceeded
 */
export type Bounded = <Result>(work: () => Result) => Result;

export class TimeExceeded extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`more than ${seconds} s`);
    this.seconds = seconds;
  }
}

/** No timer takes more milliseconds. */
const longest = 2 ** 31 - 1;

/** Node ends a script that takes too long, with all that it calls, loops and regular expressions as well. */
const script = new Script("work()");
const nothing = () => undefined;
const surroundings: { work: () => unknown } = { work: nothing };
const context = createContext(surroundings);

/** All that is handed in shares these seconds. */
export function boundTime(seconds: number): Bounded {
  let left = Math.min(seconds * 1000, longest);
  return <Result>(work: () => Result) => {
    const ended: ({ readonly value: Result } | { readonly error: unknown })[] = [];
    surroundings.work = () => {
      try {
        ended.push({ value: work() });
      } catch (error) {
        ended.push({ error });
      }
    };
    const since = performance.now();
    try {
      script.runInContext(context, { timeout: Math.max(1, Math.ceil(left)) });
    } catch {
      // It was ended from outside, and left no word.
    }
    // What it worked on is not to be held until the next.
    surroundings.work = nothing;
    left -= performance.now() - since;
    const [end] = ended;
    if (end === undefined) throw new TimeExceeded(seconds);
    if ("error" in end) throw end.error;
    return end.value;
  };
}

/** Larger departments may take longer, in the measure of their files. */
export function secondsFor(
  { files, departmentFile }: Pick<DepartmentSources, "files" | "departmentFile">,
  { time }: Pick<Limits, "time">,
): number {
  const own = departmentFile === undefined ? [] : [departmentFile];
  const bytes = [...files, ...own].reduce((sum, source) => sum + source.bytes.length, 0);
  return time * Math.max(1, Math.ceil(bytes / 2 ** 20));
}

/** What is said of a department whose work was ended; `folder` is undefined where a thread knows only its parts. */
export function exceeded(folder: string | undefined, limit: "time" | "heap", allowed: number): Diagnostic {
  const at =
    folder === undefined
      ? ({ kind: "option", option: "--limits" } as const)
      : ({ kind: "file", file: folder } as const);
  return { code: "department-exceeds-limit", at, args: { limit, allowed } };
}
