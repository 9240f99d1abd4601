/** Lines → the end of a file: each in one write of its own, so that a run that is killed leaves whole lines. */
import { closeSync, fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from "node:fs";

export type LineFile = {
  /** What stood there before ended in half a line, which the first line closes. */
  readonly afterTornLine: boolean;
  /** Throws where the system does; a line that was cut short is closed by the next. */
  readonly append: (line: string) => void;
  readonly close: () => void;
};

/** @throws where the file can be neither opened nor made. */
export function openLines(path: string): LineFile {
  // Other runs may append to it at the same time: with O_APPEND their lines come between ours, never into them.
  const file = openSync(path, "a+");
  const afterTornLine = endsTorn(file);
  let torn = afterTornLine;
  return {
    afterTornLine,
    append: (line) => {
      const bytes = Buffer.from(`${torn ? "\n" : ""}${line}\n`);
      let written = 0;
      try {
        while (written < bytes.length) written += writeSync(file, bytes, written);
        torn = false;
      } catch (error) {
        torn ||= written > 0;
        throw error;
      }
    },
    close: () => {
      try {
        fsyncSync(file);
      } catch {
        // A pipe or a terminal has nothing to flush.
      }
      closeSync(file);
    },
  };
}

function endsTorn(file: number): boolean {
  const found = fstatSync(file);
  if (!found.isFile() || found.size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, found.size - 1);
  return last.toString("latin1") !== "\n";
}

/** Whether a file holds something else than lines that begin like that. @throws where it cannot be read. */
export function holdsOther(path: string, beginning: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size === 0) return false;
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(beginning.length);
    return bytes.toString("latin1", 0, readSync(file, bytes)) !== beginning;
  } finally {
    closeSync(file);
  }
}
