/** What can go wrong when files are written and published: locks, interrupted runs, edited reports, the part cache. */
import type { Language } from "./language.ts";
import { defineRows } from "./row.ts";

/** Departments that stop a roll-up. */
type Withheld = { readonly failed: number; readonly withErrors: number };

export const publishing = defineRows({
  "lists-beside-report": {
    severity: "warning",
    says: {
      zh: "文件夹里有报告，没有把这次检查的清单写进去：{output}",
      en: "The folder holds a report, so the lists of this check were not written there: {output}",
    },
    todo: { zh: "请用 -o 指定另一个文件夹。", en: "Use -o to name another folder." },
  },
  "lists-among-data": {
    severity: "failure",
    says: {
      zh: "清单不能写在数据文件夹里：{out}",
      en: "The lists cannot be in a folder of data: {out}",
    },
    todo: { zh: "请用 -o 指定数据文件夹以外的文件夹。", en: "Use -o to name a folder outside the data." },
  },
  "baseline-not-there": {
    severity: "failure",
    says: {
      zh: "没有 --baseline 的文件夹：{folder}",
      en: "The folder of --baseline is not there: {folder}",
    },
    todo: {
      zh: "请写上一版的输出文件夹，或先前 huibian check -o 写清单的文件夹。",
      en: "Give the output folder of an earlier build, or the folder of an earlier huibian check -o.",
    },
  },
  "baseline-without-lists": {
    severity: "warning",
    says: {
      zh: "--baseline 的文件夹（{folder}）里没有 {departments:list} 的 findings.json，或者读不出，它们的问题全部列出",
      en: "The folder of --baseline ({folder}) has no findings.json of {departments:list} that can be read, so all their findings are listed",
    },
    todo: {
      zh: "请写上一版的输出文件夹；部门文件夹的名称要与当时一样。",
      en: "Give the output folder of an earlier build; folders of departments must have the names they had.",
    },
  },
  "fix-among-data": {
    severity: "failure",
    says: {
      zh: "副本不能写在数据文件夹里：{out}",
      en: "The copy cannot be in a folder of data: {out}",
    },
    todo: { zh: "请用 -o 指定数据文件夹以外的文件夹。", en: "Use -o to name a folder outside the data." },
  },
  "fix-folder-taken": {
    severity: "failure",
    says: { zh: "副本的文件夹里已有文件：{out}", en: "There are files in the folder of the copy: {out}" },
    todo: { zh: "请用 -o 指定新的或空的文件夹。", en: "Use -o to name a folder that is new or empty." },
  },
  "fix-not-written": {
    severity: "failure",
    says: {
      zh: "副本没有写完：{output}（{reason:reason}）",
      en: "The copy was not written whole: {output} ({reason:reason})",
    },
    todo: {
      zh: "请检查磁盘空间和写入权限，删去这个文件夹，再运行一次。",
      en: "Check disk space and permissions, remove the folder, and run again.",
    },
  },
  "report-without-data": {
    severity: "warning",
    says: {
      zh: "部门的数据已不在（{folder}），上次的报告还留着：{output}",
      en: "The department's data are gone ({folder}), but its last report is still there: {output}",
    },
    todo: {
      zh: "如果已不需要，请自行删除；改了名的部门，新的报告在新的文件夹里。",
      en: "Delete it if it is no longer needed; if the folder was renamed, the new report is in a new folder.",
    },
  },
  "overview-not-ours": {
    severity: "warning",
    says: {
      zh: "输出文件夹里已有别的网页叫这个名称，没有写各部门总览：{file}",
      en: "Another page has this name, so the page of all departments was not written: {file}",
    },
    todo: {
      zh: "请把那个网页改名或移走，再运行一次；或者换一个输出文件夹。",
      en: "Rename or move that page and run again, or choose another output folder.",
    },
  },
  "output-locked": {
    severity: "failure",
    says: {
      zh: "文件正被其他程序打开，未替换：{file}",
      en: "Open in another program and not replaced: {file}",
    },
    todo: { zh: "请先关闭 {file}，再重新生成。", en: "Close {file}, then build again." },
  },
  "output-not-written": {
    severity: "failure",
    says: { zh: "无法写入 {file}：{reason:reason}", en: "Cannot write {file}: {reason:reason}" },
    todo: {
      zh: "请检查磁盘空间和写入权限；原有文件未受影响。",
      en: "Check free disk space and permissions; the existing files are unchanged.",
    },
  },
  "output-through-link": {
    severity: "failure",
    says: {
      zh: "{file} 是链接，指向别处；那里的文件不是本程序的，没有写入",
      en: "{file} is a link that leads elsewhere; what lies there is not ours, and nothing was written",
    },
    todo: {
      zh: "请移走这个链接，再重新生成；要写到别处的，用 --out 指定。",
      en: "Take the link away and build again; to write elsewhere, use --out.",
    },
  },
  "public-strangers": {
    severity: "warning",
    says: {
      zh: "{folder} 里有文件不是这一版公开稿的：{files:list}",
      en: "{folder} holds files that are not of this public edition: {files:list}",
    },
    todo: {
      zh: "请移走，以免同公开稿一起发出去；程序不会动它们。",
      en: "Take them away, or they are published with it; huibian never changes them.",
    },
  },
  "edited-report-kept": {
    severity: "warning",
    says: {
      zh: "{file} 生成以后有人改过：改过的已另存为 {kept}，原来的文件名下是新的报告",
      en: "{file} was edited after it was built; the edited copy was saved as {kept}, and {file} is now the new report",
    },
    todo: {
      zh: "请把还要保留的改动写进数据或表式，再删去另存的那份；程序不会动它。",
      en: "Move the edits you need into the data or the form, then delete the copy; huibian never changes it.",
    },
  },
  "earlier-format-left": {
    severity: "warning",
    says: {
      zh: "{file} 是以前的版本：这次没有要求生成它，没有更新",
      en: "{file} is from an earlier edition; this run was not asked for it and did not update it",
    },
    todo: {
      zh: "请勿与新的报告一起发出；不要的请删除，要新的请在 --format 中加上这种格式（合订本加 --volume）。",
      en: "Do not hand it out with the new report: delete it, or add its format to --format (for a volume, --volume).",
    },
  },
  "edition-pending": {
    severity: "failure",
    says: {
      zh: "新的一版只换了一部分文件，{file} 无法替换：{reason:reason}",
      en: "Only part of the new edition is in place: cannot replace {file}: {reason:reason}",
    },
    todo: {
      zh: "请关闭 {file} 或检查磁盘，再运行一次：程序会先把这一版换完整。",
      en: "Close {file} or check the disk, then run again; the next run completes this edition first.",
    },
  },
  "edition-completed": {
    severity: "info",
    says: {
      zh: "上次运行在替换文件时中断，现已换完整：{folder}",
      en: "An earlier run was interrupted while replacing files; completed now: {folder}",
    },
    todo: { zh: "不需要处理：文件都是新的一版。", en: "Nothing to do: all files belong to the new edition." },
  },
  "edition-rolled-back": {
    severity: "info",
    says: {
      zh: "上次运行在替换文件前中断，写了一半的文件已清除：{folder}",
      en: "An earlier run was interrupted before replacing any file; its partial files were removed: {folder}",
    },
    todo: {
      zh: "原来的文件没有变动；需要新的一版，请重新生成。",
      en: "The existing files are unchanged; build again for a new edition.",
    },
  },
  "edition-not-recovered": {
    severity: "warning",
    says: {
      zh: "上次运行在替换文件时中断，暂存的文件已不在，无法换完整：{folder}（{files:list}）",
      en: "An earlier run was interrupted while replacing files, and its staged files are gone: {folder} ({files:list})",
    },
    todo: {
      zh: "这里的文件可能新旧不一，请重新生成这个部门。",
      en: "The folder may mix old and new files: build this department again.",
    },
  },
  "output-in-use": {
    severity: "failure",
    says: {
      zh: "另一次运行正在使用输出文件夹 {output}：进程 {pid:number}，主机 {host}，始于 {since}（{command}）",
      en: "Another run is using the output folder {output}: pid {pid:number} on {host} since {since} ({command})",
    },
    todo: {
      zh: "请等它结束，或加 --wait 排队等候；如果确知那台主机上已没有这个进程，请删除 {lock} 再运行。",
      en: "Wait for it to finish, or add --wait; if that host certainly no longer runs it, delete {lock}.",
    },
  },
  "output-lock-unreadable": {
    severity: "failure",
    says: {
      zh: "输出文件夹 {output} 被占用，但看不出是哪一次运行占用的：{lock} 无法读取（{reason:reason}）",
      en: "The output folder {output} is locked, but not to tell by which run: cannot read {lock} ({reason:reason})",
    },
    todo: {
      zh: "如果确知没有别的运行在使用它，请删除 {lock} 再运行。",
      en: "If certainly no other run uses it, delete {lock} and run again.",
    },
  },
  "output-lock-taken-over": {
    severity: "info",
    says: {
      zh: "上次运行没有正常结束（进程 {pid:number}，主机 {host}，始于 {since}），已接管输出文件夹 {output}",
      en: "An earlier run did not end normally (pid {pid:number} on {host} since {since}); took over its output folder {output}",
    },
    todo: { zh: "不需要处理。", en: "Nothing to do." },
    unsaid: "{command}",
  },
  "withheld-by-strict": {
    severity: "failure",
    says: {
      zh: "有 {errors:number} 条错误，按 --strict 未发布",
      en: "Not published because of --strict; errors: {errors:number}",
    },
    todo: {
      zh: "请更正所列错误后重新生成；去掉 --strict 可照原数据发布。",
      en: "Correct the errors listed and build again; without --strict the data are published as they are.",
    },
  },
  "rollup-withheld": {
    severity: "failure",
    says: {
      zh: (counts: Withheld) => `有 ${withheld(counts, "zh").join("、")}，按 --strict 未发布汇总`,
      en: (counts: Withheld) =>
        `The roll-up was not published because of --strict; ${withheld(counts, "en").join(", ")}`,
    },
    todo: {
      zh: "请用 huibian check 列出错误，更正后重新汇总；去掉 --strict 可照现有数据发布。",
      en: "List the errors with huibian check, correct them and roll up again; without --strict it is published as the data are.",
    },
  },
  "rollup-place-taken": {
    severity: "failure",
    says: {
      zh: "这个部门的输出位置与汇总的位置相同：{output}",
      en: "The department would be written to the place of the roll-up: {output}",
    },
    todo: { zh: "请改这个部门的文件夹名。", en: "Rename the department's folder." },
  },
  "cache-damaged": {
    severity: "info",
    says: {
      zh: "上次保留的排版结果已损坏，已重新排版",
      en: "The part cache was damaged; affected parts were rebuilt",
    },
    todo: { zh: "不必处理。", en: "Nothing to do." },
  },
  "cache-not-written": {
    severity: "info",
    says: {
      zh: "排版结果没能保留，下次会慢一些：{reason:reason}",
      en: "Cannot write the part cache, so the next build will take longer: {reason:reason}",
    },
    todo: {
      zh: "请检查磁盘空间和写入权限，或用 --cache 另指定文件夹。",
      en: "Check free disk space and permissions, or use --cache to choose another folder.",
    },
  },
  "feedback-answers-differ": {
    severity: "warning",
    says: {
      zh: "收回的反馈清单对同一问题答复不同（{count:number} 处），例如“{one}”（{oneFile}）和“{other}”（{otherFile}），用了后一个",
      en: "Lists that came back answer the same finding differently ({count:number} time(s)), such as “{one}” ({oneFile}) and “{other}” ({otherFile}): the latter was taken",
    },
    todo: {
      zh: "请核对收回的清单，只留对的一份。",
      en: "Check the lists that came back, and keep the one that is right.",
    },
  },
  "feedback-not-used": {
    severity: "warning",
    says: {
      zh: "收回的反馈清单是“{owner}”的，这里没有这个部门的这一年度，填写的 {count:number} 条整改情况没有用上",
      en: "A list that came back is of “{owner}”, a department or a year that is not here: its {count:number} answer(s) are not used",
    },
    todo: {
      zh: "是往年的，请移出数据文件夹；年度或部门名称改正了的，请核对，还有用的抄到新的清单里。",
      en: "Move it out of the data if it is of another year; if the year or the name was corrected, copy what still holds to the new list.",
    },
  },
  "feedback-project-gone": {
    severity: "warning",
    says: {
      zh: "项目“{project}”不在了，单位对它填写的 {count:number} 条整改情况没有写进新的清单，例如“{answer}”",
      en: "The project “{project}” is there no longer: {count:number} answer(s) about it are not in the new lists, such as “{answer}”",
    },
    todo: {
      zh: "项目撤销的，不需要处理；改了名称、看不出是哪一个的，请抄到新的清单里。",
      en: "Nothing to do if it was withdrawn; if it was renamed beyond recognition, copy them to the new list.",
    },
  },
  "feedback-indicator-gone": {
    severity: "info",
    says: {
      zh: "项目“{project}”的指标“{indicator}”不在了，单位对它填写的 {count:number} 条整改情况没有写进新的清单，例如“{answer}”",
      en: "The indicator “{indicator}” of the project “{project}” is there no longer: {count:number} answer(s) about it are not in the new lists, such as “{answer}”",
    },
    todo: {
      zh: "指标删去的，不需要处理；改了名称、看不出是哪一个的，请抄到新的清单里。",
      en: "Nothing to do if it was removed; if it was renamed beyond recognition, copy them to the new list.",
    },
  },
  "feedback-not-read": {
    severity: "warning",
    says: {
      zh: ({ what }: NotRead) => `${notReadAs[what].zh}；如果有填写过的，填写的内容没有写进新的清单`,
      en: ({ what }: NotRead) => `${notReadAs[what].en}; what it may answer is not in the new lists`,
    },
    todo: {
      zh: ({ what }: NotRead) =>
        what === "file"
          ? "请在 Excel 或 WPS 里打开，另存为 .xlsx；太大的，只留清单；不需要的，删去。"
          : "请把里面的清单直接放在数据文件夹里；不需要的，移走。",
      en: ({ what }: NotRead) =>
        what === "file"
          ? "Open it in Excel or WPS and save it as .xlsx; if it is too large, keep the list alone; remove it if it is not needed."
          : "Put the lists in it into the folder of data themselves; move it away if it is not needed.",
    },
  },
  "manifest-damaged": {
    severity: "warning",
    says: {
      zh: "清单已损坏，或不是本程序写的，没有采用；这一版按历史编为第 {edition} 版，它原先所列的文件都没有动",
      en: "The manifest is damaged or not ours, and was not used; this edition is number {edition} by the history, and files that it listed were left alone",
    },
    todo: {
      zh: "请核对版号，并移走文件夹里多余的旧报告。",
      en: "Check the edition's number, and move away old reports that are left in the folder.",
    },
  },
  "feedback-kept": {
    severity: "info",
    says: {
      zh: "反馈清单填写过，没有改动；新的清单写到 {beside}",
      en: "The list was filled in, and is left as it is; the new one was written to {beside}",
    },
    todo: { zh: "不需要处理。", en: "Nothing to do." },
  },
});

type NotRead = { readonly what: "file" | "archive" | "folder" };

const notReadAs = {
  file: { zh: "这个文件放在反馈清单旁边，打不开", en: "A file beside the lists cannot be opened" },
  archive: { zh: "反馈清单旁边的压缩包没有打开", en: "An archive beside the lists is not opened" },
  folder: { zh: "反馈清单旁边的文件夹没有看", en: "A folder beside the lists is not looked into" },
} as const;

/** What there is none of is not said. */
function withheld({ failed, withErrors }: Withheld, language: Language): readonly string[] {
  const reasons = [
    { count: failed, zh: `${failed} 个部门未能汇总`, en: `departments that failed: ${failed}` },
    { count: withErrors, zh: `${withErrors} 个部门有错误`, en: `departments with errors: ${withErrors}` },
  ];
  return reasons.filter(({ count }) => count > 0).map((reason) => reason[language]);
}
