/** What can be wrong with the run as a whole: its record, forms and fonts, and the program itself. */
import { defineRows } from "./row.ts";

type Doubled = {
  readonly first: { readonly name: string; readonly folder: string };
  readonly second: { readonly name: string; readonly folder: string };
  readonly sameName: boolean;
  readonly codes: readonly string[];
};

/** What the work on a department costs. */
type DepartmentCost = { readonly limit: "time" | "heap"; readonly allowed: number };

export const running = defineRows({
  "run-record-missing": {
    severity: "failure",
    says: { zh: "没有上次运行的记录：{file}", en: "No record of a last run: {file}" },
    todo: {
      zh: "请用 --out 指定上次的输出文件夹；或去掉 --retry 生成，没有改动的部门不会重做。",
      en: "Use --out to give the output folder of that run, or build without --retry: unchanged departments are not rebuilt.",
    },
  },
  "run-record-damaged": {
    severity: "failure",
    says: {
      zh: "上次运行的记录无法读取，或是别的版本写的：{file}",
      en: "The record of the last run cannot be read, or is from another version: {file}",
    },
    todo: {
      zh: "请去掉 --retry 生成，没有改动的部门不会重做。",
      en: "Build without --retry: unchanged departments are not rebuilt.",
    },
  },
  "run-interrupted": {
    severity: "failure",
    says: {
      zh: "上次运行没有做完（被强行结束，或还在进行），没有留下记录：{output}",
      en: "The last run was interrupted, or is still running, and left no record: {output}",
    },
    todo: {
      zh: "请去掉 --retry 生成，没有改动的部门不会重做。",
      en: "Build without --retry: unchanged departments are not rebuilt.",
    },
  },
  "retry-folder-gone": {
    severity: "warning",
    says: {
      zh: "上次失败或没有做完的部门这次没有找到，不再重试：{folder}",
      en: "A department that the last run did not finish was not found and is not retried: {folder}",
    },
    todo: {
      zh: "文件夹已改名、移走或删除；如果还要这个部门，请去掉 --retry 生成。",
      en: "Its folder was renamed, moved or deleted; if you still need the department, build without --retry.",
    },
  },
  "port-not-free": {
    severity: "failure",
    says: {
      zh: "不能使用端口 {port}：{reason:reason}",
      en: "Port {port} cannot be used: {reason:reason}",
    },
    todo: {
      zh: "请写另一个 --port，或不写，由程序选一个空闲的；也许另一个窗口里还开着预览。",
      en: "Give another --port, or none, and a free one is chosen; a preview may still be open in another window.",
    },
  },
  "templates-without-form": {
    severity: "failure",
    says: { zh: "表式文件夹中没有表式：{folder}", en: "No form in the templates folder: {folder}" },
    todo: {
      zh: "每种表式一个文件夹，其中须有 form.json。",
      en: "Make a folder for each form, with a form.json in it.",
    },
  },
  "form-name-invalid": {
    severity: "failure",
    says: { zh: "“{name}”不能作表式的名称", en: "“{name}” cannot be the name of a form" },
    todo: {
      zh: "请用小写字母开头，只用小写字母、数字和连字符，例如 chengde；shared、new 和 Windows 设备的名称（con、nul……）不能用。",
      en: "Begin with a lower-case letter; use lower-case letters, digits and hyphens, for example chengde, but not shared, new or a device of Windows (con, nul …).",
    },
  },
  "form-name-taken": {
    severity: "failure",
    says: { zh: "已经有名称为“{name}”的表式", en: "There already is a form “{name}”" },
    todo: { zh: "请换一个名称。", en: "Choose another name." },
  },
  "form-folder-exists": {
    severity: "failure",
    says: { zh: "文件夹已经存在，没有改动：{folder}", en: "The folder exists and was left alone: {folder}" },
    todo: { zh: "请换一个名称，或先把它移走。", en: "Choose another name, or move it away first." },
  },
  "form-not-written": {
    severity: "failure",
    says: { zh: "无法写入 {folder}：{reason:reason}", en: "Cannot write {folder}: {reason:reason}" },
    todo: {
      zh: "请检查文件夹的权限和磁盘空间。",
      en: "Check the folder's permissions and the space on the disk.",
    },
  },
  "form-also-broken": {
    severity: "failure",
    says: {
      zh: "有错误而不能使用的表式：{forms:list}",
      en: "Forms that cannot be used because of errors: {forms:list}",
    },
    todo: {
      zh: "如果要用其中之一，请先运行 huibian forms（自备的表式加 --templates）查看并改正错误。",
      en: "If you need one of them, run huibian forms (with --templates for your own) and correct its errors first.",
    },
  },
  "form-chosen-without": {
    severity: "warning",
    says: {
      zh: "按表头选定了表式 {chosen}；有错误的表式没有参加选择：{broken:list}",
      en: "The form {chosen} was chosen by the headers; forms with errors took no part: {broken:list}",
    },
    todo: {
      zh: "请运行 huibian forms（加上同样的 --templates）查看并改正错误，或在 department.json 里写明“表式”。",
      en: "Run huibian forms (with the same --templates) and correct the errors, or name the form in department.json.",
    },
  },
  "department-counted-twice": {
    severity: "warning",
    says: {
      zh: ({ first, second, sameName, codes }: Doubled) => {
        const name = sameName ? ["名称相同"] : [];
        const shared =
          codes.length > 0 ? [`有 ${codes.length} 个项目编码相同（${codes.slice(0, 3).join("、")}）`] : [];
        return `${first.name}（${first.folder}）与${second.name}（${second.folder}）${[...name, ...shared].join("，")}，都已计入合计`;
      },
      en: ({ first, second, sameName, codes }: Doubled) => {
        const name = sameName ? ["have the same name"] : [];
        const shared =
          codes.length > 0 ? [`share ${codes.length} project codes (${codes.slice(0, 3).join(", ")})`] : [];
        return `${first.name} (${first.folder}) and ${second.name} (${second.folder}) ${[...name, ...shared].join(" and ")}: both are counted`;
      },
    },
    todo: {
      zh: "请核对是否同一部门的数据放了两份；是的话移走一份，再重新汇总。",
      en: "Check whether the data of one department are there twice; if so, move one copy away and roll up again.",
    },
  },
  "department-exceeds-limit": {
    severity: "failure",
    says: {
      zh: ({ limit, allowed }: DepartmentCost) =>
        limit === "time" ? `处理超过 ${allowed} 秒，已经停止` : `处理所用的内存超过 ${allowed} MB，已经停止`,
      en: ({ limit, allowed }: DepartmentCost) =>
        limit === "time"
          ? `Stopped after ${allowed} seconds`
          : `Stopped as it took more than ${allowed} MB of memory`,
    },
    todo: {
      zh: ({ limit }: DepartmentCost) =>
        `请看数据里有没有特别长、反复的文字，或分成几个部门文件夹；确实需要的，用 --limits ${limit}=… 提高上限。`,
      en: ({ limit }: DepartmentCost) =>
        `Look for very long texts that repeat themselves, or divide it into folders of several departments; raise the limit with --limits ${limit}=… if you must.`,
    },
  },
  "internal-error": {
    severity: "failure",
    says: { zh: "程序内部错误：{message}", en: "Internal error: {message}" },
    todo: {
      zh: "这是本程序的缺陷，请把这条信息和所用数据发给维护者。",
      en: "This is a bug in huibian: please send this message and the data to its maintainers.",
    },
  },
  "fonts-folder-unreadable": {
    severity: "failure",
    says: { zh: "字体文件夹无法读取：{folder}", en: "Cannot read the fonts folder: {folder}" },
    todo: {
      zh: "请检查 --fonts 的路径和读取权限。",
      en: "Check the path given with --fonts and its permissions.",
    },
  },
  "font-unreadable": {
    severity: "warning",
    says: { zh: "不是可用的字体文件", en: "Not a usable font file" },
    todo: {
      zh: "请换成 TTF、OTF 或 TTC 字体；已按默认字体排版。",
      en: "Use a TTF, OTF or TTC font; the default font was used.",
    },
  },
  "fonts-none-usable": {
    severity: "warning",
    says: {
      zh: "文件夹中没有可用的字体，已按默认字体排版：{folder}",
      en: "No usable font in the folder; the default fonts were used: {folder}",
    },
    todo: {
      zh: "请放入 docs/fonts.md 所列的 TTF、OTF、TTC 字体；只看这一层，不看下面的文件夹。",
      en: "Add TTF, OTF or TTC fonts listed in docs/fonts.md; subfolders are not searched.",
    },
  },
  "font-without-role": {
    severity: "warning",
    says: { zh: "不认识的字体，没有使用：{names}", en: "Unknown font, not used: {names}" },
    todo: {
      zh: "只使用公文常用字体（小标宋、黑体、楷体、仿宋、宋体、Times New Roman），见 docs/fonts.md。",
      en: "Only the fonts of government documents are used; see docs/fonts.md.",
    },
  },
});
