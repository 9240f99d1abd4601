/** Stages, one after the other → how long each took in all. */

/** Milliseconds, by stage. */
export type Timings = Readonly<Record<string, number>>;

export type Stopwatch = {
  /** What was done since the last call is counted for no stage. */
  readonly start: () => void;
  /** What was done since the last call is counted for this stage. */
  readonly lap: (stage: string) => void;
  readonly milliseconds: () => Timings;
};

export function startStopwatch(): Stopwatch {
  const spent = new Map<string, number>();
  let since = performance.now();
  return {
    start: () => {
      since = performance.now();
    },
    lap: (stage) => {
      const now = performance.now();
      spent.set(stage, (spent.get(stage) ?? 0) + now - since);
      since = now;
    },
    milliseconds: () => Object.fromEntries([...spent].map(([stage, time]) => [stage, Math.round(time)])),
  };
}

/** Stage by stage. */
export function addTimings(...all: readonly Timings[]): Timings {
  const sum = new Map<string, number>();
  for (const timings of all)
    for (const [stage, time] of Object.entries(timings)) sum.set(stage, (sum.get(stage) ?? 0) + time);
  return Object.fromEntries(sum);
}
