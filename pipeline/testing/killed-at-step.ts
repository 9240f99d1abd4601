/** Work that writes → what it leaves if it is killed at one step of its writing, without a process to kill. */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { disk } from "../files/index.ts";

/**
 * Does the work up to a step, counted from 1; at 0 all of it. From that step on nothing reaches the disk any more, as
 * of a program that is dead; a file that is being written then is left half done.
 *
 * @returns the steps that were reached, as `rename run.json`.
 */
export async function killedAtStep(stop: number, work: () => Promise<unknown>): Promise<readonly string[]> {
  const steps: string[] = [];
  const whole = { ...disk };
  /** `half`: of a step that writes a new file. */
  const reach = (step: string, half?: () => void) => {
    steps.push(step);
    if (stop === 0 || steps.length < stop) return;
    if (steps.length === stop) half?.();
    throw new Error(`killed at ${step}`);
  };
  const passing = (name: string, step: unknown) => {
    if (typeof step !== "function") throw new Error(`${name} is no step`);
    return async (...given: readonly unknown[]): Promise<unknown> => {
      const [path, second] = given;
      const bytes = second instanceof Uint8Array ? second : Array.isArray(second) ? second[0] : undefined;
      const half = () => writeFileSync(String(path), bytes.subarray(0, bytes.length / 2));
      const target = name === "rename" || name === "link" ? second : path;
      reach(`${name} ${basename(String(target))}`, bytes && half);
      return Reflect.apply(step, disk, given);
    };
  };
  for (const [name, step] of Object.entries(whole)) Object.assign(disk, { [name]: passing(name, step) });
  try {
    await work();
    return steps;
  } catch (error) {
    if (stop === 0) throw error;
    return steps;
  } finally {
    Object.assign(disk, whole);
  }
}

/** Kills the work at each of its steps in turn, each time in a place that `prepare` makes. */
export async function killedAtEachStep<Place>(
  prepare: () => Promise<Place>,
  {
    work,
    afterwards,
  }: {
    readonly work: (place: Place) => Promise<unknown>;
    /** Looks at what is left, and goes on from there. */
    readonly afterwards: (place: Place) => Promise<void>;
  },
): Promise<readonly string[]> {
  const rehearsal = await prepare();
  const steps = await killedAtStep(0, () => work(rehearsal));
  for (const [index, step] of steps.entries()) {
    const place = await prepare();
    await killedAtStep(index + 1, () => work(place));
    try {
      await afterwards(place);
    } catch (cause) {
      throw new Error(`killed at step ${index + 1}, ${step}`, { cause });
    }
  }
  return steps;
}
