/** What can be wrong, or must be said, when editions are published. */
import { define } from "./define.ts";
import { systemReasonEn, systemReasonZh } from "./system-reason.ts";

type HeldBy = {
  readonly output: string;
  /** The file that says so. */
  readonly lock: string;
  readonly pid: number;
  readonly host: string;
  /** As a clock on the wall shows it. */
  readonly since: string;
  readonly command: string;
};

export const publishing = {
  "report-without-data": define<{ readonly folder: string; readonly output: string }>({
    severity: "warning",
    zh: ({ folder, output }) => ({
      says: `部门的数据已不在（${folder}），上次的报告还留着：${output}`,
      todo: "如果已不需要，请自行删除；改了名的部门，新的报告在新的文件夹里。",
    }),
    en: ({ folder, output }) => ({
      says: `The department's data are gone (${folder}), and its last report is still there: ${output}`,
      todo: "Remove it where it is not wanted; where the folder was renamed, the new report is in a new folder.",
    }),
  }),
  "output-locked": define<{ readonly file: string }>({
    severity: "failure",
    zh: ({ file }) => ({
      says: `文件正被其他程序打开，未替换：${file}`,
      todo: `请先关闭 ${file}，再重新生成。`,
    }),
    en: ({ file }) => ({
      says: `The file is open in another program and was not replaced: ${file}`,
      todo: `Close ${file} first, then build again.`,
    }),
  }),
  "output-not-written": define<{ readonly file: string; readonly reason: string }>({
    severity: "failure",
    zh: ({ file, reason }) => ({
      says: `无法写入 ${file}：${systemReasonZh(reason)}`,
      todo: "请检查磁盘空间和写入权限；原有文件未受影响。",
    }),
    en: ({ file, reason }) => ({
      says: `Cannot write ${file}: ${systemReasonEn(reason)}`,
      todo: "Check free space and permissions; the files from before are untouched.",
    }),
  }),
  "edited-report-kept": define<{ readonly file: string; readonly kept: string }>({
    severity: "warning",
    zh: ({ file, kept }) => ({
      says: `${file} 生成以后有人改过：改过的已另存为 ${kept}，原来的文件名下是新的报告`,
      todo: "请把还要保留的改动写进数据或表式，再删去另存的那份；程序不会动它。",
    }),
    en: ({ file, kept }) => ({
      says: `${file} was edited since it was built: what was edited is kept as ${kept}, and the new report has the old name`,
      todo: "Put the edits that are wanted into the data or the form and remove the copy, which is never touched.",
    }),
  }),
  "earlier-format-left": define<{ readonly file: string }>({
    severity: "warning",
    zh: ({ file }) => ({
      says: `${file} 是以前的版本：这次没有要求生成它，没有更新`,
      todo: "请勿与新的报告一起发出；不要的请删除，要新的请在 --format 中加上这种格式（合订本加 --volume）。",
    }),
    en: ({ file }) => ({
      says: `${file} is of an earlier edition: it was not asked for this time and was not renewed`,
      todo: "Do not hand it out with the new report: remove it, or name its format in --format (a volume: --volume).",
    }),
  }),
  "edition-pending": define<{ readonly file: string; readonly reason: string }>({
    severity: "failure",
    zh: ({ file, reason }) => ({
      says: `新的一版只换了一部分文件，${file} 无法替换：${systemReasonZh(reason)}`,
      todo: `请关闭 ${file} 或检查磁盘，再运行一次：程序会先把这一版换完整。`,
    }),
    en: ({ file, reason }) => ({
      says: `The new edition is only half in place: ${file} could not be replaced: ${systemReasonEn(reason)}`,
      todo: `Close ${file} or check the disk and run again: the next run completes this edition first.`,
    }),
  }),
  "edition-completed": define<{ readonly folder: string }>({
    severity: "info",
    zh: ({ folder }) => ({
      says: `上次运行在替换文件时中断，现已换完整：${folder}`,
      todo: "不需要处理：文件都是新的一版。",
    }),
    en: ({ folder }) => ({
      says: `An earlier run was cut short while it replaced files; they are complete now: ${folder}`,
      todo: "Nothing to do: all files are of the new edition.",
    }),
  }),
  "edition-rolled-back": define<{ readonly folder: string }>({
    severity: "info",
    zh: ({ folder }) => ({
      says: `上次运行在替换文件前中断，写了一半的文件已清除：${folder}`,
      todo: "原来的文件没有变动；需要新的一版，请重新生成。",
    }),
    en: ({ folder }) => ({
      says: `An earlier run was cut short before it replaced any file; what it left was removed: ${folder}`,
      todo: "The files from before are untouched; build again for new ones.",
    }),
  }),
  "edition-not-recovered": define<{ readonly folder: string; readonly files: readonly string[] }>({
    severity: "warning",
    zh: ({ folder, files }) => ({
      says: `上次运行在替换文件时中断，暂存的文件已不在，无法换完整：${folder}（${files.join("、")}）`,
      todo: "这里的文件可能新旧不一，请重新生成这个部门。",
    }),
    en: ({ folder, files }) => ({
      says: `An earlier run was cut short while it replaced files, and what it had staged is gone: ${folder} (${files.join(", ")})`,
      todo: "Old and new files may lie side by side there: build this department again.",
    }),
  }),
  "output-in-use": define<HeldBy>({
    severity: "failure",
    zh: ({ output, lock, pid, host, since, command }) => ({
      says: `另一次运行正在使用输出文件夹 ${output}：进程 ${pid}，主机 ${host}，始于 ${since}（${command}）`,
      todo: `请等它结束，或加 --wait 排队等候；如果确知那台主机上已没有这个进程，请删除 ${lock} 再运行。`,
    }),
    en: ({ output, lock, pid, host, since, command }) => ({
      says: `Another run is using the output folder ${output}: pid ${pid} on ${host} since ${since} (${command})`,
      todo: `Wait for its end, or add --wait; where that host certainly runs it no more, remove ${lock}.`,
    }),
  }),
  "output-lock-unreadable": define<{ readonly output: string; readonly lock: string }>({
    severity: "failure",
    zh: ({ output, lock }) => ({
      says: `输出文件夹 ${output} 被占用，但看不出是哪一次运行占用的`,
      todo: `如果确知没有别的运行在使用它，请删除 ${lock} 再运行。`,
    }),
    en: ({ output, lock }) => ({
      says: `The output folder ${output} is in use, but its lock does not say by which run`,
      todo: `Where certainly no other run is using it, remove ${lock} and run again.`,
    }),
  }),
  "output-lock-taken-over": define<Omit<HeldBy, "lock">>({
    severity: "info",
    zh: ({ output, pid, host, since }) => ({
      says: `上次运行没有正常结束（进程 ${pid}，主机 ${host}，始于 ${since}），已接管输出文件夹 ${output}`,
      todo: "不需要处理。",
    }),
    en: ({ output, pid, host, since }) => ({
      says: `An earlier run ended without leaving the output folder ${output} (pid ${pid} on ${host} since ${since}): it was taken over`,
      todo: "Nothing to do.",
    }),
  }),
  "withheld-by-strict": define<{ readonly errors: number }>({
    severity: "failure",
    zh: ({ errors }) => ({
      says: `有 ${errors} 条错误，按 --strict 未发布`,
      todo: "请更正所列错误后重新生成；去掉 --strict 可照原数据发布。",
    }),
    en: ({ errors }) => ({
      says: `Not published because of --strict: ${errors} ${errors === 1 ? "error" : "errors"}`,
      todo: "Correct what is listed and build again; without --strict the data are published as they are.",
    }),
  }),
  "rollup-withheld": define<{ readonly failed: number; readonly withErrors: number }>({
    severity: "failure",
    zh: ({ failed, withErrors }) => ({
      says: `有 ${failed} 个部门未能汇总、${withErrors} 个部门有错误，按 --strict 未发布汇总`,
      todo: "请更正所列错误后重新汇总；去掉 --strict 可照现有数据发布。",
    }),
    en: ({ failed, withErrors }) => ({
      says: `The roll-up was not published because of --strict: departments that failed: ${failed}, with errors: ${withErrors}`,
      todo: "Correct what is listed and roll up again; without --strict it is published as the data are.",
    }),
  }),
  "rollup-place-taken": define<{ readonly output: string }>({
    severity: "failure",
    zh: ({ output }) => ({
      says: `这个部门的输出位置与汇总的位置相同：${output}`,
      todo: "请改这个部门的文件夹名。",
    }),
    en: ({ output }) => ({
      says: `This department is written to the place of the roll-up: ${output}`,
      todo: "Rename the department's folder.",
    }),
  }),
  "cache-damaged": define({
    severity: "info",
    zh: () => ({ says: "上次保留的排版结果已损坏，已重新排版", todo: "不必处理。" }),
    en: () => ({
      says: "What was kept of the last build was damaged, and was made anew",
      todo: "Nothing needs to be done.",
    }),
  }),
  "cache-not-written": define<{ readonly reason: string }>({
    severity: "info",
    zh: ({ reason }) => ({
      says: `排版结果没能保留，下次会慢一些：${systemReasonZh(reason)}`,
      todo: "请检查磁盘空间和写入权限，或用 --cache 另指定文件夹。",
    }),
    en: ({ reason }) => ({
      says: `Nothing could be kept for the next build, which will take longer: ${systemReasonEn(reason)}`,
      todo: "Check the disk's space and permissions, or name another folder with --cache.",
    }),
  }),
} as const;
