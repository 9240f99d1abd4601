/** The process that the tests run in, as a lock names it. */
import type { RunningProcess } from "../editions/index.ts";

export const thisProcess: RunningProcess = {
  pid: process.pid,
  command: "vitest",
  isRunning: (pid) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  },
};
