/**
 * Runs the compiled program and stops it at one step of its writing, or at each, to be killed there, or to go on when
 * something comes on standard input.
 *
 *   node stop-at-step.mjs <dist> <stop> cli <words…>          the command line
 *   node stop-at-step.mjs <dist> <stop> publish <from> <to> <out…>  editions of the department 甲, one after the other,
 *                                                             in each of the output folders
 *
 * Steps are named on standard error, one a line, as they are reached, and then `stopped`. `<stop>` is how the name of a
 * step begins, with a number if it is not the first of these: `2:rename run.json`; `each` stops at every step; at `none`
 * the program is not stopped. A write stops when half of the file is written, and no later step goes on. `editions.mjs`
 * says what the editions hold.
 */
import { rmSync, writeFileSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { editionOf } from "./editions.mjs";

const [, , dist, stop, program, ...words] = process.argv;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { disk, holdOutput, publishEdition } = await load("testing.js");

/** Whether the program stops at a step. */
function readStop(stop) {
  if (stop === "each") return () => true;
  if (stop === "none") return () => false;
  const [, nth = "1", beginning] = /^(?:(\d+):)?(.*)$/u.exec(stop);
  let named = 0;
  return (step) => {
    if (!step.startsWith(beginning)) return false;
    named += 1;
    return String(named) === nth;
  };
}

const stopsAt = readStop(stop);
let reached = 0;
/** Where steps wait for one that is stopped. */
let gate = Promise.resolve();
for (const [name, carryOut] of Object.entries(disk))
  disk[name] = async (...given) => {
    const [path, second] = given;
    const step = `${name} ${basename(["rename", "link"].includes(name) ? second : path)}`;
    reached += 1;
    writeSync(2, `step ${reached} ${step}\n`);
    const bytes = name === "write" ? second : name === "writeUnflushed" ? second[0] : undefined;
    if (stopsAt(step)) gate = gate.then(() => waitAt(path, bytes));
    await gate;
    return carryOut(...given);
  };

/** `bytes`: of the file that the step would write there. */
async function waitAt(path, bytes) {
  if (bytes !== undefined) writeFileSync(path, bytes.subarray(0, bytes.length / 2));
  writeSync(2, "stopped\n");
  await new Promise((resolve) => process.stdin.once("data", resolve).resume());
  // Or it would hold the process at its end.
  process.stdin.pause();
  // What is half written here is written anew, as a file that is not there yet.
  if (bytes !== undefined) rmSync(path);
}

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
  const [from, to, ...outs] = words;
  const report = (finding) => writeSync(2, `found ${finding.code}\n`);
  const self = { pid: process.pid, command: "publish", isRunning };
  const { signal } = new AbortController();
  const onWait = () => writeSync(2, "waiting\n");
  const publishIn = async (out) => {
    const held = await holdOutput(out, { self, wait: 60, signal, report, onWait });
    if (held.kind !== "held") throw new Error(held.kind);
    for (let number = Number(from); number <= Number(to); number += 1)
      await publishEdition({ out, below: "甲" }, editionOf(number), { report });
    await held.release();
  };
  await Promise.all(outs.map(publishIn));
}
