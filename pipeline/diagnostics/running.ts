/** What can be wrong with the run as a whole: its record, forms and fonts, and the program itself. */
import { define } from "./define.ts";

export const running = {
  "run-record-missing": define<{ readonly file: string }>({
    severity: "failure",
    zh: ({ file }) => ({
      says: `没有上次运行的记录：${file}`,
      todo: "请用 --out 指定上次的输出文件夹；或去掉 --retry 生成，没有改动的部门不会重做。",
    }),
    en: ({ file }) => ({
      says: `There is no record of a last run: ${file}`,
      todo: "Name the output folder of that run with --out, or build without --retry: what is unchanged is not built again.",
    }),
  }),
  "run-record-damaged": define<{ readonly file: string }>({
    severity: "failure",
    zh: ({ file }) => ({
      says: `上次运行的记录无法读取，或是别的版本写的：${file}`,
      todo: "请去掉 --retry 生成，没有改动的部门不会重做。",
    }),
    en: ({ file }) => ({
      says: `The record of the last run cannot be read, or is of another version: ${file}`,
      todo: "Build without --retry: what is unchanged is not built again.",
    }),
  }),
  "run-interrupted": define<{ readonly output: string }>({
    severity: "failure",
    zh: ({ output }) => ({
      says: `上次运行没有做完（被强行结束，或还在进行），没有留下记录：${output}`,
      todo: "请去掉 --retry 生成，没有改动的部门不会重做。",
    }),
    en: ({ output }) => ({
      says: `The last run was cut short, or is still at work, and left no record: ${output}`,
      todo: "Build without --retry: what is unchanged is not built again.",
    }),
  }),
  "retry-folder-gone": define<{ readonly folder: string }>({
    severity: "warning",
    zh: ({ folder }) => ({
      says: `上次失败或没有做完的部门这次没有找到，不再重试：${folder}`,
      todo: "文件夹已改名、移走或删除；如果还要这个部门，请去掉 --retry 生成。",
    }),
    en: ({ folder }) => ({
      says: `A department that the last run left undone is not found any more and is not tried again: ${folder}`,
      todo: "Its folder was renamed, moved or removed; build without --retry if the department is still wanted.",
    }),
  }),
  "templates-without-form": define<{ readonly folder: string }>({
    severity: "failure",
    zh: ({ folder }) => ({
      says: `表式文件夹中没有表式：${folder}`,
      todo: "每种表式一个文件夹，其中须有 form.json。",
    }),
    en: ({ folder }) => ({
      says: `No form in the templates folder: ${folder}`,
      todo: "Give each form a folder with a form.json in it.",
    }),
  }),
  "form-also-broken": define<{ readonly forms: readonly string[] }>({
    severity: "failure",
    zh: ({ forms }) => ({
      says: `有错误而不能使用的表式：${forms.join("、")}`,
      todo: "如果要用其中之一，请先运行 huibian forms（自备的表式加 --templates）查看并改正错误。",
    }),
    en: ({ forms }) => ({
      says: `Forms that have errors and cannot be used: ${forms.join(", ")}`,
      todo: "If one of them is meant, run huibian forms (with --templates for your own) and mend it first.",
    }),
  }),
  "department-counted-twice": define<{
    readonly first: { readonly name: string; readonly folder: string };
    readonly second: { readonly name: string; readonly folder: string };
    readonly sameName: boolean;
    readonly codes: readonly string[];
  }>({
    severity: "warning",
    zh: ({ first, second, sameName, codes }) => ({
      says: `${first.name}（${first.folder}）与${second.name}（${second.folder}）${[
        ...(sameName ? ["名称相同"] : []),
        ...(codes.length > 0 ? [`有 ${codes.length} 个项目编码相同（${codes.slice(0, 3).join("、")}）`] : []),
      ].join("，")}，都已计入合计`,
      todo: "请核对是否同一部门的数据放了两份；是的话移走一份，再重新汇总。",
    }),
    en: ({ first, second, sameName, codes }) => ({
      says: `${first.name} (${first.folder}) and ${second.name} (${second.folder}) ${[
        ...(sameName ? ["have the same name"] : []),
        ...(codes.length > 0
          ? [`share ${codes.length} project codes (${codes.slice(0, 3).join(", ")})`]
          : []),
      ].join(" and ")}: both are counted`,
      todo: "See whether one department's data lie there twice; if so, move one away and roll up again.",
    }),
  }),
  "internal-error": define<{ readonly message: string }>({
    severity: "failure",
    zh: ({ message }) => ({
      says: `程序内部错误：${message}`,
      todo: "这是本程序的缺陷，请把这条信息和所用数据发给维护者。",
    }),
    en: ({ message }) => ({
      says: `Internal error: ${message}`,
      todo: "This is a bug of this program: please send its maintainers this message and the data.",
    }),
  }),
  "fonts-folder-unreadable": define<{ readonly folder: string }>({
    severity: "failure",
    zh: ({ folder }) => ({
      says: `字体文件夹无法读取：${folder}`,
      todo: "请检查 --fonts 的路径和读取权限。",
    }),
    en: ({ folder }) => ({
      says: `The folder of fonts cannot be read: ${folder}`,
      todo: "Check the path given with --fonts, and that it may be read.",
    }),
  }),
  "font-unreadable": define({
    severity: "warning",
    zh: () => ({ says: "不是可用的字体文件", todo: "请换成 TTF、OTF 或 TTC 字体；已按默认字体排版。" }),
    en: () => ({
      says: "Not a font that can be used",
      todo: "Give a TTF, OTF or TTC font; the default was used.",
    }),
  }),
  "fonts-none-usable": define<{ readonly folder: string }>({
    severity: "warning",
    zh: ({ folder }) => ({
      says: `文件夹中没有可用的字体，已按默认字体排版：${folder}`,
      todo: "请放入 docs/fonts.md 所列的 TTF、OTF、TTC 字体；只看这一层，不看下面的文件夹。",
    }),
    en: ({ folder }) => ({
      says: `No font in the folder can be used, so the defaults were: ${folder}`,
      todo: "Put in TTF, OTF or TTC fonts that docs/fonts.md lists; folders below it are not searched.",
    }),
  }),
  "font-without-role": define<{ readonly names: string }>({
    severity: "warning",
    zh: ({ names }) => ({
      says: `不认识的字体，没有使用：${names}`,
      todo: "只使用公文常用字体（小标宋、黑体、楷体、仿宋、宋体、Times New Roman），见 docs/fonts.md。",
    }),
    en: ({ names }) => ({
      says: `A font that plays no role here was not used: ${names}`,
      todo: "Only the fonts of government documents are used; docs/fonts.md lists them.",
    }),
  }),
} as const;
