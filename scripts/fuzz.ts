/**
 * Tries mutated files for as long as it is told, in threads that are ended if they hang or take too much memory:
 * `npm run fuzz -- --minutes 30 [--target exports] [--seed 7]`. What a fault was found with is kept in build/fuzz.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { hashOfBytes } from "../pipeline/files/index.ts";
import { targets } from "../pipeline/testing/fuzz/run-target.ts";
import type { Specimen } from "../pipeline/testing/fuzz/target.ts";
import { type FuzzTask, headBytes, type Said, sharedHead } from "./fuzz-thread.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    target: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const minutes = Number(values.minutes);
const chosen = targets.map(({ name }) => name).filter((name) => name === (values.target ?? name));

/** No answer may take more time of the processor: a busy machine hangs nothing. */
const mostSeconds = 5;
/** Of the heap of a thread, which has the forms and fonts besides what an answer takes. */
const mostMegabytes = 700;
/** Specimens are no longer. */
const mostBytes = 1_000_000;

const folder = fileURLToPath(new URL("../fuzz", import.meta.url));
const counts = new Map<string, { attempts: number; crashes: number; seconds: number }>();

/** Seconds of the processor that this process has had, which are the thread's. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** One turn of a target, in a thread of its own; a thread that had to be ended takes its turn again with another seed. */
function turn(target: string, seed: number, seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const shared = new SharedArrayBuffer(headBytes + mostBytes);
    const head = sharedHead(shared);
    const task: FuzzTask = { target, seed, seconds, shared };
    const worker = new Worker(new URL("./fuzz-thread.js", import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const begun = performance.now();
    let [last, since, isEnded] = [0, spent(), false];
    const count = counts.get(target) ?? { attempts: 0, crashes: 0, seconds: 0 };
    counts.set(target, count);
    const crashed = (what: string, { name, bytes }: Specimen = head.specimen()) => {
      count.crashes += 1;
      const file = join(folder, `${target}-${hashOfBytes(bytes).slice(0, 12)}${extname(name)}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, bytes);
      writeFileSync(`${file}.txt`, `${name}\nseed ${seed}\n${what}\n`);
      console.log(`CRASH ${target}: ${file} (${name}, seed ${seed})\n${what.slice(0, 1500)}`);
    };
    const look = setInterval(() => {
      const attempt = head.attempt();
      if (attempt !== last) [last, since] = [attempt, spent()];
      else if (attempt > 0 && spent() - since > mostSeconds && !isEnded) {
        isEnded = true;
        crashed(`no answer in ${mostSeconds} seconds`);
        void worker.terminate();
      }
    }, 200);
    worker.on("message", ({ crash, specimen }: Said) => crashed(crash, specimen));
    worker.on("error", (error) => {
      if (!isEnded) crashed(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
    worker.on("exit", () => {
      clearInterval(look);
      count.attempts += head.attempt();
      count.seconds += (performance.now() - begun) / 1000;
      resolve();
    });
  });
}

const end = performance.now() + minutes * 60_000;
let seed = Number(values.seed);
console.log(`seed ${seed}, ${minutes} minutes of ${chosen.join(", ")}`);
while (performance.now() < end) {
  for (const target of chosen) {
    const left = (end - performance.now()) / 1000;
    if (left > 0) await turn(target, seed, Math.min(left, Math.max(60, (minutes * 60) / chosen.length / 4)));
    seed += 1;
  }
}
console.log("| target | attempts | crashes | s |\n|---|---|---|---|");
for (const [target, { attempts, crashes, seconds }] of counts)
  console.log(`| ${target} | ${attempts} | ${crashes} | ${seconds.toFixed(0)} |`);
process.exit([...counts.values()].some(({ crashes }) => crashes > 0) ? 1 : 0);
