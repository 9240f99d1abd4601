/** Folders, by absolute paths → the paths in them that changed, many together: a program that saves a file touches several. */
import { basename, dirname } from "node:path";
import { watch } from "chokidar";
import { isWithin } from "../find/index.ts";

export type Watching = { readonly close: () => Promise<void> };

export type WatchOptions = {
  /** Not watched, nor anything below. */
  readonly except: (path: string) => boolean;
  readonly onChange: (paths: readonly string[]) => void;
};

/** Milliseconds without another change, after which a save is taken to be done. */
const quiet = 60;
/** What changes all the time is looked at all the same. */
const longest = 1500;

/** Done when changes are seen. */
export async function watchFiles(
  folders: readonly string[],
  { except, onChange }: WatchOptions,
): Promise<Watching> {
  const changed = new Set<string>();
  let since: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const paths = [...changed];
    changed.clear();
    since = undefined;
    onChange(paths);
  };
  const note = (path: string) => {
    const now = performance.now();
    since ??= now;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(tell, Math.min(quiet, Math.max(0, since + longest - now)));
  };
  const roots = new Set(folders);
  // What a folder lies in tells that it was made again after it was removed.
  const parents = new Set(folders.map((folder) => dirname(folder)));
  const isAside = (path: string) =>
    parents.has(dirname(path)) && !folders.some((folder) => isWithin(folder, path));
  const isLeftOut = (path: string) => isAside(path) || isPassing(basename(path)) || except(path);
  const watcher = watch([...roots, ...parents], {
    ignoreInitial: true,
    ignored: (path) => !roots.has(path) && !parents.has(path) && isLeftOut(path),
  });
  watcher.on("all", (_, path) => note(path));
  // A folder that cannot be looked into is said where it is read.
  watcher.on("error", () => undefined);
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/**
 * What programs leave beside a file while it is open or being saved, and what is not searched for data. Excel saves to a
 * name of eight digits, and gives it the file's name when it is whole.
 */
function isPassing(name: string): boolean {
  return /^(?:~\$|\.[^.])|^[\da-f]{8}$|\.(?:tmp|swp|bak)$|~$/iu.test(name) || name === "node_modules";
}
