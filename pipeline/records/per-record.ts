/** What is made of records, such as projects, kept by a process that stays: what was made of one before is not made again. */
import type { Project } from "./project.ts";

/**
 * `given`: whatever else decides what is made. What was made is not known of another record, even an equal one, nor if
 * anything of `given` is not the very same.
 */
export type PerRecord<Key extends object, Value> = {
  readonly find: (record: Key, given: readonly unknown[]) => Value | undefined;
  /** Returns the value. */
  readonly keep: (record: Key, given: readonly unknown[], value: Value) => Value;
};

/** Lets go of what it keeps of a record together with the record. */
export function perRecord<Key extends object, Value>(): PerRecord<Key, Value> {
  const kept = new WeakMap<Key, { readonly given: readonly unknown[]; readonly value: Value }>();
  return {
    find: (record, given) => {
      const known = kept.get(record);
      return known !== undefined && areVerySame(known.given, given) ? known.value : undefined;
    },
    keep: (record, given, value) => {
      kept.set(record, { given, value });
      return value;
    },
  };
}

export type PerProject<Value> = PerRecord<Project, Value>;

export function perProject<Value>(): PerProject<Value> {
  return perRecord();
}

/** One by one, without a look into them. */
export function areVerySame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
}
