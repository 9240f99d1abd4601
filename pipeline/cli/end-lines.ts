/** A run → the end of its output: the summary or why there is none, the roll-up's documents, the shard, removed drafts. */
import type { RolledUp, RunResult } from "../batch/index.ts";
import type { Merged } from "../commands/merge-runs.ts";
import { overviewName } from "../contracts/index.ts";
import { ignoredLine, listedDepartments, type SummaryStyle, summaryLines } from "./summary.ts";
import { printable } from "./terminal.ts";
import { comma, counted } from "./words.ts";

const words = {
  nothingToRetry: {
    zh: "上次没有失败或没有做完的部门，不需要重做。",
    en: "Nothing failed or was interrupted in the last run: nothing to retry.",
  },
  allUnchanged: { zh: "没有改动，不需要重新生成。", en: "Nothing has changed; nothing was built." },
  kept: (count: number) => ({
    zh: `其余 ${count} 个部门同上次，没有改动。`,
    en: `${counted(count, "other department")} kept as of the last run.`,
  }),
  overview: (file: string) => ({ zh: `各部门总览：${file}`, en: `All departments: ${file}` }),
  shard: (index: number, of: number, here: number, all: number) => ({
    zh: `第 ${index} 片（共 ${of} 片）：全部 ${all} 个部门中的 ${here} 个。`,
    en: `Shard ${index} of ${of}: ${here} of ${counted(all, "department")}.`,
  }),
  removedDrafts: (count: number, days: string) => ({
    zh: `已删除 ${count} 个旧草稿（${days} 天前）：`,
    en: `Removed ${counted(count, "old draft")} (${days} days old):`,
  }),
  rolledUp: (count: number, failed: number) => ({
    zh: `已汇总 ${count} 个部门${failed === 0 ? "" : `，未能汇总 ${failed} 个，已在汇总表中列出`}。`,
    en: `Summarised ${counted(count, "department")}${failed === 0 ? "" : `; ${failed} failed and are listed as such in the summary`}.`,
  }),
  marked: (count: number) => ({
    zh: `${count} 个部门的金额有标记，见汇总表表下说明。`,
    en: `Amounts of ${counted(count, "department")} are marked; see the notes below the summary table.`,
  }),
  document: (title: string, pages: number, files: string) => ({
    zh: `${title}（${pages} 页）：${files}`,
    en: `${title} (${counted(pages, "page")}): ${files}`,
  }),
  reuse: (reused: number, made: number) => ({
    zh: `合订本沿用上次的排版 ${reused} 处，重排 ${made} 处。`,
    en: `Volume: ${counted(reused, "part")} reused, ${made} laid out.`,
  }),
  failedShards: {
    zh: "失败的部门（原因见各片的输出）：",
    en: "Failed departments (see each shard's output for the reason):",
  },
  merged: (file: string) => ({
    zh: `各片的记录已合成一份：${file}`,
    en: `Merged the run records of all shards into ${file}`,
  }),
};

export function endLines(run: RunResult, style: SummaryStyle): readonly string[] {
  return [
    ...tableLines(run, style),
    ...ignoredLine(run, style),
    ...overviewLines(run, style),
    ...shardLines(run, style),
    ...draftLines(run, style),
  ];
}

/** Where to look at many of them; of one the table names its folder. */
function overviewLines(run: RunResult, { language }: SummaryStyle): readonly string[] {
  const out = run.options?.out;
  if (run.command !== "build" || out === undefined || listedDepartments(run).length < 2) return [];
  return [words.overview(printable(`${out.replace(/[\\/]+$/u, "")}/${overviewName}`))[language]];
}

function overviewBeside(file: string): string {
  return printable(file.replace(/[^\\/]*$/u, overviewName));
}

function tableLines(run: RunResult, style: SummaryStyle): readonly string[] {
  const { language } = style;
  const kept = run.kept?.length ?? 0;
  if (run.options?.retry === true && run.departments.length === 0)
    // Folders that failed and are gone were reported above.
    return run.problems.some(({ code }) => code === "retry-folder-gone")
      ? []
      : [words.nothingToRetry[language]];
  // A shard of few departments may have none, as the line about the shard says.
  if (run.shard !== undefined && run.departments.length === 0) return [];
  if (listedDepartments(run).length === 0) return [words.allUnchanged[language]];
  return [
    ...summaryLines(run, style),
    ...(kept === 0 ? [] : [words.kept(kept)[language]]),
    ...(run.rollup === undefined ? [] : ["", ...rollupLines(run.rollup, style)]),
  ];
}

/** The documents that a roll-up published, and what to know about their figures. */
function rollupLines(
  { title, pages, output, files, volume, figures }: RolledUp,
  { language }: SummaryStyle,
): readonly string[] {
  const paths = (ofVolume: boolean) =>
    files
      .filter(({ format }) => format.startsWith("volume-") === ofVolume)
      .map(({ name }) => printable(`${output}/${name}`))
      .join(comma[language]);
  const marked = figures.departments.filter(
    (one) =>
      one.state === "counted" &&
      (one.stated !== undefined || Object.values(one.money).some(({ uncounted }) => uncounted > 0)),
  ).length;
  const sentences = [
    words.rolledUp(figures.totals.counted, figures.totals.failed),
    ...(marked === 0 ? [] : [words.marked(marked)]),
    words.document(printable(title), pages, paths(false)),
    ...(volume === undefined
      ? []
      : [
          words.document(printable(volume.title), volume.pages, paths(true)),
          words.reuse(volume.reused, volume.made),
        ]),
  ];
  return sentences.map((sentence) => sentence[language]);
}

function shardLines(
  { shard, departments, kept = [] }: RunResult,
  { language }: SummaryStyle,
): readonly string[] {
  if (shard === undefined) return [];
  const here = departments.length + kept.length;
  return [words.shard(shard.index, shard.of, here, shard.departments)[language]];
}

function draftLines({ removedDrafts = [] }: RunResult, { language }: SummaryStyle): readonly string[] {
  if (removedDrafts.length === 0) return [];
  const days = removedDrafts.map((draft) => draft.days);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const range = least === most ? String(least) : `${least}–${most}`;
  return [
    words.removedDrafts(removedDrafts.length, range)[language],
    ...removedDrafts.map(({ folder }) => `  ${printable(folder)}`),
  ];
}

/** The merged record of all shards: the summary that a single run would have printed, and what failed. */
export function mergedLines(
  { record, file, problems }: Extract<Merged, { kind: "done" }>,
  style: SummaryStyle,
): readonly string[] {
  const { language } = style;
  const failed = record.departments.filter(({ state }) => state === "failed");
  return [
    ...summaryLines(resultOf(record), style),
    ...(failed.length === 0 ? [] : ["", words.failedShards[language]]),
    ...failed.map(({ folder }) => `  ${printable(folder)}`),
    ...(problems.length > 0 ? [] : [words.overview(overviewBeside(file))[language]]),
    words.merged(printable(file))[language],
  ];
}

/** A record has its findings counted only. */
function resultOf(record: Extract<Merged, { kind: "done" }>["record"]): RunResult {
  const departments = record.departments.map(({ findings, ignored, readings: _, reuse: __, ...one }) => ({
    ...one,
    findings: [],
    counted: findings,
    countedIgnored: ignored,
  }));
  return { ...record, departments, problems: [], brokenForms: [] };
}
