/** The process in which containers are opened: bytes in, what became of them out. It may be ended at any time. */
import { Worker } from "node:worker_threads";
import type { Limits, Opened } from "../read/index.ts";
import { openContainer } from "./open-container.ts";

export type Job = { readonly bytes: Uint8Array; readonly limits: Limits };
export type Answer = {
  readonly opened: Opened;
  /** Megabytes of memory that the process holds on to. */
  readonly memory: number;
};

const watcher = new Worker(new URL("./watcher.js", import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
});
watcher.unref();

process.on("message", ({ bytes, limits }: Job) => {
  watcher.postMessage(limits);
  const opened = openContainer(bytes, limits);
  watcher.postMessage(undefined);
  const answer: Answer = { opened, memory: process.memoryUsage.rss() / 2 ** 20 };
  process.send?.(answer);
});
process.on("disconnect", () => process.exit());
