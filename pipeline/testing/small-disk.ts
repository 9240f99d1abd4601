/** A disk that can be filled up, or made read-only: a real one if this process may mount it, else a pretended one. */
import { execFileSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { disk } from "../files/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export type SmallDisk = {
  readonly folder: string;
  /** Leaves room for some bytes only. */
  readonly fill: (left: number) => void;
  readonly empty: () => void;
  readonly makeReadOnly: () => void;
  readonly makeWritable: () => void;
  readonly remove: () => void;
};

export function newSmallDisk(): SmallDisk {
  const folder = temporaryFolder();
  return mountedDisk(folder) ?? pretendedDisk(folder);
}

const capacity = 1024 * 1024;

function mountedDisk(folder: string): SmallDisk | undefined {
  const system = (program: string, ...words: readonly string[]) =>
    execFileSync(program, words, { stdio: "ignore" });
  const mount = (options: string) => system("mount", "-t", "tmpfs", "-o", options, "none", folder);
  try {
    mount(`size=${capacity}`);
  } catch {
    return undefined;
  }
  const filler = join(folder, "filler");
  return {
    folder,
    fill: (left) => {
      writeFileSync(filler, "");
      const { bavail, bsize } = statfsSync(folder);
      const free = bavail * bsize;
      writeFileSync(filler, new Uint8Array(Math.max(0, free - left)));
    },
    empty: () => rmSync(filler),
    makeReadOnly: () => mount(`remount,ro,size=${capacity}`),
    makeWritable: () => mount(`remount,rw,size=${capacity}`),
    remove: () => system("umount", folder),
  };
}

/** Its steps answer what those of a full or a read-only one do; root without leave to mount is kept from nothing else. */
function pretendedDisk(folder: string): SmallDisk {
  const { write, writeUnflushed, mkdir } = disk;
  let left = Number.POSITIVE_INFINITY;
  const answer = (code: string) => {
    throw Object.assign(new Error(`${code}: pretended`), { code });
  };
  const take = (bytes: number) => {
    const taken = Math.ceil(bytes / 4096) * 4096;
    if (taken > left) answer("ENOSPC");
    left -= taken;
  };
  Object.assign(disk, {
    write: async (path: string, bytes: Uint8Array) => {
      take(bytes.length);
      await write(path, bytes);
    },
    writeUnflushed: async (path: string, pieces: readonly Uint8Array[]) => {
      take(pieces.reduce((sum, { length }) => sum + length, 0));
      await writeUnflushed(path, pieces);
    },
  });
  const setLeft = (room: number) => {
    left = room;
  };
  return {
    folder,
    fill: setLeft,
    empty: () => setLeft(Number.POSITIVE_INFINITY),
    makeReadOnly: () => Object.assign(disk, { mkdir: async () => answer("EROFS") }),
    makeWritable: () => Object.assign(disk, { mkdir }),
    remove: () => {
      Object.assign(disk, { write, writeUnflushed, mkdir });
    },
  };
}
