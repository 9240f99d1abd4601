/** A way below a folder → the file there, if no link is on the way: what lies behind one is not of that folder. */
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { hashOfBytes } from "./hash.ts";
import { readRegular } from "./read-file.ts";

/** The path of the first link below the folder, which may be one itself; undefined if there is none. */
export async function linkOnTheWay(folder: string, way: string): Promise<string | undefined> {
  let path = folder;
  for (const name of way.split(/[/\\]/u).filter((one) => one !== "" && one !== ".")) {
    path = join(path, name);
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) return undefined;
    if (found.isSymbolicLink()) return path;
  }
  return undefined;
}

/** @throws if it cannot be read, is no regular file, is not of the folder, or has more bytes than `most`. */
export async function readOwn(folder: string, way: string, most?: number): Promise<Buffer> {
  const link = await linkOnTheWay(folder, way);
  if (link !== undefined) throw Object.assign(new Error(`ELINK: is a link, '${link}'`), { code: "ELINK" });
  return readRegular(join(folder, way), most);
}

/** Undefined if the folder has no such file. */
export async function hashOfOwn(folder: string, way: string): Promise<string | undefined> {
  return readOwn(folder, way).then(hashOfBytes, () => undefined);
}
