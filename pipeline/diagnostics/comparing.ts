/** What can be wrong with the editions that are to be compared. */
import { define } from "./define.ts";
import { systemReasonEn, systemReasonZh } from "./system-reason.ts";

export const comparing = {
  "no-edition": define<{ readonly folder: string; readonly editions: readonly number[] }>({
    severity: "failure",
    zh: ({ folder, editions }) => ({
      says:
        editions.length === 0
          ? `${folder} 没有已发布的版本，无法比较`
          : `${folder} 只有第 ${editions.join("、")} 版，没有可比较的另一版`,
      todo: "请先用 huibian build 发布；或写出要比较的两个文件夹：huibian diff 〈原来的〉 〈现在的〉。",
    }),
    en: ({ folder, editions }) => ({
      says:
        editions.length === 0
          ? `${folder} has no published edition to compare`
          : `${folder} has no edition but ${editions.join(", ")}: there is no other to compare it with`,
      todo: "Publish one with huibian build, or name the two folders to compare: huibian diff 〈before〉 〈after〉.",
    }),
  }),
  "edition-not-found": define<{
    readonly folder: string;
    readonly edition: number;
    readonly editions: readonly number[];
  }>({
    severity: "failure",
    zh: ({ folder, edition, editions }) => ({
      says: `${folder} 没有第 ${edition} 版`,
      todo: editions.length === 0 ? "还没有发布过任何版本。" : `现有第 ${editions.join("、")} 版。`,
    }),
    en: ({ folder, edition, editions }) => ({
      says: `${folder} has no edition ${edition}`,
      todo:
        editions.length === 0
          ? "None has been published yet."
          : `There ${editions.length === 1 ? "is edition" : "are editions"} ${editions.join(", ")}.`,
    }),
  }),
  "comparison-not-found": define<{ readonly folder: string; readonly out: string }>({
    severity: "failure",
    zh: ({ folder, out }) => ({
      says: `找不到要比较的文件夹：${folder}（${out} 下也没有）`,
      todo: "请写部门的输出文件夹、其中的一版（.history/3），或数据文件夹；输出文件夹不在 out 时加 --out。",
    }),
    en: ({ folder, out }) => ({
      says: `No such folder to compare: ${folder} (nor below ${out})`,
      todo: "Give a department's output folder, an edition in it (.history/3), or a folder of data; --out says where the output is.",
    }),
  }),
  "comparison-several-departments": define<{
    readonly folder: string;
    readonly departments: readonly string[];
  }>({
    severity: "failure",
    zh: ({ folder, departments }) => ({
      says: `${folder} 中有 ${departments.length} 个部门，一次只能比较一个`,
      todo: `请写其中一个：${departments.slice(0, 10).join("、")}${departments.length > 10 ? " 等" : ""}`,
    }),
    en: ({ folder, departments }) => ({
      says: `${folder} holds ${departments.length} departments, and one is compared at a time`,
      todo: `Name one of them: ${departments.slice(0, 10).join(", ")}${departments.length > 10 ? ", …" : ""}`,
    }),
  }),
  "records-unreadable": define<{ readonly reason: string }>({
    severity: "failure",
    zh: ({ reason }) => ({
      says: `这一版的记录无法读取：${systemReasonZh(reason)}`,
      todo: "请检查读取权限，或改比较别的版本。",
    }),
    en: ({ reason }) => ({
      says: `The records of this edition cannot be read: ${systemReasonEn(reason)}`,
      todo: "Check its permissions, or compare another edition.",
    }),
  }),
  "records-damaged": define<{ readonly pointer: string }>({
    severity: "failure",
    zh: ({ pointer }) => ({
      says: `这一版的记录已损坏，或由更新的程序写成${pointer === "" ? "" : `（${pointer}）`}`,
      todo: "请从备份恢复这个文件，或改比较别的版本。",
    }),
    en: ({ pointer }) => ({
      says: `The records of this edition are damaged, or written by a newer program${pointer === "" ? "" : ` (${pointer})`}`,
      todo: "Restore the file from a backup, or compare another edition.",
    }),
  }),
  "changes-not-known": define({
    severity: "warning",
    zh: () => ({
      says: "上一版的记录已丢失或损坏，或由更新的程序写成，没有列出变动",
      todo: "请从备份恢复这个文件后重新生成；不影响报告本身。",
    }),
    en: () => ({
      says: "The records of the last edition are missing or damaged, or written by a newer program, so the changes are not listed",
      todo: "Restore the file from a backup and build again; the report itself is whole.",
    }),
  }),
} as const;
