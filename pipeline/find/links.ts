/** Links to folders → which are followed: a folder belongs to where it lies, whatever links to it; one that lies elsewhere to the first link that leads there. */
import { realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/index.ts";
import { displayPath } from "../files/index.ts";
import { isSearched } from "./classify-file.ts";

export type Links = {
  /** Where a folder lies in those given, as people see it, if the search comes to it without any link. */
  readonly placeOf: (realPath: string) => string | undefined;
  /** Notes that a folder is entered by way of a link; the path by which it was entered before, if it was. */
  readonly follow: (realPath: string, path: string) => string | undefined;
};

/** `out`: the real path of the output folder, which is not searched. */
export async function createLinks(folders: readonly string[], out: string | undefined): Promise<Links> {
  const places = folders.map(async (folder) => [await realPathOf(folder), folder] as const);
  const roots = new Map(await Promise.all(places));
  const followed = new Map<string, string>();
  return {
    placeOf: (realPath) => {
      if (out !== undefined && isWithin(out, realPath)) return undefined;
      for (const [root, shown] of roots) {
        if (!isWithin(root, realPath)) continue;
        const way = relative(root, realPath);
        if (way.split(sep).every((name) => isSearched(name))) return join(shown, way);
      }
      return undefined;
    },
    follow: (realPath, path) => {
      const before = followed.get(realPath);
      if (before === undefined) followed.set(realPath, path);
      return before;
    },
  };
}

/** With links followed; of a folder that is not there yet, those of the folder above it that is. */
export async function realPathOf(folder: string): Promise<string> {
  const path = resolve(folder);
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined || dirname(path) === path) return real ?? path;
  return join(await realPathOf(dirname(path)), basename(path));
}

/** One that leads back up hides nothing; any other may be how somebody meant to hand in data. */
export function linkNotFollowed(link: string, place: string): Diagnostic {
  const isCircle = isWithin(place, link);
  const at = { kind: "file", file: displayPath(link) } as const;
  return {
    code: isCircle ? "link-leads-back" : "link-not-followed",
    at,
    args: { folder: displayPath(place) },
  };
}

/** Whether a path leads to the folder or into it; of both with links followed. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
