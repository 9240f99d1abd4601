/**
 * Runs the compiled program and stops it at one step of its writing, to be killed there, or to go on when something
 * comes on standard input.
 *
 *   node stop-at-step.mjs <dist> <stop> cli <words…>          the command line
 *   node stop-at-step.mjs <dist> <stop> publish <out> <from> <to>   editions of the department 甲, one after the other
 *
 * Steps are named on standard error, one a line, as they are reached, and then `stopped`. `<stop>` is the number of a
 * step, from 1; or how its name begins, with a number if it is not the first of these: `2:rename run.json`; at 0 the
 * program is not stopped. A write stops when half of the file is written, and no later step goes on. `editions.mjs` says
 * what the editions hold.
 */
import { writeFileSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { editionOf } from "./editions.mjs";

const [, , dist, stop, program, ...words] = process.argv;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { disk } = await load("files/disk.js");

let reached = 0;
let resumed;
let named = 0;
const [, nth = "1", beginning] = /^(?:(\d+):)?(.*)$/u.exec(stop);
const isNumber = /^\d+$/u.test(stop);
for (const [name, carryOut] of Object.entries(disk))
  disk[name] = async (...given) => {
    const [path, second] = given;
    const step = `${name} ${basename(["rename", "link"].includes(name) ? second : path)}`;
    reached += 1;
    if (!isNumber && step.startsWith(beginning)) named += 1;
    writeSync(2, `step ${reached} ${step}\n`);
    if (resumed === undefined && (String(reached) === stop || (!isNumber && String(named) === nth))) {
      const bytes = name === "write" ? second : name === "writeUnflushed" ? second[0] : undefined;
      if (bytes !== undefined) writeFileSync(path, bytes.subarray(0, bytes.length / 2));
      resumed = new Promise((resolve) => process.stdin.once("data", resolve));
      writeSync(2, "stopped\n");
    }
    await resumed;
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
