/** A run → where its time went, stage by stage over all departments, and the most memory it held. */
import type { RunResult } from "../commands/index.ts";
import { alignTable } from "./align-table.ts";
import type { Messages } from "./messages.ts";

export function timingLines(
  run: Pick<RunResult, "departments" | "seconds" | "rollup">,
  { peakMegabytes, say }: { readonly peakMegabytes: number; readonly say: Messages },
): readonly string[] {
  const { stage, seconds, share, whole, peak } = say.timings;
  const stages = new Map<string, number>();
  const timed = [...run.departments, ...(run.rollup === undefined ? [] : [run.rollup])];
  for (const { milliseconds } of timed)
    for (const [name, time] of Object.entries(milliseconds)) stages.set(name, (stages.get(name) ?? 0) + time);
  const sum = [...stages.values()].reduce((total, time) => total + time, 0);
  const rows = [...stages].map(([name, time]) => [
    name,
    (time / 1000).toFixed(2),
    sum === 0 ? "–" : `${((100 * time) / sum).toFixed(0)}%`,
  ]);
  const columns = [
    { title: stage, align: "start" },
    { title: seconds, align: "end" },
    { title: share, align: "end" },
  ] as const;
  return [
    ...alignTable(columns, rows),
    `${whole(run.seconds.toFixed(2))}${say.comma}${peak(peakMegabytes.toFixed(0))}`,
  ];
}
