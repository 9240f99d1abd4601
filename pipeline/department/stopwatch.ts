/** Calls of a stage → the time it took in all, by the stage's name. */

/** Runs the work and adds its time to the stage's; a promise is timed to its end. */
export type Stopwatch = <Result>(stage: string, work: () => Result) => Result;

export type Timings = Readonly<Record<string, number>>;

export function startStopwatch(): { readonly time: Stopwatch; readonly milliseconds: () => Timings } {
  const spent = new Map<string, number>();
  const add = (stage: string, since: number) =>
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - since);
  return {
    time: (stage, work) => {
      const since = performance.now();
      const result = work();
      if (result instanceof Promise)
        result.then(
          () => add(stage, since),
          () => add(stage, since),
        );
      else add(stage, since);
      return result;
    },
    milliseconds: () => Object.fromEntries([...spent].map(([stage, time]) => [stage, Math.round(time)])),
  };
}

/** Stage by stage. */
export function addTimings(one: Timings, other: Timings): Timings {
  const sum = new Map(Object.entries(one));
  for (const [stage, time] of Object.entries(other)) sum.set(stage, (sum.get(stage) ?? 0) + time);
  return Object.fromEntries(sum);
}
