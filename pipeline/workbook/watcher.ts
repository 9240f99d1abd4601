/** A thread beside the one that opens a container: ends the process if that takes too much memory or time. */
import { parentPort } from "node:worker_threads";
import type { Limits } from "../read/index.ts";
import { endings } from "./endings.ts";

/** Milliseconds between two looks. */
const pace = 5;
/** Megabytes that may be allocated between two looks. */
const margin = 12;

let timer: NodeJS.Timeout | undefined;

/** Limits begin a job, nothing ends it. */
parentPort?.on("message", (limits: Limits | undefined) => {
  clearInterval(timer);
  if (limits === undefined) return;
  const since = process.cpuUsage();
  timer = setInterval(() => {
    const { user, system } = process.cpuUsage(since);
    if (process.memoryUsage.rss() > (limits.memory - margin) * 2 ** 20)
      process.kill(process.pid, endings.memory);
    // Processor time: on a busy machine a sound workbook takes no more of it.
    if ((user + system) / 1e6 > limits.seconds) process.kill(process.pid, endings.seconds);
  }, pace);
});
