/** What can be wrong with a run that nobody watches, and with runs that share the departments. */
import type { Bilingual } from "./language.ts";
import { defineRows } from "./row.ts";

type Command = { readonly command: string; readonly output: string };
type FailedCommand = Command & { readonly exitCode: number };
type SlowCommand = Command & { readonly seconds: number };

/** The end of what a command printed, if it printed anything. */
function lastOutput(output: string): Bilingual {
  if (output === "") return { zh: "", en: "" };
  return { zh: `。它最后输出：${output}`, en: `. Its last output: ${output}` };
}

type Differing = { readonly other: string; readonly what: readonly string[] };
/** Options go by their own names. */
const shardFacts: Readonly<Record<string, Bilingual>> = {
  version: { zh: "程序版本", en: "program version" },
  folders: { zh: "数据文件夹", en: "data folders" },
  departments: { zh: "部门", en: "departments" },
  forms: { zh: "表式", en: "forms" },
};

export const unattended = defineRows({
  "log-file-not-written": {
    severity: "failure",
    says: {
      zh: "日志文件无法写入：{file}（{reason:reason}）",
      en: "Cannot write the log file: {file} ({reason:reason})",
    },
    todo: {
      zh: "请先建好它所在的文件夹，检查写入权限和磁盘空间，或用 --log-file 另指定文件。",
      en: "Create its folder first and check permissions and free disk space, or use --log-file to choose another file.",
    },
  },
  "log-file-not-a-log": {
    severity: "failure",
    says: {
      zh: "{file} 里已有别的内容，不是日志；没有往里写，也没有生成",
      en: "{file} holds something else than a log; nothing was written to it, and nothing built",
    },
    todo: {
      zh: "请用 --log-file 另指定一个新文件，或本程序写过的日志。",
      en: "Name a new file with --log-file, or a log of this program.",
    },
  },
  "log-file-cut-short": {
    severity: "warning",
    says: {
      zh: "日志没有写全：{file}（{reason:reason}）",
      en: "The log is incomplete: {file} ({reason:reason})",
    },
    todo: {
      zh: "请检查磁盘空间；报告不受影响，运行结果见 run.json。",
      en: "Check free disk space; the reports are not affected, and run.json has the result.",
    },
  },
  "on-finish-failed": {
    severity: "warning",
    says: {
      zh: ({ command, exitCode, output }: FailedCommand) =>
        `--on-finish 的命令没有成功，退出码 ${exitCode}：${command}${lastOutput(output).zh}`,
      en: ({ command, exitCode, output }: FailedCommand) =>
        `The --on-finish command failed with exit code ${exitCode}: ${command}${lastOutput(output).en}`,
    },
    todo: {
      zh: "请检查这条命令；报告已经生成，不受影响。",
      en: "Check the command; the reports are built and not affected.",
    },
  },
  "on-finish-too-slow": {
    severity: "warning",
    says: {
      zh: ({ command, seconds, output }: SlowCommand) =>
        `--on-finish 的命令 ${seconds} 秒内没有做完，已中止：${command}${lastOutput(output).zh}`,
      en: ({ command, seconds, output }: SlowCommand) =>
        `The --on-finish command did not finish within ${seconds} s and was killed: ${command}${lastOutput(output).en}`,
    },
    todo: {
      zh: "请检查这条命令，或用 --on-finish-timeout 放宽；报告已经生成，不受影响。",
      en: "Check the command, or raise --on-finish-timeout; the reports are built and not affected.",
    },
  },
  "on-finish-ended": {
    severity: "warning",
    says: {
      zh: "--on-finish 的命令没有启动，或中途被终止（{reason:reason}）：{command}",
      en: "The --on-finish command did not start, or was killed ({reason:reason}): {command}",
    },
    todo: {
      zh: "请检查这条命令；报告已经生成，不受影响。",
      en: "Check the command; the reports are built and not affected.",
    },
  },
  "draft-in-use": {
    severity: "warning",
    says: {
      zh: "旧草稿正被其他程序打开，或没有权限，这次没有删除：{folder}（{files:list}）",
      en: "An old draft was not deleted because it is open in another program or permission is denied: {folder} ({files:list})",
    },
    todo: {
      zh: "请关闭这些文件，或检查权限；下次运行会再试。",
      en: "Close these files, or check their permissions; the next run tries again.",
    },
  },
  "draft-files-left": {
    severity: "info",
    says: {
      zh: "旧草稿已删除，文件夹里改过的和另放进去的没有动：{folder}（{files:list}）",
      en: "An old draft was deleted; files that were edited or added there remain: {folder} ({files:list})",
    },
    todo: { zh: "请看这些文件还要不要，不要的请自行删除。", en: "Delete those that you no longer need." },
  },
  "run-file-unreadable": {
    severity: "failure",
    says: {
      zh: "不是运行记录，无法读取，或是别的版本写的",
      en: "Not a run record, unreadable, or from another version",
    },
    todo: {
      zh: "请给出各片输出文件夹里的 run.json（或 --run-file 写的文件）。",
      en: "Give the run.json, or the file named by --run-file, from each shard's output folder.",
    },
  },
  "run-file-without-shard": {
    severity: "failure",
    says: { zh: "这次运行没有用 --shard，不是其中一片", en: "This run was not started with --shard" },
    todo: { zh: "请只给出用 --shard 运行的记录。", en: "Give only records of runs with --shard." },
  },
  "shards-differ": {
    severity: "failure",
    says: {
      zh: ({ other, what }: Differing) =>
        `与 ${other} 不是同一次汇编的各片，不同之处：${what.map((name) => shardFacts[name]?.zh ?? name).join("、")}`,
      en: ({ other, what }: Differing) =>
        `Not a shard of the same run as ${other}; they differ in: ${what.map((name) => shardFacts[name]?.en ?? name).join(", ")}`,
    },
    todo: {
      zh: "各片的程序版本、数据文件夹、表式和选项须相同；请把不同的那一片重新运行。",
      en: "All shards need the same program version, data folders, forms and options; run the differing one again.",
    },
  },
  "shard-missing": {
    severity: "failure",
    says: {
      zh: "缺少第 {index:number} 片（共 {of:number} 片）的运行记录",
      en: "The record of shard {index:number} of {of:number} is missing",
    },
    todo: {
      zh: "请运行 --shard {index:number}/{of:number}，再合并。",
      en: "Run --shard {index:number}/{of:number}, then merge again.",
    },
  },
  "shard-twice": {
    severity: "failure",
    says: {
      zh: "第 {index:number} 片（共 {of:number} 片）有多份记录：{files:list}",
      en: "Several records of shard {index:number} of {of:number}: {files:list}",
    },
    todo: { zh: "请只给出最后一次运行的那份。", en: "Give only the one from its last run." },
  },
  "department-twice": {
    severity: "failure",
    says: {
      zh: "部门 {folder} 也在 {other} 中：各片运行时的数据不一样",
      en: "The department {folder} is also in {other}: the shards did not read the same data",
    },
    todo: {
      zh: "请让各片读同一份数据，重新运行这两片。",
      en: "Let all shards read the same data, and run these two again.",
    },
  },
  "departments-missing": {
    severity: "failure",
    says: {
      zh: "各片合起来只有 {found:number} 个部门，应为 {all:number} 个：各片运行时的数据不一样",
      en: "The shards have {found:number} departments in total, expected {all:number}: they did not read the same data",
    },
    todo: {
      zh: "请让各片读同一份数据，重新运行。",
      en: "Let all shards read the same data, and run them again.",
    },
  },
});
