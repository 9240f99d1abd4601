/** A folder of packs, one a document → packs read, written whole, and the oldest removed when they are too many. */
import { randomUUID } from "node:crypto";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { disk, readRegular, reasonOf } from "../files/index.ts";
import { type OpenPack, openPack, type Pack, writePack } from "./part-pack.ts";

/**
 * Two runs may use one folder at the same time: a pack is written beside and renamed, so that whoever reads one reads
 * it whole, and of two that are written the later one stays. Losing a pack costs time and nothing else, so nothing
 * that goes wrong here stops anybody.
 */
export type PartCache = {
  readonly read: (name: string) => Promise<OpenPack | "damaged" | undefined>;
  /** Gives the reason where it could not be written. */
  readonly write: (name: string, pack: Pack) => Promise<string | undefined>;
  /** Counts as used now. */
  readonly touch: (name: string) => Promise<undefined>;
};

const ending = ".parts";
/** The user may have chosen a folder that holds files of theirs: only what is named as we name it is ours. */
const ours = {
  pack: /^[0-9a-f]{32}\.parts$/u,
  beside: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u,
};
/** Left by a process that was killed. */
const abandoned = 24 * 60 * 60 * 1000;

export function openPartCache(folder: string, mostBytes: number): PartCache {
  const pathOf = (name: string) => join(folder, `${name}${ending}`);
  return {
    read: async (name) => {
      const file = await readRegular(pathOf(name)).catch(() => undefined);
      return file && (openPack(file) ?? "damaged");
    },
    write: async (name, pack) => {
      const beside = join(folder, `${randomUUID()}.tmp`);
      try {
        await disk.mkdir(folder);
        // Not flushed: a pack that a power cut has torn does not fit its checksums.
        await disk.writeUnflushed(beside, writePack(pack));
        await disk.rename(beside, pathOf(name));
        // What stays too long is no reason to say that this pack was not kept.
        await removeOldest(folder, mostBytes).catch(() => undefined);
        return undefined;
      } catch (error) {
        await disk.remove(beside).catch(() => undefined);
        return reasonOf(error);
      }
    },
    touch: async (name) => {
      // Without it the pack is removed a little earlier than it had to be.
      await disk.touch(pathOf(name), new Date()).catch(() => undefined);
      return undefined;
    },
  };
}

async function removeOldest(folder: string, mostBytes: number): Promise<void> {
  const now = Date.now();
  const names = (await readdir(folder)).filter((name) => ours.pack.test(name) || ours.beside.test(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const about = await lstat(path).catch(() => undefined);
      return about?.isFile() ? [{ path, name, size: about.size, used: about.mtimeMs }] : [];
    }),
  );
  const known = files.flat();
  const torn = known.filter(({ name, used }) => ours.beside.test(name) && now - used > abandoned);
  let total = 0;
  const newest = known.filter(({ name }) => ours.pack.test(name)).sort((one, other) => other.used - one.used);
  const excess = newest.filter(({ size }, index) => {
    total += size;
    return index > 0 && total > mostBytes;
  });
  await Promise.allSettled([...torn, ...excess].map(({ path }) => disk.remove(path)));
}
