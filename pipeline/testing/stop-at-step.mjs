/**
 * Runs the compiled program and stands still at one step of its writing, so that it can be killed there.
 *
 *   node stop-at-step.mjs <dist> <step> cli <words…>          the command line
 *   node stop-at-step.mjs <dist> <step> publish <out> <from> <to>   editions of the department 甲, one after the other
 *
 * Steps count from 1 and are named on standard error, one a line, as they are reached; the step is a number, 0 for none, or
 * how a step's name begins.
 * A write stands still when half of the file is written. `editions.mjs` says what the editions hold.
 */
import { writeFileSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { editionOf } from "./editions.mjs";

const [, , dist, stop, program, ...words] = process.argv;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { disk } = await load("files/disk.js");

let reached = 0;
for (const [name, carryOut] of Object.entries(disk))
  disk[name] = async (...given) => {
    reached += 1;
    const [path, second] = given;
    const step = `${name} ${basename(["rename", "link"].includes(name) ? second : path)}`;
    writeSync(2, `step ${reached} ${step}\n`);
    if (String(reached) === stop || step.startsWith(stop)) {
      const bytes = name === "write" ? second : name === "writeUnflushed" ? second[0] : undefined;
      if (bytes !== undefined) writeFileSync(path, bytes.subarray(0, bytes.length / 2));
      writeSync(2, "stopped\n");
      await new Promise(() => setInterval(() => undefined, 1000));
    }
    return carryOut(...given);
  };

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

if (program === "cli") {
  process.argv = [process.argv[0], join(dist, "cli", "main.js"), ...words];
  await load("cli/main.js");
} else {
  const [out, from, to] = words;
  const { holdOutput } = await load("editions/hold-output.js");
  const { publishEdition } = await load("editions/publish.js");
  const report = (finding) => writeSync(2, `found ${finding.code}\n`);
  const self = { pid: process.pid, command: "publish", isRunning };
  const { signal } = new AbortController();
  const onWait = () => writeSync(2, "waiting\n");
  const held = await holdOutput(out, { self, wait: 60, signal, report, onWait });
  if (held.kind !== "held") throw new Error(held.kind);
  for (let number = Number(from); number <= Number(to); number += 1)
    await publishEdition({ out, below: "甲" }, editionOf(number), { report });
  await held.release();
}
