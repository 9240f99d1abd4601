/** A process that runs one route, measures its work, and sends the measurement to the one that started it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stopwatch } from "../../pipeline/department/index.ts";
import type { Cost, Job, Lap, Measurement } from "./measurement.ts";
import { isRouteName, routes } from "./routes.ts";

const [, , name, jobText] = process.argv;
if (!isRouteName(name) || jobText === undefined) throw new Error("usage: child <route> <job as JSON>");
const job: Job = JSON.parse(jobText);
const route = await routes[name]();
const work = await route(job);

const stages: Record<string, Cost> = {};
const outputs = new Map<string, Uint8Array>();
const start = () => {
  const [since, used] = [performance.now(), process.cpuUsage()];
  return (stage: string) => {
    const { user, system } = process.cpuUsage(used);
    const before = stages[stage] ?? { cpu: 0, wall: 0 };
    stages[stage] = {
      cpu: before.cpu + (user + system) / 1e6,
      wall: before.wall + (performance.now() - since) / 1e3,
    };
  };
};
const lap: Lap = async (stage, part) => {
  const end = start();
  const result = await part();
  end(stage);
  return result;
};
let end = start();
const watch: Stopwatch = {
  start: () => {
    end = start();
  },
  lap: (stage) => {
    end(stage);
    end = start();
  },
  milliseconds: () => ({}),
};
await work({ lap, watch, keep: (file, bytes) => void outputs.set(file, bytes) });

const sum = (figure: keyof Cost) => Object.values(stages).reduce((total, cost) => total + cost[figure], 0);
const measurement: Measurement = {
  cpu: sum("cpu"),
  wall: sum("wall"),
  peak: process.resourceUsage().maxRSS / 1024,
  stages,
};
for (const [file, bytes] of outputs) writeFileSync(join(job.work, file), bytes);
process.send?.(measurement);
