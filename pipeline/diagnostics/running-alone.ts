/** What can be wrong with a run that nobody watches, and with runs that share the departments. */
import { define } from "./define.ts";
import { systemReasonEn, systemReasonZh } from "./system-reason.ts";

/** The last words of a command, where there are any. */
function wordsZh(output: string): string {
  return output === "" ? "" : `。它最后输出：${output}`;
}

function wordsEn(output: string): string {
  return output === "" ? "" : `. Its last output: ${output}`;
}

/** Of shards; options go by their own names. */
const facts: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  version: ["程序版本", "the program's version"],
  folders: ["数据文件夹", "the folders of data"],
  departments: ["部门", "the departments"],
  forms: ["表式", "the forms"],
};

function factZh(name: string): string {
  return facts[name]?.[0] ?? name;
}

function factEn(name: string): string {
  return facts[name]?.[1] ?? name;
}

export const runningAlone = {
  "log-file-not-written": define<{ readonly file: string; readonly reason: string }>({
    severity: "failure",
    zh: ({ file, reason }) => ({
      says: `日志文件无法写入：${file}（${systemReasonZh(reason)}）`,
      todo: "请先建好它所在的文件夹，检查写入权限和磁盘空间，或用 --log-file 另指定文件。",
    }),
    en: ({ file, reason }) => ({
      says: `The log file cannot be written: ${file} (${systemReasonEn(reason)})`,
      todo: "Make the folder it lies in, check permissions and free space, or name another file with --log-file.",
    }),
  }),
  "log-file-cut-short": define<{ readonly file: string; readonly reason: string }>({
    severity: "warning",
    zh: ({ file, reason }) => ({
      says: `日志没有写全：${file}（${systemReasonZh(reason)}）`,
      todo: "请检查磁盘空间；报告不受影响，运行结果见 run.json。",
    }),
    en: ({ file, reason }) => ({
      says: `The log is not complete: ${file} (${systemReasonEn(reason)})`,
      todo: "Check the free space; the reports are not affected, and run.json has the result.",
    }),
  }),
  "on-finish-failed": define<{
    readonly command: string;
    readonly exitCode: number;
    readonly output: string;
  }>({
    severity: "warning",
    zh: ({ command, exitCode, output }) => ({
      says: `--on-finish 的命令没有成功，退出码 ${exitCode}：${command}${wordsZh(output)}`,
      todo: "请检查这条命令；报告已经生成，不受影响。",
    }),
    en: ({ command, exitCode, output }) => ({
      says: `The command of --on-finish failed with exit code ${exitCode}: ${command}${wordsEn(output)}`,
      todo: "Check the command; the reports are made, and are not affected.",
    }),
  }),
  "on-finish-too-slow": define<{
    readonly command: string;
    readonly seconds: number;
    readonly output: string;
  }>({
    severity: "warning",
    zh: ({ command, seconds, output }) => ({
      says: `--on-finish 的命令 ${seconds} 秒内没有做完，已中止：${command}${wordsZh(output)}`,
      todo: "请检查这条命令，或用 --on-finish-timeout 放宽；报告已经生成，不受影响。",
    }),
    en: ({ command, seconds, output }) => ({
      says: `The command of --on-finish was not done in ${seconds} s and was ended: ${command}${wordsEn(output)}`,
      todo: "Check the command, or give it longer with --on-finish-timeout; the reports are not affected.",
    }),
  }),
  "on-finish-ended": define<{ readonly command: string; readonly reason: string }>({
    severity: "warning",
    zh: ({ command, reason }) => ({
      says: `--on-finish 的命令没有启动，或中途被终止（${systemReasonZh(reason)}）：${command}`,
      todo: "请检查这条命令；报告已经生成，不受影响。",
    }),
    en: ({ command, reason }) => ({
      says: `The command of --on-finish was not started, or was ended (${systemReasonEn(reason)}): ${command}`,
      todo: "Check the command; the reports are made, and are not affected.",
    }),
  }),
  "draft-in-use": define<{ readonly folder: string; readonly files: readonly string[] }>({
    severity: "warning",
    zh: ({ folder, files }) => ({
      says: `旧草稿正被其他程序打开，或没有权限，这次没有删除：${folder}（${files.join("、")}）`,
      todo: "请关闭这些文件，或检查权限；下次运行会再试。",
    }),
    en: ({ folder, files }) => ({
      says: `An old draft is open in another program, or may not be removed, and stays: ${folder} (${files.join(", ")})`,
      todo: "Close these files, or check their permissions; the next run tries again.",
    }),
  }),
  "draft-files-left": define<{ readonly folder: string; readonly files: readonly string[] }>({
    severity: "info",
    zh: ({ folder, files }) => ({
      says: `旧草稿已删除，文件夹里改过的和另放进去的没有动：${folder}（${files.join("、")}）`,
      todo: "请看这些文件还要不要，不要的请自行删除。",
    }),
    en: ({ folder, files }) => ({
      says: `An old draft was removed; what was edited or put there besides stays: ${folder} (${files.join(", ")})`,
      todo: "See whether these files are still wanted, and remove those that are not.",
    }),
  }),
  "run-file-unreadable": define({
    severity: "failure",
    zh: () => ({
      says: "不是运行记录，无法读取，或是别的版本写的",
      todo: "请给出各片输出文件夹里的 run.json（或 --run-file 写的文件）。",
    }),
    en: () => ({
      says: "No record of a run that can be read, or one of another version",
      todo: "Give the run.json, or what --run-file named, of each shard's output folder.",
    }),
  }),
  "run-file-without-shard": define({
    severity: "failure",
    zh: () => ({ says: "这次运行没有用 --shard，不是其中一片", todo: "请只给出用 --shard 运行的记录。" }),
    en: () => ({
      says: "This run was not given --shard and is none of the shards",
      todo: "Give only records of runs with --shard.",
    }),
  }),
  "shards-differ": define<{ readonly other: string; readonly what: readonly string[] }>({
    severity: "failure",
    zh: ({ other, what }) => ({
      says: `与 ${other} 不是同一次汇编的各片，不同之处：${what.map(factZh).join("、")}`,
      todo: "各片的程序版本、数据文件夹、表式和选项须相同；请把不同的那一片重新运行。",
    }),
    en: ({ other, what }) => ({
      says: `Not a shard of the same run as ${other}; they differ in: ${what.map(factEn).join(", ")}`,
      todo: "All shards need the same program, folders of data, forms and options: run again the one that differs.",
    }),
  }),
  "shard-missing": define<{ readonly index: number; readonly of: number }>({
    severity: "failure",
    zh: ({ index, of }) => ({
      says: `缺少第 ${index} 片（共 ${of} 片）的运行记录`,
      todo: `请运行 --shard ${index}/${of}，再合并。`,
    }),
    en: ({ index, of }) => ({
      says: `The record of shard ${index} of ${of} is missing`,
      todo: `Run --shard ${index}/${of}, then merge again.`,
    }),
  }),
  "shard-twice": define<{
    readonly index: number;
    readonly of: number;
    readonly files: readonly string[];
  }>({
    severity: "failure",
    zh: ({ index, of, files }) => ({
      says: `第 ${index} 片（共 ${of} 片）有 ${files.length} 份记录：${files.join("、")}`,
      todo: "请只给出最后一次运行的那份。",
    }),
    en: ({ index, of, files }) => ({
      says: `There are ${files.length} records of shard ${index} of ${of}: ${files.join(", ")}`,
      todo: "Give only that of its last run.",
    }),
  }),
  "department-twice": define<{ readonly folder: string; readonly other: string }>({
    severity: "failure",
    zh: ({ folder, other }) => ({
      says: `部门 ${folder} 也在 ${other} 中：各片运行时的数据不一样`,
      todo: "请让各片读同一份数据，重新运行这两片。",
    }),
    en: ({ folder, other }) => ({
      says: `The department ${folder} is in ${other} as well: the shards did not read the same data`,
      todo: "Give all shards the same data, and run these two again.",
    }),
  }),
  "departments-missing": define<{ readonly found: number; readonly all: number }>({
    severity: "failure",
    zh: ({ found, all }) => ({
      says: `各片合起来只有 ${found} 个部门，应为 ${all} 个：各片运行时的数据不一样`,
      todo: "请让各片读同一份数据，重新运行。",
    }),
    en: ({ found, all }) => ({
      says: `The shards have ${found} departments together and not ${all}: they did not read the same data`,
      todo: "Give all shards the same data, and run them again.",
    }),
  }),
} as const;
