/** What is made of projects, kept by a process that stays: what was made of a project before is not made again. */
import type { Project } from "./project.ts";

/**
 * `given`: whatever else decides what is made. What was made is not known of another record of a project, even an equal
 * one, nor if anything of `given` is not the very same.
 */
export type PerProject<Value> = {
  readonly find: (project: Project, given: readonly unknown[]) => Value | undefined;
  /** Returns the value. */
  readonly keep: (project: Project, given: readonly unknown[], value: Value) => Value;
};

/** Lets go of what it keeps of a project together with the project. */
export function perProject<Value>(): PerProject<Value> {
  const kept = new WeakMap<Project, { readonly given: readonly unknown[]; readonly value: Value }>();
  return {
    find: (project, given) => {
      const known = kept.get(project);
      return known !== undefined && areVerySame(known.given, given) ? known.value : undefined;
    },
    keep: (project, given, value) => {
      kept.set(project, { given, value });
      return value;
    },
  };
}

/** One by one, without a look into them. */
export function areVerySame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
}
