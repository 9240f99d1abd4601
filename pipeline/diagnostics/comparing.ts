/** What can be wrong with the editions that are to be compared. */
import { defineRows } from "./row.ts";

type Editions = { readonly folder: string; readonly editions: readonly number[] };
type Several = { readonly folder: string; readonly departments: readonly string[] };
type Pointer = { readonly pointer: string };

export const comparing = defineRows({
  "no-edition": {
    severity: "failure",
    says: {
      zh: ({ folder, editions }: Editions) =>
        editions.length === 0
          ? `${folder} 没有已发布的版本，无法比较`
          : `${folder} 只有第 ${editions.join("、")} 版，没有可比较的另一版`,
      en: ({ folder, editions }: Editions) =>
        editions.length === 0
          ? `${folder} has no published edition to compare`
          : `${folder} has only edition ${editions.join(", ")}, and no other to compare it with`,
    },
    todo: {
      zh: "请先用 huibian build 发布；或写出要比较的两个文件夹：huibian diff 〈原来的〉 〈现在的〉。",
      en: "Publish one with huibian build, or give both folders: huibian diff 〈before〉 〈after〉.",
    },
  },
  "edition-not-found": {
    severity: "failure",
    says: { zh: "{folder} 没有第 {edition:number} 版", en: "{folder} has no edition {edition:number}" },
    todo: {
      zh: ({ editions }: Editions) =>
        editions.length === 0 ? "还没有发布过任何版本。" : `现有第 ${editions.join("、")} 版。`,
      en: ({ editions }: Editions) =>
        editions.length === 0 ? "None has been published yet." : `Available: ${editions.join(", ")}.`,
    },
  },
  "comparison-not-found": {
    severity: "failure",
    says: {
      zh: "找不到要比较的文件夹：{folder}（{out} 下也没有）",
      en: "No such folder to compare: {folder} (nor in {out})",
    },
    todo: {
      zh: "请写部门的输出文件夹、其中的一版（.history/3），或数据文件夹；输出文件夹不在 out 时加 --out。",
      en: "Give a department's output folder, an edition in it (.history/3), or a data folder; use --out if the output is elsewhere.",
    },
  },
  "comparison-several-departments": {
    severity: "failure",
    says: {
      zh: ({ folder, departments }: Several) =>
        `${folder} 中有 ${departments.length} 个部门，一次只能比较一个`,
      en: ({ folder, departments }: Several) =>
        `${folder} has ${departments.length} departments; only one can be compared at a time`,
    },
    todo: {
      zh: ({ departments }: Several) =>
        `请写其中一个：${departments.slice(0, 10).join("、")}${departments.length > 10 ? " 等" : ""}`,
      en: ({ departments }: Several) =>
        `Give one of them: ${departments.slice(0, 10).join(", ")}${departments.length > 10 ? ", …" : ""}`,
    },
  },
  "records-unreadable": {
    severity: "failure",
    says: {
      zh: "这一版的记录无法读取：{reason:reason}",
      en: "Cannot read the records of this edition: {reason:reason}",
    },
    todo: {
      zh: "请检查读取权限，或改比较别的版本。",
      en: "Check its permissions, or compare another edition.",
    },
  },
  "records-damaged": {
    severity: "failure",
    says: {
      zh: ({ pointer }: Pointer) =>
        `这一版的记录已损坏，或由更新的程序写成${pointer === "" ? "" : `（${pointer}）`}`,
      en: ({ pointer }: Pointer) =>
        `The records of this edition are damaged, or written by a newer version${pointer === "" ? "" : ` (${pointer})`}`,
    },
    todo: {
      zh: "请从备份恢复这个文件，或改比较别的版本。",
      en: "Restore the file from a backup, or compare another edition.",
    },
  },
  "changes-not-known": {
    severity: "warning",
    says: {
      zh: "上一版的记录已丢失或损坏，或由更新的程序写成，没有列出变动",
      en: "The records of the last edition are missing, damaged or written by a newer version, so changes are not listed",
    },
    todo: {
      zh: "请从备份恢复这个文件后重新生成；不影响报告本身。",
      en: "Restore the file from a backup and build again; the report itself is complete.",
    },
  },
});
