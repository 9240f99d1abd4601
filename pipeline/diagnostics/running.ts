/** What can be wrong with folders, with publishing, and with the run as a whole. */
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

export const running = {
  "folder-not-found": define<{ readonly folder: string }>({
    severity: "failure",
    zh: ({ folder }) => ({ says: `找不到文件夹：${folder}`, todo: "请检查路径；省略时读取 data。" }),
    en: ({ folder }) => ({
      says: `No such folder: ${folder}`,
      todo: "Check the path; without one, data is read.",
    }),
  }),
  "not-a-folder": define<{ readonly path: string; readonly parent: string }>({
    severity: "failure",
    zh: ({ path, parent }) => ({
      says: `这是文件，不是文件夹：${path}`,
      todo: `请给出它所在的文件夹：${parent}`,
    }),
    en: ({ path, parent }) => ({
      says: `This is a file, not a folder: ${path}`,
      todo: `Give the folder it lies in: ${parent}`,
    }),
  }),
  "no-department-found": define<{ readonly folders: string }>({
    severity: "failure",
    zh: ({ folders }) => ({
      says: `没有找到部门：${folders}`,
      todo: "每个部门一个文件夹，其中放 department.json 或导出的 CSV、JSON 文件。",
    }),
    en: ({ folders }) => ({
      says: `No department found in: ${folders}`,
      todo: "Give each department a folder with department.json or an exported CSV or JSON file in it.",
    }),
  }),
  "output-collision": define<{ readonly other: string; readonly output: string }>({
    severity: "failure",
    zh: ({ other, output }) => ({
      says: `与 ${other} 的输出位置相同：${output}`,
      todo: "请改文件夹名，或从它们共同的上级文件夹开始生成。",
    }),
    en: ({ other, output }) => ({
      says: `Would be written to the same place as ${other}: ${output}`,
      todo: "Rename a folder, or build from the folder above both.",
    }),
  }),
  "output-in-source": define<{ readonly output: string }>({
    severity: "failure",
    zh: ({ output }) => ({
      says: `输出位置就是数据文件夹：${output}`,
      todo: "请用 --out 指定另一个文件夹。",
    }),
    en: ({ output }) => ({
      says: `The output would be written among the source files: ${output}`,
      todo: "Name another folder with --out.",
    }),
  }),
  "output-holds-data": define<{ readonly output: string; readonly file: string }>({
    severity: "failure",
    zh: ({ output, file }) => ({
      says: `输出文件夹里有部门的数据：${output}（${file}）`,
      todo: "输出文件夹里的文件不当作数据读取；请用 --out 指定另一个文件夹。",
    }),
    en: ({ output, file }) => ({
      says: `The output folder holds data of departments: ${output} (${file})`,
      todo: "Nothing in the output folder is read as data: name another folder with --out.",
    }),
  }),
  "folder-passed-over": define<{ readonly file: string }>({
    severity: "warning",
    zh: ({ file }) => ({
      says: `文件夹里有本程序写的文件，当作输出文件夹跳过了，其中的数据没有读取：${file} 等`,
      todo: "如果其中有部门的数据，请移到别的文件夹，或删去这个文件夹里的 run.json、findings.* 等文件。",
    }),
    en: ({ file }) => ({
      says: `The folder holds files that this program writes: it was taken for an output folder, and its data were not read, such as ${file}`,
      todo: "If departments lie in it, move them elsewhere, or remove run.json, findings.* and the like from the folder.",
    }),
  }),
  "output-not-a-folder": define<{ readonly output: string }>({
    severity: "failure",
    zh: ({ output }) => ({
      says: `输出位置已被一个文件占用：${output}`,
      todo: "请删除该文件，或用 --out 指定文件夹。",
    }),
    en: ({ output }) => ({
      says: `The output folder is a file: ${output}`,
      todo: "Remove it, or name a folder with --out.",
    }),
  }),
  "output-not-writable": define<{ readonly output: string; readonly reason: string }>({
    severity: "failure",
    zh: ({ output, reason }) => ({
      says: `输出文件夹不能写入：${output}（${systemReasonZh(reason)}）`,
      todo: "请检查写入权限和磁盘空间，或用 --out 指定另一个文件夹。",
    }),
    en: ({ output, reason }) => ({
      says: `The output folder cannot be written: ${output} (${systemReasonEn(reason)})`,
      todo: "Check its permissions and the free space, or name another folder with --out.",
    }),
  }),
  "selection-matches-nothing": define<{ readonly pattern: string; readonly nearest: readonly string[] }>({
    severity: "failure",
    zh: ({ pattern, nearest }) => ({
      says: `没有部门与“${pattern}”相符`,
      todo:
        nearest.length === 0
          ? "请写部门文件夹名、它在输出文件夹下的路径，或带 * 的式样，如“河北/*”。"
          : `是不是想写 ${nearest.join("、")}？也可以用带 * 的式样，如“河北/*”。`,
    }),
    en: ({ pattern, nearest }) => ({
      says: `No department matches "${pattern}"`,
      todo:
        nearest.length === 0
          ? 'Give a department folder\'s name, its path below the output folder, or a pattern such as "hebei/*".'
          : `Did you mean ${nearest.join(", ")}? A pattern such as "hebei/*" does, too.`,
    }),
  }),
  "selection-leaves-nothing": define({
    severity: "failure",
    zh: () => ({ says: "选中的部门又都被排除了", todo: "请改正 --only 和 --exclude。" }),
    en: () => ({
      says: "Every department that was selected is excluded again",
      todo: "Correct --only and --exclude.",
    }),
  }),
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
  "folder-unreadable": define<{ readonly reason: string }>({
    severity: "failure",
    zh: ({ reason }) => ({ says: `文件夹无法读取：${systemReasonZh(reason)}`, todo: "请检查读取权限。" }),
    en: ({ reason }) => ({
      says: `The folder cannot be read: ${systemReasonEn(reason)}`,
      todo: "Check its permissions.",
    }),
  }),
  "nothing-to-read": define({
    severity: "failure",
    zh: () => ({
      says: "文件夹中没有可读取的导出文件",
      todo: "请放入从预算系统导出的 CSV（.csv .tsv .txt）或 JSON 文件。",
    }),
    en: () => ({
      says: "The folder holds no export to read",
      todo: "Put in a CSV (.csv .tsv .txt) or JSON file exported from the budget system.",
    }),
  }),
  "source-not-found": define<{ readonly file: string }>({
    severity: "failure",
    zh: ({ file }) => ({
      says: `“文件”所列的 ${file} 不在部门文件夹中，或不是可读取的类型`,
      todo: "请放入该文件，或改正 department.json 中的文件名；能读取 .csv .tsv .txt .json。",
    }),
    en: ({ file }) => ({
      says: `${file}, listed under 文件, is not in the department's folder or of no type that is read`,
      todo: "Put it there, or correct its name in department.json; .csv .tsv .txt .json are read.",
    }),
  }),
  "file-outside-department": define({
    severity: "warning",
    zh: () => ({
      says: "文件不属于任何部门，未读取：它所在的文件夹下面另有部门",
      todo: "请移入所属部门的文件夹；如与数据无关可不理会。",
    }),
    en: () => ({
      says: "The file belongs to no department and was not read: departments lie below its folder",
      todo: "Move it into its department's folder, or ignore this if it is no data.",
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
  "file-changed-while-read": define({
    severity: "failure",
    zh: () => ({
      says: "文件在读取时被改动，读到的内容可能不完整",
      todo: "请等导出、复制或保存完成后再运行。",
    }),
    en: () => ({
      says: "The file was changed while it was read, so what was read may be incomplete",
      todo: "Run again when it is exported, copied or saved completely.",
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
