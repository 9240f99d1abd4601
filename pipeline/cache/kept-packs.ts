/** A cache of parts → the same for a process that stays: what it read or made is not read again. */
import type { PartCache } from "./part-cache.ts";
import type { OpenPack, Pack } from "./part-pack.ts";

export type KeptPacks = {
  readonly over: (below: PartCache) => PartCache;
  /** Writes down what came since the first time. */
  readonly flush: () => Promise<void>;
};

/** A document's pack is written when it is first made, as that took longest, and then not before `flush`. */
export function keepPacks(): KeptPacks {
  const kept = new Map<string, OpenPack>();
  const unwritten = new Map<string, () => Promise<unknown>>();
  return {
    over: (below) => ({
      read: async (name) => {
        const pack = kept.get(name) ?? (await below.read(name));
        if (typeof pack === "object") kept.set(name, pack);
        return pack;
      },
      write: async (name, pack) => {
        const write = () => below.write(name, pack);
        const isFirst = !kept.has(name);
        kept.set(name, opened(pack));
        if (isFirst) return write();
        unwritten.set(name, write);
        return undefined;
      },
      touch: below.touch,
    }),
    flush: async () => {
      const all = [...unwritten.values()];
      unwritten.clear();
      for (const write of all) await write();
    },
  };
}

function opened({ madeWith, parts }: Pack): OpenPack {
  const byKey = new Map(parts.map(({ key, part }) => [key, part]));
  return { madeWith, size: byKey.size, find: (key) => byKey.get(key) };
}
