/** Departments, `i/n` → the i-th of n parts, of about the same weight: together they are all, and no two share one. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Shard } from "../contracts/index.ts";
import { hashOfBytes } from "../files/index.ts";
import type { DepartmentFolder } from "./find-departments.ts";

export type WantedShard = Pick<Shard, "index" | "of">;

export type Split = {
  readonly departments: readonly DepartmentFolder[];
  readonly shard: Shard;
};

export type SplitOptions = WantedShard & {
  /** What is passed over costs nothing, and falls to some shard all the same, so that each is in one record. */
  readonly isSelected: (department: DepartmentFolder) => boolean;
};

/** The order and the folders given make no difference: the same departments are split in the same way on every machine. */
export async function splitDepartments(
  departments: readonly DepartmentFolder[],
  { index, of, isSelected }: SplitOptions,
): Promise<Split> {
  const weighed = await Promise.all(
    departments.map(async (department) => ({
      department,
      place: keyOf(department),
      weight: isSelected(department) ? await weightOf(department) : 0,
    })),
  );
  const shardOf = new Map(assign(weighed, of).map(({ place, shard }) => [place, shard]));
  const places = weighed.map(({ place }) => place).toSorted(byCode);
  return {
    departments: departments.filter((one) => shardOf.get(keyOf(one)) === index),
    shard: {
      ...{ index, of },
      departments: departments.length,
      places: hashOfBytes(places.join("\n")),
    },
  };
}

type Weighed = { readonly place: string; readonly weight: number };

/** The heaviest first, each to the shard that has least so far; shards count from 1. */
export function assign<One extends Weighed>(
  weighed: readonly One[],
  of: number,
): readonly { readonly place: string; readonly shard: number }[] {
  const shards = Array.from({ length: of }, (_, at) => ({ shard: at + 1, weight: 0, count: 0 }));
  const heaviest = weighed.toSorted(
    (one, other) => other.weight - one.weight || byCode(one.place, other.place),
  );
  return heaviest.map(({ place, weight }) => {
    const lightest = shards.reduce((least, one) =>
      one.weight < least.weight || (one.weight === least.weight && one.count < least.count) ? one : least,
    );
    lightest.weight += weight;
    lightest.count += 1;
    return { place, shard: lightest.shard };
  });
}

/** Bytes of what is read. */
async function weightOf({ realPath, departmentFile, files }: DepartmentFolder): Promise<number> {
  const names = departmentFile === undefined ? files : [departmentFile, ...files];
  const sizes = names.map((name) =>
    stat(join(realPath, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

// macOS hands out names decomposed that Linux has composed.
function keyOf({ output }: DepartmentFolder): string {
  return output.normalize("NFC");
}

/** Not by a language's order, which differs from one machine to another. */
function byCode(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
